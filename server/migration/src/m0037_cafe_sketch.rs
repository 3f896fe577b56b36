//! What is drawn in the rooms of the homework café.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(marks()).await?;
        let by_question = Index::create()
            .name("cafe_marks_by_question")
            .table("cafe_marks")
            .col("question_id")
            .to_owned();
        manager.create_index(by_question).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("cafe_marks").to_owned())
            .await
    }
}

fn marks() -> TableCreateStatement {
    Table::create()
        .table("cafe_marks")
        .col(row_number("id"))
        .col(number("question_id"))
        // As in the messages: who drew it.
        .col(text("sender"))
        // "blue 10,20 30,40", or a figure: "squares 0 3 4".
        .col(text("mark"))
        // The two no longer see it; whoever runs the café does.
        .col(boolean("taken_back"))
        .foreign_key(
            ForeignKey::create()
                .name("cafe_marks_question")
                .from("cafe_marks", "question_id")
                .to("cafe_questions", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
