//! The first door: the catalogue, courses, steps with their questions, and the page at the end.

mod api;
mod catalog_page;
mod course_page;
mod finished_page;
mod question;
mod step_page;

pub use catalog_page::CatalogPage;
pub use course_page::CoursePage;
pub use finished_page::FinishedPage;
pub use step_page::StepPage;
