use std::time::Duration;

use domain::appointments::Unit;
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::appointments::{BookOutcome, Move, MoveOutcome, book, cancel, move_appointment};
use store::desk::{changed_since, changes, relay_changes};
use tokio::time::timeout;

use super::{day, minutes_later, walk_in};
use crate::support::{Kind, adviser, appointment, now, on_each_database};

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
async fn the_desk_learns_of_todays_appointments_at_once_and_of_no_others() {
    on_each_database(async |database| {
        let mut news = changes(&database);
        let today = Unit::containing(minutes_later(60)).0;
        let tomorrow = today + 24 * 12;
        let book_at = async |key: &str, start: i64| {
            let wanted = appointment(key, start..start + 3);
            match book(&database, &wanted, now()).await.unwrap() {
                BookOutcome::Booked(id) => id,
                other => panic!("{other:?}"),
            }
        };
        let moved_to = async |id, sequence, start: i64| {
            let wanted = Move {
                appointment: id,
                sequence,
                location: day().location,
                candidates: vec![adviser("maja")],
                units: start..start + 3,
                seats: 1,
                uses: vec![],
                attended: start..start + 3,
                message: None,
            };
            let outcome = move_appointment(&database, &wanted, now()).await.unwrap();
            assert_eq!(outcome, MoveOutcome::Moved);
        };
        let mut told = || std::iter::from_fn(|| news.try_recv().ok()).count();

        let later = book_at("a", tomorrow).await;
        moved_to(later, 0, tomorrow + 12).await;
        assert_eq!(told(), 0, "tomorrow's are tomorrow's");
        moved_to(later, 1, today).await;
        assert_eq!(told(), 1, "one comes today");
        cancel(&database, later, now(), None).await.unwrap();
        assert_eq!(told(), 1, "and will not");
        let leaves = book_at("b", today).await;
        assert_eq!(told(), 1);
        moved_to(leaves, 0, tomorrow).await;
        assert_eq!(told(), 1);
        cancel(&database, leaves, now(), None).await.unwrap();
        assert_eq!(told(), 0);
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
