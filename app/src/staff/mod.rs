//! Signing in for those who work here, and what they find behind it.

mod api;
mod menu;
#[cfg(feature = "ssr")]
mod own_adviser;
mod pages;
#[cfg(feature = "ssr")]
pub mod password;
mod provider_form;
#[cfg(feature = "ssr")]
mod sign_in;

#[cfg(feature = "ssr")]
pub use api::SignInProblem;
#[cfg(feature = "ssr")]
pub use sign_in::{PROVIDER_SIGN_IN, PROVIDER_SIGN_OUT, begin_sign_in, pass_on_page, refuse_sign_in};

#[cfg(feature = "ssr")]
pub(crate) use own_adviser::own_adviser;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// Sign-in for those who work here.
    SignInPage => pages::sign_in_page,
    /// What somebody who works here finds after signing in.
    StaffHomePage => pages::staff_home_page,
}
