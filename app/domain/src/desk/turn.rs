//! In which order people are called: the rule of the one queue.
//!
//! Everybody gets a *turn*, a moment that is decided when they come and never changes while they wait; whoever has the
//! earliest turn is called next. Without an appointment it is the moment of arrival. An appointment counts as
//! [`HEAD_START`] of waiting, so a booked citizen has their turn that long before their time. So
//!
//! * somebody with an appointment is not kept behind those who came in during the half hour before their time, however many
//!   they are;
//! * somebody without is passed only by appointments within half an hour of their own coming, never by those of the whole
//!   afternoon, so nobody is passed for ever;
//! * the order does not depend on who asks, or when, so everybody can be told how many are before them.
//!
//! A strict "appointments first" was left out: on a day that is booked full nobody else would ever be called.

use jiff::{SignedDuration, Timestamp};

/// What an appointment is worth in waiting: about as long as people say they are willing to wait.
pub const HEAD_START: SignedDuration = SignedDuration::from_mins(30);

/// How late one may come and still have one's turn: a bus that was late is nobody's fault.
pub const FORGIVEN: SignedDuration = SignedDuration::from_mins(10);

/// How somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// With an appointment at this moment.
    Booked(Timestamp),
    /// Without an appointment.
    WalkIn,
    /// Without one, with a support worker.
    Accompanied(Lane),
}

/// Whether there is room left of what a place keeps that day for those who come with a support worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// They go as if they had booked the moment at which they came.
    Open,
    /// The day's share is used: they go with those who walk in.
    Full,
}

impl Lane {
    /// The lane for somebody whose help takes `minutes`, where `kept` minutes of the day were kept and `used` of them are
    /// given away.
    pub fn with_room(kept: i64, used: i64, minutes: i64) -> Self {
        if minutes <= kept - used {
            Self::Open
        } else {
            Self::Full
        }
    }
}

/// The turn of somebody who comes at a moment.
///
/// Of those who come too late with an appointment, the first ten minutes are forgiven and each later one counts; who comes
/// more than [`HEAD_START`] late goes with those who have none.
pub fn turn(arrival: Arrival, arrived: Timestamp) -> Timestamp {
    match arrival {
        Arrival::Booked(due) => booked_turn(due, arrived),
        Arrival::WalkIn | Arrival::Accompanied(Lane::Full) => arrived,
        Arrival::Accompanied(Lane::Open) => before(arrived, HEAD_START),
    }
}

fn booked_turn(due: Timestamp, arrived: Timestamp) -> Timestamp {
    let late = arrived.duration_since(due);
    if late <= FORGIVEN {
        before(due, HEAD_START)
    } else if late <= HEAD_START {
        before(arrived, HEAD_START + FORGIVEN)
    } else {
        arrived
    }
}

/// A moment earlier; at the calendar's beginning it stays there.
fn before(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_sub(by).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + minute * 60).unwrap()
    }

    /// A day in minutes.
    const DAY: std::ops::Range<i64> = 0..600;

    #[test]
    fn the_turn_of_an_appointment_is_half_an_hour_before_it() {
        let turn = |due, arrived| turn(Arrival::Booked(at(due)), at(arrived));
        for (arrived, expected) in [
            (0, 270),
            (300, 270),
            (310, 270),
            (311, 271),
            (330, 290),
            (331, 331),
        ] {
            assert_eq!(turn(300, arrived), at(expected), "arrived {arrived}");
        }
    }

    #[test]
    fn the_lane_is_open_while_what_is_kept_lasts() {
        assert_eq!(Lane::with_room(60, 15, 45), Lane::Open);
        assert_eq!(Lane::with_room(60, 16, 45), Lane::Full);
        assert_eq!(Lane::with_room(0, 0, 45), Lane::Full);
    }

    proptest! {
        #[test]
        fn on_time_one_is_not_kept_behind_those_who_came_shortly_before(due in DAY, early in 0..120_i64, walked_in in DAY) {
            prop_assume!(walked_in > due - 30);
            let booked = turn(Arrival::Booked(at(due)), at(due - early));
            prop_assert!(booked < turn(Arrival::WalkIn, at(walked_in)));
        }

        #[test]
        fn nobody_is_passed_for_ever(walked_in in DAY, due in DAY, arrived in DAY) {
            let passes = turn(Arrival::Booked(at(due)), at(arrived)) < turn(Arrival::WalkIn, at(walked_in));
            // Only appointments within half an hour of one's coming, or people who were here before, go first.
            prop_assert!(!passes || due < walked_in + 30 || arrived < walked_in);
        }

        #[test]
        fn nobody_who_comes_an_hour_later_is_called_first(walked_in in DAY, later in 61..600_i64, due in DAY) {
            let mine = turn(Arrival::WalkIn, at(walked_in));
            let theirs = at(walked_in + later);
            for arrival in [Arrival::WalkIn, Arrival::Accompanied(Lane::Open), Arrival::Booked(at(due))] {
                prop_assume!(arrival != Arrival::Booked(at(due)) || due >= walked_in + 30);
                prop_assert!(mine < turn(arrival, theirs));
            }
        }

        #[test]
        fn coming_earlier_is_never_worse(due in DAY, first in DAY, second in DAY) {
            let (early, late) = (first.min(second), first.max(second));
            for arrival in [Arrival::WalkIn, Arrival::Accompanied(Lane::Open), Arrival::Booked(at(due))] {
                prop_assert!(turn(arrival, at(early)) <= turn(arrival, at(late)));
            }
        }

        #[test]
        fn an_earlier_appointment_goes_first(first in DAY, second in DAY, early in 0..60_i64) {
            prop_assume!(first < second);
            let turn_of = |due: i64| turn(Arrival::Booked(at(due)), at(due - early));
            prop_assert!(turn_of(first) < turn_of(second));
        }
    }
}
