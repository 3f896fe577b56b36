//! Those who wait for a time and are told of it on the telephone.

use sea_orm_migration::prelude::*;

use crate::columns::optional_boolean;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Staff call the number in `phone`. Without it they are told by mail or SMS.
        let waiting_list = Table::alter()
            .table("waiting_list")
            .add_column(optional_boolean("is_called"))
            .to_owned();
        manager.alter_table(waiting_list).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let waiting_list = Table::alter()
            .table("waiting_list")
            .drop_column("is_called")
            .to_owned();
        manager.alter_table(waiting_list).await
    }
}
