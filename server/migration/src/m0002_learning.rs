//! Visitors and what they have done on each step of a course.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, optional_boolean, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(visitors()).await?;
        manager
            .create_index(
                Index::create()
                    .name("visitors_by_last_visit")
                    .table("visitors")
                    .col("last_seen_at")
                    .to_owned(),
            )
            .await?;
        manager.create_table(step_results()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("step_results").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("visitors").to_owned())
            .await
    }
}

fn visitors() -> TableCreateStatement {
    Table::create()
        .table("visitors")
        .col(row_number("id"))
        .col(number("created_at"))
        .col(number("last_seen_at"))
        .to_owned()
}

fn step_results() -> TableCreateStatement {
    Table::create()
        .table("step_results")
        .col(number("visitor_id"))
        .col(text("course"))
        .col(text("step"))
        .col(boolean("done"))
        .col(number("attempts"))
        .col(optional_boolean("first_correct"))
        .col(optional_boolean("correct"))
        // A JSON array of option ids.
        .col(optional_text("last_answer"))
        .col(number("updated_at"))
        .primary_key(Index::create().col("visitor_id").col("course").col("step"))
        .foreign_key(
            ForeignKey::create()
                .name("step_results_visitor")
                .from("step_results", "visitor_id")
                .to("visitors", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
