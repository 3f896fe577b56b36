//! Pictures in the rooms of the homework café.

use sea_orm_migration::prelude::*;

use crate::columns::row_number;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(pictures()).await?;
        let by_message = Index::create()
            .name("cafe_pictures_by_message")
            .table("cafe_pictures")
            .col("message_id")
            .unique()
            .to_owned();
        manager.create_index(by_message).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("cafe_pictures").to_owned())
            .await
    }
}

/// Each is a message of its own, whose text is empty.
fn pictures() -> TableCreateStatement {
    Table::create()
        .table("cafe_pictures")
        .col(row_number("id"))
        .col(ColumnDef::new("message_id").big_integer().not_null())
        // As the server made it: JPEG, without whatever a camera writes beside the picture.
        .col(ColumnDef::new("jpeg").blob().not_null())
        .foreign_key(
            ForeignKey::create()
                .name("cafe_pictures_message")
                .from("cafe_pictures", "message_id")
                .to("cafe_messages", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
