//! Everything that is kept: sea-orm entities, queries and transactions, on SQLite and PostgreSQL.
//!
//! A module is a slice (`learning`, `homework`, `staff`, `schedules`, `appointments`, `oversight`, `outbox`) or a chore (`retention`,
//! `backup`). Functions take a connection first; the caller owns the transaction. Where a unit must own it
//! ([`appointments::book`], [`appointments::move_appointment`]) the function takes the [`Database`].
//!
//! **Architecture Invariant:** only this crate imports sea-orm. Entities never leave it: what comes out are domain types.
//!
//! **Architecture Invariant:** inside a transaction every query goes through the transaction. Asking the pool for a second
//! connection there makes the servers' own requests wait for each other.

#![allow(clippy::doc_markdown, reason = "SQLite and PostgreSQL are names, not code")]

pub mod api_tokens;
pub mod appointments;
pub mod backup;
pub mod cafe;
pub mod classroom;
mod connection;
pub mod desk;
mod entities;
mod error;
mod guesses;
mod handing_over;
pub mod homework;
mod keyed_hash;
pub mod learning;
pub mod letters;
mod news;
pub mod outbox;
pub mod oversight;
pub mod provider;
pub mod reminders;
pub mod retention;
mod retrying;
pub mod schedules;
pub mod secrets;
pub mod sessions;
pub mod sign_ins;
pub mod sms_replies;
pub mod staff;
pub mod tutor;
pub mod undelivered;

pub use connection::Database;
pub use error::StoreError;
pub use guesses::{ByCode, GUESSES_A_DAY};
pub use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction};
