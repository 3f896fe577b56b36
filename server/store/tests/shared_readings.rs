use domain::homework::{MOST_READINGS, NewSharedReading, ReadingForm, SharedReading};
use domain::ids::VisitorId;
use jiff::Timestamp;
use store::retention::{READING_DAYS, erase_expired};
use store::{Database, homework, learning};

use crate::support::{SECRET, code, days, now, on_each_database, visitor};

fn reading(book: &str) -> NewSharedReading {
    let form = ReadingForm {
        minutes: "20".to_owned(),
        book: book.to_owned(),
        first_page: "12".to_owned(),
        last_page: "18".to_owned(),
        what: "De fandt\nen hund.".to_owned(),
    };
    form.read(None).unwrap()
}

async fn write(database: &Database, visitor: VisitorId, book: &str, at: Timestamp) -> bool {
    homework::add_shared_reading(database, visitor, &reading(book), at)
        .await
        .unwrap()
}

async fn list(database: &Database, visitor: VisitorId) -> Vec<SharedReading> {
    homework::shared_readings(database.read(), visitor).await.unwrap()
}

/// The titles on a visitor's list.
async fn books(database: &Database, visitor: VisitorId) -> Vec<String> {
    let list = list(database, visitor).await.into_iter();
    list.filter_map(|shared| Some(shared.reading.book?.as_str().to_owned()))
        .collect()
}

#[tokio::test]
async fn what_was_read_last_stands_first() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        for (book, at) in [("Ronja", now()), ("Mio", now() - days(1)), ("Emil", now())] {
            assert!(write(&database, family, book, at).await);
        }
        assert_eq!(books(&database, family).await, ["Emil", "Ronja", "Mio"]);
        let first = &list(&database, family).await[0];
        assert_eq!(first.reading, reading("Emil"), "it is as it was written");
        assert!(
            homework::remove_shared_reading(database.write(), family, first.id)
                .await
                .unwrap()
        );
        assert_eq!(books(&database, family).await, ["Ronja", "Mio"]);
        homework::clear_shared_readings(database.write(), family)
            .await
            .unwrap();
        assert!(books(&database, family).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn nobody_touches_what_is_somebody_elses() {
    on_each_database(async |database| {
        let (family, stranger) = (visitor(&database).await, visitor(&database).await);
        write(&database, family, "Ronja", now()).await;
        let id = list(&database, family).await[0].id;
        let removed = homework::remove_shared_reading(database.write(), stranger, id).await;
        homework::clear_shared_readings(database.write(), stranger)
            .await
            .unwrap();
        assert!(!removed.unwrap());
        assert_eq!(books(&database, family).await, ["Ronja"]);
        assert!(books(&database, stranger).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_list_has_an_end() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        for _ in 0..MOST_READINGS {
            assert!(write(&database, family, "Ronja", now()).await);
        }
        assert!(!write(&database, family, "Ronja", now()).await);
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_brings_two_lists_together() {
    on_each_database(async |database| {
        let (phone, tablet) = (visitor(&database).await, visitor(&database).await);
        write(&database, phone, "Ronja", now()).await;
        write(&database, tablet, "Mio", now() - days(1)).await;
        learning::create_code(database.write(), SECRET, phone, &code(0, 1), now())
            .await
            .unwrap();
        learning::redeem(&database, SECRET, &code(0, 1), Some(tablet), now())
            .await
            .unwrap();
        // The tablet's session may still know the number from before.
        for visitor in [phone, tablet] {
            assert_eq!(books(&database, visitor).await, ["Ronja", "Mio"]);
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_read_is_forgotten_after_a_year_and_with_its_visitor() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        write(&database, family, "Mio", now() - days(READING_DAYS) - days(1)).await;
        write(&database, family, "Ronja", now() - days(READING_DAYS - 1)).await;
        let erased = erase_expired(database.write(), now()).await.unwrap();
        assert_eq!(erased.shared_readings, 1);
        assert_eq!(books(&database, family).await, ["Ronja"]);
        learning::forget_visitor(database.write(), family).await.unwrap();
        assert!(books(&database, family).await.is_empty());
    })
    .await;
}
