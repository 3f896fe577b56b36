//! The first door: courses of lessons, lessons of steps, and how far a visitor has come.

mod progress;
mod question;
mod views;

pub use progress::{CourseOutline, CourseProgress, LessonOutline, StepRecord, StepRef};
pub use question::{AnswerOption, Graded, InvalidAnswer, Question, QuestionKind, grade};
pub use views::{
    CourseCard, CoursePage, FinishedLesson, FinishedPage, GivenAnswer, LessonCard, OptionFeedback,
    OptionView, QuestionView, StepPage,
};
