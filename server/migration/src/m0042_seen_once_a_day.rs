//! Whoever sees an appointment in the same part of the program is noted once a day, with the first moment.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const INDEX: &str = "access_log_once_a_day";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Empty in rows from before, which are of five minutes each; so none of them is in another's way.
        let day = Table::alter()
            .table("access_log")
            .add_column(optional_text("day"))
            .to_owned();
        manager.alter_table(day).await?;
        manager.create_index(once_a_day()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name(INDEX).table("access_log").to_owned();
        manager.drop_index(index).await?;
        let day = Table::alter().table("access_log").drop_column("day").to_owned();
        manager.alter_table(day).await
    }
}

/// The appointment stands first, for it is asked who has seen one.
fn once_a_day() -> IndexCreateStatement {
    Index::create()
        .name(INDEX)
        .table("access_log")
        .col("appointment_id")
        .col("staff_id")
        .col("seen_in")
        .col("day")
        .unique()
        .to_owned()
}
