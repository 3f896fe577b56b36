//! How it goes in a class just now: who works, who is stuck, who has asked for help.

use serde::{Deserialize, Serialize};

use super::assignment_progress::AssignmentProgress;
use super::views::{ClassRow, WayIn};
use crate::count;
use crate::ids::PupilId;
use crate::learning::FAILURES_UNTIL_HELP;

/// How it goes for a pupil. There is no order in it, for nobody is ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PupilState {
    /// Not signed in on any device.
    Away,
    Working,
    /// Has done everything that is to be done now.
    Done,
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
    /// What is to be done now.
    pub work: Option<AssignmentProgress>,
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
            Signs { work: Some(work), .. } if work.is_done() => Self::Done,
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
    /// How many of the assignments that are open are done.
    pub work: Option<AssignmentProgress>,
}

/// A class in the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LivePage {
    pub class: ClassRow,
    /// Those who have asked for help; who asked first stands first.
    pub waiting: Vec<LiveRow>,
    /// Everybody else, in the teacher's own order.
    pub others: Vec<LiveRow>,
}

/// A class on a screen that everybody sees: how many, and never who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardPage {
    pub class: ClassRow,
    pub way_in: WayIn,
    /// How many are signed in.
    pub here: i64,
    /// How many have asked for help, and wait.
    pub waiting: i64,
    /// What is to be done now, and how many are done with it.
    pub assignments: Vec<BoardLine>,
}

/// Something that is to be done, on the screen that everybody sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLine {
    pub title: String,
    pub done: i64,
    pub pupils: i64,
}

impl LivePage {
    /// How many pupils are in a state.
    pub fn count(&self, state: PupilState) -> i64 {
        let everybody = self.waiting.iter().chain(&self.others);
        let there: Vec<_> = everybody.filter(|row| row.state == state).collect();
        count(&there)
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
        let done = |done| Signs {
            work: Some(AssignmentProgress { done, total: 2 }),
            ..here
        };
        let signs = [
            Signs::default(),
            here,
            almost,
            stuck,
            asked,
            coming,
            done(1),
            done(2),
        ];
        let states = signs.map(PupilState::of);
        let expected = [
            PupilState::Away,
            PupilState::Working,
            PupilState::Working,
            PupilState::Stuck,
            PupilState::Asked,
            PupilState::HelpComing,
            PupilState::Working,
            PupilState::Done,
        ];
        assert_eq!(states, expected);
    }
}
