//! Exact numbers, as they are written in exercises.

use std::fmt;

use crate::decimal::{format_scaled, parse_signed};
use crate::digits::western_digits;

/// Decimals that are read of a typed answer: more than any exercise asks for.
const DECIMALS: usize = 6;

/// A number as a fraction, exactly as it is written: 2/4 is not 1/2, but worth the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line (tæller).
    pub numerator: i64,
    /// Below the line (nævner); always above zero.
    pub denominator: i64,
}

impl Fraction {
    /// The fraction of two numbers; `None` where the lower one is zero or a number is too large to reckon with.
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        let fits = |number: i64| number.unsigned_abs() <= 1 << 31;
        let usable = denominator != 0 && fits(numerator) && fits(denominator);
        usable.then_some(Self {
            numerator: numerator * denominator.signum(),
            denominator: denominator.abs(),
        })
    }

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self {
            numerator: number,
            denominator: 1,
        }
    }

    /// A count of tenths (1 place), hundredths (2) or thousandths (3).
    pub(super) fn scaled(count: i64, places: u32) -> Self {
        Self {
            numerator: count,
            denominator: 10_i64.pow(places),
        }
    }

    /// Reads "3/4", "1 3/4", "1½", "0,75", "-3" and what else `decimal.rs` reads.
    pub fn parse(text: &str) -> Option<Self> {
        let text = with_plain_fractions(&western_digits(text));
        let text = text.trim();
        let Some((above, below)) = text.split_once('/') else {
            return decimal(text);
        };
        let below: i64 = digits(below)?;
        let (sign, above) = match above.strip_prefix(['-', '−']) {
            Some(above) => (-1, above),
            None => (1, above),
        };
        let above = match above.trim().rsplit_once(char::is_whitespace) {
            Some((whole, part)) => digits(whole)?.checked_mul(below)?.checked_add(digits(part)?)?,
            None => digits(above)?,
        };
        Self::new(sign * above, below)
    }

    /// Whether both are worth the same, however they are written.
    pub fn is_worth(self, other: Self) -> bool {
        i128::from(self.numerator) * i128::from(other.denominator)
            == i128::from(other.numerator) * i128::from(self.denominator)
    }

    /// The fraction in its lowest terms (forkortet).
    #[must_use]
    pub fn reduced(self) -> Self {
        let divisor = greatest_common_divisor(self.numerator, self.denominator).max(1);
        Self {
            numerator: self.numerator / divisor,
            denominator: self.denominator / divisor,
        }
    }

    /// Whether no number divides both.
    pub fn is_reduced(self) -> bool {
        self.reduced() == self
    }

    /// As a decimal number, where it is one with few decimals: "0,75". Otherwise as a fraction.
    pub fn as_decimal(self) -> String {
        let reduced = self.reduced();
        let exact = (0..=DECIMALS).zip([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]);
        let mut fitting = exact.filter(|(_, scale)| scale % reduced.denominator == 0);
        match fitting.next() {
            Some((places, scale)) => {
                let count = reduced.numerator * (scale / reduced.denominator);
                format_scaled(count, places, places)
            }
            None => self.to_string(),
        }
    }
}

impl fmt::Display for Fraction {
    /// "3/4", or "3" for a whole number.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            return formatter.write_str(&format_scaled(self.numerator, 0, 0));
        }
        let sign = if self.numerator < 0 { "−" } else { "" };
        write!(formatter, "{sign}{}", self.numerator.unsigned_abs())?;
        write!(formatter, "/{}", self.denominator)
    }
}

/// The largest number that divides both (største fælles divisor); zero for two zeros.
pub(super) fn greatest_common_divisor(one: i64, other: i64) -> i64 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// The smallest number that both divide (mindste fælles multiplum).
pub(super) fn least_common_multiple(one: i64, other: i64) -> i64 {
    one / greatest_common_divisor(one, other) * other
}

fn decimal(text: &str) -> Option<Fraction> {
    let count = parse_signed(text, DECIMALS).ok()?;
    let value = Fraction {
        numerator: count,
        denominator: 1_000_000,
    };
    let reduced = value.reduced();
    Fraction::new(reduced.numerator, reduced.denominator)
}

fn digits(text: &str) -> Option<i64> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Telephones write some fractions as one sign.
fn with_plain_fractions(text: &str) -> String {
    let signs = [
        ('½', " 1/2"),
        ('¼', " 1/4"),
        ('¾', " 3/4"),
        ('⅓', " 1/3"),
        ('⅔', " 2/3"),
    ];
    let plain = signs
        .into_iter()
        .fold(text.to_owned(), |text, (sign, plain)| text.replace(sign, plain));
    plain.replace('⁄', "/")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (text, numerator, denominator) in [
            ("3/4", 3, 4),
            (" 3 / 4 ", 3, 4),
            ("2/4", 2, 4),
            ("1 3/4", 7, 4),
            ("1½", 3, 2),
            ("½", 1, 2),
            ("-1/2", -1, 2),
            ("−1 1/2", -3, 2),
            ("0,5", 1, 2),
            ("0.75", 3, 4),
            ("12", 12, 1),
            ("1.234", 1234, 1),
            ("٣/٤", 3, 4),
        ] {
            let read = Fraction::parse(text);
            assert_eq!(read, Fraction::new(numerator, denominator), "{text:?}");
            assert!(read.is_some(), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "/",
            "1/",
            "/2",
            "1/0",
            "1/2/3",
            "1//2",
            "a/b",
            "1/-2",
            "tre",
            "1 2 3/4",
            "99999999999/3",
        ] {
            assert_eq!(Fraction::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_danes_write_them() {
        let decimal = |numerator, denominator| Fraction::new(numerator, denominator).unwrap().as_decimal();
        assert_eq!(decimal(3, 4), "0,75");
        assert_eq!(decimal(50, 10), "5");
        assert_eq!(decimal(-7, 2), "−3,5");
        assert_eq!(decimal(1, 3), "1/3");
        assert_eq!(Fraction::new(-6, 8).unwrap().to_string(), "−6/8");
    }

    proptest! {
        #[test]
        fn reducing_keeps_the_worth(numerator in -5000_i64..5000, denominator in 1_i64..5000) {
            let fraction = Fraction { numerator, denominator };
            prop_assert!(fraction.is_worth(fraction.reduced()));
            prop_assert!(fraction.reduced().is_reduced());
            prop_assert_eq!(Fraction::parse(&fraction.to_string()), Some(fraction));
        }

        #[test]
        fn no_text_makes_reading_panic(text in ".{0,30}") {
            let _ = Fraction::parse(&text);
        }

        #[test]
        fn a_common_multiple_is_the_smallest(one in 1_i64..60, other in 1_i64..60) {
            let multiple = least_common_multiple(one, other);
            let smallest = (1..=one * other).find(|number| number % one == 0 && number % other == 0);
            prop_assert_eq!(Some(multiple), smallest);
        }
    }
}
