//! The quarter of an hour in which somebody is helped.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How long a room is open: long enough for one task, short enough that the next in line is not forgotten.
pub const ROOM_MINUTES: i64 = 15;

/// How much longer, once.
pub const EXTENSION_MINUTES: i64 = 10;

/// A room as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The first moment at which it is no longer open.
    pub until: Timestamp,
    /// Whether it has been extended.
    pub extended: bool,
    /// When somebody ended it before its time.
    pub ended_at: Option<Timestamp>,
}

/// What is done with a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomStep {
    Extend,
    End,
}

/// Why something cannot be done with a room any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RoomStepRefused {
    #[error("the room is over")]
    Over,
    #[error("the room has been extended once")]
    ExtendedAlready,
}

impl Room {
    /// The room that begins now.
    pub fn begin(now: Timestamp) -> Self {
        Self {
            until: now + SignedDuration::from_mins(ROOM_MINUTES),
            extended: false,
            ended_at: None,
        }
    }

    /// Whether one can write in it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.until
    }

    /// Whole minutes that are left, rounded up: nobody is told that there are none while there are some.
    pub fn minutes_left(&self, now: Timestamp) -> i64 {
        if !self.is_open(now) {
            return 0;
        }
        let seconds = self.until.as_second() - now.as_second();
        (seconds + 59) / 60
    }

    /// The room after a step.
    pub fn after(self, step: RoomStep, now: Timestamp) -> Result<Self, RoomStepRefused> {
        if !self.is_open(now) {
            return Err(RoomStepRefused::Over);
        }
        match step {
            RoomStep::Extend if self.extended => Err(RoomStepRefused::ExtendedAlready),
            RoomStep::Extend => Ok(Self {
                until: self.until + SignedDuration::from_mins(EXTENSION_MINUTES),
                extended: true,
                ..self
            }),
            RoomStep::End => Ok(Self {
                ended_at: Some(now),
                ..self
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn minutes(minutes: i64) -> Timestamp {
        START + SignedDuration::from_mins(minutes)
    }

    #[test]
    fn a_room_is_open_for_a_quarter_of_an_hour_and_longer_once() {
        let room = Room::begin(START);
        assert!(room.is_open(minutes(14)) && !room.is_open(minutes(15)));
        let longer = room.after(RoomStep::Extend, minutes(14)).unwrap();
        assert!(longer.is_open(minutes(24)) && !longer.is_open(minutes(25)));
        let again = longer.after(RoomStep::Extend, minutes(20));
        assert_eq!(again, Err(RoomStepRefused::ExtendedAlready));
    }

    #[test]
    fn the_last_minute_is_told_to_its_end() {
        let room = Room::begin(START);
        assert_eq!(room.minutes_left(START), 15);
        assert_eq!(room.minutes_left(minutes(14) + SignedDuration::from_secs(59)), 1);
        assert_eq!(room.minutes_left(minutes(15)), 0);
    }

    proptest! {
        /// Whatever is pressed, and when: a room ends, and what is over stays so.
        #[test]
        fn no_room_lasts_longer_than_its_time_and_one_extension(
            steps in proptest::collection::vec((select(&[RoomStep::Extend, RoomStep::End][..]), 0_i64..5), 0..20),
        ) {
            let (mut room, mut now, mut was_over) = (Room::begin(START), START, false);
            for (step, later) in steps {
                now += SignedDuration::from_mins(later);
                room = room.after(step, now).unwrap_or(room);
                prop_assert!(!(was_over && room.is_open(now)));
                was_over = !room.is_open(now);
                prop_assert!(room.until <= minutes(ROOM_MINUTES + EXTENSION_MINUTES));
            }
        }
    }
}
