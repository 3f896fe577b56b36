//! A family's plan for the week's homework: what is to be done on which day. It is a visitor's own, and nobody else sees it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Subject;
use crate::cpr::has_cpr;
use crate::ids::PlanEntryId;
use crate::white_space::fold_white_space;

/// The most entries a plan holds: more would fit on no fridge door.
pub const LONGEST_PLAN: i64 = 40;

/// A day of the week: 1 (Monday) to 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct PlanDay(i8);

/// What is to be done: a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlanTask(String);

/// Whether something has been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    Open,
    Done,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    pub id: PlanEntryId,
    pub day: PlanDay,
    pub subject: Option<Subject>,
    pub task: PlanTask,
    pub state: PlanState,
}

/// Why something was not written on the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanProblem {
    #[error("the task is empty")]
    Missing,
    #[error("the task is longer than {} characters", PlanTask::LONGEST)]
    TooLong,
    #[error("the task holds what looks like a CPR number")]
    HasCpr,
    #[error("the plan has {LONGEST_PLAN} entries already")]
    Full,
}

/// What was typed and could not be written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAttempt {
    pub day: PlanDay,
    pub subject: Option<Subject>,
    pub task: String,
    pub problem: PlanProblem,
}

/// The page of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekPlanPage {
    /// By day, and within a day as they were written.
    pub entries: Vec<PlanEntry>,
    /// The day that the form begins with: today, or the one that was typed.
    pub day: PlanDay,
    pub attempt: Option<PlanAttempt>,
}

impl PlanDay {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7)];

    /// Accepts 1 (Monday) to 7.
    pub fn new(number: i8) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.0 == number)
    }

    /// 1 (Monday) to 7.
    pub fn number(self) -> i8 {
        self.0
    }
}

impl PlanTask {
    /// The longest task that is kept, in characters.
    pub const LONGEST: usize = 120;

    /// Trims, and folds white space and control characters to single spaces.
    pub fn parse(typed: &str) -> Result<Self, PlanProblem> {
        let task = fold_white_space(typed);
        if task.is_empty() {
            return Err(PlanProblem::Missing);
        }
        if task.chars().count() > Self::LONGEST {
            return Err(PlanProblem::TooLong);
        }
        if has_cpr(&task) {
            return Err(PlanProblem::HasCpr);
        }
        Ok(Self(task))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<i64> for PlanDay {
    type Error = &'static str;

    fn try_from(number: i64) -> Result<Self, Self::Error> {
        let day = i8::try_from(number).ok().and_then(Self::new);
        day.ok_or("a day of the week is 1 to 7")
    }
}

impl From<PlanDay> for i64 {
    fn from(day: PlanDay) -> i64 {
        day.0.into()
    }
}

impl TryFrom<String> for PlanTask {
    type Error = PlanProblem;

    fn try_from(text: String) -> Result<Self, PlanProblem> {
        Self::parse(&text)
    }
}

impl From<PlanTask> for String {
    fn from(task: PlanTask) -> String {
        task.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_task_is_a_line() {
        assert_eq!(
            PlanTask::parse(" Læs \n side 12–14 ").unwrap().as_str(),
            "Læs side 12–14"
        );
        assert_eq!(PlanTask::parse("\u{7} \n"), Err(PlanProblem::Missing));
        assert_eq!(PlanTask::parse(&"å".repeat(121)), Err(PlanProblem::TooLong));
        assert_eq!(PlanTask::parse("ring til 010190-1234"), Err(PlanProblem::HasCpr));
    }

    #[test]
    fn a_week_has_seven_days() {
        assert_eq!(PlanDay::ALL.map(PlanDay::number), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!([PlanDay::new(0), PlanDay::new(8)], [None, None]);
        assert!(serde_json::from_str::<PlanDay>("8").is_err());
    }

    proptest! {
        #[test]
        fn what_has_been_parsed_stays_as_it_is(typed in "\\PC{0,140}") {
            if let Ok(task) = PlanTask::parse(&typed) {
                prop_assert_eq!(PlanTask::parse(task.as_str()), Ok(task));
            }
        }
    }
}
