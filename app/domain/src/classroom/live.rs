//! How it goes in a class just now: who works, who is stuck, who has asked for help.

use serde::{Deserialize, Serialize};

use super::views::ClassRow;
use crate::ids::PupilId;
use crate::learning::FAILURES_UNTIL_HELP;

/// How it goes for a pupil. There is no order in it, for nobody is ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PupilState {
    /// Not signed in on any device.
    Away,
    Working,
    /// Has answered wrongly so often in a row that help is due, and has not asked.
    Stuck,
    /// Has asked for help.
    Asked,
    /// Somebody has said that they are coming.
    HelpComing,
}

/// What is known of a pupil in the lesson.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    pub is_here: bool,
    pub has_asked: bool,
    pub help_is_coming: bool,
    /// Wrong answers in a row on the step that they are at.
    pub failures: i64,
}

impl PupilState {
    /// How it goes, by what is known.
    pub fn of(signs: Signs) -> Self {
        match signs {
            Signs { is_here: false, .. } => Self::Away,
            Signs {
                has_asked: true,
                help_is_coming: true,
                ..
            } => Self::HelpComing,
            Signs { has_asked: true, .. } => Self::Asked,
            Signs { failures, .. } if failures >= FAILURES_UNTIL_HELP => Self::Stuck,
            _ => Self::Working,
        }
    }
}

/// A pupil in the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveRow {
    pub pupil: PupilId,
    pub name: String,
    pub state: PupilState,
    /// The course and the step that they are at.
    pub place: Option<String>,
}

/// A class in the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LivePage {
    pub class: ClassRow,
    /// In the teacher's own order.
    pub pupils: Vec<LiveRow>,
}

impl LivePage {
    /// How many pupils are in a state.
    pub fn count(&self, state: PupilState) -> i64 {
        let there = self.pupils.iter().filter(|row| row.state == state);
        i64::try_from(there.count()).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_comes_before_whoever_is_stuck() {
        let here = Signs {
            is_here: true,
            ..Signs::default()
        };
        let stuck = Signs { failures: 4, ..here };
        let asked = Signs {
            has_asked: true,
            ..stuck
        };
        let coming = Signs {
            help_is_coming: true,
            ..asked
        };
        let almost = Signs { failures: 3, ..here };
        let states = [Signs::default(), here, almost, stuck, asked, coming].map(PupilState::of);
        let expected = [
            PupilState::Away,
            PupilState::Working,
            PupilState::Working,
            PupilState::Stuck,
            PupilState::Asked,
            PupilState::HelpComing,
        ];
        assert_eq!(states, expected);
    }
}
