//! Questions that a class answers together, before it talks about them.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(discussions()).await?;
        manager.create_table(discussion_answers()).await?;
        let by_class = Index::create()
            .name("discussions_by_class")
            .table("discussions")
            .col("class_id")
            .to_owned();
        manager.create_index(by_class).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["discussion_answers", "discussions"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn discussions() -> TableCreateStatement {
    Table::create()
        .table("discussions")
        .col(row_number("id"))
        .col(number("class_id"))
        .col(text("question"))
        // An answer a line.
        .col(text("answers"))
        .col(number("opened_at"))
        // When it was closed, how many had given each answer: "3 5 0".
        .col(optional_number("closed_at"))
        .col(optional_text("counts"))
        .foreign_key(
            ForeignKey::create()
                .name("discussions_class")
                .from("discussions", "class_id")
                .to("classes", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// Who has answered what, until the question is closed.
fn discussion_answers() -> TableCreateStatement {
    Table::create()
        .table("discussion_answers")
        .col(number("discussion_id"))
        .col(number("pupil_id"))
        // From 0, in the order of the answers.
        .col(number("choice"))
        .primary_key(Index::create().col("discussion_id").col("pupil_id"))
        .foreign_key(
            ForeignKey::create()
                .name("discussion_answers_discussion")
                .from("discussion_answers", "discussion_id")
                .to("discussions", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .name("discussion_answers_pupil")
                .from("discussion_answers", "pupil_id")
                .to("pupils", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
