//! Tells both screens that their lesson has changed, and no more than that.

use domain::ids::PairingId;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter};
use tokio::sync::broadcast;

use crate::entities::pairings;
use crate::news::{commit_and_notify, relay};
use crate::{Database, StoreError};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "startlinje_tutor";

/// Changes that somebody may be behind before they are told that they have missed some.
const KEPT: usize = 256;

/// What this process tells of changes.
#[derive(Debug, Clone)]
pub(crate) struct TutorNews(broadcast::Sender<PairingId>);

impl Default for TutorNews {
    fn default() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }
}

/// The pairings that change, from now on. Who is slow misses some; then everything may have changed.
pub fn changes(database: &Database) -> broadcast::Receiver<PairingId> {
    database.tutor_news().0.subscribe()
}

/// Passes on what other servers change, for as long as it is polled. On SQLite there are none, and it ends at once.
pub async fn relay_changes(database: &Database) {
    relay(database, CHANNEL, |payload| {
        if let Ok(id) = payload.parse() {
            tell(database, PairingId(id));
        }
    })
    .await;
}

/// Counts a change, commits it and tells everybody.
pub(super) async fn commit_and_tell(
    database: &Database,
    transaction: DatabaseTransaction,
    pairing: PairingId,
) -> Result<(), StoreError> {
    pairings::Entity::update_many()
        .col_expr(pairings::Column::Version, Expr::col("version").add(1))
        .filter(pairings::COLUMN.id.eq(pairing.0))
        .exec(&transaction)
        .await?;
    commit_and_notify(transaction, CHANNEL, &pairing.0.to_string()).await?;
    tell(database, pairing);
    Ok(())
}

/// It only fails when nobody listens.
fn tell(database: &Database, pairing: PairingId) {
    let _ = database.tutor_news().0.send(pairing);
}
