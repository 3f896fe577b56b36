//! On which dates a rule for a weekday holds, and from when to when.
//!
//! All of it is wall time: "every second Wednesday 16 to 19" is the same on the clock in summer and winter.

use jiff::{
    ToSpan, Unit,
    civil::{Date, Time, Weekday},
};
use serde::{Deserialize, Serialize};

use crate::opening::OpenStretch;

/// Minutes in a day on the clock.
const DAY: i16 = 24 * 60;

/// The dates on which a rule holds. Without anything said it holds every week, for ever.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    #[serde(default, skip_serializing_if = "Repeats::is_weekly")]
    pub repeats: Repeats,
    /// The first date on which it may hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last date on which it may hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Dates on which it does not hold, or with other hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

/// How often a rule comes back on its weekday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Repeats {
    #[default]
    Weekly,
    /// Every so many weeks, counted from the week of a date. Weeks begin on Mondays.
    EveryWeeks { weeks: i64, anchor: Date },
    /// The first to fifth of its weekday in a month, or the last, which is -1. Not every month has a fifth.
    NthOfMonth { nth: i8 },
}

/// A date on which a rule does not hold as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub date: Date,
    /// The hours of that date; without them the rule does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// From one time of day to another. An end that is no later than the beginning is on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The first minute, `"10:00"`.
    pub from: Time,
    /// The first minute that is no longer part of it, `"15:00"`. `"00:00"` is the midnight at the day's end.
    pub to: Time,
}

impl Hours {
    /// As minutes after the midnight at which the date begins; past 24 hours on the next day.
    pub fn stretch(self) -> OpenStretch {
        let (from_minute, to_minute) = (minute_of_day(self.from), minute_of_day(self.to));
        let next_day = if to_minute <= from_minute { DAY } else { 0 };
        OpenStretch {
            from_minute,
            to_minute: to_minute + next_day,
        }
    }

    /// What is wrong with it, if anything. More than twelve hours over midnight are taken for two times the wrong way round.
    pub fn fault(self) -> Option<String> {
        let Self { from, to } = self;
        let stretch = self.stretch();
        if !(is_whole(from) && is_whole(to)) {
            return Some("write times on whole five minutes".into());
        }
        let backwards = stretch.to_minute > DAY && stretch.to_minute - stretch.from_minute > DAY / 2;
        backwards.then(|| {
            format!(
                "{from} to {to}: the end must come after the beginning, or on the next day within twelve hours"
            )
        })
    }
}

impl Repeats {
    /// Serde asks with a reference.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    fn is_weekly(&self) -> bool {
        *self == Self::Weekly
    }

    /// Whether the rule comes back in the week, or is the one of the month, of a date on its weekday.
    fn includes(self, date: Date) -> bool {
        match self {
            Self::Weekly => true,
            Self::EveryWeeks { weeks, anchor } => {
                weeks > 0 && weeks_between(anchor, date).rem_euclid(weeks) == 0
            }
            Self::NthOfMonth { nth: -1 } => date.saturating_add(7.days()).month() != date.month(),
            Self::NthOfMonth { nth } => (date.day() - 1) / 7 + 1 == nth,
        }
    }
}

impl Recurrence {
    /// Whether nothing is said, so that the rule holds every week.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The hours on `date` of a rule for `weekday`, 1 (Monday) to 7; `None` when it does not hold then.
    pub fn hours_on(&self, date: Date, weekday: i8, usual: Hours) -> Option<Hours> {
        if !self.includes(date, weekday) {
            return None;
        }
        match self.exceptions.iter().find(|exception| exception.date == date) {
            Some(exception) => exception.hours,
            None => Some(usual),
        }
    }

    /// Everything that is wrong with it, for a rule of `weekday`.
    pub fn faults(&self, weekday: i8) -> Vec<String> {
        let mut faults = Vec::new();
        match self.repeats {
            Repeats::EveryWeeks { weeks, .. } if !(1..=52).contains(&weeks) => {
                faults.push("repeats: weeks: write 1 to 52".to_owned());
            }
            Repeats::NthOfMonth { nth } if nth != -1 && !(1..=5).contains(&nth) => {
                faults.push("repeats: nth: write 1 to 5, or -1 for the last".to_owned());
            }
            _ => {}
        }
        if let (Some(from), Some(to)) = (self.valid_from, self.valid_to)
            && from > to
        {
            faults.push(format!("valid_from {from} comes after valid_to {to}"));
        }
        for (index, exception) in self.exceptions.iter().enumerate() {
            let date = exception.date;
            if !self.includes(date, weekday) {
                faults.push(format!(
                    "exceptions: the rule does not hold on {date} anyway: take the exception out"
                ));
            }
            if self.exceptions[..index]
                .iter()
                .any(|earlier| earlier.date == date)
            {
                faults.push(format!("exceptions: {date} stands twice"));
            }
            faults.extend(exception.hours.and_then(Hours::fault));
        }
        faults
    }

    /// Whether a rule for `weekday` has a date, but for its exceptions.
    pub(crate) fn includes(&self, date: Date, weekday: i8) -> bool {
        date.weekday().to_monday_one_offset() == weekday
            && self.valid_from.is_none_or(|from| from <= date)
            && self.valid_to.is_none_or(|to| date <= to)
            && self.repeats.includes(date)
    }
}

/// Whole weeks from the week of one date to that of another.
fn weeks_between(anchor: Date, date: Date) -> i64 {
    let monday = |date: Date| date.saturating_sub(i64::from(date.weekday().since(Weekday::Monday)).days());
    let days = monday(anchor)
        .until((Unit::Day, monday(date)))
        .map_or(0, |span| span.get_days());
    i64::from(days) / 7
}

fn minute_of_day(time: Time) -> i16 {
    i16::from(time.hour()) * 60 + i16::from(time.minute())
}

/// Whether a time of day begins a unit of five minutes.
fn is_whole(time: Time) -> bool {
    time.minute() % 5 == 0 && time.second() == 0 && time.subsec_nanosecond() == 0
}

#[cfg(test)]
#[path = "recurrence_tests.rs"]
mod tests;
