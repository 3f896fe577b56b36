//! What is written in the café: a task, and what is said about it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::contact_details::{ContactDetail, contact_detail};
use crate::cpr::has_cpr;

/// A few lines without a CPR number and without a way to reach each other elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CafeText(String);

/// Why a text was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CafeTextError {
    #[error("nothing is written")]
    Empty,
    #[error("the text is longer than {} characters", CafeText::LONGEST)]
    TooLong,
    #[error("the text holds what looks like a CPR number")]
    HasCpr,
    #[error("the text holds a way to reach somebody elsewhere")]
    HasContact(ContactDetail),
}

impl CafeText {
    /// The longest text, in characters: a page of a school book.
    pub const LONGEST: usize = 2000;

    /// Accepts what was typed, without white space about it and with no control characters but new lines.
    pub fn parse(typed: &str) -> Result<Self, CafeTextError> {
        let text = tidied(typed);
        if text.is_empty() {
            return Err(CafeTextError::Empty);
        }
        if has_cpr(&text) {
            return Err(CafeTextError::HasCpr);
        }
        if text.chars().nth(Self::LONGEST).is_some() {
            return Err(CafeTextError::TooLong);
        }
        match contact_detail(&text) {
            Some(detail) => Err(CafeTextError::HasContact(detail)),
            None => Ok(Self(text)),
        }
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
        .chars()
        .filter(is_kept)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_kept_as_it_was_typed() {
        let text = CafeText::parse(" Hvad er 3/4 + 1/2?\r\nJeg får 4/6. ").unwrap();
        assert_eq!(text.as_str(), "Hvad er 3/4 + 1/2?\nJeg får 4/6.");
    }

    #[test]
    fn what_may_not_pass_is_refused_with_the_reason() {
        let refused = |typed: &str| CafeText::parse(typed).unwrap_err();
        assert_eq!(refused(" \n "), CafeTextError::Empty);
        assert_eq!(refused("Jeg er 010203-1234"), CafeTextError::HasCpr);
        assert_eq!(
            refused("min snap er lars"),
            CafeTextError::HasContact(ContactDetail::Handle)
        );
        assert_eq!(refused(&"x".repeat(10_000)), CafeTextError::TooLong);
        assert!(CafeText::parse(&"å".repeat(CafeText::LONGEST)).is_ok());
    }
}
