//! The line on every page that says which pupil is signed in on the device.
//!
//! It belongs to the frame, so it is small: its forms are sent by the browser itself, and the page that follows is made whole,
//! with another line or none.

mod api;
mod band;
#[cfg(feature = "ssr")]
mod line;
#[cfg(feature = "ssr")]
mod practice;

pub use api::LeaveClass;
#[cfg(feature = "ssr")]
pub use api::{pupil_here, signed_in_here};
pub use band::{PlainForm, PupilBandLine};
#[cfg(feature = "ssr")]
pub use practice::count_practice;
