//! What happens without anybody asking: messages are sent, and what has been kept long enough is erased.

use std::fmt::Display;
use std::time::Duration;

use app::server_side::{AppContext, Site};
use app::{AppError, keep_offers_of_today, write_reminders};
use domain::messages::{Channel, DeliveryProblem};
use jiff::Timestamp;
use store::outbox::Message;
use store::{Database, StoreError, outbox, retention};
use tokio::sync::watch;

use crate::post::{Post, Undelivered};
use crate::typed_about_people::shed_of_sessions;

/// How often the outbox is looked at.
const OUTBOX_EVERY: Duration = Duration::from_secs(5);
/// How often it is looked for appointments to be reminded of.
const REMINDERS_EVERY: Duration = Duration::from_mins(1);
/// How often it is looked for what has been kept long enough.
const RETENTION_EVERY: Duration = Duration::from_hours(1);
/// Messages of a channel sent in one go.
const BATCH: u64 = 20;

/// What the jobs stand on.
pub struct Jobs {
    pub context: AppContext,
    pub site: Site,
    pub post: Post,
}

impl Jobs {
    /// Runs the jobs until `stop` changes. A job that fails is logged and tried again next time.
    pub async fn run(self, mut stop: watch::Receiver<()>) {
        let database = &self.context.database;
        let mut outbox_timer = tokio::time::interval(OUTBOX_EVERY);
        let mut reminder_timer = tokio::time::interval(REMINDERS_EVERY);
        let mut retention_timer = tokio::time::interval(RETENTION_EVERY);
        loop {
            tokio::select! {
                _ = outbox_timer.tick() => log(send_due(database, &self.post).await, "the outbox could not be read"),
                _ = reminder_timer.tick() => log(self.remind().await, "reminders could not be written"),
                _ = retention_timer.tick() => {
                    log(erase(database).await, "what has expired could not be erased");
                    let kept = keep_offers_of_today(&self.context, Timestamp::now()).await;
                    log(kept, "how soon a time can be had could not be kept");
                }
                _ = stop.changed() => return,
            }
        }
    }

    async fn remind(&self) -> Result<(), AppError> {
        let written = write_reminders(&self.context, &self.site, Timestamp::now()).await?;
        if written > 0 {
            tracing::info!(written, "reminders were written");
        }
        Ok(())
    }
}

fn log(result: Result<(), impl Display>, problem: &str) {
    if let Err(error) = result {
        tracing::error!(%error, "{problem}");
    }
}

/// Sends what is due. A carrier that does not answer is left alone until next time, so that a mail server that is away
/// keeps no SMS waiting.
async fn send_due(database: &Database, post: &Post) -> Result<(), StoreError> {
    let mut away: Vec<Channel> = Vec::new();
    for message in outbox::due(database.read(), Timestamp::now(), BATCH).await? {
        // Another server may have taken it since.
        if away.contains(&message.channel)
            || !outbox::claim(database.write(), &message, Timestamp::now()).await?
        {
            continue;
        }
        match post.send(&message).await {
            Ok(()) => outbox::mark_sent(database.write(), message.id, Timestamp::now()).await?,
            Err(undelivered) => {
                if undelivered.problem == DeliveryProblem::Unreachable {
                    away.push(message.channel);
                }
                note_failure(database, &message, &undelivered).await?;
            }
        }
    }
    Ok(())
}

async fn note_failure(
    database: &Database,
    message: &Message,
    undelivered: &Undelivered,
) -> Result<(), StoreError> {
    tracing::warn!(
        message = message.id.0,
        kind = message.kind,
        problem = undelivered.problem.as_str(),
        "a message could not be sent"
    );
    let Undelivered { problem, cause } = undelivered;
    outbox::mark_failed(database.write(), message, *problem, cause, Timestamp::now()).await
}

async fn erase(database: &Database) -> Result<(), StoreError> {
    let erased = retention::erase_expired(database.write(), Timestamp::now()).await?;
    let typed = shed_of_sessions(database, Timestamp::now()).await?;
    tracing::info!(
        visitors = erased.visitors,
        persons = erased.persons,
        appointments = erased.appointments,
        messages = erased.messages,
        sessions = erased.sessions,
        typed,
        "erased what had been kept long enough"
    );
    Ok(())
}
