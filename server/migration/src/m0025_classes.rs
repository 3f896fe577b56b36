//! Classes, who teaches them, and the seats of their pupils.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(classes()).await?;
        manager.create_table(class_teachers()).await?;
        manager.create_table(pupils()).await?;
        for (name, table, columns) in [
            ("class_teachers_by_staff", "class_teachers", vec!["staff_id"]),
            ("pupils_by_code", "pupils", vec!["class_id", "code_hash"]),
            ("pupils_by_visitor", "pupils", vec!["visitor_id"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            if name == "pupils_by_code" {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["pupils", "class_teachers", "classes"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// A code is made of the installation's secret, the class and the number of the code; only its keyed hash is kept.
fn classes() -> TableCreateStatement {
    Table::create()
        .table("classes")
        .col(row_number("id"))
        .col(text("name"))
        .col(number("grade"))
        .col(number("code_number"))
        .col(text("code_hash").unique_key())
        .col(number("lesson_minutes"))
        // The last day: `2027-07-31`.
        .col(text("ends_on"))
        .col(number("created_at"))
        .to_owned()
}

fn class_teachers() -> TableCreateStatement {
    Table::create()
        .table("class_teachers")
        .col(number("class_id"))
        .col(number("staff_id"))
        .primary_key(Index::create().col("class_id").col("staff_id"))
        .foreign_key(
            ForeignKey::create()
                .name("class_teachers_class")
                .from("class_teachers", "class_id")
                .to("classes", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .name("class_teachers_staff")
                .from("class_teachers", "staff_id")
                .to("staff", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// A pupil becomes a visitor when they sign in for the first time.
fn pupils() -> TableCreateStatement {
    Table::create()
        .table("pupils")
        .col(row_number("id"))
        .col(number("class_id"))
        .col(text("name"))
        .col(optional_number("visitor_id"))
        .col(number("card"))
        .col(text("code_hash"))
        .col(optional_number("signed_in_until"))
        // When they asked for help, and when somebody said that they are on their way.
        .col(optional_number("asked_at"))
        .col(optional_number("coming_at"))
        .foreign_key(
            ForeignKey::create()
                .name("pupils_class")
                .from("pupils", "class_id")
                .to("classes", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .name("pupils_visitor")
                .from("pupils", "visitor_id")
                .to("visitors", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}
