//! What people write in their own words, where it is kept.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cpr::has_cpr;

/// A few words of somebody's own, without anything that looks like a CPR number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FreeText(String);

/// Why a text was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FreeTextError {
    #[error("nothing is written")]
    Empty,
    #[error("the text is longer than {} characters", FreeText::LONGEST)]
    TooLong,
    #[error("the text holds what looks like a CPR number")]
    HasCpr,
}

impl FreeText {
    /// The longest text that is kept, in characters: two or three sentences.
    pub const LONGEST: usize = 300;

    /// Accepts what is written, without white space about it and with no control characters but new lines. `None` where
    /// nothing is written, for nobody has to.
    pub fn parse(typed: &str) -> Result<Option<Self>, FreeTextError> {
        // Whatever is longer than this in bytes is too long in characters, whitespace or not.
        if typed.len() > Self::LONGEST * 40 {
            return Err(FreeTextError::TooLong);
        }
        let text = tidied(typed);
        if has_cpr(&text) {
            return Err(FreeTextError::HasCpr);
        }
        if text.chars().count() > Self::LONGEST {
            return Err(FreeTextError::TooLong);
        }
        Ok((!text.is_empty()).then_some(Self(text)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Lines end in the same way whatever sent them: browsers write CRLF.
fn tidied(typed: &str) -> String {
    let is_kept = |letter: &char| *letter == '\n' || !letter.is_control();
    let lines = typed.replace("\r\n", "\n").replace('\t', " ");
    lines
        .trim()
        .chars()
        .filter(is_kept)
        .collect::<String>()
        .trim()
        .to_owned()
}

impl TryFrom<String> for FreeText {
    type Error = FreeTextError;

    fn try_from(text: String) -> Result<Self, FreeTextError> {
        Self::parse(&text)?.ok_or(FreeTextError::Empty)
    }
}

impl From<FreeText> for String {
    fn from(text: FreeText) -> String {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nobody_has_to_write_anything() {
        for typed in ["", "  \r\n\t", "\u{0}"] {
            assert_eq!(FreeText::parse(typed), Ok(None), "{typed:?}");
        }
        let text = FreeText::parse(" Brevet fra\r\nbanken\u{7} ").unwrap().unwrap();
        assert_eq!(text.as_str(), "Brevet fra\nbanken");
    }

    #[test]
    fn a_text_has_an_end_and_no_cpr_number() {
        assert!(FreeText::parse(&"å".repeat(300)).is_ok());
        assert_eq!(FreeText::parse(&"å".repeat(301)), Err(FreeTextError::TooLong));
        assert_eq!(FreeText::parse(&"x".repeat(1 << 20)), Err(FreeTextError::TooLong));
        assert_eq!(FreeText::parse("Jeg er 010203-1234"), Err(FreeTextError::HasCpr));
        let long = format!("{} 010203-1234", "x".repeat(400));
        assert_eq!(
            FreeText::parse(&long),
            Err(FreeTextError::HasCpr),
            "the worse fault is told"
        );
    }

    proptest! {
        /// What was accepted is accepted as it is, also from the database.
        #[test]
        fn what_is_kept_can_be_read(typed in any::<String>()) {
            if let Ok(Some(text)) = FreeText::parse(&typed) {
                prop_assert_eq!(FreeText::try_from(text.as_str().to_owned()), Ok(text));
            }
        }

        /// No CPR number is kept, whatever stands about it.
        #[test]
        fn no_cpr_number_is_kept(before in "[a-z ]{0,9}", after in "[a-z ]{0,9}", day in 1..=28, month in 1..=12, rest in 0..1_000_000) {
            let typed = format!("{before}{day:02}{month:02}{rest:06}{after}");
            prop_assert_eq!(FreeText::parse(&typed), Err(FreeTextError::HasCpr));
        }
    }
}
