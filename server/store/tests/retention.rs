use domain::appointments::Unit;
use domain::ids::{CourseId, StepId};
use jiff::Timestamp;
use store::appointments::{BookOutcome, book, cancel};
use store::retention::{APPOINTMENT_DAYS, Erased, MESSAGE_DAYS, VISITOR_DAYS, erase_expired};
use store::{Database, learning, outbox, sessions};

use crate::support::{appointment, days, message, now, on_each_database};

#[tokio::test]
async fn what_is_young_is_kept() {
    on_each_database(async |database| {
        fill(&database).await;
        let erased = erase_expired(database.write(), now()).await.unwrap();
        assert_eq!(erased, Erased::default());
    })
    .await;
}

#[tokio::test]
async fn everything_goes_when_its_time_has_come() {
    on_each_database(async |database| {
        fill(&database).await;
        let erased = erase_expired(database.write(), now() + days(VISITOR_DAYS + 1))
            .await
            .unwrap();
        let all = Erased {
            visitors: 1,
            appointments: 2,
            occupied_units: 6,
            messages: 2,
            sessions: 1,
        };
        assert_eq!(erased, all);
        for table in [
            "visitors",
            "step_results",
            "appointments",
            "occupancy",
            "outbox",
            "sessions",
        ] {
            let left = database
                .number(&format!("SELECT count(*) AS number FROM {table}"))
                .await;
            assert_eq!(left, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_visitor_who_works_is_remembered() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        let later = now() + days(VISITOR_DAYS + 1);
        mark_done(&database, visitor, later - days(1)).await;
        assert_eq!(erase_expired(database.write(), later).await.unwrap().visitors, 0);
        let much_later = later + days(VISITOR_DAYS);
        assert_eq!(
            erase_expired(database.write(), much_later)
                .await
                .unwrap()
                .visitors,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn an_appointment_goes_a_month_after_it_was_cancelled() {
    on_each_database(async |database| {
        let in_spring = Unit::containing(now() + days(120)).0;
        let booked = book(&database, &appointment("a", in_spring..in_spring + 3), now())
            .await
            .unwrap();
        let BookOutcome::Booked(id) = booked else {
            panic!("{booked:?}")
        };
        let month = now() + days(APPOINTMENT_DAYS + 1);
        assert_eq!(
            erase_expired(database.write(), month).await.unwrap().appointments,
            0
        );
        assert!(cancel(&database, id, now(), None).await.unwrap());
        assert_eq!(
            erase_expired(database.write(), month).await.unwrap().appointments,
            1
        );
    })
    .await;
}

/// One of everything: a visitor at work, a session, two appointments today, a sent message and one that waits.
async fn fill(database: &Database) {
    let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
    mark_done(database, visitor, now()).await;
    sessions::save(database.write(), "s", "{}", (now() + days(1)).as_second())
        .await
        .unwrap();
    let first = Unit::containing(now()).0;
    for (key, start) in [("a", first), ("b", first + 3)] {
        book(database, &appointment(key, start..start + 3), now())
            .await
            .unwrap();
    }
    let sent = outbox::enqueue(database.write(), &message("sent"), now())
        .await
        .unwrap();
    outbox::mark_sent(database.write(), sent, now()).await.unwrap();
    outbox::enqueue(database.write(), &message("waits"), now())
        .await
        .unwrap();
    const { assert!(MESSAGE_DAYS < VISITOR_DAYS && APPOINTMENT_DAYS < VISITOR_DAYS) };
}

async fn mark_done(database: &Database, visitor: domain::ids::VisitorId, at: Timestamp) {
    let (course, step) = (CourseId::parse("k").unwrap(), StepId::parse("s").unwrap());
    learning::mark_done(database.write(), visitor, &course, &step, at)
        .await
        .unwrap();
}
