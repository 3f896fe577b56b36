//! What is right, and whether a typed answer is: by its worth, not by its spelling.

use serde::{Deserialize, Serialize};

use super::clock::ClockTime;
use super::fraction::Fraction;
use super::writing::ore;
use crate::digits::western_digits;
use crate::learning::question::{MAX_WRITTEN, is_nearly, normalised};

/// What stands behind an amount.
const KRONER: &str = "kr.";

/// What is right in an exercise. It never leaves the server before it has been asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A number, written as a whole or decimal number.
    Number { value: Fraction, unit: &'static str },
    /// An amount of øre, written in kroner.
    Kroner(i64),
    /// A number, written as a fraction; anything that is worth the same is as right.
    Fraction(Fraction),
    /// A fraction in its lowest terms, for that is what is asked for.
    Simplified(Fraction),
    /// How often it goes, and what is left over.
    WithRemainder { quotient: i64, remainder: i64 },
    /// A time on a clock with hands: morning and evening are alike.
    TwelveHours(ClockTime),
    /// A time of day.
    Time(ClockTime),
    /// A point of the plane.
    Point { x: i64, y: i64 },
    /// One of several words; the first is the one that is shown.
    Words(Vec<String>),
}

/// A field that an answer is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerField {
    Number,
    Fraction,
    Quotient,
    Remainder,
    Time,
    X,
    Y,
    Word,
}

/// What people can mend in an answer before it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DrillProblem {
    Missing,
    NotANumber,
    NotAFraction,
    NotATime,
    TooLong,
}

impl Answer {
    /// The fields to type it into, in order.
    pub fn fields(&self) -> &'static [AnswerField] {
        match self {
            Self::Number { .. } | Self::Kroner(_) => &[AnswerField::Number],
            Self::Fraction(_) | Self::Simplified(_) => &[AnswerField::Fraction],
            Self::WithRemainder { .. } => &[AnswerField::Quotient, AnswerField::Remainder],
            Self::TwelveHours(_) | Self::Time(_) => &[AnswerField::Time],
            Self::Point { .. } => &[AnswerField::X, AnswerField::Y],
            Self::Words(_) => &[AnswerField::Word],
        }
    }

    /// What stands behind the field: "cm". Empty for a bare number.
    pub fn unit(&self) -> &'static str {
        match self {
            Self::Number { unit, .. } => unit,
            Self::Kroner(_) => KRONER,
            _ => "",
        }
    }

    /// The answer as the fields would hold it.
    pub fn written(&self) -> Vec<String> {
        let number = |number| Fraction::whole(number).as_decimal();
        match self {
            Self::Number { value, .. } => vec![value.as_decimal()],
            Self::Kroner(amount) => vec![ore(*amount)],
            Self::Fraction(fraction) | Self::Simplified(fraction) => vec![fraction.to_string()],
            Self::WithRemainder { quotient, remainder } => vec![number(*quotient), number(*remainder)],
            Self::TwelveHours(time) | Self::Time(time) => vec![time.to_string()],
            Self::Point { x, y } => vec![number(*x), number(*y)],
            Self::Words(words) => words.first().into_iter().cloned().collect(),
        }
    }

    /// Whether what was typed into the fields is right.
    pub fn accepts(&self, given: &[String]) -> Result<bool, DrillProblem> {
        let mut typed = Vec::new();
        for (index, _) in self.fields().iter().enumerate() {
            typed.push(typed_text(given.get(index).map_or("", String::as_str))?);
        }
        match (self, typed.as_slice()) {
            (Self::Number { value, unit }, [text]) => Ok(number(text, unit)?.is_worth(*value)),
            (Self::Kroner(amount), [text]) => {
                Ok(number(text, KRONER)?.is_worth(Fraction::scaled(*amount, 2)))
            }
            (Self::Fraction(value), [text]) => Ok(fraction(text)?.is_worth(*value)),
            (Self::Simplified(value), [text]) => {
                let typed = fraction(text)?;
                Ok(typed.is_worth(*value) && typed.is_reduced())
            }
            (Self::WithRemainder { quotient, remainder }, [first, second]) => {
                Ok(are(first, second, *quotient, *remainder)?)
            }
            (Self::Point { x, y }, [first, second]) => Ok(are(first, second, *x, *y)?),
            (Self::TwelveHours(value), [text]) => Ok(time(text)?.looks_like(*value)),
            (Self::Time(value), [text]) => Ok(time(text)? == *value),
            (Self::Words(words), [text]) => {
                let typed = normalised(text);
                Ok(words.iter().any(|word| normalised(word) == typed))
            }
            // The fields above are those of the kind, so nothing else comes.
            _ => Ok(false),
        }
    }

    /// Whether a word is right but for a letter or two.
    pub(super) fn is_nearly(&self, given: &[String]) -> bool {
        let (Self::Words(words), Some(typed)) = (self, given.first()) else {
            return false;
        };
        let typed = normalised(typed);
        words.iter().any(|word| is_nearly(&typed, &normalised(word)))
    }
}

fn typed_text(text: &str) -> Result<&str, DrillProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DrillProblem::Missing);
    }
    if text.chars().count() > MAX_WRITTEN {
        return Err(DrillProblem::TooLong);
    }
    Ok(text)
}

/// A number, with or without its unit behind it, or "x =" before it.
fn number(text: &str, unit: &str) -> Result<Fraction, DrillProblem> {
    let bare = without_unit(without_unknown(text), unit);
    Fraction::parse(bare).ok_or(DrillProblem::NotANumber)
}

