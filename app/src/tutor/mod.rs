//! Tutor mode: one lesson on two screens, the citizen's and the helper's.
//!
//! Which pairing a device belongs to, and on which side, is kept in its session; so both screens have the same address, which
//! names nobody. The pages are fetched with those of the lessons, whose parts they show.

mod act_api;
mod checks;
mod citizen;
mod handout_api;
mod handout_page;
mod helper;
mod join_api;
mod live;
#[cfg(feature = "ssr")]
mod mail;
mod over;
#[cfg(feature = "ssr")]
mod seat;
mod start_form;
mod start_page;
mod together_page;
mod view_api;
#[cfg(feature = "ssr")]
mod views;
mod waiting;

#[cfg(feature = "ssr")]
pub use join_api::{begin, first_step};
#[cfg(feature = "ssr")]
pub use seat::is_at_step;

use crate::lazy::lazy_pages;

/// The page that both screens show.
pub const TOGETHER: &str = "/sammen/nu";

lazy_pages! {
    learning:
    /// "Det kan du nu": what two have gone through, to print or to be sent.
    LearnedPage => handout_page::learned_page,
    /// The lesson of two, as this device shows it.
    TogetherPage => together_page::together_page,
    /// Where two begin to share a lesson.
    TutorPage => start_page::start_page,
}
