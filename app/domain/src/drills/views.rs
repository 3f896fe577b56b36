//! Exercises as they are shown. Their sentences are filled in on the server, so a browser need not carry all of them.

use serde::{Deserialize, Serialize};

use super::answer::{AnswerField, DrillProblem};
use super::clock::ClockTime;
use super::kind::{Drill, DrillKind, Level};
use super::practice::Advice;
use super::random::Seed;
use crate::homework::{Grade, Subject};
use crate::locale::Locale;

/// What can be practised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillsPage {
    pub drills: Vec<DrillCard>,
}

/// A kind in the list, with its levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillCard {
    pub kind: DrillKind,
    pub title: String,
    pub subject: Subject,
    pub levels: Vec<DrillLevel>,
}

/// A level of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillLevel {
    pub level: Level,
    pub grade: Grade,
    /// The visitor has come so far.
    pub reached: bool,
}

/// An exercise, and how it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillPage {
    pub drill: Drill,
    pub title: String,
    pub seed: Seed,
    pub question: QuestionText,
    pub fields: Vec<AnswerField>,
    /// What stands behind the field: "cm".
    pub unit: String,
    /// What was typed last, field by field.
    pub given: Vec<String>,
    pub outcome: Option<DrillOutcome>,
    /// The steps that have been asked for.
    pub steps: Vec<StepText>,
    /// There are more of them.
    pub more_steps: bool,
    /// How many of the latest first answers were right.
    pub right: i64,
    pub answered: i64,
    pub advice: Option<Advice>,
}

/// A question in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionText {
    pub sentence: String,
    /// The sum, the numbers or the word that it is about. Empty where the sentence says all.
    pub figures: String,
    pub drawing: Option<Drawing>,
    /// A word to be heard.
    pub spoken: Option<Spoken>,
}

/// What is drawn beside a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Drawing {
    /// A clock with hands.
    Clock(ClockTime),
    /// A point in a coordinate system whose axes begin at `lowest`.
    Point { x: i64, y: i64, lowest: i64 },
}

/// A word that is read aloud, in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    pub word: String,
    pub locale: Locale,
}

/// A step in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepText {
    pub sentence: String,
    pub figures: String,
}

/// What came of the latest answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DrillOutcome {
    Right,
    /// With what it probably came of; empty where that is not known.
    NotYet(String),
    /// It could not be graded.
    Problem(DrillProblem),
}

/// A worksheet with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPage {
    pub drill: Drill,
    pub title: String,
    pub seed: Seed,
    /// Another variant.
    pub next: Seed,
    pub exercises: Vec<SheetExercise>,
}

/// An exercise on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetExercise {
    pub question: QuestionText,
    pub answer: String,
}
