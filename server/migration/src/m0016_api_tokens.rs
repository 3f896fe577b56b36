//! Tokens by which other systems do what staff may.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tokens = Table::create()
            .table("api_tokens")
            .col(row_number("id"))
            // The token as a keyed hash; the token itself is kept nowhere.
            .col(text("token_hash").unique_key())
            // Whose it is: "Skærm i borgerservice".
            .col(text("name"))
            // "appointments:read schedule:read".
            .col(text("scopes"))
            // Ids with spaces between them, as in `staff`. Without any, every place.
            .col(optional_text("workplaces"))
            .col(number("created_at"))
            // Days since 1970 in UTC: whether it is still in use, and no more.
            .col(optional_number("last_used_day"))
            .col(optional_number("revoked_at"))
            .to_owned();
        manager.create_table(tokens).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("api_tokens").to_owned())
            .await
    }
}
