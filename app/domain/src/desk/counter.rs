//! Where at a place somebody is helped.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The longest name of a counter, in characters: it must be read from across a waiting room.
const LONGEST: usize = 20;

/// A counter or room as it stands on the call display: "Skranke 2", "Lokale 14".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Counter(String);

/// A text is not the name of a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a counter's name has 1 to {LONGEST} characters")]
pub struct NotACounter;

impl Counter {
    /// Reads what was typed; spaces around it and between its words count once.
    pub fn parse(typed: &str) -> Result<Self, NotACounter> {
        let words: Vec<_> = typed.split_whitespace().take(LONGEST).collect();
        let name = words.join(" ");
        let is_fit = (1..=LONGEST).contains(&name.chars().count()) && !name.contains(char::is_control);
        is_fit.then_some(Self(name)).ok_or(NotACounter)
    }

    /// The name as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Counter {
    type Error = NotACounter;

    fn try_from(text: String) -> Result<Self, NotACounter> {
        Self::parse(&text)
    }
}

impl From<Counter> for String {
    fn from(counter: Counter) -> Self {
        counter.0
    }
}

impl fmt::Display for Counter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_has_a_short_name() {
        assert_eq!(Counter::parse("  Skranke   2 ").unwrap().as_str(), "Skranke 2");
        for typed in ["", "  ", "Skranken længst nede ad gangen", "2\u{7}"] {
            assert_eq!(Counter::parse(typed), Err(NotACounter), "{typed:?}");
        }
    }
}
