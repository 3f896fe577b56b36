//! What an appointment is about, for somebody who is stuck in a course.

use sea_orm_migration::prelude::*;

use crate::columns::optional_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let appointments = Table::alter()
            .table("appointments")
            // A course, a lesson and a step: "digital-post/find-brevet/indbakken".
            .add_column(optional_text("topic"))
            .to_owned();
        manager.alter_table(appointments).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let appointments = Table::alter()
            .table("appointments")
            .drop_column("topic")
            .to_owned();
        manager.alter_table(appointments).await
    }
}
