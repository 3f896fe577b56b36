//! Two who share a lesson on two screens, and how often somebody has helped.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [pairings(), pairing_ticks(), pairing_steps(), helped()] {
            manager.create_table(table).await?;
        }
        for index in [code_is_one(), helped_by_visitor()] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["helped", "pairing_steps", "pairing_ticks", "pairings"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn pairings() -> TableCreateStatement {
    Table::create()
        .table("pairings")
        .col(row_number("id"))
        .col(text("course"))
        .col(text("lesson"))
        .col(text("step"))
        // The helper has asked whether they go on.
        .col(boolean("proposed"))
        // Random numbers that the sessions hold; the side whose number is missing is waited for.
        .col(optional_number("citizen_key"))
        .col(optional_number("helper_key"))
        // A keyed hash, until the code is used.
        .col(optional_text("code_hash"))
        .col(optional_number("code_made_at"))
        .col(number("active_at"))
        // Counts its changes, so that a screen that was away learns whether it has missed any.
        .col(number("version"))
        .col(optional_number("ended_at"))
        // When "det kan du nu" was sent.
        .col(optional_number("handed_out_at"))
        .to_owned()
}

fn pairing_ticks() -> TableCreateStatement {
    Table::create()
        .table("pairing_ticks")
        .col(number("pairing_id"))
        .col(text("step"))
        // The line of the step's check list, from 1.
        .col(number("item"))
        // An odd number is a tick.
        .col(number("presses"))
        .primary_key(Index::create().col("pairing_id").col("step").col("item"))
        .foreign_key(&mut of_pairing("pairing_ticks"))
        .to_owned()
}

/// The steps that the citizen has moved on from.
fn pairing_steps() -> TableCreateStatement {
    Table::create()
        .table("pairing_steps")
        .col(number("pairing_id"))
        .col(text("step"))
        .primary_key(Index::create().col("pairing_id").col("step"))
        .foreign_key(&mut of_pairing("pairing_steps"))
        .to_owned()
}

/// A row for each time that somebody has helped. It outlives the pairing, whose number says nothing any more.
fn helped() -> TableCreateStatement {
    let mut pairing = number("pairing_id");
    Table::create()
        .table("helped")
        .col(pairing.primary_key())
        .col(number("visitor_id"))
        .col(number("steps"))
        .foreign_key(
            ForeignKey::create()
                .name("helped_visitor")
                .from("helped", "visitor_id")
                .to("visitors", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn of_pairing(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_pairing"))
        .from(table, "pairing_id")
        .to("pairings", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn code_is_one() -> IndexCreateStatement {
    Index::create()
        .name("pairings_code")
        .table("pairings")
        .col("code_hash")
        .unique()
        .to_owned()
}

fn helped_by_visitor() -> IndexCreateStatement {
    Index::create()
        .name("helped_by_visitor")
        .table("helped")
        .col("visitor_id")
        .to_owned()
}
