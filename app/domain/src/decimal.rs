//! Numbers as Danes write them: a comma before the decimals, full stops between the thousands.
//!
//! Everything that is typed as a number is read here: answers, amounts, rates and the figures of the content. A number is
//! kept as a whole count of its smallest part, so nothing is rounded by accident.

use thiserror::Error;

use crate::digits::western_digits;

/// What begins the decimals on an Arabic keyboard, and what stands between its thousands.
const ARABIC_COMMA: char = '٫';
const ARABIC_SEPARATOR: char = '٬';

/// Why a written number was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberError {
    #[error("nothing is written")]
    Missing,
    #[error("it is not a number")]
    NotANumber,
    #[error("it has too many decimals")]
    TooManyDecimals,
    #[error("it is below zero")]
    Negative,
    #[error("it is too large")]
    TooLarge,
}

/// Reads a number as a count of its smallest part: "-1.234,5" with two places is -123450.
///
/// A comma begins the decimals, and one of the two sides of it may be left out. Full stops, spaces or apostrophes stand
/// between thousands, one kind throughout. A full stop that cannot stand between thousands is taken for a comma, as
/// other languages write. Arabic and Persian digits are as good, with the signs that belong to them.
///
/// Nothing is guessed: "12,500" is not accepted with two places, for it may be meant as twelve thousand and a half.
pub(crate) fn parse_signed(text: &str, places: usize) -> Result<i64, NumberError> {
    let text = western_digits(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Missing);
    }
    let positive = text.strip_prefix(['-', '−']);
    let (whole, decimals) = split(positive.unwrap_or(text).trim_start()).ok_or(NumberError::NotANumber)?;
    if decimals.len() > places {
        return Err(NumberError::TooManyDecimals);
    }
    // They are digits, so they can only be too many.
    let value: i64 = format!("{whole}{decimals:0<places$}")
        .parse()
        .map_err(|_| NumberError::TooLarge)?;
    Ok(if positive.is_some() { -value } else { value })
}

/// Reads a number of zero or more, else as [`parse_signed`].
pub(crate) fn parse_scaled(text: &str, places: usize) -> Result<i64, NumberError> {
    let value = parse_signed(text, places)?;
    if value < 0 {
        return Err(NumberError::Negative);
    }
    Ok(value)
}

/// Writes a count of the smallest part: 123450 with two places, both shown, is "1.234,50".
pub(crate) fn format_scaled(value: i64, places: usize, shown: usize) -> String {
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let sign = if value < 0 { "−" } else { "" };
    let comma = if shown > 0 { "," } else { "" };
    format!("{sign}{}{comma}{}", grouped(whole), &decimals[..shown])
}

/// How many of the decimals are needed to write a value: none for 1000 with three places.
pub(crate) fn decimals_needed(value: i64, places: usize) -> usize {
    let (mut value, mut needed) = (value, places);
    while needed > 0 && value % 10 == 0 {
        value /= 10;
        needed -= 1;
    }
    needed
}

/// Divides by something above zero and rounds to the nearest whole number, halves away from zero, as people do.
/// What is too large for an `i64` becomes the nearest there is.
pub(crate) fn divide(numerator: i128, denominator: i128) -> i64 {
    let rounded = (2 * numerator + numerator.signum() * denominator) / (2 * denominator);
    i64::try_from(rounded).unwrap_or(if rounded > 0 { i64::MAX } else { i64::MIN })
}

/// The digits before and after the decimal comma, without separators. Nothing where it is no number.
fn split(text: &str) -> Option<(String, &str)> {
    let (whole, decimals) = text
        .split_once([',', ARABIC_COMMA])
        .or_else(|| at_decimal_point(text))
        .unwrap_or((text, ""));
    let whole = without_separators(whole)?;
    let is_number = is_digits(decimals) && !(whole.is_empty() && decimals.is_empty());
    is_number.then_some((whole, decimals))
}

/// Whoever writes 12.50 means twelve and a half, and whoever writes 0.125 an eighth: only three digits are thousands, and
/// no thousands begin with a zero.
fn at_decimal_point(text: &str) -> Option<(&str, &str)> {
    text.split_once('.').filter(|(whole, decimals)| {
        !decimals.is_empty() && is_digits(decimals) && (decimals.len() != 3 || *whole == "0")
    })
}

