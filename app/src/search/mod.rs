//! One search over courses, guides, services and pages.

mod api;
mod page;

pub use page::SearchPage;
