//! What lessons' goals, reviews and recovery codes need to know of a visitor.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, optional_boolean, optional_number, real, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in step_columns() {
            // SQLite adds one column a statement.
            let step_results = Table::alter().table("step_results").add_column(column).to_owned();
            manager.alter_table(step_results).await?;
        }
        manager.exec_stmt(fill_step_columns()).await?;
        for table in [
            lesson_records(),
            review_cards(),
            recovery_codes(),
            recovery_guesses(),
            moved_visitors(),
        ] {
            manager.create_table(table).await?;
        }
        manager
            .create_index(index("recovery_codes", "visitor_id"))
            .await?;
        manager.create_index(index("moved_visitors", "now_id")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "moved_visitors",
            "recovery_guesses",
            "recovery_codes",
            "review_cards",
            "lesson_records",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in STEP_COLUMNS {
            let step_results = Table::alter()
                .table("step_results")
                .drop_column(column)
                .to_owned();
            manager.alter_table(step_results).await?;
        }
        Ok(())
    }
}

const STEP_COLUMNS: [&str; 6] = [
    "failures",
    "hints",
    "first_at",
    "first_hinted",
    "latest_at",
    "solved",
];

/// Columns with a default, for the old server may run beside the new one and does not know them.
fn step_columns() -> [ColumnDef; 6] {
    let [failures, hints, first_at, first_hinted, latest_at, solved] = STEP_COLUMNS;
    [
        number(failures).default(0).take(),
        number(hints).default(0).take(),
        optional_number(first_at),
        optional_boolean(first_hinted),
        optional_number(latest_at),
        boolean(solved).default(false).take(),
    ]
}

/// What is known of answers that were given before: the moment of the latest, and that no hints were counted.
fn fill_step_columns() -> UpdateStatement {
    let last_was_wrong = Expr::col("correct").eq(false);
    Query::update()
        .table("step_results")
        .value("first_at", Expr::col("updated_at"))
        .value("first_hinted", false)
        .value("latest_at", Expr::col("updated_at"))
        .value("failures", Expr::case(last_was_wrong, 1).finally(0))
        .value(
            "solved",
            Expr::col("first_correct")
                .eq(true)
                .or(Expr::col("correct").eq(true)),
        )
        .and_where(Expr::col("attempts").gt(0))
        .to_owned()
}

fn lesson_records() -> TableCreateStatement {
    of_visitor("lesson_records", "lesson")
        .col(text("criterion"))
        // A JSON array of step ids.
        .col(text("steps"))
        .col(number("started_at"))
        .col(optional_number("ready_at"))
        .to_owned()
}

fn review_cards() -> TableCreateStatement {
    of_visitor("review_cards", "step")
        .col(number("reviewed_at"))
        .col(number("due_at"))
        // Days.
        .col(real("stability"))
        .col(real("difficulty"))
        .to_owned()
}

/// A table with one row for each thing of a course that a visitor has worked on.
fn of_visitor(table: &'static str, thing: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(number("visitor_id"))
        .col(text("course"))
        .col(text(thing))
        .primary_key(Index::create().col("visitor_id").col("course").col(thing))
        .foreign_key(&mut to_visitor(table, "visitor_id"))
        .to_owned()
}

fn recovery_codes() -> TableCreateStatement {
    Table::create()
        .table("recovery_codes")
        // The code as a keyed hash; the code itself is kept nowhere.
        .col(text("code_hash").primary_key())
        .col(number("visitor_id"))
        .col(number("created_at"))
        .col(optional_number("last_used_at"))
        .foreign_key(&mut to_visitor("recovery_codes", "visitor_id"))
        .to_owned()
}

/// Guesses at codes, without a word about who guessed.
fn recovery_guesses() -> TableCreateStatement {
    Table::create()
        .table("recovery_guesses")
        // Days since 1970 in UTC.
        .col(number("day"))
        // A keyed hash of the first word.
        .col(text("bucket"))
        .col(number("failures"))
        .primary_key(Index::create().col("day").col("bucket"))
        .to_owned()
}

/// Whom a visitor has been merged into, for the other devices that still know the old number.
fn moved_visitors() -> TableCreateStatement {
    Table::create()
        .table("moved_visitors")
        .col(number("visitor_id").primary_key())
        .col(number("now_id"))
        .col(number("moved_at"))
        .foreign_key(&mut to_visitor("moved_visitors", "now_id"))
        .to_owned()
}

fn to_visitor(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_visitor"))
        .from(table, column)
        .to("visitors", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn index(table: &'static str, column: &'static str) -> IndexCreateStatement {
    Index::create()
        .name(format!("{table}_by_visitor"))
        .table(table)
        .col(column)
        .to_owned()
}
