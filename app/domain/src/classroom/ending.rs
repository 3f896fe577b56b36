//! When a class is about to end, so that pupils can take along what they have learned.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// So many days before the last one pupils and teachers are told: two weeks, so that a pupil who is ill for one of them still
/// reads it.
const NOTICE_DAYS: i64 = 14;

/// What a pupil is told of the end of their class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassEnding {
    /// The last day, in words.
    pub last_day: String,
    pub taken: TakenAlong,
}

/// Whether what a pupil has learned outlives the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakenAlong {
    NotYet,
    /// A recovery code leads to it.
    ByCode,
}

/// Whether a class ends so soon that everybody in it is told.
pub fn ends_soon(last_day: Date, today: Date) -> bool {
    last_day <= today.saturating_add(NOTICE_DAYS.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_end_is_told_two_weeks_ahead() {
        let last_day = date(2027, 6, 25);
        assert!(!ends_soon(last_day, date(2027, 6, 10)));
        assert!(ends_soon(last_day, date(2027, 6, 11)));
        assert!(ends_soon(last_day, last_day));
    }
}
