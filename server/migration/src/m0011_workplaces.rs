//! The places whose citizens a member of staff sees.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let staff = Table::alter()
            .table("staff")
            // Ids with spaces between them: "bibliotek borgerservice". Without any, every place.
            .add_column(optional_text("workplaces"))
            .to_owned();
        manager.alter_table(staff).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let staff = Table::alter().table("staff").drop_column("workplaces").to_owned();
        manager.alter_table(staff).await
    }
}
