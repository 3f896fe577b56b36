//! One search over courses, guides, services and pages.

mod api;
mod page;

use crate::lazy::lazy_pages;

lazy_pages! {
    search:
    /// The words that were searched for, and what was found.
    SearchPage => page::search_page,
}
