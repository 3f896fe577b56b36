//! The coordinator changes the schedule, and sees first whom it would hit.
//!
//! A form is read into an edit, which waits in the session. The page that shows what it does asks what is to become of those
//! whom nobody can take over; only then is the new version stored, in one transaction with what becomes of them. Whoever
//! cannot be told keeps their appointment and stands on the call list until somebody has rung.

mod absences_page;
mod adviser_page;
mod api;
mod call_api;
mod call_list_page;
#[cfg(feature = "ssr")]
mod change_lines;
#[cfg(feature = "ssr")]
mod changes;
mod closing_days_page;
mod document_api;
mod document_page;
#[cfg(feature = "ssr")]
mod drawings;
mod edit_api;
mod form_parts;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod general_api;
mod general_page;
mod hit_rows;
#[cfg(feature = "ssr")]
mod lost;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod new_api;
mod new_pages;
#[cfg(feature = "ssr")]
mod notices;
mod place_page;
mod place_parts;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod place_parts_api;
#[cfg(feature = "ssr")]
mod planning;
mod preview_api;
mod preview_page;
#[cfg(feature = "ssr")]
mod proposing;
#[cfg(feature = "ssr")]
mod reading;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod rule_api;
mod rule_page;
#[cfg(feature = "ssr")]
mod rule_words;
mod schedule_page;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod series_api;
mod series_page;
#[cfg(feature = "ssr")]
mod series_words;
mod service_page;
mod service_rules;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod text_forms_api;

#[cfg(feature = "ssr")]
pub use changes::changes as schedule_changes;
#[cfg(feature = "ssr")]
pub use document_api::schedule_file;
#[cfg(feature = "ssr")]
pub use reading::read_schedule;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// When advisers are away.
    AbsencesPage => absences_page::absences_page,
    /// What an adviser can help with, and where they work.
    AdviserPage => adviser_page::adviser_page,
    /// Those who have to be rung up.
    CallListPage => call_list_page::call_list_page,
    /// The days on which everything is closed.
    ClosingDaysPage => closing_days_page::closing_days_page,
    /// The whole schedule as a document.
    DocumentPage => document_page::document_page,
    /// What holds for all places and services.
    GeneralPage => general_page::general_page,
    /// Somebody new who can be booked.
    NewAdviserPage => new_pages::new_adviser_page,
    /// A new place.
    NewPlacePage => new_pages::new_place_page,
    /// A new service.
    NewServicePage => new_pages::new_service_page,
    /// A place: its hours and how it is found.
    PlacePage => place_page::place_page,
    /// What a change does, before it is made.
    PreviewPage => preview_page::preview_page,
    /// A rule of hours or shifts, or a new one.
    RulePage => rule_page::rule_page,
    /// A change is in force.
    SavedPage => preview_page::saved_page,
    /// Where changing the schedule begins.
    SchedulePage => schedule_page::schedule_page,
    /// A series of a service, or a new one.
    SeriesPage => series_page::series_page,
    /// A service's texts and times.
    ServicePage => service_page::service_page,
    /// When an adviser works at a place.
    ShiftsPage => adviser_page::shifts_page,
}
