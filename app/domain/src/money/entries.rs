//! What was typed into a tool's form, and what its fields make of it.
//!
//! Without JavaScript it comes from the address, with it from the form itself; both are written in the same way, so both
//! sides read the same.

use std::fmt;
use std::ops::RangeInclusive;

use super::amount::Amount;
use super::percent::Percent;
use crate::decimal::{NumberError, parse_scaled};

/// More fields than any form has.
const MOST_FIELDS: usize = 100;
/// Longer than any honest answer, in characters.
const LONGEST: usize = 100;

/// What was typed, by the fields' names. Anybody can write an address, so it may be anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries(Vec<(String, String)>);

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub field: String,
    pub reason: Reason,
}

/// Why a field could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Missing,
    NotANumber,
    TooManyDecimals,
    Below(Limit),
    Above(Limit),
    /// None of the field's choices. No browser sends that by itself.
    NotAChoice,
}

/// How little or how much a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Amount(Amount),
    Percent(Percent),
    Number(i64),
}

/// Reads the fields of a form one by one and notes what is wrong with them.
pub struct Reader<'a> {
    entries: &'a Entries,
    problems: Vec<Problem>,
}

impl Entries {
    /// Reads what stands after the question mark of an address, which is also what a browser sends of a form.
    pub fn of_query(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
        let pairs = pairs.take(MOST_FIELDS);
        Self(
            pairs
                .map(|(field, text)| (field.into_owned(), text.chars().take(LONGEST).collect()))
                .collect(),
        )
    }

    /// What was typed into a field; nothing where it is not there.
    pub fn get(&self, field: &str) -> &str {
        let mut pairs = self.0.iter();
        pairs.find(|(name, _)| name == field).map_or("", |(_, text)| text)
    }

    /// Whether there are no fields at all: the form has not been sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a whole form. Every problem is told, not only the first.
    pub fn read<T>(&self, form: impl FnOnce(&mut Reader) -> Option<T>) -> Result<T, Vec<Problem>> {
        let mut reader = Reader {
            entries: self,
            problems: Vec::new(),
        };
        let value = form(&mut reader);
        let Reader { problems, .. } = reader;
        value.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

impl Reader<'_> {
    /// What was typed, without the spaces around it.
    pub fn text(&self, field: &str) -> &str {
        self.entries.get(field).trim()
    }

    /// Whether nothing was typed.
    pub fn is_left_out(&self, field: &str) -> bool {
        self.text(field).is_empty()
    }

    /// An amount that must be there.
    pub fn amount(&mut self, field: &str, allowed: RangeInclusive<Amount>) -> Option<Amount> {
        self.number(field, Amount::parse, &allowed)
    }

    /// An amount that is nothing where it is left out.
    pub fn amount_or_zero(&mut self, field: &str) -> Option<Amount> {
        self.amount_up_to(field, Amount::LARGEST)
    }

    /// An amount with a limit, nothing where it is left out.
    pub fn amount_up_to(&mut self, field: &str, most: Amount) -> Option<Amount> {
        if self.is_left_out(field) {
            return Some(Amount::ZERO);
        }
        self.amount(field, Amount::ZERO..=most)
    }

    /// Reads a field only where something was typed.
    pub fn optional<T>(&mut self, field: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.is_left_out(field) { None } else { read(self) }
    }

    /// A rate that must be there.
    pub fn percent(&mut self, field: &str, allowed: RangeInclusive<Percent>) -> Option<Percent> {
        self.number(field, Percent::parse, &allowed)
    }

    /// A whole number that must be there.
    pub fn whole(&mut self, field: &str, allowed: RangeInclusive<i64>) -> Option<i64> {
        self.number(field, |typed| parse_scaled(typed, 0), &allowed)
    }

    /// One of a field's choices; `usual` where none was made.
    pub fn choice<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>, usual: T) -> Option<T> {
        if self.is_left_out(field) {
            return Some(usual);
        }
        let choice = parse(self.text(field));
        if choice.is_none() {
            self.note(field, Reason::NotAChoice);
        }
        choice
    }

