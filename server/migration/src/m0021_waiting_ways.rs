//! Those who wait for a time may be told by SMS, and say how they want to meet and what they need.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

/// SQLite adds and drops one column a statement.
const COLUMNS: [&str; 3] = ["phone", "way", "needs"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Whoever has a number here is told by SMS, and has an empty mail address. Way and needs are as with appointments.
        for column in COLUMNS {
            let waiting_list = Table::alter()
                .table("waiting_list")
                .add_column(optional_text(column))
                .to_owned();
            manager.alter_table(waiting_list).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let waiting_list = Table::alter()
                .table("waiting_list")
                .drop_column(column)
                .to_owned();
            manager.alter_table(waiting_list).await?;
        }
        Ok(())
    }
}
