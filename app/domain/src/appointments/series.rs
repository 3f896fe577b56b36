//! Services that are booked once for several dates: "IT-kursus, 4 onsdage".
//!
//! Where times are shown, held and booked, a series is the time at which it begins, and whoever books that has a seat on every
//! date. So a series needs no list, no page and no guard of its own.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::adviser::Adviser;
use super::schedule::ScheduleDocument;
use super::service::Service;
use super::slot::Slot;
use crate::ids::{AdviserId, LocationId};
use crate::recurrence::{Hours, Recurrence};
use crate::time::{COPENHAGEN, moment_in_denmark};

/// Dates that are booked together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub location: LocationId,
    /// Who gives it. They must be at work on every date.
    pub adviser: AdviserId,
    pub dates: SeriesDates,
}

/// When a series is, in wall time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeriesDates {
    /// Once: when each date begins, `"2026-12-02T10:00"`, the first one first.
    Listed(Vec<DateTime>),
    /// Again and again.
    Rule(SeriesRule),
}

/// Series that follow one another: "four Wednesdays, beginning on the first of every month".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeriesRule {
    /// 1 (Monday) to 7.
    pub weekday: i8,
    /// When each date begins.
    pub from: Time,
    /// On which dates a series begins; every week when nothing is said.
    #[serde(default, skip_serializing_if = "Recurrence::is_plain")]
    pub begins: Recurrence,
    /// How many dates a series has.
    pub times: i64,
    /// How many weeks there are from one date to the next.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub every_weeks: i64,
}

/// The fewest and the most dates of a series.
pub const SERIES_DATES: std::ops::RangeInclusive<i64> = 2..=20;

/// The most weeks from one date of a series to the next.
pub const MOST_WEEKS_BETWEEN_DATES: i64 = 8;

impl Series {
    /// When each date begins of the series that begins on a date, if one does.
    pub(super) fn beginning_on(&self, date: Date) -> Option<Vec<Slot>> {
        match &self.dates {
            SeriesDates::Listed(dates) if dates.first()?.date() == date => slots(dates.iter().copied()),
            SeriesDates::Listed(_) => None,
            SeriesDates::Rule(rule) => slots(rule.dates_from(rule.first_on(date)?)),
        }
    }

    /// Whether one of its dates begins then.
    fn has_date(&self, slot: Slot) -> bool {
        let begins_with = |date: Date| self.beginning_on(date).is_some_and(|dates| dates.contains(&slot));
        match &self.dates {
            SeriesDates::Listed(dates) => dates.first().is_some_and(|first| begins_with(first.date())),
            SeriesDates::Rule(rule) => rule.beginnings_before(local(slot).date()).any(begins_with),
        }
    }

    /// How many days it goes on after its first date.
    fn days_after_first(&self) -> i64 {
        match &self.dates {
            SeriesDates::Listed(dates) => dates.first().zip(dates.last()).map_or(0, |(first, last)| {
                let between = first.date().until(last.date());
                between.map_or(0, |span| i64::from(span.get_days()))
            }),
            SeriesDates::Rule(rule) => (rule.times - 1) * rule.every_weeks * 7,
        }
    }

    /// Everything that is wrong with its dates, for dates of so many minutes.
    pub(crate) fn faults(&self, minutes: i64) -> Vec<String> {
        match &self.dates {
            SeriesDates::Listed(dates) => listed_faults(dates, minutes),
            SeriesDates::Rule(rule) => rule.faults(),
        }
    }

    /// Whether somebody gives the service at its place, whom it says: then on each of its dates they can be there.
    pub(crate) fn is_given_by_somebody(&self, service: &Service, document: &ScheduleDocument) -> bool {
        let works_there = |adviser: &Adviser| {
            let mut shifts = adviser.shifts.iter();
            shifts.any(|shift| shift.location == self.location)
        };
        document.advisers.iter().any(|adviser| {
            adviser.id == self.adviser && adviser.services.contains(&service.id) && works_there(adviser)
        })
    }

    /// Whether another series may begin at the same place and time: then nobody could tell which of them is booked.
    pub(crate) fn may_begin_with(&self, other: &Self) -> bool {
        let (one, another) = match (&self.dates, &other.dates) {
            (SeriesDates::Listed(dates), _) => (dates, other),
            (_, SeriesDates::Listed(dates)) => (dates, self),
            (SeriesDates::Rule(one), SeriesDates::Rule(another)) => {
                return self.location == other.location
                    && (one.weekday, one.from) == (another.weekday, another.from);
            }
        };
        let first = one.first().copied();
        let begins = first.and_then(|first| another.beginning_on(first.date()));
        self.location == other.location
            && begins.is_some_and(|dates| first.and_then(slot_at) == dates.first().copied())
    }
}

