//! What a family has written on its plan for the week's homework.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(plan_entries()).await?;
        manager
            .create_index(
                Index::create()
                    .name("plan_entries_by_visitor")
                    .table("plan_entries")
                    .col("visitor_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("plan_entries").to_owned())
            .await
    }
}

fn plan_entries() -> TableCreateStatement {
    Table::create()
        .table("plan_entries")
        .col(row_number("id"))
        .col(number("visitor_id"))
        // 1 (Monday) to 7.
        .col(number("day"))
        .col(optional_text("subject"))
        .col(text("task"))
        .col(boolean("done"))
        .foreign_key(
            ForeignKey::create()
                .name("plan_entries_visitor")
                .from("plan_entries", "visitor_id")
                .to("visitors", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
