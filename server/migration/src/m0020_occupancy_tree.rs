//! On SQLite `occupancy` becomes one tree, that of its primary key.
//!
//! An ordinary table has a tree by row number and the primary key as an index beside it, so each unit that is read is looked
//! up twice. A place that is fully booked has tens of thousands of units a month: reading them takes half the time without
//! row numbers, and booking writes one tree less. Source: <https://sqlite.org/withoutrowid.html>. PostgreSQL knows nothing of the
//! kind.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{number, optional_number, optional_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const COLUMNS: [&str; 6] = ["resource", "unit", "seat", "appointment_id", "hold", "expires_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace_occupancy(manager, occupancy().extra("WITHOUT ROWID").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace_occupancy(manager, occupancy()).await
    }
}

async fn replace_occupancy(manager: &SchemaManager<'_>, table: TableCreateStatement) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
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
    for (name, column) in [
        ("occupancy_by_appointment", "appointment_id"),
        ("occupancy_by_hold", "hold"),
    ] {
        let index = Index::create()
            .name(name)
            .table("occupancy")
            .col(column)
            .to_owned();
        manager.create_index(index).await?;
    }
    Ok(())
}

/// The table as it was.
fn occupancy() -> TableCreateStatement {
    Table::create()
        .table("occupancy_new")
        .col(text("resource"))
        .col(number("unit"))
        .col(number("seat"))
        .col(optional_number("appointment_id"))
        .col(optional_text("hold"))
        .col(optional_number("expires_at"))
        .primary_key(Index::create().col("resource").col("unit").col("seat"))
        .foreign_key(
            ForeignKey::create()
                .name("occupancy_appointment")
                .from("occupancy_new", "appointment_id")
                .to("appointments", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
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
