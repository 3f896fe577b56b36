//! Fields of the forms, and what can be wrong in them.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::hours_text::parse_clock;
use crate::appointments::Unit;
use crate::digits::western_digits;
use crate::white_space::fold_white_space;

/// A field, and what is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: String,
    pub problem: Problem,
}

/// What can be wrong in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    Missing,
    NotADate,
    /// The day has passed.
    Past,
    /// The end comes before the beginning.
    Backwards,
    NotAClock,
    NotHours,
    NotALanguage,
    /// Not a multiple of five within its limits.
    NotMinutes,
    /// Not a number from 0 to 100.
    NotACount,
    /// Not a number from 1 to 100.
    NotSeats,
    /// Not a number within what the field's hint says.
    NotWithin,
    /// A line is not a date and a time of day.
    NotADateLine(i64),
    /// A line is not a date on which the rule would hold, or stands twice.
    NotAnException(i64),
    /// More than one stretch of hours.
    NotOneStretch,
    /// The shares are more than all of it together.
    MoreThanAll,
    /// Not 2 to 20 dates.
    NotSoManyDates,
    /// No series begins between the two days.
    NeverBegins,
    /// A series needs somebody who gives its service at its place.
    SeriesNotGiven,
    /// One date of a series begins before another is over, or when clocks skip an hour.
    SeriesOverlap,
    /// Two series may begin at the same place and time.
    SeriesTogether,
    /// The rest of the schedule does not allow it.
    AgainstTheRules,
    /// Whoever gives a service that several have at once gives no other.
    GivesOthers,
    /// The schedule has it already.
    ThereAlready,
    /// The place has things of this kind already.
    HasAlready,
    /// The place's opening hours stand on every page.
    MainPlace,
    /// A service uses something that only this place has.
    UsedOnlyThere,
}

pub(super) type Read<T> = Result<T, Vec<FieldProblem>>;

/// Collects what is wrong, so that all of it is told at once.
#[derive(Default)]
pub(super) struct Problems(Vec<FieldProblem>);

impl Problems {
    pub(super) fn keep<T>(&mut self, field: &str, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem)).ok()
    }

    pub(super) fn add(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldProblem {
            field: field.to_owned(),
            problem,
        });
    }

    /// What was read, if nothing is wrong.
    pub(super) fn finish<T>(self, read: Option<T>) -> Read<T> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(self.0),
        }
    }
}

pub(super) fn coming_date(typed: &str, today: Date) -> Result<Date, Problem> {
    let date = parse_date(typed)?;
    if date < today {
        Err(Problem::Past)
    } else {
        Ok(date)
    }
}

/// `2026-12-24` as browsers send it, or 24.12.2026 with full stops, hyphens or slashes as people write it.
pub(super) fn parse_date(typed: &str) -> Result<Date, Problem> {
    let typed = western_digits(typed.trim());
    if typed.is_empty() {
        return Err(Problem::Missing);
    }
    if let Ok(date) = typed.parse() {
        return Ok(date);
    }
    let parts: Vec<_> = typed.split(['.', '-', '/']).map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return Err(Problem::NotADate);
    };
    let number = |text: &str| text.parse::<i16>().map_err(|_| Problem::NotADate);
    let small = |text: &str| text.parse::<i8>().map_err(|_| Problem::NotADate);
    Date::new(number(year)?, small(month)?, small(day)?).map_err(|_| Problem::NotADate)
}

pub(super) fn optional_clock(typed: &str) -> Result<Option<Time>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let typed = western_digits(typed);
    parse_clock(&typed).map(Some).map_err(|_| Problem::NotAClock)
}

pub(super) fn line(typed: &str) -> Result<String, Problem> {
    let line = fold_white_space(typed);
    if line.is_empty() {
        Err(Problem::Missing)
    } else {
        Ok(line)
    }
}

pub(super) fn minutes(typed: &str, limits: RangeInclusive<i64>) -> Result<i64, Problem> {
    let minutes: i64 = western_digits(typed.trim())
        .parse()
        .map_err(|_| Problem::NotMinutes)?;
    let fits = limits.contains(&minutes) && minutes % Unit::MINUTES == 0;
    fits.then_some(minutes).ok_or(Problem::NotMinutes)
}

/// A number within its limits.
pub(super) fn number(typed: &str, limits: RangeInclusive<i64>) -> Option<i64> {
    let number = western_digits(typed.trim()).parse().ok()?;
    limits.contains(&number).then_some(number)
}
