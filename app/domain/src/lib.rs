//! What both sides of Startlinje share: ids, the shapes that cross the wire, validation, and the rules that the product
//! exists for (availability, grading, opening hours).
//!
//! **Architecture Invariant:** nothing here does I/O, reads a clock or knows a framework. The present moment and every
//! random choice are arguments. That keeps the rules testable and lets the browser use them too.

pub mod admission;
pub mod api_access;
pub mod appointments;
pub mod cafe;
pub mod classroom;
pub mod contact;
pub mod cpr;
mod decimal;
pub mod desk;
pub mod digits;
pub mod drills;
pub mod facts;
pub mod free_text;
pub mod help_topic;
pub mod homework;
pub mod ids;
pub mod learning;
pub mod locale;
pub mod messages;
pub mod money;
pub mod month;
pub mod municipality;
pub mod opening;
pub mod oversight;
pub mod pages;
pub mod reading;
pub mod recurrence;
pub mod schedule;
pub mod staff;
pub mod time;
pub mod tutor;
mod white_space;
pub mod word_code;

/// How many, as numbers cross the wire.
pub fn count<T>(items: &[T]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}
