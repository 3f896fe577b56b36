//! The desk: numbers, calling the next, checking in, and those who come with citizens.
//!
//! **Architecture Invariant:** whatever changes a place's queue locks the row of its day first (`queue_days`), within the
//! transaction that makes the change. So numbers have no gaps, nobody is called by two at once, and a counter never has two
//! citizens, on both databases and with any number of servers. A desk makes a few changes a minute, so that they wait for
//! each other costs nothing.

mod appointments;
mod calling;
mod issuing;
mod news;
mod reading;
mod support_workers;
mod texting;
mod ticket;

use domain::ids::LocationId;
use jiff::civil::Date;

pub use appointments::{booked_between, find_by_code};
pub use calling::{Action, CallOutcome, ClerkAt, ClerkSkills, StepOutcome, call_next, take_step};
pub use issuing::{Appointed, Coming, NewTicket, issue};
pub(crate) use news::{DeskNews, commit_and_tell};
pub use news::{changed_since, changes, relay_changes};
pub use reading::{find_by_key, of_day};
pub use support_workers::{
    SupportWorker, add_support_worker, recognise, remove_support_worker, support_workers,
};
pub use texting::text_ticket;
pub use ticket::Ticket;

/// A place's queue on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueDay {
    pub location: LocationId,
    /// In Denmark.
    pub date: Date,
}
