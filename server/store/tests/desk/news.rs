use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::desk::{changed_since, changes, relay_changes};
use tokio::time::timeout;

use super::{day, walk_in};
use crate::support::{Kind, now, on_each_database};

const PATIENCE: Duration = Duration::from_secs(10);

#[tokio::test]
async fn whoever_watches_learns_that_something_has_changed() {
    on_each_database(async |database| {
        let mut news = changes(&database);
        walk_in(&database, 1, now()).await;
        let heard = timeout(PATIENCE, news.recv()).await.unwrap().unwrap();
        assert_eq!(heard, day().location);
    })
    .await;
}

#[tokio::test]
async fn whoever_begins_to_watch_late_learns_what_they_have_missed() {
    on_each_database(async |database| {
        let place = day().location;
        let later = Timestamp::now() + SignedDuration::from_millis(1);
        tokio::time::sleep(Duration::from_millis(2)).await;
        assert!(!changed_since(&database, &place, later), "nothing has happened");
        walk_in(&database, 1, now()).await;
        assert!(changed_since(&database, &place, later));
        assert!(!changed_since(
            &database,
            &place,
            Timestamp::now() + SignedDuration::from_secs(1)
        ));
        let before = later - SignedDuration::from_hours(1);
        assert!(
            changed_since(&database, &place, before),
            "of the time before it began nothing is known"
        );
    })
    .await;
}

#[tokio::test]
async fn servers_on_one_database_learn_from_each_other() {
    on_each_database(async |database| {
        if database.kind == Kind::Sqlite {
            // One process has the file to itself; there is nobody to listen to.
            timeout(PATIENCE, relay_changes(&database)).await.unwrap();
            return;
        }
        let other = database.open_again().await;
        let mut news = changes(&other);
        let server = Database::clone(&other);
        let relay = tokio::spawn(async move { relay_changes(&server).await });
        // The other server may still be on its way to listening: it is told until it hears.
        let mut key = 0;
        let heard = loop {
            key += 1;
            walk_in(&database, key, now()).await;
            if let Ok(heard) = timeout(Duration::from_millis(200), news.recv()).await {
                break heard.unwrap();
            }
            assert!(key < 50, "nothing was heard");
        };
        assert_eq!(heard, day().location);
        relay.abort();
    })
    .await;
}
