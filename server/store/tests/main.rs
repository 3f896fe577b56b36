//! Tests of the store, on SQLite and on PostgreSQL; the files mirror the modules.
//!
//! PostgreSQL is found in `TEST_DATABASE_URL`: run `scripts/with-postgres.sh cargo test -p store`.

#![allow(
    clippy::doc_markdown,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests are tests too, which clippy.toml cannot tell"
)]

mod api_tokens;
mod appointments;
mod backup;
mod booking_crash;
mod booking_races;
mod cafe;
mod classroom;
mod columns;
mod connection;
mod deadlocks;
mod desk;
mod followers;
mod free_times;
mod holds;
mod learning;
mod letters;
mod moving;
mod outbox;
mod oversight;
mod rearranging;
mod reminders;
mod resources;
mod retention;
mod schedules;
mod seats;
mod secrets;
mod series;
mod sessions;
mod shared_readings;
mod sign_ins;
mod staff;
mod support;
mod tutor;
mod undelivered;
mod waiting;
mod week_plan;
