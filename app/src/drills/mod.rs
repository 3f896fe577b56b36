//! Practice that never runs out: exercises with hints, and worksheets.
//!
//! The server makes an exercise and says it in the reader's language, so the browser carries neither the generators nor the
//! sentences in its code. What somebody is at lies in their session.

mod api;
mod drawing;
mod drill_page;
mod drills_page;
mod question;
mod sheet_page;
mod text_page;
mod texts_api;
mod texts_page;
#[cfg(feature = "ssr")]
mod wording;

#[cfg(feature = "ssr")]
pub use {
    api::fitting_drills, api::search_entries, drill_page::drill_path, texts_api::texts_search_entry,
    wording::title as drill_title,
};

use crate::lazy::lazy_pages;

lazy_pages! {
    homework:
    /// One exercise after another.
    DrillPage => drill_page::drill_page,
    /// What can be practised.
    DrillsPage => drills_page::drills_page,
    /// Exercises on paper, with the answers on a page of their own.
    DrillSheetPage => sheet_page::sheet_page,
    /// A short text with questions.
    ReadingTextPage => text_page::text_page,
    /// Short texts to read and understand.
    ReadingTextsPage => texts_page::texts_page,
}
