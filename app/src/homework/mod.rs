//! The second door: guides for parents, found by subject and grade.

mod api;
mod guide_page;
mod guides_page;

use crate::lazy::lazy_pages;

lazy_pages! {
    homework:
    /// One guide: how school does it now, three questions to ask, and a five-minute activity.
    GuidePage => guide_page::guide_page,
    /// All guides, or those for a subject and a grade.
    GuidesPage => guides_page::guides_page,
}