    /// Notes what is wrong with a field.
    pub fn note(&mut self, field: &str, reason: Reason) {
        self.problems.push(Problem {
            field: field.to_owned(),
            reason,
        });
    }

    fn number<T>(
        &mut self,
        field: &str,
        parse: fn(&str) -> Result<T, NumberError>,
        allowed: &RangeInclusive<T>,
    ) -> Option<T>
    where
        T: Copy + PartialOrd + Into<Limit>,
    {
        let (least, most) = (*allowed.start(), *allowed.end());
        let reason = match parse(self.text(field)) {
            Ok(number) if number < least => Reason::Below(least.into()),
            Ok(number) if number > most => Reason::Above(most.into()),
            Ok(number) => return Some(number),
            Err(NumberError::Missing) => Reason::Missing,
            Err(NumberError::NotANumber) => Reason::NotANumber,
            Err(NumberError::TooManyDecimals) => Reason::TooManyDecimals,
            Err(NumberError::Negative) => Reason::Below(least.into()),
            Err(NumberError::TooLarge) => Reason::Above(most.into()),
        };
        self.note(field, reason);
        None
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount(amount) => amount.fmt(formatter),
            Self::Percent(rate) => rate.fmt(formatter),
            Self::Number(number) => number.fmt(formatter),
        }
    }
}

impl From<Amount> for Limit {
    fn from(amount: Amount) -> Self {
        Self::Amount(amount)
    }
}

impl From<Percent> for Limit {
    fn from(rate: Percent) -> Self {
        Self::Percent(rate)
    }
}

impl From<i64> for Limit {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_is_read_as_browsers_write_it() {
        let entries = Entries::of_query("?navn=Disney%2B+og+mere&rente=8+%25&navn=igen");
        assert_eq!(entries.get("navn"), "Disney+ og mere");
        assert_eq!(entries.get("rente"), "8 %");
        assert_eq!(entries.get("findes-ikke"), "");
        assert!(Entries::of_query("?").is_empty() && Entries::of_query("").is_empty());
    }

    #[test]
    fn every_problem_is_told_in_the_order_of_the_fields() {
        let entries = Entries::of_query("a=mange&b=&c=12&d=-1&e=9999999999999&f=x&g=1,234");
        let read = entries.read(|reader| {
            let a = reader.amount_or_zero("a");
            let b = reader.whole("b", 1..=5);
            reader.whole("c", 1..=5);
            reader.amount_or_zero("d");
            reader.amount_or_zero("e");
            reader.choice("f", |text| (text == "y").then_some(1), 0);
            reader.amount_or_zero("g");
            Some((a?, b?))
        });
        let reasons: Vec<_> = read
            .unwrap_err()
            .into_iter()
            .map(|problem| (problem.field, problem.reason))
            .collect();
        assert_eq!(
            reasons,
            [
                ("a".to_owned(), Reason::NotANumber),
                ("b".to_owned(), Reason::Missing),
                ("c".to_owned(), Reason::Above(Limit::Number(5))),
                ("d".to_owned(), Reason::Below(Limit::Amount(Amount::ZERO))),
                ("e".to_owned(), Reason::Above(Limit::Amount(Amount::LARGEST))),
                ("f".to_owned(), Reason::NotAChoice),
                ("g".to_owned(), Reason::TooManyDecimals),
            ]
        );
    }

    #[test]
    fn what_may_be_left_out_is_nothing() {
        let read = Entries::of_query("b=+").read(|reader| {
            let a = reader.amount_or_zero("a");
            let b = reader.choice("b", |_| None, 7);
            Some((a?, b?))
        });
        assert_eq!(read, Ok((Amount::ZERO, 7)));
    }

    proptest! {
        #[test]
        fn no_query_makes_reading_panic(query in "\\PC{0,200}") {
            let entries = Entries::of_query(&query);
            let _ = entries.read(|reader| reader.amount("a", Amount::ZERO..=Amount::LARGEST));
        }
    }
}
