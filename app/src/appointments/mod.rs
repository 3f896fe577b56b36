//! The third door: choose a service, a place and a time, say who comes, and be sure of it; move it, and
//! cancel it again.

mod api;
pub(crate) mod arranged;
#[cfg(feature = "ssr")]
pub(crate) mod arrival_code;
#[cfg(feature = "ssr")]
pub(crate) mod booking;
#[cfg(feature = "ssr")]
mod booking_once;
#[cfg(feature = "ssr")]
mod calendar;
pub(crate) mod cancel_api;
pub(crate) mod cancel_pages;
#[cfg(feature = "ssr")]
mod cancelling;
mod check_page;
pub(crate) mod code_form;
mod day_of_times;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod details_api;
pub(crate) mod details_page;
#[cfg(feature = "ssr")]
pub(crate) mod draft;
mod find_api;
mod first_page;
#[cfg(feature = "ssr")]
pub(crate) mod found;
mod held_note;
mod hold_api;
#[cfg(feature = "ssr")]
pub(crate) mod holding;
mod join_page;
mod languages;
mod locations_page;
#[cfg(feature = "ssr")]
mod mail;
#[cfg(feature = "ssr")]
mod mail_html;
#[cfg(feature = "ssr")]
mod message_texts;
mod month_page;
mod move_api;
mod move_pages;
#[cfg(feature = "ssr")]
mod moving;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod needs_api;
pub(crate) mod needs_page;
#[cfg(feature = "ssr")]
mod next_time;
#[cfg(feature = "ssr")]
pub(crate) mod noted;
#[cfg(feature = "ssr")]
mod offer_message;
#[cfg(feature = "ssr")]
mod on_paper;
mod part_choices;
mod receipt_page;
#[cfg(feature = "ssr")]
mod reminding;
#[cfg(feature = "ssr")]
mod search_month;
#[cfg(feature = "ssr")]
mod search_places;
#[cfg(feature = "ssr")]
mod search_series;
#[cfg(feature = "ssr")]
pub(crate) mod search_times;
#[cfg(feature = "ssr")]
pub(crate) mod series;
pub(crate) mod series_dates;
mod services_page;
#[cfg(feature = "ssr")]
mod sms_reply;
pub(crate) mod summary;
mod taken_alert;
mod taken_time;
mod times_page;
#[cfg(feature = "ssr")]
pub(crate) mod views;
#[cfg(feature = "ssr")]
mod visit;
mod visit_api;
pub(crate) mod visit_page;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod waiting_api;
#[cfg(feature = "ssr")]
mod waiting_offers;
mod waiting_pages;
#[cfg(feature = "ssr")]
pub(crate) mod waiting_place;
#[cfg(feature = "ssr")]
pub(crate) mod waiting_visit;
#[cfg(feature = "ssr")]
pub(crate) mod wishes;

#[cfg(feature = "ssr")]
pub use booking_once::{BookedOnce, Wish, book_once};
#[cfg(feature = "ssr")]
pub use calendar::receipt_calendar;
#[cfg(feature = "ssr")]
pub(crate) use calendar::{CalendarEntry, CalendarMethod};
#[cfg(feature = "ssr")]
pub use cancelling::{Cancelled, cancel_appointment};
#[cfg(feature = "ssr")]
pub use details_page::{note_text, text as contact_error_text};
#[cfg(feature = "ssr")]
pub(crate) use mail::Told;
#[cfg(feature = "ssr")]
pub(crate) use mail_html::mail_html;
#[cfg(feature = "ssr")]
pub(crate) use message_texts::mail_text;
#[cfg(feature = "ssr")]
pub use moving::{Moving, asking};
#[cfg(feature = "ssr")]
pub use next_time::{NextTimeAsked, next_time_page, no_next_time_page};
#[cfg(feature = "ssr")]
pub use on_paper::letter_sheet;
#[cfg(feature = "ssr")]
pub use reminding::write_reminders;
#[cfg(feature = "ssr")]
pub(crate) use search_places::first_at_each_place;
#[cfg(feature = "ssr")]
pub use search_places::{Everywhere, days_at_each_place};
#[cfg(feature = "ssr")]
pub use search_times::{FoundDays, Search, search_days};
#[cfg(feature = "ssr")]
pub use sms_reply::answer_sms;
#[cfg(feature = "ssr")]
pub use views::{appointment_view, bring, chosen, search_entries};
#[cfg(feature = "ssr")]
pub use visit_page::address_text as visit_address_text;
#[cfg(feature = "ssr")]
pub use waiting_offers::offer_free_times;

use crate::lazy::lazy_pages;

lazy_pages! {
    appointments:
    /// Finds a booking by code and name.
    CancelPage => cancel_pages::cancel_page,
    /// Shows the booking that was found, and asks.
    ConfirmCancelPage => cancel_pages::confirm_cancel_page,
    /// The booking is cancelled, and the time is free for somebody else.
    CancelledPage => cancel_pages::cancelled_page,
    /// Shows the old time and the new one, and asks.
    ConfirmMovePage => move_pages::confirm_move_page,
    /// The last question: is this right?
    CheckPage => check_page::check_page,
    /// The fifth question: who comes? A name, and one way to be reached or none.
    DetailsPage => details_page::details_page,
    /// When, wherever it is: each place's first times.
    FirstTimesPage => first_page::first_page,
    /// Finds a place on the waiting list by code and name.
    FindWaitingPage => waiting_pages::find_waiting_page,
    /// Who waits, and which days and parts of the day suit them.
    JoinPage => join_page::join_page,
    /// The visitor waits no more.
    LeftWaitingPage => waiting_pages::left_waiting_page,
    /// The second question: where?
    LocationsPage => locations_page::locations_page,
    /// A month of a place, to choose a day from.
    MonthPage => month_page::month_page,
    /// When would you rather come?
    MovePage => move_pages::move_page,
    /// The third question: is there anything we should know?
    NeedsPage => needs_page::needs_page,
    /// The ticket: when, where, what to bring, and the code.
    ReceiptPage => receipt_page::receipt_page,
    /// The first question: what do you want help with?
    ServicesPage => services_page::services_page,
    /// The fourth question: when? A list, earliest first.
    TimesPage => times_page::times_page,
    /// Where are they visited? Asked of those who are.
    VisitPage => visit_page::visit_page,
    /// The visitor's place on the waiting list, and what is offered to them.
    WaitingPage => waiting_pages::waiting_page,
}
