//! How an appointment is arranged, and who booked it.

use sea_orm_migration::prelude::*;

use crate::columns::{optional_number, optional_text};

/// SQLite adds and drops one column a statement.
const COLUMNS: [&str; 4] = ["way", "needs", "note", "booked_by"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // How they meet: "telephone". Without it, as the service usually is given.
        add(manager, optional_text("way")).await?;
        // What is needed, as JSON: {"language":"ar"}. Without it, nothing.
        add(manager, optional_text("needs")).await?;
        add(manager, optional_text("note")).await?;
        // The member of staff who booked it; without one, the citizen did. No reference: the account may go before it.
        add(manager, optional_number("booked_by")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let appointments = Table::alter()
                .table("appointments")
                .drop_column(column)
                .to_owned();
            manager.alter_table(appointments).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, column: ColumnDef) -> Result<(), DbErr> {
    let appointments = Table::alter().table("appointments").add_column(column).to_owned();
    manager.alter_table(appointments).await
}
