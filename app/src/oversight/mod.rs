//! The days of places and advisers, figures, who saw whom, and the calendars of advisers.

mod access_api;
mod access_page;
mod api;
mod calendars_api;
mod calendars_page;
mod days_page;
#[cfg(feature = "ssr")]
mod feed;
#[cfg(feature = "ssr")]
mod figures;
mod figures_page;
#[cfg(feature = "ssr")]
mod shown;

#[cfg(feature = "ssr")]
pub use feed::calendar_feed;
#[cfg(feature = "ssr")]
pub use figures::{figures_csv, keep_offers_of_today};
#[cfg(feature = "ssr")]
pub use shown::note_shown;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// Who saw whose appointment.
    AccessPage => access_page::access_page,
    /// The addresses of advisers' calendars.
    CalendarsPage => calendars_page::calendars_page,
    /// What is booked on a day.
    DayPage => days_page::day_page,
    /// How much is booked, cancelled and offered.
    FiguresPage => figures_page::figures_page,
    /// What is booked in a week.
    WeekPage => days_page::week_page,
}
