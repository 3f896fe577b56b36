use jiff::{SignedDuration, Timestamp};

/// Minutes that a code waits for the other device. It is read aloud or scanned at once, by somebody in the same room.
pub const UNUSED_MINUTES: i64 = 15;

/// Minutes after which two who do nothing have gone. A step takes a few; a cup of coffee is within it.
pub const IDLE_MINUTES: i64 = 60;

/// When two began and were last at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// When the code was made that nobody has used yet; `None` when both sides are there.
    pub waits_since: Option<Timestamp>,
    /// When either of them last did something.
    pub active_at: Timestamp,
    /// When either of them ended it, or the last step was done.
    pub ended_at: Option<Timestamp>,
}

/// How two stand to each other at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// One is there, with a code for the other.
    Waiting,
    Together,
    /// The code was not used in time, or nobody did anything for long.
    RunOut,
    Ended,
}

impl Life {
    /// Where it stands at this moment.
    pub fn phase(&self, now: Timestamp) -> Phase {
        let (since, minutes, alive) = match self.waits_since {
            Some(since) => (since, UNUSED_MINUTES, Phase::Waiting),
            None => (self.active_at, IDLE_MINUTES, Phase::Together),
        };
        if self.ended_at.is_some() {
            Phase::Ended
        } else if now.duration_since(since) < SignedDuration::from_mins(minutes) {
            alive
        } else {
            Phase::RunOut
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    fn life(waits_since: Option<i64>, active: i64) -> Life {
        Life {
            waits_since: waits_since.map(at),
            active_at: at(active),
            ended_at: None,
        }
    }

    #[test]
    fn a_code_is_good_for_a_quarter_of_an_hour() {
        let life = life(Some(0), 0);
        assert_eq!(life.phase(at(14)), Phase::Waiting);
        assert_eq!(life.phase(at(15)), Phase::RunOut);
    }

    #[test]
    fn two_who_do_nothing_for_an_hour_have_gone() {
        let life = life(None, 0);
        assert_eq!(life.phase(at(59)), Phase::Together);
        assert_eq!(life.phase(at(60)), Phase::RunOut);
    }

    proptest! {
        #[test]
        fn what_is_over_does_not_begin_again_by_itself(
            waits in proptest::option::of(0_i64..100), active in 0_i64..100, minute in 0_i64..300, later in 0_i64..300,
        ) {
            let life = life(waits, active);
            if life.phase(at(minute)) == Phase::RunOut {
                prop_assert_eq!(life.phase(at(minute + later)), Phase::RunOut);
            }
            let ended = Life { ended_at: Some(at(minute)), ..life };
            prop_assert_eq!(ended.phase(at(later)), Phase::Ended);
        }

        #[test]
        fn doing_something_prolongs_it(active in 0_i64..100, minute in 0_i64..300) {
            let before = life(None, active).phase(at(minute));
            let after = life(None, active.max(minute)).phase(at(minute));
            prop_assert!(after == Phase::Together && matches!(before, Phase::Together | Phase::RunOut));
        }
    }
}
