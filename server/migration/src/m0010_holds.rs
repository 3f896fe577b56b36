//! Times that are held while a form is filled in, and appointments that move.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let appointments = Table::alter()
            .table("appointments")
            // How often it has moved. The old server may run beside the new one and does not know it, hence the default.
            .add_column(number("sequence").default(0))
            .to_owned();
        manager.alter_table(appointments).await?;
        replace_occupancy(manager, occupancy_with_holds()).await?;
        manager
            .create_index(
                Index::create()
                    .name("occupancy_by_hold")
                    .table("occupancy")
                    .col("hold")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let held = Query::delete()
            .from_table("occupancy")
            .and_where(Expr::col("appointment_id").is_null())
            .to_owned();
        manager.exec_stmt(held).await?;
        replace_occupancy(manager, occupancy(number("appointment_id"))).await?;
        let appointments = Table::alter()
            .table("appointments")
            .drop_column("sequence")
            .to_owned();
        manager.alter_table(appointments).await
    }
}

/// SQLite cannot let a column be empty that had to be filled, so the table is made anew on both databases.
async fn replace_occupancy(manager: &SchemaManager<'_>, table: TableCreateStatement) -> Result<(), DbErr> {
    const COLUMNS: [&str; 4] = ["resource", "unit", "seat", "appointment_id"];
    manager.create_table(table).await?;
    let rows = Query::select().columns(COLUMNS).from("occupancy").to_owned();
    let mut copy = Query::insert();
    copy.into_table("occupancy_new").columns(COLUMNS);
    copy.select_from(rows)
        .map_err(|error| DbErr::Migration(error.to_string()))?;
    manager.exec_stmt(copy).await?;
    manager
        .drop_table(Table::drop().table("occupancy").to_owned())
        .await?;
    manager
        .rename_table(Table::rename().table("occupancy_new", "occupancy").to_owned())
        .await?;
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

/// One row for each unit of somebody's time that is booked, or held until a moment.
fn occupancy_with_holds() -> TableCreateStatement {
    occupancy(optional_number("appointment_id"))
        .col(optional_text("hold"))
        .col(optional_number("expires_at"))
        .check((
            "occupancy_is_booked_or_held",
            Expr::col("appointment_id")
                .is_not_null()
                .and(Expr::col("hold").is_null())
                .and(Expr::col("expires_at").is_null())
                .or(Expr::col("appointment_id")
                    .is_null()
                    .and(Expr::col("hold").is_not_null())
                    .and(Expr::col("expires_at").is_not_null())),
        ))
        .to_owned()
}

fn occupancy(appointment_id: ColumnDef) -> TableCreateStatement {
    Table::create()
        .table("occupancy_new")
        .col(text("resource"))
        .col(number("unit"))
        .col(number("seat"))
        .col(appointment_id)
        .primary_key(Index::create().col("resource").col("unit").col("seat"))
        .foreign_key(
            ForeignKey::create()
                .name("occupancy_appointment")
                .from("occupancy_new", "appointment_id")
                .to("appointments", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
