//! Tells who watches a queue that it has changed, and no more than that: what it is now, everybody asks for themself.
//!
//! Within a process the news go through a channel. Where several servers share a PostgreSQL database, each notifies the
//! others in the transaction that makes the change, so they learn of it if and only if it stands.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::LocationId;
use jiff::Timestamp;
use sea_orm::DatabaseTransaction;
use tokio::sync::broadcast;

use crate::news::{notify, relay};
use crate::{Database, StoreError};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "startlinje_desk";

/// Changes that somebody may be behind before they are told that they have missed some.
const KEPT: usize = 64;

/// What this process knows of changes.
#[derive(Debug, Clone)]
pub(crate) struct DeskNews {
    changes: broadcast::Sender<LocationId>,
    /// When each place's queue changed last. There are as many as the schedule has places.
    latest: Arc<Mutex<HashMap<LocationId, Timestamp>>>,
    /// Of what was before, nothing is known.
    begun: Timestamp,
}

impl DeskNews {
    pub(crate) fn begin() -> Self {
        Self {
            changes: broadcast::Sender::new(KEPT),
            latest: Arc::default(),
            begun: Timestamp::now(),
        }
    }

    fn tell(&self, location: LocationId) {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.insert(location.clone(), Timestamp::now());
        drop(latest);
        // It only fails when nobody listens.
        let _ = self.changes.send(location);
    }
}

/// Whether a place's queue may have changed since a moment at which somebody looked at it.
pub fn changed_since(database: &Database, location: &LocationId, moment: Timestamp) -> bool {
    let news = database.desk_news();
    let latest = news.latest.lock().unwrap_or_else(PoisonError::into_inner);
    *latest.get(location).unwrap_or(&news.begun) >= moment
}

/// The places whose queues change, from now on. Who is slow misses some; then everything may have changed.
pub fn changes(database: &Database) -> broadcast::Receiver<LocationId> {
    database.desk_news().changes.subscribe()
}

/// Passes on what other servers change, for as long as it is polled. On SQLite there are none, and it ends at once.
pub async fn relay_changes(database: &Database) {
    relay(database, CHANNEL, |payload| {
        if let Ok(location) = LocationId::parse(payload) {
            database.desk_news().tell(location);
        }
    })
    .await;
}

/// Commits a change to the queues of these places, or to what is booked there today, and tells everybody.
pub(crate) async fn commit_and_tell(
    database: &Database,
    transaction: DatabaseTransaction,
    places: &[LocationId],
) -> Result<(), StoreError> {
    for location in places {
        notify(&transaction, CHANNEL, location.as_str()).await?;
    }
    transaction.commit().await?;
    for location in places {
        database.desk_news().tell(location.clone());
    }
    Ok(())
}
