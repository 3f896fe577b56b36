//! The first door: the catalogue, courses, steps with their tasks, exercises, the glossary, and the page at the end.

mod api;
mod catalog_page;
mod course_page;
mod exercise_page;
mod exercises_page;
mod finished_page;
mod followed;
mod forgotten_page;
mod glossary_page;
mod handout_page;
mod keep_page;
mod paper_task;
mod question;
mod recommended;
mod review_page;
mod start_line_page;
mod step_fields;
mod step_page;
mod stuck;
mod task;
mod term_text;

#[cfg(feature = "ssr")]
pub use api::{next_step, note_passed, reading, shown_step};
pub(crate) use paper_task::paper_task;
pub(crate) use step_page::step_body;

use crate::lazy::lazy_pages;

lazy_pages! {
    learning:
    /// All courses.
    CatalogPage => catalog_page::catalog_page,
    /// A course: what you can do afterwards, how long it takes, its lessons, and one button.
    CoursePage => course_page::course_page,
    /// One exercise by itself.
    ExercisePage => exercise_page::exercise_page,
    /// Pretend services to practise on.
    ExercisesPage => exercises_page::exercises_page,
    /// The end of a course: what you can do now, and what is worth another look.
    FinishedPage => finished_page::finished_page,
    /// Says that everything has been forgotten on this device.
    ForgottenPage => forgotten_page::forgotten_page,
    /// Difficult words, explained.
    GlossaryPage => glossary_page::glossary_page,
    /// A whole lesson to print: its text, its tasks as exercises for a pen, and the way back to the screen.
    HandoutPage => handout_page::handout_page,
    /// Take your progress along to another device, or have it forgotten on this one.
    KeepPage => keep_page::keep_page,
    /// What was missed comes back, when it is about to be forgotten. No points, no streaks.
    ReviewPage => review_page::review_page,
    /// Finds where somebody should begin, with a few questions and without judging.
    StartLinePage => start_line_page::start_line_page,
    /// One step of a lesson: one idea, perhaps a question, and one button that is always at the same place.
    StepPage => step_page::step_page,
}
