//! Where a letter is sent.

use thiserror::Error;

use crate::white_space::fold_white_space;

/// The lines below the name in an envelope's window: "Havnegade 12", "0999 Fjordby".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalAddress(Vec<String>);

/// Why an address was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostalAddressError {
    #[error("the address has more than {} lines", PostalAddress::MOST_LINES)]
    TooManyLines,
    #[error(
        "a line of the address has more than {} characters",
        PostalAddress::LONGEST_LINE
    )]
    LineTooLong,
    #[error("the address holds ten digits in a row, as a CPR number does")]
    HasCpr,
}

impl PostalAddress {
    /// As many as stand in the window of an envelope, below the name.
    pub const MOST_LINES: usize = 4;
    /// As much as stands on one of them in large print, in characters.
    pub const LONGEST_LINE: usize = 40;

    /// Reads what was typed, a line each; empty lines are left out. `None` where there is no line at all: such a letter is
    /// handed over at the desk.
    pub fn parse(typed: &str) -> Result<Option<Self>, PostalAddressError> {
        let lines: Vec<String> = typed
            .lines()
            .map(fold_white_space)
            .filter(|line| !line.is_empty())
            .collect();
        if lines.len() > Self::MOST_LINES {
            return Err(PostalAddressError::TooManyLines);
        }
        if lines.iter().any(|line| line.chars().count() > Self::LONGEST_LINE) {
            return Err(PostalAddressError::LineTooLong);
        }
        if lines.iter().any(|line| has_cpr(line)) {
            return Err(PostalAddressError::HasCpr);
        }
        Ok((!lines.is_empty()).then_some(Self(lines)))
    }

    /// The lines, in order.
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    /// As it is kept, and as [`Self::parse`] reads it.
    pub fn text(&self) -> String {
        self.0.join("\n")
    }
}

/// Whether ten digits follow each other, also with spaces and hyphens between them.
fn has_cpr(line: &str) -> bool {
    line.split(|character: char| !character.is_numeric() && !matches!(character, ' ' | '-'))
        .any(|run| run.chars().filter(|character| character.is_numeric()).count() >= 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_few_tidy_lines() {
        let address = PostalAddress::parse(" Havnegade  12, 2. tv. \r\n\r\n0999 Fjordby ")
            .unwrap()
            .unwrap();
        assert_eq!(address.lines(), ["Havnegade 12, 2. tv.", "0999 Fjordby"]);
        assert_eq!(PostalAddress::parse(&address.text()), Ok(Some(address)));
    }

    #[test]
    fn no_address_is_as_good_as_any() {
        assert_eq!(PostalAddress::parse(" \n "), Ok(None));
    }

    #[test]
    fn what_does_not_fit_into_the_window_is_refused() {
        assert_eq!(
            PostalAddress::parse("a\nb\nc\nd\ne"),
            Err(PostalAddressError::TooManyLines)
        );
        assert_eq!(
            PostalAddress::parse(&"å".repeat(41)),
            Err(PostalAddressError::LineTooLong)
        );
    }

    #[test]
    fn a_cpr_number_is_refused() {
        for typed in ["Havnegade 12\n010203-1234", "010203 1234", "0102031234 Bo"] {
            assert_eq!(
                PostalAddress::parse(typed),
                Err(PostalAddressError::HasCpr),
                "{typed}"
            );
        }
        assert!(PostalAddress::parse("Havnegade 12, 0999 Fjordby").is_ok());
    }
}
