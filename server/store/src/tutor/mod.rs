//! Two who share a lesson. There is one row for both screens, so a line that was cut loses no place: whoever comes back asks
//! where they are.
//!
//! Whatever changes a pairing locks its row first, within the transaction that makes the change.

mod acting;
mod handout;
mod helped;
mod news;
mod pairing;
mod starting;

pub use acting::{ActOutcome, act, passed, press, ticks};
pub use handout::{HANDOUTS_A_DAY, HandoutClaim, claim_handout};
pub(crate) use helped::hand_over;
pub use helped::helped;
pub(crate) use news::TutorNews;
pub use news::{changes, relay_changes};
pub use pairing::{Pairing, Seat, find, version};
pub use starting::{JoinOutcome, NewPairing, Newcomer, join, renew_code, start};
