//! Tells whoever follows a class that something has changed in it, and no more than that.

use domain::ids::ClassId;
use tokio::sync::broadcast;

use crate::Database;
use crate::news::{notify, relay};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "startlinje_class";

/// Changes that somebody may be behind before they are told that they have missed some: a few seconds of many classes.
const KEPT: usize = 1024;

/// What this process tells of changes.
#[derive(Debug, Clone)]
pub(crate) struct ClassNews(broadcast::Sender<ClassId>);

impl Default for ClassNews {
    fn default() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }
}

/// The classes that change, from now on. Who is slow misses some; then everything may have changed.
pub fn changes(database: &Database) -> broadcast::Receiver<ClassId> {
    database.class_news().0.subscribe()
}

/// Passes on what other servers change, for as long as it is polled. On SQLite there are none, and it ends at once.
pub async fn relay_changes(database: &Database) {
    relay(database, CHANNEL, |payload| {
        if let Ok(id) = payload.parse() {
            tell_here(database, ClassId(id));
        }
    })
    .await;
}

/// Tells that something has changed in a class. Called after the change stands, which no failure here takes back: whoever
/// follows looks once a minute all the same.
pub async fn tell(database: &Database, class: ClassId) {
    if let Err(error) = notify(database.write(), CHANNEL, &class.0.to_string()).await {
        log::warn!("other servers were not told that a class has changed: {error}");
    }
    tell_here(database, class);
}

/// It only fails when nobody listens.
fn tell_here(database: &Database, class: ClassId) {
    let _ = database.class_news().0.send(class);
}
