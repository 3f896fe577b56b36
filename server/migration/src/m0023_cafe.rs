//! The homework café: its volunteers, what is asked, and what is said in its rooms.

use sea_orm_migration::prelude::*;

use crate::columns::{boolean, number, optional_number, optional_text, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [volunteers(), shifts(), questions(), messages()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "cafe_messages",
            "cafe_questions",
            "cafe_shifts",
            "cafe_volunteers",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// What a volunteer helps with. Words with spaces between them; dates as "2026-11-25".
fn volunteers() -> TableCreateStatement {
    Table::create()
        .table("cafe_volunteers")
        .col(ColumnDef::new("staff_id").big_integer().not_null().primary_key())
        .col(text("subjects"))
        .col(text("languages"))
        .col(text("tools"))
        // That a børneattest was seen, until when it counts, and who saw it. What it says is kept nowhere.
        .col(optional_text("attest_checked_on"))
        .col(optional_text("attest_valid_until"))
        .col(optional_number("attest_checked_by"))
        // In how many rooms they have helped.
        .col(number("rooms"))
        .foreign_key(
            ForeignKey::create()
                .name("cafe_volunteers_staff")
                .from("cafe_volunteers", "staff_id")
                .to("staff", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// A volunteer's shifts of every week, in wall time.
fn shifts() -> TableCreateStatement {
    Table::create()
        .table("cafe_shifts")
        .col(row_number("id"))
        .col(number("staff_id"))
        // 1 (Monday) to 7, and minutes after midnight.
        .col(number("weekday"))
        .col(number("from_minute"))
        .col(number("to_minute"))
        .foreign_key(
            ForeignKey::create()
                .name("cafe_shifts_volunteer")
                .from("cafe_shifts", "staff_id")
                .to("cafe_volunteers", "staff_id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// A question waits while it has no `room_until`. Whoever asked is known by nothing but a code, of which a keyed hash is kept.
fn questions() -> TableCreateStatement {
    Table::create()
        .table("cafe_questions")
        .col(row_number("id"))
        .col(text("code_hash").unique_key())
        .col(text("subject"))
        .col(number("grade"))
        .col(text("language"))
        .col(number("asked_at"))
        .col(optional_number("volunteer_id"))
        .col(optional_number("room_until"))
        .col(boolean("extended"))
        .col(optional_number("ended_at"))
        // When the volunteer first wrote something.
        .col(optional_number("replied_at"))
        .col(optional_text("next_try"))
        .col(optional_number("reported_at"))
        .foreign_key(
            ForeignKey::create()
                .name("cafe_questions_volunteer")
                .from("cafe_questions", "volunteer_id")
                .to("staff", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn messages() -> TableCreateStatement {
    Table::create()
        .table("cafe_messages")
        .col(row_number("id"))
        .col(number("question_id"))
        .col(text("sender"))
        .col(text("body"))
        .col(number("sent_at"))
        .foreign_key(
            ForeignKey::create()
                .name("cafe_messages_question")
                .from("cafe_messages", "question_id")
                .to("cafe_questions", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn indices() -> [IndexCreateStatement; 3] {
    [
        Index::create()
            .name("cafe_messages_by_question")
            .table("cafe_messages")
            .col("question_id")
            .to_owned(),
        Index::create()
            .name("cafe_shifts_by_volunteer")
            .table("cafe_shifts")
            .col("staff_id")
            .to_owned(),
        Index::create()
            .name("cafe_questions_by_age")
            .table("cafe_questions")
            .col("room_until")
            .col("asked_at")
            .to_owned(),
    ]
}
