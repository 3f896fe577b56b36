//! Where somebody is visited at home.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // It is erased with the name.
        let appointments = Table::alter()
            .table("appointments")
            .add_column(optional_text("visit_address"))
            .to_owned();
        manager.alter_table(appointments).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let appointments = Table::alter()
            .table("appointments")
            .drop_column("visit_address")
            .to_owned();
        manager.alter_table(appointments).await
    }
}
