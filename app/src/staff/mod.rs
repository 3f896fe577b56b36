//! Signing in for those who work here, and what they find behind it.

mod api;
mod pages;
#[cfg(feature = "ssr")]
pub mod password;

pub use pages::{SignInPage, StaffHomePage};
