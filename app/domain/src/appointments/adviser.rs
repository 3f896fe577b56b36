//! Those who can be booked: what they can help with, and when they are where.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::needs::Language;
use crate::ids::{AdviserId, LocationId, ServiceId};
use crate::opening::OpenStretch;
use crate::recurrence::{Hours, Recurrence};

/// A member of staff who can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Adviser {
    pub id: AdviserId,
    /// What the adviser can help with.
    pub services: Vec<ServiceId>,
    pub shifts: Vec<Shift>,
    /// The languages they help in beside Danish, `dsl` among them if they sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
}

/// When an adviser is where, in wall time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub location: LocationId,
    /// 1 (Monday) to 7: the day on which it begins.
    pub weekday: i8,
    pub from: Time,
    /// An end that is no later than the beginning is on the next day.
    pub to: Time,
    /// On which dates; every week when nothing is said.
    #[serde(default, skip_serializing_if = "Recurrence::is_plain")]
    pub when: Recurrence,
}

/// A time in which an adviser is not there, in wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// The first minute, `"2026-12-21T00:00"`.
    pub from: DateTime,
    /// The first minute in which the adviser is there again.
    pub to: DateTime,
    pub reason: AbsenceReason,
}

/// Why somebody is away. There is no word for illness: it would be a note about somebody's health that nobody needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbsenceReason {
    /// Holiday and other days off.
    Leave,
    /// A course or a meeting.
    Meeting,
    Other,
}

impl Shift {
    /// The hours as they are written.
    pub fn hours(&self) -> Hours {
        Hours {
            from: self.from,
            to: self.to,
        }
    }

    /// When the shift that begins on `date` is, if one does.
    pub fn on(&self, date: Date) -> Option<OpenStretch> {
        let hours = self.when.hours_on(date, self.weekday, self.hours())?;
        Some(hours.stretch())
    }
}
