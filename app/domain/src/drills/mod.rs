//! Practice that never runs out: exercises made of a kind, a level and a seed, the same for everybody who has the three.
//!
//! An exercise holds no sentences. Its question, its steps and the known mistakes are named, and the app says each of them in
//! the reader's language; figures are written as Danes write them. So everything here can be tested without a text.
//!
//! Kinds and levels are a choice of our own from what Danish schools practise, as the guides for parents describe it.

mod answer;
mod clock;
mod comprehension;
mod exercise;
mod fraction;
#[cfg(test)]
mod grading_tests;
mod kind;
mod kinds;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod oracle_tests;
mod practice;
mod practice_count;
mod question;
mod random;
mod slip;
mod step;
mod views;
mod work;
mod worksheet;
mod writing;

pub use answer::{Answer, AnswerField, DrillProblem};
pub use clock::ClockTime;
pub use comprehension::{TextCard, TextPage, TextQuestion, TextScore, TextVerdict, TextWork, TextsPage};
pub use exercise::{DrillGrade, Exercise, exercise};
pub use fraction::Fraction;
pub use kind::{Drill, DrillKind, Level};
pub use practice::{Advice, FirstAnswer, Practice};
pub use practice_count::PracticeCount;
pub use question::{Axis, DayHalf, Question};
pub use random::{InvalidSeed, Seed};
pub use slip::Slip;
pub use step::{Method, Step};
pub use views::{
    Drawing, DrillCard, DrillLevel, DrillOutcome, DrillPage, DrillsPage, QuestionText, SheetExercise,
    SheetPage, Spoken, StepText,
};
pub use work::{CurrentExercise, DrillWork};
pub use worksheet::worksheet;
