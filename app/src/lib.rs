//! Startlinje's application: the shell, the pages, the components, and the server functions behind them.
//!
//! A folder per feature: `page.rs` (and its neighbours) shows, `api.rs` holds the server functions. The same feature has the
//! same name in `domain` and `store`. Components of the design system live in [`ui`] and know no feature.
//!
//! **Architecture Invariant:** everything works before the wasm has arrived and without JavaScript. A form is a form, and
//! what came of it is on the page that the server sends next.

// Every `#[component]` is a function of its props; a missing prop does not compile, so `# Panics` sections say nothing.
#![allow(clippy::missing_panics_doc, reason = "components panic only outside `App`")]
#![recursion_limit = "256"]

mod app;
mod appointments;
#[cfg(feature = "ssr")]
mod bare_page;
mod cafe;
mod class_live;
mod class_sign_in;
mod classroom;
mod code_section;
mod desk;
mod discussion_chart;
mod drills;
mod error;
mod form;
mod front;
mod help_topic;
mod homework;
mod layout;
mod lazy;
mod learning;
mod live;
mod loading;
mod messages;
mod money;
mod oversight;
mod pages;
mod pupil_band;
mod reading;
mod reply;
#[cfg(feature = "hydrate")]
mod scanned_code;
mod schedule;
mod search;
#[cfg(feature = "ssr")]
pub mod server_side;
mod sign_in_pictures;
mod staff;
mod texts;
mod tutor;
pub mod ui;

/// What pages and programs do with appointments, by the same code.
#[cfg(feature = "ssr")]
pub mod booking {
    pub use crate::appointments::{
        BookedOnce, Cancelled, Everywhere, FoundDays, Moving, Search, Wish, appointment_view, asking,
        book_once, bring, cancel_appointment, chosen, contact_error_text, days_at_each_place, note_text,
        search_days, visit_address_text,
    };
}

pub use app::App;
#[cfg(feature = "ssr")]
pub use app::shell;
#[cfg(feature = "ssr")]
pub use appointments::{
    NextTimeAsked, answer_sms, next_time_page, no_next_time_page, offer_free_times, receipt_calendar,
    write_reminders,
};
#[cfg(feature = "ssr")]
pub use bare_page::bare_page;
#[cfg(feature = "ssr")]
pub use cafe::pictures as cafe_pictures;
#[cfg(feature = "ssr")]
pub use classroom::report::{Asked as AskedReport, class_report_csv};
pub use error::{AppError, FailedRequest};
#[cfg(feature = "ssr")]
pub use oversight::{calendar_feed, figures_csv, keep_offers_of_today};
#[cfg(feature = "ssr")]
pub use schedule::{read_schedule, schedule_changes, schedule_file};
#[cfg(feature = "ssr")]
pub use staff::{
    PROVIDER_SIGN_IN, PROVIDER_SIGN_OUT, SignInProblem, begin_sign_in, pass_on_page, password, refuse_sign_in,
};
pub use texts::*;
