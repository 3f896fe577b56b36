//! What a child and a parent have read together.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(shared_readings()).await?;
        for (name, column) in [
            ("shared_readings_by_visitor", "visitor_id"),
            ("shared_readings_by_age", "read_at"),
        ] {
            let mut index = Index::create();
            index.name(name).table("shared_readings").col(column);
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("shared_readings").to_owned())
            .await
    }
}

fn shared_readings() -> TableCreateStatement {
    Table::create()
        .table("shared_readings")
        .col(row_number("id"))
        .col(number("visitor_id"))
        // When they began, or wrote it down.
        .col(number("read_at"))
        .col(number("minutes"))
        .col(optional_text("book"))
        // Both or none of them.
        .col(optional_number("first_page"))
        .col(optional_number("last_page"))
        // In their own words.
        .col(optional_text("what"))
        .foreign_key(
            ForeignKey::create()
                .name("shared_readings_visitor")
                .from("shared_readings", "visitor_id")
                .to("visitors", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
