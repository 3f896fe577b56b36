//! Staff book for a citizen on the telephone or at the desk, by keyboard and on one page; and look up what is booked.

#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod api;
#[cfg(feature = "ssr")]
mod choosing;
mod look_up_api;
mod look_up_pages;
#[cfg(feature = "ssr")]
pub(super) mod making;
mod page;
mod receipt_page;
#[cfg(feature = "ssr")]
mod showing;
mod twins;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// Books for a citizen: a service, the first free times, a name, done.
    StaffBookingPage => page::staff_booking_page,
    /// The ticket of what was booked, to be read aloud.
    StaffReceiptPage => receipt_page::staff_receipt_page,
    /// Looks a booking up by its code.
    LookUpPage => look_up_pages::look_up_page,
    /// The booking that was looked up.
    LookedUpPage => look_up_pages::looked_up_page,
}
