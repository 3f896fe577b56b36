//! The desk: one queue for those who have booked and those who walk in; the pages on which they say that they are here, wait,
//! and are called.

#[cfg(feature = "ssr")]
mod access;
mod announcer;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod api;
mod booking;
mod call_display_page;
#[cfg(feature = "ssr")]
mod check_in;
mod desk_page;
mod given_ticket_page;
mod kiosk_page;
mod lesson_api;
mod live;
mod new_ticket_api;
mod new_ticket_page;
mod own_counter;
mod places_page;
mod public_api;
#[cfg(feature = "ssr")]
mod queue;
mod refresh;
mod steps;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod steps_api;
mod support_workers_api;
mod support_workers_page;
mod ticket_page;
mod ticket_row;
mod ticket_sms;
mod ticket_sms_api;
#[cfg(feature = "ssr")]
mod views;
mod waiting_calls;
mod words;

pub use booking::{LookUpPage, LookedUpPage, StaffBookingPage, StaffReceiptPage};
pub use waiting_calls::WaitingCallsPage;

use crate::lazy::lazy_pages;

lazy_pages! {
    desk:
    /// "You are told as here", for as long as it takes to read it.
    ArrivedPage => kiosk_page::arrived_page,
    /// The screen in the waiting room.
    CallDisplayPage => call_display_page::call_display_page,
    /// A place's queue, for those who work at its desk.
    DeskPage => desk_page::desk_page,
    /// Which desk?
    DeskPlacesPage => places_page::places_page,
    /// A number that was just given: to print, and the check list.
    GivenTicketPage => given_ticket_page::given_ticket_page,
    /// The page at the entrance on which somebody says that they have come.
    KioskPage => kiosk_page::kiosk_page,
    /// Gives a number to somebody who walks in.
    NewTicketPage => new_ticket_page::new_ticket_page,
    /// Who comes with citizens because it is their work.
    SupportWorkersPage => support_workers_page::support_workers_page,
    /// A number, and how long it is until it is called.
    TicketPage => ticket_page::ticket_page,
}
