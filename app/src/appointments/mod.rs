//! The third door: choose a service, a place and a time, say who comes, and be sure of it; and cancel it again.

#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod api;
#[cfg(feature = "ssr")]
mod booking;
#[cfg(feature = "ssr")]
mod calendar;
mod cancel_api;
mod cancel_pages;
mod check_page;
mod details_page;
mod locations_page;
mod receipt_page;
#[cfg(feature = "ssr")]
mod search_times;
mod services_page;
mod summary;
mod times_page;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub use calendar::receipt_calendar;
pub use cancel_pages::{CancelPage, CancelledPage, ConfirmCancelPage};
pub use check_page::CheckPage;
pub use details_page::DetailsPage;
pub use locations_page::LocationsPage;
pub use receipt_page::ReceiptPage;
pub use services_page::ServicesPage;
pub use times_page::TimesPage;
#[cfg(feature = "ssr")]
pub use views::search_entries;
