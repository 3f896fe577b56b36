//! How large texts are shown.

use serde::{Deserialize, Serialize};

/// The cookie that remembers a [`TextSize`]. It is set when somebody asks for another size, and says nothing else.
pub const TEXT_SIZE_COOKIE: &str = "startlinje-text-size";

/// How large texts are shown, beside what the browser itself can enlarge. The style sheet says how large that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    #[default]
    Ordinary,
    Large,
    Largest,
}

impl TextSize {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Large, Self::Largest];

    /// As it stands in forms, in the cookie and on the document.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }

    /// The size that is written so.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == text)
    }

    /// The size that a request's cookies ask for: `startlinje=…; startlinje-text-size=large`. Whatever else stands there is
    /// as nothing.
    pub fn of_cookies(cookies: &str) -> Self {
        let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
        let found = pairs.find(|(name, _)| *name == TEXT_SIZE_COOKIE);
        found
            .and_then(|(_, value)| Self::parse(value))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_as_it_is_written() {
        for size in TextSize::ALL {
            assert_eq!(TextSize::parse(size.as_str()), Some(size));
            assert_eq!(
                serde_json::to_string(&size).unwrap(),
                format!("\"{}\"", size.as_str())
            );
            let cookies = format!("a=b; {TEXT_SIZE_COOKIE}={}; c", size.as_str());
            assert_eq!(TextSize::of_cookies(&cookies), size);
        }
    }

    #[test]
    fn other_cookies_leave_the_size_as_it_is() {
        for cookies in [
            "",
            "large",
            "startlinje=large",
            "startlinje-text-size=huge",
            "x-startlinje-text-size=large",
        ] {
            assert_eq!(TextSize::of_cookies(cookies), TextSize::Ordinary, "{cookies}");
        }
    }
}
