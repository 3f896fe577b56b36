//! The queue at the desk, and those who come with citizens.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(queue_days()).await?;
        manager.create_table(tickets()).await?;
        for index in ticket_indices() {
            manager.create_index(index).await?;
        }
        manager.create_table(support_workers()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["support_workers", "tickets", "queue_days"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// One row for each day of a place's queue. Whoever changes the queue locks it first.
fn queue_days() -> TableCreateStatement {
    Table::create()
        .table("queue_days")
        .col(text("location"))
        // The date in Denmark, "2026-11-25".
        .col(text("date"))
        .col(number("last_figure"))
        .primary_key(Index::create().col("location").col("date"))
        .to_owned()
}

/// Somebody's place in the queue. There is no name: whoever has booked has it in their appointment.
fn tickets() -> TableCreateStatement {
    Table::create()
        .table("tickets")
        .col(row_number("id"))
        .col(text("key").unique_key())
        .col(text("location"))
        .col(text("date"))
        .col(number("figure"))
        .col(text("kind"))
        .col(text("service"))
        .col(number("minutes"))
        .col(optional_number("appointment_id"))
        .col(optional_number("booked_at"))
        .col(text("state"))
        .col(number("turn_at"))
        .col(number("came_at"))
        .col(optional_text("adviser"))
        .col(optional_text("counter"))
        .col(number("calls"))
        .col(optional_number("called_at"))
        .col(optional_number("started_at"))
        .col(optional_number("ended_at"))
        .col(optional_text("outcome"))
        .col(optional_text("missed_reason"))
        .check((
            "tickets_at_counter",
            Expr::col("state")
                .is_in(["called", "serving"])
                .and(Expr::col("counter").is_not_null())
                .or(Expr::col("state").is_not_in(["called", "serving"])),
        ))
        .check((
            "tickets_end",
            Expr::col("state")
                .is_in(["done", "missed"])
                .and(Expr::col("ended_at").is_not_null())
                .or(Expr::col("state")
                    .is_not_in(["done", "missed"])
                    .and(Expr::col("ended_at").is_null())),
        ))
        .foreign_key(
            ForeignKey::create()
                .name("tickets_appointment")
                .from("tickets", "appointment_id")
                .to("appointments", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn ticket_indices() -> [IndexCreateStatement; 2] {
    [
        Index::create()
            .name("tickets_by_figure")
            .table("tickets")
            .unique()
            .col("location")
            .col("date")
            .col("figure")
            .to_owned(),
        // One number a day for an appointment; without one there is nothing to compare.
        Index::create()
            .name("tickets_by_appointment")
            .table("tickets")
            .unique()
            .col("appointment_id")
            .col("date")
            .to_owned(),
    ]
}

/// Those who come with citizens because it is their work. Of the code word only a keyed hash is kept.
fn support_workers() -> TableCreateStatement {
    Table::create()
        .table("support_workers")
        .col(row_number("id"))
        .col(text("name"))
        .col(text("organisation"))
        .col(text("code_hash").unique_key())
        .col(number("last_seen_at"))
        .to_owned()
}
