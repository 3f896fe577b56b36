//! Money.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

use crate::decimal::{NumberError, divide, format_scaled, parse_scaled};

/// An amount of money in øre, exact. Below zero is what is owed or missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The most that can be typed, so that no sum of a tool's comes near what an `i64` holds.
    pub const LARGEST: Self = Self::from_kroner(100_000_000);

    /// An amount of øre.
    pub const fn from_ore(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount of whole kroner.
    pub const fn from_kroner(kroner: i64) -> Self {
        Self(kroner * 100)
    }

    /// The amount in øre.
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// Reads what somebody has typed: "1.234,50", "1234", "1.234,50 kr.", "500,-". From nothing to [`Self::LARGEST`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let amount = Self(parse_scaled(without_currency(&typed.trim().to_lowercase()), 2)?);
        if amount > Self::LARGEST {
            return Err(NumberError::TooLarge);
        }
        Ok(amount)
    }

    /// `numerator` parts of `denominator` of the amount, to the nearest øre.
    ///
    /// # Panics
    /// When `denominator` is zero.
    #[must_use]
    pub fn part(self, numerator: i64, denominator: i64) -> Self {
        Self(divide(
            i128::from(self.0) * i128::from(numerator),
            denominator.into(),
        ))
    }

    /// To the nearest whole krone.
    #[must_use]
    pub fn to_whole_kroner(self) -> Self {
        Self::from_kroner(divide(self.0.into(), 100))
    }

    /// The amount, or nothing where it is below zero.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

impl fmt::Display for Amount {
    /// "1.234,50 kr.", and "1.234 kr." where there are no øre. It is not broken over two lines.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = if self.0 % 100 == 0 { 0 } else { 2 };
        write!(formatter, "{}\u{a0}kr.", format_scaled(self.0, 2, decimals))
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

fn without_currency(text: &str) -> &str {
    let endings = ["kr.", "kr", "dkk", ",-"];
    let text = endings
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text);
    let beginnings = &endings[..3];
    beginnings
        .iter()
        .find_map(|beginning| text.strip_prefix(beginning))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_and_without_their_currency() {
        for typed in [
            "1234,50",
            "1.234,50 kr.",
            "1.234,5 KR",
            "kr. 1.234,50",
            "DKK 1234,50",
        ] {
            assert_eq!(Amount::parse(typed), Ok(Amount(123450)), "{typed}");
        }
        assert_eq!(Amount::parse("500,-"), Ok(Amount(50000)));
        assert_eq!(Amount::parse("kr."), Err(NumberError::Missing));
        assert_eq!(Amount::parse("100.000.000"), Ok(Amount::LARGEST));
        assert_eq!(Amount::parse("100.000.000,01"), Err(NumberError::TooLarge));
    }

    #[test]
    fn amounts_are_written_with_ore_where_there_are_any() {
        assert_eq!(Amount(123450).to_string(), "1.234,50\u{a0}kr.");
        assert_eq!(Amount(5410000).to_string(), "54.100\u{a0}kr.");
        assert_eq!(Amount(-5).to_string(), "−0,05\u{a0}kr.");
    }

    #[test]
    fn parts_are_rounded_to_the_nearest_ore() {
        assert_eq!(Amount(100).part(1, 3), Amount(33));
        assert_eq!(Amount(200).part(1, 3), Amount(67));
        assert_eq!(Amount(150).to_whole_kroner(), Amount::from_kroner(2));
        assert_eq!(Amount(-150).to_whole_kroner(), Amount::from_kroner(-2));
    }
}
