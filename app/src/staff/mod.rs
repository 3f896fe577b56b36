//! Signing in for those who work here, and what they find behind it.

mod api;
mod menu;
mod pages;
#[cfg(feature = "ssr")]
pub mod password;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// Sign-in for those who work here.
    SignInPage => pages::sign_in_page,
    /// What somebody who works here finds after signing in.
    StaffHomePage => pages::staff_home_page,
}
