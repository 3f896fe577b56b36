//! Those who wait for a time and are told of it on the telephone; and how soon a time could be had, day by day.

use sea_orm_migration::prelude::*;

use crate::columns::{optional_boolean, optional_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Staff call the number in `phone`. Without it they are told by mail or SMS.
        let waiting_list = Table::alter()
            .table("waiting_list")
            .add_column(optional_boolean("is_called"))
            .to_owned();
        manager.alter_table(waiting_list).await?;
        manager.create_table(offers()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("offers").to_owned())
            .await?;
        let waiting_list = Table::alter()
            .table("waiting_list")
            .drop_column("is_called")
            .to_owned();
        manager.alter_table(waiting_list).await
    }
}

/// What was free when a day began. Dates are Danish, "2026-11-25".
fn offers() -> TableCreateStatement {
    Table::create()
        .table("offers")
        .col(text("day"))
        .col(text("service"))
        .col(text("location"))
        // The day of the first free time; without one, none was free.
        .col(optional_text("first_free"))
        .primary_key(Index::create().col("day").col("service").col("location"))
        .to_owned()
}
