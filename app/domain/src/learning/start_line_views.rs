//! What the start-line check shows.

use serde::{Deserialize, Serialize};

use super::question::{AnswerAttempt, QuestionView};
use super::start_line::Goal;
use super::views::CourseCard;
use crate::ids::CourseId;

/// The start-line check, as far as somebody has come in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartLinePage {
    /// What have you come for?
    Goals,
    Question(StartQuestion),
    Path(StartPath),
}

/// One question of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartQuestion {
    pub course: CourseId,
    /// From 1.
    pub number: i64,
    /// There are never more than this.
    pub most: i64,
    pub form: StartForm,
}

/// How a question of the check is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartForm {
    /// "Kan du …?", on a scale.
    SelfReport(String),
    /// A small task to try. Nothing is said about how it went.
    Task {
        question: QuestionView,
        attempt: Option<AnswerAttempt>,
    },
}

/// Where the check leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPath {
    pub goal: Goal,
    pub stops: Vec<PathStop>,
}

/// A course on the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathStop {
    pub card: CourseCard,
    pub reason: PathReason,
}

/// Why a course is on the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PathReason {
    AskedAbout,
    /// It builds on the course with this title, which is new to them.
    BuildsOn(String),
    NotAskedAbout,
}
