//! Tells who watches a queue that it has changed, and no more than that: what it is now, everybody asks for themself.
//!
//! Within a process the news go through a channel. Where several servers share a PostgreSQL database, each notifies the
//! others in the transaction that makes the change, so they learn of it if and only if it stands.

use std::time::Duration;

use domain::ids::LocationId;
use sea_orm::sqlx::Error as DriverError;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use tokio::sync::broadcast;

use crate::connection::Location;
use crate::{Database, StoreError};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "startlinje_desk";

/// How long it is until a lost connection is tried again.
const PAUSE: Duration = Duration::from_secs(2);

/// The places whose queues change, from now on. Who is slow misses some; then everything may have changed.
pub fn changes(database: &Database) -> broadcast::Receiver<LocationId> {
    database.desk_changes().subscribe()
}

/// Passes on what other servers change, for as long as it is polled. On SQLite there are none, and it ends at once.
pub async fn relay_changes(database: &Database) {
    let Location::Postgres(url) = database.location() else {
        return;
    };
    loop {
        if let Err(error) = relay_until_lost(database, url).await {
            // The address of the database is in some of these errors' causes, so the text alone is told.
            log::warn!("changes of other servers are not heard: {error}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn relay_until_lost(database: &Database, url: &str) -> Result<(), DriverError> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    while let Some(notification) = listener.try_recv().await? {
        if let Ok(location) = LocationId::parse(notification.payload()) {
            tell(database, location);
        }
    }
    Ok(())
}

/// Commits a change to a place's queue and tells everybody.
pub(super) async fn commit_and_tell(
    database: &Database,
    transaction: DatabaseTransaction,
    location: &LocationId,
) -> Result<(), StoreError> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        let values = [CHANNEL.into(), location.as_str().into()];
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values);
        transaction.execute_raw(notify).await?;
    }
    transaction.commit().await?;
    tell(database, location.clone());
    Ok(())
}

/// It only fails when nobody listens.
fn tell(database: &Database, location: LocationId) {
    let _ = database.desk_changes().send(location);
}
