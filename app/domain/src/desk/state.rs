//! What happens to somebody in the queue, and what may happen next.

use serde::{Deserialize, Serialize};

/// Where somebody is between taking a number and going home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// In the queue.
    Waiting,
    /// On the call display, on the way to a counter.
    Called,
    /// Set aside: is fetching a photo, or nobody came when they were called.
    Parked,
    /// Being helped.
    Serving,
    /// Has been helped; see [`Outcome`].
    Done,
    /// Was not there; see [`MissedReason`].
    Missed,
}

/// What somebody at the desk does with a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Calls to a counter.
    Call,
    /// Calls once more.
    CallAgain,
    /// The citizen is at the counter.
    Start,
    /// Sets aside.
    Park,
    /// Back into the queue: from what was set aside, or because they came after all.
    Return,
    /// Back into the queue, for one colleague.
    PassOn,
    /// Ends the help.
    Finish,
    /// They are not here.
    Miss,
}

impl TicketState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Called,
        Self::Parked,
        Self::Serving,
        Self::Done,
        Self::Missed,
    ];

    /// The state's name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::Parked => "parked",
            Self::Serving => "serving",
            Self::Done => "done",
            Self::Missed => "missed",
        }
    }

    /// The state with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// The state that a step leads to; `None` where it may not be taken.
    ///
    /// Who has been helped is not touched again: that would change what has happened. Who was missed may come after all.
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Waiting | Self::Parked, Step::Call) | (Self::Called, Step::CallAgain) => {
                Some(Self::Called)
            }
            (Self::Called, Step::Start) => Some(Self::Serving),
            (Self::Waiting | Self::Called | Self::Serving, Step::Park) => Some(Self::Parked),
            (Self::Parked | Self::Missed, Step::Return) => Some(Self::Waiting),
            (Self::Waiting | Self::Called | Self::Serving | Self::Parked, Step::PassOn) => {
                Some(Self::Waiting)
            }
            (Self::Serving, Step::Finish) => Some(Self::Done),
            (Self::Waiting | Self::Called | Self::Parked, Step::Miss) => Some(Self::Missed),
            _ => None,
        }
    }

    /// Whether the ticket is at a counter.
    pub fn is_at_counter(self) -> bool {
        matches!(self, Self::Called | Self::Serving)
    }

    /// Whether somebody is still here, or thought to be.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Missed)
    }
}

/// What came of the help. It says nothing about the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// They have what they came for.
    #[default]
    Helped,
    /// Another time is needed.
    NotFinished,
    /// Somebody else helps with this, and they know who.
    Referred,
    /// It could not be done, for instance because a paper was missing.
    NotPossible,
}

impl Outcome {
    /// Every outcome, the most usual first.
    pub const ALL: [Self; 4] = [Self::Helped, Self::NotFinished, Self::Referred, Self::NotPossible];

    /// The outcome's name in the database and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::NotFinished => "not_finished",
            Self::Referred => "referred",
            Self::NotPossible => "not_possible",
        }
    }

    /// The outcome with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }
}

/// Why somebody was not helped though they had a number or a time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedReason {
    /// Was called, or had a time, and nobody came.
    #[default]
    NotHere,
    /// Did not want to wait any longer.
    Left,
    /// Has told us that they cannot come.
    GaveNotice,
}

impl MissedReason {
    /// Every reason, the most usual first.
    pub const ALL: [Self; 3] = [Self::NotHere, Self::Left, Self::GaveNotice];

    /// The reason's name in the database and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotHere => "not_here",
            Self::Left => "left",
            Self::GaveNotice => "gave_notice",
        }
    }

    /// The reason with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const STEPS: [Step; 8] = [
        Step::Call,
        Step::CallAgain,
        Step::Start,
        Step::Park,
        Step::Return,
        Step::PassOn,
        Step::Finish,
        Step::Miss,
    ];

    /// Every state that some steps lead to.
    fn reachable(from: TicketState) -> Vec<TicketState> {
        let mut found = vec![from];
        let mut next = 0;
        while let Some(state) = found.get(next).copied() {
            for state in STEPS.into_iter().filter_map(|step| state.after(step)) {
                if !found.contains(&state) {
                    found.push(state);
                }
            }
            next += 1;
        }
        found
    }

    #[test]
    fn every_state_is_reached_and_none_is_a_dead_end() {
        assert_eq!(reachable(TicketState::Waiting).len(), TicketState::ALL.len());
        for state in TicketState::ALL {
            assert!(
                reachable(state).contains(&TicketState::Done),
                "{state:?} ends in being helped"
            );
        }
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for state in TicketState::ALL {
            assert_eq!(TicketState::from_name(state.as_str()), Some(state));
        }
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_name(outcome.as_str()), Some(outcome));
        }
        for reason in MissedReason::ALL {
            assert_eq!(MissedReason::from_name(reason.as_str()), Some(reason));
        }
        assert_eq!(TicketState::from_name("asleep"), None);
    }

    proptest! {
        #[test]
        fn nobody_is_helped_without_having_been_called(steps in proptest::collection::vec(select(&STEPS[..]), 0..20)) {
            let (mut state, mut called) = (TicketState::Waiting, false);
            for step in steps {
                if let Some(next) = state.after(step) {
                    state = next;
                }
                called |= state == TicketState::Called;
                prop_assert!(called || !matches!(state, TicketState::Serving | TicketState::Done));
            }
        }

        #[test]
        fn who_has_been_helped_stays_so(step in select(&STEPS[..])) {
            prop_assert_eq!(TicketState::Done.after(step), None);
        }
    }
}
