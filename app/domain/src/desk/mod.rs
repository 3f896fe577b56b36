//! The desk: one queue for those who have booked and those who have not, from the number that somebody takes until they are
//! helped.

mod counter;
mod public_views;
mod scan;
mod state;
mod support_worker;
mod ticket;
mod turn;
mod views;
mod waiting;

pub use counter::{Counter, NotACounter};
pub use public_views::{ArrivedPage, CallDisplayPage, CallView, CheckInProblem, KioskPage, TicketPage};
pub use scan::booking_code;
pub use state::{MissedReason, Outcome, Step, TicketState};
pub use support_worker::SupportCode;
pub use ticket::{NotATicketKey, TicketKey, TicketKind, TicketNumber};
pub use turn::{Arrival, FORGIVEN, HEAD_START, Lane, turn};
pub use views::{
    DeskNotice, DeskPage, DeskPlace, DeskPlacesPage, Ended, ExpectedView, GivenTicketPage, NewTicketPage,
    NewTicketProblem, RefusedSupportWorker, SeatView, ServiceChoice, SupportWorkerField, SupportWorkerView,
    SupportWorkersPage, TextedTicket, TicketView,
};
pub use waiting::{QueueLoad, Wait, wait};
