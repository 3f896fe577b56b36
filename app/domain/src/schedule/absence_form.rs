//! The form of an absence.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::fields::{Problem, Problems, Read, coming_date, optional_clock, parse_date};
use crate::appointments::{Absence, AbsenceReason};
use crate::ids::AdviserId;

/// When an adviser is away: whole days, or on the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceForm {
    pub adviser: String,
    pub first_day: String,
    /// Empty for the day's beginning.
    pub from: String,
    /// Empty for the first day.
    pub last_day: String,
    /// Empty for the day's end.
    pub to: String,
    pub reason: Option<AbsenceReason>,
}

impl AbsenceForm {
    pub(super) fn read(&self, today: Date) -> Read<(AdviserId, Absence)> {
        let mut problems = Problems::default();
        let adviser = AdviserId::parse(&self.adviser).map_err(|_| Problem::Missing);
        let adviser = problems.keep("adviser", adviser);
        let first = problems.keep("first_day", parse_date(&self.first_day));
        let last = match self.last_day.trim() {
            "" => first,
            last => problems.keep("last_day", coming_date(last, today)),
        };
        let from = problems.keep("from", optional_clock(&self.from));
        let to = problems.keep("to", optional_clock(&self.to));
        let absence = first
            .zip(last)
            .zip(from.zip(to))
            .map(|((first, last), (from, to))| Absence {
                from: first.to_datetime(from.unwrap_or(Time::midnight())),
                to: match to {
                    Some(to) if to != Time::midnight() => last.to_datetime(to),
                    _ => last.saturating_add(1.day()).to_datetime(Time::midnight()),
                },
                reason: self.reason.unwrap_or(AbsenceReason::Leave),
            });
        if absence.is_some_and(|absence| absence.to <= absence.from) {
            problems.add("last_day", Problem::Backwards);
        }
        problems.finish(adviser.zip(absence))
    }
}
