//! What teachers give their classes to do, the groups that they make for it, and how much pupils have practised.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [class_groups(), group_pupils(), assignments(), practised()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in [
            ("class_groups_by_class", "class_groups", "class_id"),
            ("group_pupils_by_pupil", "group_pupils", "pupil_id"),
            ("assignments_by_class", "assignments", "class_id"),
        ] {
            let index = Index::create().name(name).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["practised", "assignments", "group_pupils", "class_groups"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn class_groups() -> TableCreateStatement {
    Table::create()
        .table("class_groups")
        .col(row_number("id"))
        .col(number("class_id"))
        .col(text("name"))
        .foreign_key(&mut goes_with("class_groups", "class_id", "classes"))
        .to_owned()
}

fn group_pupils() -> TableCreateStatement {
    Table::create()
        .table("group_pupils")
        .col(number("group_id"))
        .col(number("pupil_id"))
        .primary_key(Index::create().col("group_id").col("pupil_id"))
        .foreign_key(&mut goes_with("group_pupils", "group_id", "class_groups"))
        .foreign_key(&mut goes_with("group_pupils", "pupil_id", "pupils"))
        .to_owned()
}

/// For a group, a pupil, or the whole class where neither is named; of lessons, or of exercises.
fn assignments() -> TableCreateStatement {
    Table::create()
        .table("assignments")
        .col(row_number("id"))
        .col(number("class_id"))
        .col(optional_number("group_id"))
        .col(optional_number("pupil_id"))
        .col(optional_text("course"))
        // The lessons' ids, with spaces between them.
        .col(optional_text("lessons"))
        .col(optional_text("drill_kind"))
        .col(optional_number("drill_level"))
        .col(optional_number("exercises"))
        // Days: `2026-11-23`.
        .col(text("from_day"))
        .col(text("due_day"))
        .col(number("created_at"))
        .foreign_key(&mut goes_with("assignments", "class_id", "classes"))
        .foreign_key(&mut goes_with("assignments", "group_id", "class_groups"))
        .foreign_key(&mut goes_with("assignments", "pupil_id", "pupils"))
        .to_owned()
}

/// How much a pupil has practised of a drill on a day. What was asked and answered is kept nowhere.
fn practised() -> TableCreateStatement {
    Table::create()
        .table("practised")
        .col(number("pupil_id"))
        .col(text("kind"))
        .col(number("level"))
        .col(text("day"))
        .col(number("answered"))
        .col(number("right_at_once"))
        .col(number("solved"))
        .primary_key(
            Index::create()
                .col("pupil_id")
                .col("kind")
                .col("level")
                .col("day"),
        )
        .foreign_key(&mut goes_with("practised", "pupil_id", "pupils"))
        .to_owned()
}

fn goes_with(table: &'static str, column: &'static str, whole: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(whole, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
