//! Who saw whose appointment, and the secret addresses of advisers' calendars.

use sea_orm_migration::prelude::*;

use crate::columns::{number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(access_log()).await?;
        manager
            .create_index(
                Index::create()
                    .name("access_log_by_time")
                    .table("access_log")
                    .col("seen_at")
                    .to_owned(),
            )
            .await?;
        manager.create_table(calendar_feeds()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_feeds", "access_log"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// No names, and no references: what was seen stays known when the appointment or the account has been erased. `seen_at` is
/// rounded down to five minutes, so that loading a page again adds nothing.
fn access_log() -> TableCreateStatement {
    Table::create()
        .table("access_log")
        .col(number("staff_id"))
        .col(number("appointment_id"))
        .col(text("seen_in"))
        .col(number("seen_at"))
        .primary_key(
            Index::create()
                .col("staff_id")
                .col("appointment_id")
                .col("seen_in")
                .col("seen_at"),
        )
        .to_owned()
}

/// One address for each adviser, as a keyed hash; the address itself is kept nowhere.
fn calendar_feeds() -> TableCreateStatement {
    let mut adviser = text("adviser");
    Table::create()
        .table("calendar_feeds")
        .col(adviser.primary_key())
        .col(text("token_hash").unique_key())
        .col(number("created_at"))
        .to_owned()
}
