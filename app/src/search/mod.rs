//! One search over courses, exercises, guides, words, roles, services and pages. How it finds is in `content`.

mod api;
#[cfg(feature = "ssr")]
mod doors;
mod page;
mod results;

use crate::lazy::lazy_pages;

lazy_pages! {
    pages:
    /// The words that were searched for, and what was found.
    SearchPage => page::search_page,
}
