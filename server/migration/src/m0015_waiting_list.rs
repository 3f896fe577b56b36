//! Those who wait for a time, and what they are offered.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(waiting_list()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("waiting_list").to_owned())
            .await
    }
}

fn waiting_list() -> TableCreateStatement {
    Table::create()
        .table("waiting_list")
        .col(row_number("id"))
        // The citizen's code as a keyed hash; the code itself is kept nowhere.
        .col(text("code_hash").unique_key())
        .col(text("service"))
        .col(text("location"))
        // Days and parts of the day, as JSON.
        .col(text("suiting"))
        .col(text("name"))
        .col(text("email"))
        .col(text("locale"))
        .col(number("created_at"))
        // Offers that ran out or were declined.
        .col(number("missed"))
        // The latest offer: the key of its hold, its first unit, and when it runs out. A declined one has its unit alone.
        .col(optional_text("offer_hold"))
        .col(optional_number("offer_unit"))
        .col(optional_number("offer_until"))
        .to_owned()
}
