//! People who can sign in.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("staff")
                    .col(row_number("id"))
                    // Lower case, so that unique means unique to people too.
                    .col(text("username").unique_key())
                    .col(text("display_name"))
                    .col(text("password_hash"))
                    .col(text("role"))
                    .col(number("failed_attempts"))
                    .col(optional_number("locked_until"))
                    .col(number("created_at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("staff").to_owned()).await
    }
}
