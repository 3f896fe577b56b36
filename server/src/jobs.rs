//! What happens without anybody asking: messages are sent, and what has been kept long enough is erased.

use std::time::Duration;

use jiff::Timestamp;
use store::{Database, StoreError, outbox, retention};
use tokio::sync::watch;

use crate::mail::Mailer;

/// How often the outbox is looked at.
const OUTBOX_EVERY: Duration = Duration::from_secs(5);
/// How often it is looked for what has been kept long enough.
const RETENTION_EVERY: Duration = Duration::from_hours(1);
/// Messages sent in one go.
const BATCH: u64 = 20;

/// Runs the jobs until `stop` changes. A job that fails is logged and tried again next time.
pub async fn run(database: Database, mailer: Mailer, mut stop: watch::Receiver<()>) {
    let mut outbox_timer = tokio::time::interval(OUTBOX_EVERY);
    let mut retention_timer = tokio::time::interval(RETENTION_EVERY);
    loop {
        tokio::select! {
            _ = outbox_timer.tick() => log(send_due(&database, &mailer).await, "the outbox could not be read"),
            _ = retention_timer.tick() => log(erase(&database).await, "what has expired could not be erased"),
            _ = stop.changed() => return,
        }
    }
}

fn log(result: Result<(), StoreError>, problem: &str) {
    if let Err(error) = result {
        tracing::error!(%error, "{problem}");
    }
}

async fn send_due(database: &Database, mailer: &Mailer) -> Result<(), StoreError> {
    for message in outbox::due(database.read(), Timestamp::now(), BATCH).await? {
        // Another server may have taken it since.
        if !outbox::claim(database.write(), &message, Timestamp::now()).await? {
            continue;
        }
        match mailer.send(&message).await {
            Ok(()) => outbox::mark_sent(database.write(), message.id, Timestamp::now()).await?,
            Err(error) => {
                tracing::warn!(
                    message = message.id.0,
                    kind = message.kind,
                    "a message could not be sent"
                );
                // What the mail server says goes to the database and not to the log: it may name the recipient.
                outbox::mark_failed(database.write(), &message, &error.to_string(), Timestamp::now()).await?;
            }
        }
    }
    Ok(())
}

async fn erase(database: &Database) -> Result<(), StoreError> {
    let erased = retention::erase_expired(database.write(), Timestamp::now()).await?;
    tracing::info!(
        visitors = erased.visitors,
        persons = erased.persons,
        appointments = erased.appointments,
        messages = erased.messages,
        sessions = erased.sessions,
        "erased what had been kept long enough"
    );
    Ok(())
}
