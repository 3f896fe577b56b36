//! The clock that is begun before reading. It is a moment and no more, so nothing needs to tick.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ReadMinutes;

/// When two began to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingClock {
    pub begun: Timestamp,
}

impl ReadingClock {
    /// For how many minutes they have read, begun ones counted; nothing when nobody reads for so long, and the clock was
    /// forgotten.
    pub fn minutes(self, now: Timestamp) -> Option<ReadMinutes> {
        let seconds = now.duration_since(self.begun).as_secs();
        ReadMinutes::new(seconds.max(1).saturating_add(59) / 60)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn after(seconds: i64) -> Option<i64> {
        let begun = Timestamp::from_second(1_800_000_000).unwrap();
        let now = begun + SignedDuration::from_secs(seconds);
        ReadingClock { begun }.minutes(now).map(ReadMinutes::get)
    }

    #[test]
    fn a_begun_minute_counts() {
        assert_eq!(after(0), Some(1));
        assert_eq!(after(60), Some(1));
        assert_eq!(after(61), Some(2));
        assert_eq!(after(20 * 60), Some(20));
    }

    #[test]
    fn a_forgotten_clock_says_nothing() {
        assert_eq!(after(180 * 60), Some(180));
        assert_eq!(after(180 * 60 + 1), None);
    }

    #[test]
    fn a_clock_that_was_set_back_counts_one_minute() {
        assert_eq!(after(-3600), Some(1));
    }
}
