//! Where somebody is visited at home, and which adviser of the schedule an account is.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

/// The address is erased with the name. An adviser's id may have left the schedule.
const COLUMNS: [(&str, &str); 2] = [("appointments", "visit_address"), ("staff", "adviser")];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in COLUMNS {
            let changed = Table::alter()
                .table(table)
                .add_column(optional_text(column))
                .to_owned();
            manager.alter_table(changed).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in COLUMNS {
            let changed = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(changed).await?;
        }
        Ok(())
    }
}
