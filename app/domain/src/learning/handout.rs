//! A lesson on paper.

use serde::{Deserialize, Serialize};

use super::progress::StepRef;
use super::task::{TaskView, Term};
use super::views::Reading;
use crate::ids::CourseId;
use crate::locale::Locale;
use crate::municipality::Municipality;
use crate::pages::QrCode;

/// A whole lesson as it is handed out on paper: never with a key, a hint or what somebody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handout {
    pub course: CourseId,
    pub course_title: String,
    pub title: String,
    /// Which of the steps' two texts is shown; `None` where there is only one.
    pub reading: Option<Reading>,
    pub steps: Vec<HandoutStep>,
    /// The words of all steps that the glossary explains, each once.
    pub terms: Vec<Term>,
    /// Where the lesson begins on the screen.
    pub first: StepRef,
    pub locale: Locale,
}

/// A step on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoutStep {
    pub title: String,
    /// HTML made by us from checked Markdown.
    pub html: String,
    /// Frivillig fordybelse.
    pub deepening: bool,
    pub task: Option<TaskView>,
}

/// The page that a handout is printed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoutPage {
    pub handout: Handout,
    /// Whom to ring, and where to go.
    pub municipality: Municipality,
    /// The whole address of the course, which is short enough to be typed.
    pub address: String,
    /// The whole address of the lesson's first step.
    pub code: QrCode,
}
