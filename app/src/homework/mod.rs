//! The second door: guides for parents, found by subject and grade.

mod api;
mod guide_page;
mod guides_page;

pub use guide_page::GuidePage;
pub use guides_page::GuidesPage;
