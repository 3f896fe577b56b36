//! The share of advisers' time that cannot be booked online, so that something is left for those who do not book there.
//!
//! What is kept is the end of each stretch of work. It depends on nothing but the schedule: a quota that grew and shrank with
//! what is booked would let two people who book at once go past it, and would make a time come and go that nobody took.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Who asks for a time, and so what they may have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedBy {
    /// A citizen who books for themself.
    #[default]
    Citizen,
    /// Staff, on the telephone or at the desk. They have what is kept, and need no lead time.
    Staff,
}

/// What is kept at a place, in per cent of each adviser's day there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct KeptShares {
    /// For those who come without an appointment.
    pub walk_ins: i64,
    /// For those whom staff book for.
    pub staff: i64,
    /// For those who come with a support worker, without an appointment.
    pub accompanied: i64,
}

impl KeptShares {
    /// Whether nothing is kept.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// All that is kept, in per cent.
    pub fn percent(self) -> i64 {
        self.walk_ins
            .saturating_add(self.staff)
            .saturating_add(self.accompanied)
    }

    /// What is wrong, if anything.
    pub(super) fn fault(self) -> Option<&'static str> {
        let shares = [self.walk_ins, self.staff, self.accompanied];
        let fits = shares.into_iter().all(|share| (0..=100).contains(&share)) && self.percent() <= 100;
        (!fits).then_some("kept: write shares of 0 to 100 per cent that are no more than 100 together")
    }

    /// The units at the end of a stretch of work that are kept, rounded down: never more than the share.
    pub(super) fn of(self, stretch: &Range<i64>) -> Range<i64> {
        let units = (stretch.end - stretch.start) * self.percent() / 100;
        stretch.end - units..stretch.end
    }
}
