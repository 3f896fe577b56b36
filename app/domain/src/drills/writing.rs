//! How exercises write their figures.

use super::answer::Answer;
use super::fraction::Fraction;
use super::slip::Slip;
use crate::decimal::{decimals_needed, format_scaled};

/// "1.234", "−3".
pub(super) fn whole(number: i64) -> String {
    format_scaled(number, 0, 0)
}

/// A count of the smallest part with every decimal: 340 with two places is "3,40".
pub(super) fn fixed(count: i64, places: usize) -> String {
    format_scaled(count, places, places)
}

/// A count of the smallest part with no more decimals than it needs: 340 with two places is "3,4".
pub(super) fn short(count: i64, places: usize) -> String {
    format_scaled(count, places, decimals_needed(count, places))
}

/// An amount of øre: "12" or "12,50".
pub(super) fn ore(amount: i64) -> String {
    let shown = if amount % 100 == 0 { 0 } else { 2 };
    format_scaled(amount, 2, shown)
}

/// The same with its unit: "12,50 kr."
pub(super) fn kroner(amount: i64) -> String {
    format!("{}\u{a0}kr.", ore(amount))
}

/// Texts with something between them.
pub(super) fn joined(parts: &[i64], between: &str) -> String {
    let texts: Vec<_> = parts.iter().map(|part| whole(*part)).collect();
    texts.join(between)
}

/// A whole number as an answer.
pub(super) fn number(value: i64) -> Answer {
    Answer::Number {
        value: Fraction::whole(value),
        unit: "",
    }
}

/// Wrong whole numbers with what they come of.
pub(super) fn numbers<const COUNT: usize>(slips: [(i64, Slip); COUNT]) -> Vec<(Answer, Slip)> {
    slips.map(|(value, slip)| (number(value), slip)).into()
}
