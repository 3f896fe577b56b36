//! Who follows whose learning: codes that children give away, who has used one, and what is practised meanwhile.

use sea_orm_migration::prelude::*;

use crate::columns::{number, row_number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(follow_codes()).await?;
        manager.create_table(followers()).await?;
        manager.create_table(practised_drills()).await?;
        for (name, table, columns) in [
            (
                "follow_codes_by_visitor",
                "follow_codes",
                ["visitor_id"].as_slice(),
            ),
            (
                "followers_once",
                "followers",
                ["visitor_id", "follower_id"].as_slice(),
            ),
            ("followers_by_follower", "followers", ["follower_id"].as_slice()),
        ] {
            manager.create_index(index(name, table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["practised_drills", "followers", "follow_codes"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn follow_codes() -> TableCreateStatement {
    let mut hash = text("code_hash");
    hash.primary_key();
    Table::create()
        .table("follow_codes")
        .col(hash)
        .col(number("visitor_id"))
        .col(number("created_at"))
        .foreign_key(&mut visitor("follow_codes_visitor", "follow_codes", "visitor_id"))
        .to_owned()
}

fn followers() -> TableCreateStatement {
    Table::create()
        .table("followers")
        .col(row_number("id"))
        // Who is followed.
        .col(number("visitor_id"))
        .col(number("follower_id"))
        .col(number("since"))
        .foreign_key(&mut visitor("followers_visitor", "followers", "visitor_id"))
        .foreign_key(&mut visitor("followers_follower", "followers", "follower_id"))
        .to_owned()
}

fn practised_drills() -> TableCreateStatement {
    Table::create()
        .table("practised_drills")
        .col(number("visitor_id"))
        // The kind's word in addresses.
        .col(text("kind"))
        .col(number("level"))
        .col(number("done"))
        // Right at once, without a hint.
        .col(number("right_at_once"))
        .primary_key(Index::create().col("visitor_id").col("kind").col("level"))
        .foreign_key(&mut visitor(
            "practised_drills_visitor",
            "practised_drills",
            "visitor_id",
        ))
        .to_owned()
}

fn visitor(name: &str, table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(name)
        .from(table, column)
        .to("visitors", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn index(name: &str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    if name.ends_with("_once") {
        index.unique();
    }
    index
}
