//! Versions of the schedule document.

use sea_orm_migration::prelude::*;

use crate::columns::{number, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("schedule_versions")
                    .col(row_number("version"))
                    // The document as JSON.
                    .col(text("document"))
                    .col(number("imported_at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("schedule_versions").to_owned())
            .await
    }
}
