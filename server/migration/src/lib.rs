//! The schema's history, one file for each slice.
//!
//! Conventions of every table:
//!
//! * Instants are `BIGINT` seconds since 1970 in UTC: both databases compare and index them alike, and no driver
//!   converts them.
//! * Texts are `TEXT`; lengths are the domain's business.
//! * A migration that has been released is never edited. Change expands first and contracts in a later release, so that
//!   the old server can run beside the new one while it is replaced.
//!
//! **Architecture Invariant:** nothing here imports an entity. An entity shows the schema of today, a migration that of
//! its own day.

#![allow(clippy::doc_markdown, reason = "SQLite and PostgreSQL are names, not code")]

mod columns;
mod m0001_sessions;
mod m0002_learning;
mod m0003_staff;
mod m0004_schedules;
mod m0005_appointments;
mod m0006_outbox;
mod m0007_secrets;
mod m0008_learning_goals;
mod m0009_help_topics;
mod m0010_holds;
mod m0011_workplaces;
mod m0012_queue;
mod m0013_needs;
mod m0014_messages;
mod m0015_waiting_list;
mod m0016_api_tokens;
mod m0017_oversight;
mod m0018_week_plan;
mod m0020_occupancy_tree;
mod m0021_waiting_ways;
mod m0022_figures;
mod m0023_cafe;
mod m0024_followers;
mod m0025_classes;
mod m0026_assignments;
mod m0027_tutoring;
mod m0028_oidc;
mod m0029_visits_and_own_advisers;
mod m0030_series;
mod m0031_calls_and_offers;
mod m0032_cafe_pictures;
mod m0035_discussions;
mod m0037_cafe_sketch;
mod m0038_shared_readings;
mod m0041_partial_indexes;
mod m0042_seen_once_a_day;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    DatabaseConnection, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// Key of the PostgreSQL advisory lock: "startlin" in ASCII, so that nobody else picks it by chance.
const LOCK_KEY: i64 = i64::from_be_bytes(*b"startlin");

/// Brings the database to the schema of this release, all or nothing.
///
/// Several servers may start at once: one migrates, the others wait for it and find nothing left to do. On PostgreSQL an
/// advisory lock makes them wait, on SQLite the write lock of `BEGIN IMMEDIATE`, for as long as the connection's busy
/// timeout.
///
/// `connection` must be one that may write. Fails when the database is away, and when it has been migrated by a later
/// release than this one.
pub async fn migrate(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = connection
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        })
        .await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction
            .execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK_KEY})"))
            .await?;
    }
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// The migrations in order. Use [`migrate`] to run them; this is public for tools that list them, and for tests that stop
/// half-way.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_sessions::Migration),
            Box::new(m0002_learning::Migration),
            Box::new(m0003_staff::Migration),
            Box::new(m0004_schedules::Migration),
            Box::new(m0005_appointments::Migration),
            Box::new(m0006_outbox::Migration),
            Box::new(m0007_secrets::Migration),
            Box::new(m0008_learning_goals::Migration),
            Box::new(m0009_help_topics::Migration),
            Box::new(m0010_holds::Migration),
            Box::new(m0011_workplaces::Migration),
            Box::new(m0018_week_plan::Migration),
            Box::new(m0013_needs::Migration),
            Box::new(m0012_queue::Migration),
            Box::new(m0014_messages::Migration),
            Box::new(m0016_api_tokens::Migration),
            Box::new(m0015_waiting_list::Migration),
            Box::new(m0017_oversight::Migration),
            Box::new(m0020_occupancy_tree::Migration),
            Box::new(m0027_tutoring::Migration),
            Box::new(m0021_waiting_ways::Migration),
            Box::new(m0022_figures::Migration),
            Box::new(m0025_classes::Migration),
            Box::new(m0023_cafe::Migration),
            Box::new(m0030_series::Migration),
            Box::new(m0028_oidc::Migration),
            Box::new(m0026_assignments::Migration),
            Box::new(m0024_followers::Migration),
            Box::new(m0032_cafe_pictures::Migration),
            Box::new(m0029_visits_and_own_advisers::Migration),
            Box::new(m0031_calls_and_offers::Migration),
            Box::new(m0035_discussions::Migration),
            Box::new(m0037_cafe_sketch::Migration),
            Box::new(m0038_shared_readings::Migration),
            Box::new(m0041_partial_indexes::Migration),
            Box::new(m0042_seen_once_a_day::Migration),
        ]
    }
}