/// "5 cm" without its unit; a full stop behind one does not matter, nor whether its letters are capitals.
fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    let unit = unit.trim_end_matches('.');
    let shorter = text.trim_end_matches('.');
    let start = shorter.len().checked_sub(unit.len());
    let split = start.and_then(|start| shorter.split_at_checked(start));
    match split {
        Some((number, end)) if !unit.is_empty() && end.eq_ignore_ascii_case(unit) => number,
        _ => text,
    }
}

fn without_unknown(text: &str) -> &str {
    let bare = text.strip_prefix(['x', 'X']).map(str::trim_start);
    bare.and_then(|text| text.strip_prefix('=')).unwrap_or(text)
}

fn fraction(text: &str) -> Result<Fraction, DrillProblem> {
    Fraction::parse(text).ok_or(DrillProblem::NotAFraction)
}

fn time(text: &str) -> Result<ClockTime, DrillProblem> {
    ClockTime::parse(text).ok_or(DrillProblem::NotATime)
}

/// Whether two typed whole numbers are these.
fn are(first: &str, second: &str, one: i64, other: i64) -> Result<bool, DrillProblem> {
    let read = |text| Fraction::parse(&western_digits(text)).ok_or(DrillProblem::NotANumber);
    let (first, second) = (read(first)?, read(second)?);
    Ok(first.is_worth(Fraction::whole(one)) && second.is_worth(Fraction::whole(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(answer: &Answer, given: &[&str]) -> Result<bool, DrillProblem> {
        let given: Vec<_> = given.iter().map(ToString::to_string).collect();
        answer.accepts(&given)
    }

    fn fraction(numerator: i64, denominator: i64) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn an_answer_is_right_by_its_worth() {
        let half = Answer::Fraction(fraction(1, 2));
        for text in ["1/2", "0,5", "2/4", "½", " 5/10 ", "0.50"] {
            assert_eq!(accepts(&half, &[text]), Ok(true), "{text}");
        }
        let metres = Answer::Number {
            value: Fraction::scaled(25, 1),
            unit: "m",
        };
        for text in ["2,5", "2,50", "2,5 m", "2.5m", "2,5 M", "5/2", "2½"] {
            assert_eq!(accepts(&metres, &[text]), Ok(true), "{text}");
        }
        assert_eq!(accepts(&metres, &["25"]), Ok(false));
        assert_eq!(accepts(&metres, &["2,5 kg"]), Err(DrillProblem::NotANumber));
    }

    #[test]
    fn money_is_read_with_its_unit() {
        let price = Answer::Kroner(6250);
        assert_eq!(price.written(), ["62,50"]);
        for text in ["62,50", "62,5", "62,50 kr.", "62,50 kr", "62.50 KR."] {
            assert_eq!(accepts(&price, &[text]), Ok(true), "{text}");
        }
    }

    #[test]
    fn a_fraction_that_can_be_shortened_is_not_shortened() {
        let answer = Answer::Simplified(fraction(2, 3));
        assert_eq!(accepts(&answer, &["2/3"]), Ok(true));
        assert_eq!(accepts(&answer, &["4/6"]), Ok(false));
        let improper = Answer::Simplified(fraction(7, 4));
        for text in ["7/4", "1 3/4"] {
            assert_eq!(accepts(&improper, &[text]), Ok(true), "{text}");
        }
    }

    #[test]
    fn a_clock_with_hands_knows_no_evening() {
        let time = ClockTime::from_minutes(14 * 60 + 30);
        assert_eq!(accepts(&Answer::TwelveHours(time), &["2.30"]), Ok(true));
        assert_eq!(accepts(&Answer::Time(time), &["2.30"]), Ok(false));
        for text in ["kl. 14.30", "14:30"] {
            assert_eq!(accepts(&Answer::TwelveHours(time), &[text]), Ok(true), "{text}");
            assert_eq!(accepts(&Answer::Time(time), &[text]), Ok(true), "{text}");
        }
    }

    #[test]
    fn an_unknown_may_be_written_with_its_value() {
        let answer = Answer::Number {
            value: Fraction::whole(-4),
            unit: "",
        };
        for text in ["-4", "x = -4", "X=−4", "- 4"] {
            assert_eq!(accepts(&answer, &[text]), Ok(true), "{text}");
        }
    }

    #[test]
    fn words_are_right_whatever_their_case() {
        let answer = Answer::Words(vec!["autumn".to_owned(), "fall".to_owned()]);
        for text in ["autumn", "Fall", " fall. "] {
            assert_eq!(accepts(&answer, &[text]), Ok(true), "{text}");
        }
        assert_eq!(accepts(&answer, &["autum"]), Ok(false));
    }

    #[test]
    fn what_cannot_be_graded_says_why() {
        let division = Answer::WithRemainder {
            quotient: 3,
            remainder: 2,
        };
        assert_eq!(accepts(&division, &["3", "2"]), Ok(true));
        assert_eq!(accepts(&division, &["3"]), Err(DrillProblem::Missing));
        assert_eq!(accepts(&division, &["3", "to"]), Err(DrillProblem::NotANumber));
        let time = Answer::Time(ClockTime::from_minutes(0));
        assert_eq!(accepts(&time, &["midnat"]), Err(DrillProblem::NotATime));
        let half = Answer::Fraction(fraction(1, 2));
        assert_eq!(accepts(&half, &["en halv"]), Err(DrillProblem::NotAFraction));
        assert_eq!(
            accepts(&half, &["1".repeat(300).as_str()]),
            Err(DrillProblem::TooLong)
        );
    }
}
