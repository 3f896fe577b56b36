//! Messages about appointments: each once, by mail, SMS or on paper, and what became of them.

use sea_orm_migration::prelude::*;

use crate::columns::{number, optional_number, optional_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in outbox_columns() {
            let outbox = Table::alter().table("outbox").add_column(column).to_owned();
            manager.alter_table(outbox).await?;
        }
        for column in appointment_columns() {
            let appointments = Table::alter().table("appointments").add_column(column).to_owned();
            manager.alter_table(appointments).await?;
        }
        manager.create_index(once()).await?;
        manager.create_index(to_remind()).await?;
        manager.create_table(sms_received()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("sms_received").to_owned())
            .await?;
        for name in ["appointments_to_remind", "outbox_once"] {
            manager.drop_index(Index::drop().name(name).to_owned()).await?;
        }
        for column in ["sealed_code", "chosen_at"] {
            let appointments = Table::alter()
                .table("appointments")
                .drop_column(column)
                .to_owned();
            manager.alter_table(appointments).await?;
        }
        for column in outbox_columns() {
            let name = column.get_column_name();
            let outbox = Table::alter().table("outbox").drop_column(name).to_owned();
            manager.alter_table(outbox).await?;
        }
        Ok(())
    }
}

fn outbox_columns() -> Vec<ColumnDef> {
    // The old server may run beside the new one and writes nothing but mail, hence the default.
    let mut channel = text("channel");
    channel.default("email");
    vec![
        channel,
        // Without a foreign key: SQLite cannot add one to a table that is there.
        optional_number("appointment_id"),
        // How often the appointment had moved when this was written.
        optional_number("sequence"),
        optional_text("body_html"),
        // From when on it is of no use to send it.
        optional_number("expires_at"),
        // Why it has not been delivered, in a word.
        optional_text("problem"),
        // When somebody saw to it that the recipient knows in another way.
        optional_number("settled_at"),
        // What letters that were printed together are called.
        optional_text("batch"),
    ]
}

fn appointment_columns() -> [ColumnDef; 2] {
    [
        // The code, encrypted with the installation's key, so that later messages can tell it.
        optional_text("sealed_code"),
        // When it was moved to the time it has.
        optional_number("chosen_at"),
    ]
}

/// Each message about an appointment once, however often and by however many servers it is written.
fn once() -> IndexCreateStatement {
    Index::create()
        .name("outbox_once")
        .table("outbox")
        .col("appointment_id")
        .col("kind")
        .col("sequence")
        .unique()
        .to_owned()
}

fn to_remind() -> IndexCreateStatement {
    Index::create()
        .name("appointments_to_remind")
        .table("appointments")
        .col("status")
        .col("starts_at")
        .to_owned()
}

/// Signatures of received messages: whoever sends one again is refused.
fn sms_received() -> TableCreateStatement {
    Table::create()
        .table("sms_received")
        .col(text("signature").primary_key())
        .col(number("received_at"))
        .to_owned()
}
