//! Numbers as Danes write them.

use std::fmt;

use crate::digits::western_digits;

/// A number with up to six decimals, kept exactly, as millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(i64);

const DECIMALS: usize = 6;

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Reads "1.234,50", "1234,5", "1 234", "-3" and "0.5".
    ///
    /// A comma begins the decimals. A full stop stands between thousands where three digits follow it, and is else taken for
    /// a comma, as other languages write. Arabic digits and their decimal sign are as good. `None` for everything else,
    /// and above a trillion.
    pub fn parse(text: &str) -> Option<Self> {
        let text = western_digits(text)
            .trim()
            .replace(['\u{a0}', '\u{202f}', ' ', '\''], "")
            .replace('−', "-")
            .replace('٫', ",");
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.as_str()),
        };
        let (whole, decimals) = split(digits)?;
        let whole = without_thousands(whole)?;
        let value = whole
            .parse::<i64>()
            .ok()?
            .checked_mul(1_000_000)?
            .checked_add(millionths(decimals)?)?;
        Some(Self(if negative { -value } else { value }))
    }

    /// Whether two numbers are at most so far apart.
    pub fn is_within(self, other: Self, tolerance: Self) -> bool {
        self.0.abs_diff(other.0) <= tolerance.0.unsigned_abs()
    }
}

/// Before and after the decimal comma, or the point that is meant as one.
fn split(digits: &str) -> Option<(&str, &str)> {
    if let Some((whole, decimals)) = digits.split_once(',') {
        return (!decimals.is_empty()).then_some((whole, decimals));
    }
    match digits.split_once('.') {
        Some((whole, decimals)) if decimals.len() != 3 && !decimals.contains('.') => {
            (!decimals.is_empty()).then_some((whole, decimals))
        }
        _ => Some((digits, "")),
    }
}

/// "1.234.567" as "1234567".
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split('.');
    let mut digits = groups.next()?.to_owned();
    let grouped = whole.contains('.');
    if digits.is_empty() || (grouped && digits.len() > 3) {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    (plain && digits.len() <= 12).then_some(digits)
}

fn millionths(decimals: &str) -> Option<i64> {
    if decimals.len() > DECIMALS || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    format!("{decimals:0<DECIMALS$}").parse().ok()
}

impl fmt::Display for Number {
    /// As Danes write it: "1.234,5".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (
            self.0.unsigned_abs() / 1_000_000,
            self.0.unsigned_abs() % 1_000_000,
        );
        if self.0 < 0 {
            formatter.write_str("-")?;
        }
        let digits = whole.to_string();
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                formatter.write_str(".")?;
            }
            write!(formatter, "{digit}")?;
        }
        if rest > 0 {
            let decimals = format!("{rest:06}");
            write!(formatter, ",{}", decimals.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_danes_write_them() {
        for (text, shown) in [
            ("1.234,50", "1.234,5"),
            ("1234,5", "1.234,5"),
            (" 1 234 ", "1.234"),
            ("1\u{a0}234\u{a0}567", "1.234.567"),
            ("0.5", "0,5"),
            ("12.5", "12,5"),
            ("1.234", "1.234"),
            ("-3", "-3"),
            ("−0,25", "-0,25"),
            ("007", "7"),
            ("١٢٫٥", "12,5"),
        ] {
            assert_eq!(Number::parse(text).unwrap().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "-",
            ",5",
            "1,",
            "1.",
            "1,2,3",
            "1.23,4",
            "1.2.3",
            "1234.567,0",
            "ti",
            "1e5",
            "१२",
            "0,1234567",
            "9999999999999",
        ] {
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

        #[test]
        fn nothing_that_is_typed_makes_it_fail(text in ".{0,30}") {
            let _ = Number::parse(&text);
        }
    }
}
