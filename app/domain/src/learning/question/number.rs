//! Numbers that are answers.

use std::fmt;

use crate::decimal::{decimals_needed, format_scaled, parse_signed};

/// A number with up to six decimals, kept exactly, as millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(i64);

const DECIMALS: usize = 6;

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Reads "1.234,50", "1 234", "-3" and what else `decimal.rs` reads. `None` for everything else.
    pub fn parse(text: &str) -> Option<Self> {
        parse_signed(text, DECIMALS).ok().map(Self)
    }

    /// Whether two numbers are at most so far apart.
    pub fn is_within(self, other: Self, tolerance: Self) -> bool {
        self.0.abs_diff(other.0) <= tolerance.0.unsigned_abs()
    }
}

impl fmt::Display for Number {
    /// As Danes write it: "1.234,5".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = decimals_needed(self.0, DECIMALS);
        formatter.write_str(&format_scaled(self.0, DECIMALS, shown))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_answer_is_read_and_written_with_its_decimals() {
        for (text, shown) in [
            ("1.234,50", "1.234,5"),
            (" 1 234 ", "1.234"),
            ("-3", "−3"),
            ("0.5", "0,5"),
            ("0,000001", "0,000001"),
            ("١٢٫٥", "12,5"),
        ] {
            assert_eq!(Number::parse(text).unwrap().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_too_much_is_refused() {
        for text in ["", "ti", "1e5", "0,1234567", "9999999999999", "-9999999999999"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn closeness_counts_its_ends_in() {
        let number = |text| Number::parse(text).unwrap();
        assert!(number("10,5").is_within(number("10"), number("0,5")));
        assert!(!number("10,51").is_within(number("10"), number("0,5")));
        assert!(number("-1").is_within(number("-1"), Number::ZERO));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(millionths in -1_000_000_000_000_000_i64..1_000_000_000_000_000) {
            let number = Number(millionths);
            prop_assert_eq!(Number::parse(&number.to_string()), Some(number));
        }
    }
}