/// "1.234" and "1 234" as "1234".
fn without_separators(whole: &str) -> Option<String> {
    let Some(separator) = whole.chars().find(|sign| is_separator(*sign)) else {
        return is_digits(whole).then(|| whole.to_owned());
    };
    let groups: Vec<_> = whole.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let is_grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| is_digits(group));
    is_grouped.then(|| groups.concat())
}

fn is_separator(sign: char) -> bool {
    matches!(sign, '.' | '\'' | '’' | ARABIC_SEPARATOR) || sign.is_whitespace()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_danes_write_them() {
        for (text, ore) in [
            ("1.234,50", 123450),
            ("1 234,50", 123450),
            ("1\u{a0}234,5", 123450),
            (" 1234 ", 123400),
            ("54.100", 5410000),
            ("0,05", 5),
            (",5", 50),
            ("5,", 500),
            ("1.000.000", 100000000),
            ("1'234", 123400),
            ("007", 700),
            ("-0", 0),
            ("١٬٢٣٤٫٥", 123450),
            ("۱۲", 1200),
        ] {
            assert_eq!(parse_scaled(text, 2), Ok(ore), "{text:?}");
        }
    }

    #[test]
    fn a_decimal_point_is_understood_where_it_can_mean_nothing_else() {
        assert_eq!(parse_scaled("12.50", 2), Ok(1250));
        assert_eq!(parse_scaled("12.5", 2), Ok(1250));
        assert_eq!(parse_scaled("1.234", 2), Ok(123400));
        assert_eq!(parse_scaled("0.125", 3), Ok(125));
        assert_eq!(parse_scaled("1.2345", 4), Ok(12345));
    }

    #[test]
    fn what_is_below_zero_is_read_where_it_may_be() {
        for (text, ore) in [("-3", -300), ("−0,25", -25), ("- 1.234", -123400), ("3", 300)] {
            assert_eq!(parse_signed(text, 2), Ok(ore), "{text:?}");
        }
        for text in ["-", "--3", "3-"] {
            assert_eq!(parse_signed(text, 2), Err(NumberError::NotANumber), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_reason() {
        use NumberError::{Missing, Negative, NotANumber, TooLarge, TooManyDecimals};
        for (text, error) in [
            ("", Missing),
            ("  ", Missing),
            (",", NotANumber),
            ("tusind", NotANumber),
            ("12a", NotANumber),
            ("1,2,3", NotANumber),
            ("1,234.50", NotANumber),
            ("12.34.56", NotANumber),
            ("12 34", NotANumber),
            ("1 234.567", NotANumber),
            ("1234.567", NotANumber),
            ("0.123.456", NotANumber),
            ("१२", NotANumber),
            ("12,500", TooManyDecimals),
            ("1.2345", TooManyDecimals),
            ("0.125", TooManyDecimals),
            ("-5", Negative),
            ("−5,00", Negative),
            ("99999999999999999999", TooLarge),
        ] {
            assert_eq!(parse_scaled(text, 2), Err(error), "{text:?}");
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (numerator, denominator, rounded) in [(5, 2, 3), (-5, 2, -3), (7, 3, 2), (8, 3, 3), (0, 7, 0)] {
            assert_eq!(
                divide(numerator, denominator),
                rounded,
                "{numerator}/{denominator}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in i64::MIN / 10..i64::MAX / 10, places in 0_usize..7) {
            prop_assert_eq!(parse_signed(&format_scaled(value, places, places), places), Ok(value));
        }

        #[test]
        fn a_number_needs_no_more_places_than_it_is_written_with(value in 0_i64..i64::MAX / 1000, places in 0_usize..4) {
            let shown = decimals_needed(value, places);
            prop_assert_eq!(parse_scaled(&format_scaled(value, places, shown), places), Ok(value));
        }

        #[test]
        fn no_text_makes_reading_panic(text in ".{0,30}", places in 0_usize..7) {
            let _ = parse_signed(&text, places);
        }

        #[test]
        fn a_rounded_quotient_is_at_most_half_off(numerator in -(1_i128 << 60)..1 << 60, denominator in 1_i128..1 << 40) {
            let off = numerator - i128::from(divide(numerator, denominator)) * denominator;
            prop_assert!(2 * off.abs() <= denominator);
        }
    }
}
