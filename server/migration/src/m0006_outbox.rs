//! Messages that are to be sent.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("outbox")
                    .col(row_number("id"))
                    .col(text("kind"))
                    .col(text("recipient"))
                    .col(text("subject"))
                    .col(text("body_text"))
                    .col(optional_text("attachment_name"))
                    .col(optional_text("attachment"))
                    .col(number("created_at"))
                    .col(number("attempts"))
                    .col(number("next_attempt_at"))
                    .col(optional_number("sent_at"))
                    .col(optional_text("last_error"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("outbox_by_due_time")
                    .table("outbox")
                    .col("sent_at")
                    .col("next_attempt_at")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("outbox").to_owned()).await
    }
}
