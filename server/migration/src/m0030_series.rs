//! Appointments that were booked together: the dates of a series.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The keyed hash of the code that all of them have; `code_hash` is unique, so only the first date has it there.
        let appointments = Table::alter()
            .table("appointments")
            .add_column(optional_text("series"))
            .to_owned();
        manager.alter_table(appointments).await?;
        let by_series = Index::create()
            .name("appointments_by_series")
            .table("appointments")
            .col("series")
            .to_owned();
        manager.create_index(by_series).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_series = Index::drop()
            .name("appointments_by_series")
            .table("appointments")
            .to_owned();
        manager.drop_index(by_series).await?;
        let appointments = Table::alter()
            .table("appointments")
            .drop_column("series")
            .to_owned();
        manager.alter_table(appointments).await
    }
}
