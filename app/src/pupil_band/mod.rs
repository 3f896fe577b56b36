//! The line on every page that says which pupil is signed in on the device.
//!
//! It belongs to the frame, so it is small: its forms are sent by the browser itself, and the page that follows is made whole,
//! with another line or none.

mod api;
mod band;
#[cfg(feature = "ssr")]
mod line;

#[cfg(feature = "ssr")]
pub use api::signed_in_here;
pub use api::{LeaveClass, pupil_band};
pub use band::{PlainForm, PupilBandLine};
