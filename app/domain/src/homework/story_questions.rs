//! Questions to ask about a story: what they are about does not matter, so they fit every book.

use serde::{Deserialize, Serialize};

/// How old the child is, in years. What a four-year-old likes to talk about bores a twelve-year-old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum StoryAge {
    #[serde(rename = "3-5")]
    From3To5,
    #[default]
    #[serde(rename = "6-9")]
    From6To9,
    #[serde(rename = "10-13")]
    From10To13,
}

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryMoment {
    Before,
    While,
    After,
}

/// A question for a child, about any story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryQuestion {
    pub age: StoryAge,
    pub moment: StoryMoment,
    pub text: String,
}

impl StoryAge {
    /// Every age, the youngest first.
    pub const ALL: [Self; 3] = [Self::From3To5, Self::From6To9, Self::From10To13];

    /// The word in files and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::From3To5 => "3-5",
            Self::From6To9 => "6-9",
            Self::From10To13 => "10-13",
        }
    }

    /// The age of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.as_str() == text)
    }
}

impl StoryMoment {
    /// Every moment, in the order of reading.
    pub const ALL: [Self; 3] = [Self::Before, Self::While, Self::After];

    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::While => "while",
            Self::After => "after",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_the_same_word_everywhere() {
        for age in StoryAge::ALL {
            assert_eq!(StoryAge::parse(age.as_str()), Some(age));
            let written = serde_json::to_string(&age).unwrap();
            assert_eq!(written, format!("\"{}\"", age.as_str()));
        }
        assert_eq!(StoryAge::parse("14-99"), None);
    }
}
