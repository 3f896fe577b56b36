//! Sign-ins of those who work here, so that they can be ended from elsewhere, and whom an OpenID Connect provider knows.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(identities()).await?;
        manager.create_table(sign_ins()).await?;
        manager.create_table(provider_requests()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["provider_requests", "staff_sign_ins", "staff_identities"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn identities() -> TableCreateStatement {
    Table::create()
        .table("staff_identities")
        // The provider's address and its word for somebody, as one keyed hash.
        .col(text("identity_hash").primary_key())
        .col(number("staff_id"))
        .col(number("created_at"))
        .foreign_key(&mut to_staff("staff_identities"))
        .to_owned()
}

fn sign_ins() -> TableCreateStatement {
    Table::create()
        .table("staff_sign_ins")
        .col(row_number("id"))
        .col(number("staff_id"))
        .col(number("ends_at"))
        // To within some minutes.
        .col(number("seen_at"))
        // What the rest is for sign-ins by a provider: its level of assurance, whom it means, and its session.
        .col(optional_text("assurance"))
        .col(optional_text("identity_hash"))
        .col(optional_text("session_hash"))
        .foreign_key(&mut to_staff("staff_sign_ins"))
        .to_owned()
}

fn provider_requests() -> TableCreateStatement {
    Table::create()
        .table("provider_requests")
        // The `state` that must come back, as a keyed hash.
        .col(text("state_hash").primary_key())
        .col(text("nonce"))
        // Of PKCE.
        .col(text("verifier"))
        .col(number("expires_at"))
        .to_owned()
}

fn to_staff(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_staff"))
        .from(table, "staff_id")
        .to("staff", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
