//! Appointments, and the rows that guard against double booking.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(appointments()).await?;
        manager
            .create_index(
                Index::create()
                    .name("appointments_by_end")
                    .table("appointments")
                    .col("ends_at")
                    .to_owned(),
            )
            .await?;
        manager.create_table(occupancy()).await?;
        manager
            .create_index(
                Index::create()
                    .name("occupancy_by_appointment")
                    .table("occupancy")
                    .col("appointment_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("occupancy").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("appointments").to_owned())
            .await
    }
}

fn appointments() -> TableCreateStatement {
    Table::create()
        .table("appointments")
        .col(row_number("id"))
        // The citizen's code as a keyed hash; the code itself is kept nowhere.
        .col(text("code_hash").unique_key())
        .col(text("idempotency_key").unique_key())
        .col(text("service"))
        .col(text("location"))
        .col(text("adviser"))
        .col(number("starts_at"))
        .col(number("ends_at"))
        .col(text("name"))
        .col(text("contact_kind"))
        .col(optional_text("contact"))
        .col(text("locale"))
        .col(text("status"))
        .col(number("created_at"))
        .col(optional_number("cancelled_at"))
        .check((
            "appointments_end_after_start",
            Expr::col("starts_at").lt(Expr::col("ends_at")),
        ))
        .check((
            "appointments_contact_fits_kind",
            Expr::col("contact_kind")
                .eq("none")
                .and(Expr::col("contact").is_null())
                .or(Expr::col("contact_kind")
                    .is_in(["phone", "email"])
                    .and(Expr::col("contact").is_not_null())),
        ))
        .check((
            "appointments_status",
            Expr::col("status")
                .eq("booked")
                .and(Expr::col("cancelled_at").is_null())
                .or(Expr::col("status")
                    .eq("cancelled")
                    .and(Expr::col("cancelled_at").is_not_null())),
        ))
        .to_owned()
}

/// One row for each unit of somebody's time that is taken. Its primary key is what makes double booking impossible.
fn occupancy() -> TableCreateStatement {
    Table::create()
        .table("occupancy")
        .col(text("resource"))
        .col(number("unit"))
        .col(number("seat"))
        .col(number("appointment_id"))
        .primary_key(Index::create().col("resource").col("unit").col("seat"))
        .foreign_key(
            ForeignKey::create()
                .name("occupancy_appointment")
                .from("occupancy", "appointment_id")
                .to("appointments", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
