//! Tells who watches the café that something has changed, as the desk does.

use domain::ids::CafeQuestionId;
use sea_orm::DatabaseTransaction;
use tokio::sync::broadcast;

use crate::news::{notify, relay};
use crate::{Database, StoreError};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "startlinje_cafe";
/// What the line is called in it; a room is called by its number.
const LINE: &str = "line";

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CafeChange {
    /// Somebody has come into the line, or gone out of it.
    Line,
    /// Something was said or done in a room.
    Room(CafeQuestionId),
}

/// What changes from now on. Who is slow misses some; then everything may have changed.
pub fn changes(database: &Database) -> broadcast::Receiver<CafeChange> {
    database.cafe_changes().subscribe()
}

/// Passes on what other servers change, for as long as it is polled. On SQLite there are none, and it ends at once.
pub async fn relay_changes(database: &Database) {
    relay(database, CHANNEL, |payload| {
        let room = || {
            payload
                .parse()
                .ok()
                .map(|id| CafeChange::Room(CafeQuestionId(id)))
        };
        let change = if payload == LINE {
            Some(CafeChange::Line)
        } else {
            room()
        };
        if let Some(change) = change {
            tell(database, change);
        }
    })
    .await;
}

/// Commits changes and tells everybody.
pub(super) async fn commit_and_tell(
    database: &Database,
    transaction: DatabaseTransaction,
    changes: &[CafeChange],
) -> Result<(), StoreError> {
    for change in changes {
        let payload = match change {
            CafeChange::Line => LINE.to_owned(),
            CafeChange::Room(id) => id.0.to_string(),
        };
        notify(&transaction, CHANNEL, &payload).await?;
    }
    transaction.commit().await?;
    for change in changes {
        tell(database, *change);
    }
    Ok(())
}

/// It only fails when nobody listens.
fn tell(database: &Database, change: CafeChange) {
    let _ = database.cafe_changes().send(change);
}
