//! News from server to server. Where several share a PostgreSQL database, each notifies the others in the transaction that
//! makes the change, so they learn of it if and only if it stands.

use std::time::Duration;

use sea_orm::sqlx::Error as DriverError;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::connection::Location;
use crate::{Database, StoreError};

/// How long it is until a lost connection is tried again.
const PAUSE: Duration = Duration::from_secs(2);

/// Hands over what other servers tell on a channel, for as long as it is polled. On SQLite there are none, and it ends at
/// once.
pub(crate) async fn relay(database: &Database, channel: &str, hear: impl Fn(&str)) {
    let Location::Postgres(url) = database.location() else {
        return;
    };
    loop {
        if let Err(error) = relay_until_lost(url, channel, &hear).await {
            // The address of the database is in some of these errors' causes, so the text alone is told.
            log::warn!("changes of other servers are not heard: {error}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn relay_until_lost(url: &str, channel: &str, hear: &impl Fn(&str)) -> Result<(), DriverError> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(channel).await?;
    while let Some(notification) = listener.try_recv().await? {
        hear(notification.payload());
    }
    Ok(())
}

/// Commits a change and tells the other servers.
pub(crate) async fn commit_and_notify(
    transaction: DatabaseTransaction,
    channel: &str,
    payload: &str,
) -> Result<(), StoreError> {
    notify(&transaction, channel, payload).await?;
    transaction.commit().await?;
    Ok(())
}

/// Tells the other servers of a change; within a transaction, if and only if it is committed.
pub(crate) async fn notify(
    connection: &impl ConnectionTrait,
    channel: &str,
    payload: &str,
) -> Result<(), StoreError> {
    if connection.get_database_backend() == DbBackend::Postgres {
        let values = [channel.into(), payload.into()];
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values);
        connection.execute_raw(notify).await?;
    }
    Ok(())
}