impl SeriesRule {
    /// Whether no series begins between its first and its last day; unknown, so no, where one of them is not said.
    pub(crate) fn never_begins(&self) -> bool {
        let (Some(first), Some(last)) = (self.begins.valid_from, self.begins.valid_to) else {
            return false;
        };
        let mut days = first.series(1.day()).take_while(|day| *day <= last);
        !days.any(|day| self.first_on(day).is_some())
    }

    /// When the series begins that begins on a date, if one does.
    fn first_on(&self, date: Date) -> Option<DateTime> {
        let usual = Hours {
            from: self.from,
            to: self.from,
        };
        let hours = self.begins.hours_on(date, self.weekday, usual)?;
        Some(date.to_datetime(hours.from))
    }

    fn dates_from(&self, first: DateTime) -> impl Iterator<Item = DateTime> {
        let weeks = self.every_weeks;
        (0..self.times).map(move |number| first.saturating_add((number * weeks).weeks()))
    }

    /// The dates on which a series may have begun that has a date then.
    fn beginnings_before(&self, date: Date) -> impl Iterator<Item = Date> {
        let weeks = self.every_weeks;
        (0..self.times).map(move |number| date.saturating_sub((number * weeks).weeks()))
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = self.begins.faults(self.weekday);
        let mut expect = |holds: bool, problem: &str| {
            if !holds {
                faults.push(problem.to_owned());
            }
        };
        expect(
            (1..=7).contains(&self.weekday),
            "weekday: write 1 (Monday) to 7 (Sunday)",
        );
        expect(
            self.from.minute() % 5 == 0 && self.from.second() == 0,
            "from: write a time on whole five minutes",
        );
        expect(SERIES_DATES.contains(&self.times), "times: write 2 to 20");
        expect(
            (1..=MOST_WEEKS_BETWEEN_DATES).contains(&self.every_weeks),
            "every_weeks: write 1 to 8",
        );
        faults
    }
}

impl Service {
    /// When somebody comes who books a time: then, or on each date of the series that begins then. Never, where the service is
    /// given in series and none begins then.
    pub fn dates(&self, location: &LocationId, slot: Slot) -> Vec<Slot> {
        let Some(series) = &self.series else {
            return vec![slot];
        };
        let mut here = series.iter().filter(|series| series.location == *location);
        let date = local(slot).date();
        here.find_map(|series| {
            let dates = series.beginning_on(date)?;
            (dates.first() == Some(&slot)).then_some(dates)
        })
        .unwrap_or_default()
    }

    /// Whether there is a date of it then; always, unless it is given in series.
    pub(super) fn has_date(&self, location: &LocationId, slot: Slot) -> bool {
        let is_given = |series: &Series| series.location == *location && series.has_date(slot);
        let mut series = self.series.iter().flatten();
        self.series.is_none() || series.any(is_given)
    }

    /// How many days anything goes on that begins on a day.
    pub(super) fn days_after_first(&self) -> i64 {
        let series = self.series.iter().flatten();
        series.map(Series::days_after_first).max().unwrap_or(0)
    }
}

fn listed_faults(dates: &[DateTime], minutes: i64) -> Vec<String> {
    let mut faults = Vec::new();
    if !i64::try_from(dates.len()).is_ok_and(|count| SERIES_DATES.contains(&count)) {
        faults.push("listed: write 2 to 20 dates".to_owned());
    }
    for date in dates {
        if slot_at(*date).is_none_or(|slot| local(slot) != *date) {
            faults.push(format!(
                "listed: {date}: write a time that there is, on whole five minutes"
            ));
        }
    }
    for pair in dates.windows(2) {
        if pair[0].saturating_add(minutes.minutes()) > pair[1] {
            faults.push(format!(
                "listed: {} begins before {} is over: write the earliest first",
                pair[1], pair[0]
            ));
        }
    }
    faults
}

/// `None` where one of them is no time.
fn slots(dates: impl Iterator<Item = DateTime>) -> Option<Vec<Slot>> {
    dates.map(slot_at).collect()
}

fn slot_at(date: DateTime) -> Option<Slot> {
    Slot::try_from(moment_in_denmark(date)?).ok()
}

fn local(slot: Slot) -> DateTime {
    COPENHAGEN.to_datetime(slot.moment())
}

fn one() -> i64 {
    1
}

/// Serde asks with a reference.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_one(weeks: &i64) -> bool {
    *weeks == 1
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
