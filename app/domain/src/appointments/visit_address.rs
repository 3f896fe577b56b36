//! Where somebody is visited at home.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cpr::has_cpr;
use crate::white_space::fold_white_space;

/// A home: the street and what is needed to find the door, on one line. It is kept with the name and goes with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VisitAddress(String);

/// Why an address was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitAddressError {
    #[error("no address is written")]
    Missing,
    #[error("the address is longer than {} characters", VisitAddress::LONGEST)]
    TooLong,
    #[error("the address holds what looks like a CPR number")]
    HasCpr,
}

impl VisitAddress {
    /// The longest address that is kept, in characters: street, floor, town, and which bell to ring.
    pub const LONGEST: usize = 200;

    /// Accepts what has a letter in it. Whether the house is there is not looked up: some homes have no address.
    pub fn parse(typed: &str) -> Result<Self, VisitAddressError> {
        let address = fold_white_space(typed);
        if address.chars().count() > Self::LONGEST {
            return Err(VisitAddressError::TooLong);
        }
        if has_cpr(&address) {
            return Err(VisitAddressError::HasCpr);
        }
        if !address.chars().any(char::is_alphabetic) {
            return Err(VisitAddressError::Missing);
        }
        Ok(Self(address))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Nobody's address stands in a log.
impl std::fmt::Debug for VisitAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("VisitAddress")
    }
}

impl TryFrom<String> for VisitAddress {
    type Error = VisitAddressError;

    fn try_from(text: String) -> Result<Self, VisitAddressError> {
        Self::parse(&text)
    }
}

impl From<VisitAddress> for String {
    fn from(address: VisitAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_line_with_a_letter_in_it() {
        let read = VisitAddress::parse("  Kajen 1, 2. tv.\r\n0999  Fjordby ").unwrap();
        assert_eq!(read.as_str(), "Kajen 1, 2. tv. 0999 Fjordby");
        assert_eq!(format!("{read:?}"), "VisitAddress");
        for (typed, error) in [
            ("", VisitAddressError::Missing),
            (" 12 ", VisitAddressError::Missing),
            (&*"å".repeat(201), VisitAddressError::TooLong),
            ("Kajen 1, 010203-1234", VisitAddressError::HasCpr),
        ] {
            assert_eq!(VisitAddress::parse(typed), Err(error), "{typed}");
        }
    }
}
