//! What is counted outlives what it was counted of.

use sea_orm_migration::prelude::*;

use crate::columns::{number, text};

const COUNTS: [&str; 11] = [
    "booked",
    "cancelled",
    "days_ahead",
    "tickets",
    "called",
    "waiting_minutes",
    "helped",
    "not_finished",
    "referred",
    "not_possible",
    "missed",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut figures = Table::create();
        figures
            .table("figures")
            // The date in Denmark, "2026-11-25".
            .col(text("day"))
            .col(text("service"))
            .col(text("location"))
            .primary_key(Index::create().col("day").col("service").col("location"));
        // Sums over the appointments and numbers of that day that have been erased.
        for count in COUNTS {
            figures.col(number(count));
        }
        manager.create_table(figures).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("figures").to_owned())
            .await
    }
}
