//! A starting time as it stands in addresses, and the units that time is divided into.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::time::{COPENHAGEN, WallTime};

/// Five minutes of somebody's time, counted from 1970 in UTC.
///
/// The guard against double booking is one row for each unit (see ARCHITECTURE.md), so every duration and every start is a
/// whole number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(pub i64);

impl Unit {
    /// Minutes in a unit.
    pub const MINUTES: i64 = 5;

    /// The unit that a moment falls in.
    pub fn containing(at: Timestamp) -> Self {
        Self(at.as_second().div_euclid(Self::MINUTES * 60))
    }
}

/// A moment at which an appointment can start: the beginning of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slot(Unit);

/// A text or moment is not the beginning of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a starting time is written 2026-11-25T09:30Z and falls on a whole five minutes")]
pub struct NotASlot;

impl Slot {
    /// The slot that begins with `unit`.
    pub fn starting(unit: Unit) -> Self {
        Self(unit)
    }

    /// The first unit of the slot.
    pub fn unit(self) -> Unit {
        self.0
    }

    /// The slot's beginning in seconds since 1970, UTC.
    pub fn seconds(self) -> i64 {
        self.0.0 * Unit::MINUTES * 60
    }

    /// The slot's beginning.
    ///
    /// Times beyond the calendar's end (year 9999) are held at its end; no schedule reaches there.
    pub fn moment(self) -> Timestamp {
        Timestamp::from_second(self.seconds()).unwrap_or(Timestamp::MAX)
    }

    /// What Danish clocks show.
    pub fn wall_time(self) -> WallTime {
        COPENHAGEN.to_datetime(self.moment()).into()
    }
}

impl TryFrom<Timestamp> for Slot {
    type Error = NotASlot;

    fn try_from(at: Timestamp) -> Result<Self, NotASlot> {
        let slot = Self(Unit::containing(at));
        if slot.moment() == at {
            Ok(slot)
        } else {
            Err(NotASlot)
        }
    }
}

impl fmt::Display for Slot {
    /// `2026-11-25T09:30Z`: UTC, because a wall time in the autumn hour would be two moments.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.moment().strftime("%Y-%m-%dT%H:%MZ"))
    }
}

impl FromStr for Slot {
    type Err = NotASlot;

    fn from_str(text: &str) -> Result<Self, NotASlot> {
        let at: Timestamp = text.parse().map_err(|_| NotASlot)?;
        Self::try_from(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_reads_what_it_writes() {
        let slot: Slot = "2026-11-25T09:30Z".parse().unwrap();
        assert_eq!(slot.to_string(), "2026-11-25T09:30Z");
        assert_eq!(slot.wall_time().machine(), "2026-11-25T10:30");
    }

    #[test]
    fn what_is_no_slot_is_refused() {
        for text in [
            "",
            "i morgen",
            "2026-11-25T09:31Z",
            "2026-11-25T09:30",
            "2026-13-01T00:00Z",
        ] {
            assert_eq!(text.parse::<Slot>(), Err(NotASlot), "{text}");
        }
    }

    #[test]
    fn both_hours_of_the_autumn_night_are_their_own() {
        let first: Slot = "2026-10-25T00:30Z".parse().unwrap();
        let second: Slot = "2026-10-25T01:30Z".parse().unwrap();
        assert_eq!(first.wall_time(), second.wall_time());
        assert_ne!(first, second);
    }
}
