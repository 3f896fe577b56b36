//! The first door: visitors, what they have done, and how they find it again on another device.
//!
//! The rules are in [`domain::learning`]; here they meet the rows. A visitor is a number without a name. Every table about
//! them has a foreign key to `visitors` that cascades, so whoever erases the visitor erases all of it.

mod lessons;
mod memory;
mod records;
mod recovery;
mod review;
mod rows;
mod visitors;
mod work;

pub use lessons::{lesson_records, lesson_records_of_all_courses, save_lesson};
pub use memory::Fsrs;
pub use records::{
    GradedAnswer, mark_done, note_hint, records, records_of_all_courses, save_answer, save_path,
};
pub use recovery::{CODES_PER_VISITOR, RedeemOutcome, create_code, has_code, redeem};
pub use review::{add_card, cards, count_due, save_review};
pub(crate) use visitors::number_today;
pub use visitors::{create_visitor, forget_visitor, last_seen, moved_to, touch_visitor};
