//! Rates.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use crate::decimal::{NumberError, decimals_needed, format_scaled, parse_scaled};

/// Decimals that are kept: a municipality's tax has two, the country's average three.
const PLACES: usize = 3;

/// A rate in thousandths of a per cent, exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(i64);

impl Percent {
    /// The whole of something, in thousandths of a per cent.
    pub const WHOLE: Self = Self::from_whole(100);

    /// A rate of whole per cent.
    pub const fn from_whole(percent: i64) -> Self {
        Self(percent * 1000)
    }

    /// A rate in thousandths of a per cent.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The rate in thousandths of a per cent.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads what somebody has typed: "12,01", "8 %".
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        parse_scaled(typed.trim().trim_end_matches('%'), PLACES).map(Self)
    }

    /// So much of an amount, to the nearest øre.
    pub fn of(self, amount: Amount) -> Amount {
        amount.part(self.0, Self::WHOLE.0)
    }
}

impl fmt::Display for Percent {
    /// "12,01 %", with no more decimals than it has. It is not broken over two lines.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = decimals_needed(self.0, PLACES);
        write!(formatter, "{}\u{a0}%", format_scaled(self.0, PLACES, shown))
    }
}

impl std::ops::Add for Percent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_and_written() {
        for (typed, thousandths, written) in [
            ("8", 8000, "8\u{a0}%"),
            ("8 %", 8000, "8\u{a0}%"),
            ("12,01%", 12010, "12,01\u{a0}%"),
            ("25,068", 25068, "25,068\u{a0}%"),
            ("0.5", 500, "0,5\u{a0}%"),
        ] {
            let rate = Percent::parse(typed).unwrap();
            assert_eq!(
                (rate.0, rate.to_string().as_str()),
                (thousandths, written),
                "{typed}"
            );
        }
        assert_eq!(Percent::parse("1,2345"), Err(NumberError::TooManyDecimals));
    }

    #[test]
    fn a_part_of_an_amount_is_rounded_to_the_nearest_ore() {
        assert_eq!(
            Percent::from_whole(8).of(Amount::from_ore(3830535)),
            Amount::from_ore(306443)
        );
        assert_eq!(Percent::WHOLE.of(Amount::from_ore(7)), Amount::from_ore(7));
    }
}
