//! PostgreSQL gives up one of two transactions that wait for each other. Whoever meets that notices nothing, whatever they do, and
//! also when it happens more than once. SQLite has one writer, and no deadlocks.

use std::ops::Range;
use std::time::Duration;

use domain::appointments::{Arrangement, HoldKey, Slot, Suiting, ToldBy, Unit};
use domain::contact::{Contact, PersonName};
use domain::ids::{AppointmentId, LocationId, ServiceId};
use domain::locale::Locale;
use jiff::SignedDuration;
use store::appointments::{
    BookOutcome, Move, MoveOutcome, NewHold, NewWaiting, Waiting, book, cancel, find_waiting, hold,
    join_waiting, move_appointment, offer_time,
};
use store::{ConnectionTrait, Database, DatabaseTransaction};

use crate::support::{
    Kind, adviser, appointment, assert_no_half_bookings, message, now, number, on_each_database,
};

/// What is wanted by whoever meets the deadlocks.
const WANTED: Range<i64> = 5_981_010..5_981_016;

/// An appointment that was there before.
const EARLIER: Range<i64> = 5_981_000..5_981_006;

/// How many somebody meets, one after the other.
const DEADLOCKS: i64 = 2;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_books_is_booked() {
    amid_deadlocks(async |database, _| {
        let outcome = book(database, &appointment("deadlocked", WANTED), now()).await;
        assert!(matches!(outcome, Ok(BookOutcome::Booked(_))), "{outcome:?}");
        assert_no_half_bookings(database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_a_time_has_it() {
    amid_deadlocks(async |database, _| assert!(hold(database, &new_hold(), now()).await.unwrap())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_moves_has_moved_and_is_told_once() {
    amid_deadlocks(async |database, earlier| {
        let wanted = Move {
            appointment: earlier,
            sequence: 0,
            location: LocationId::parse("borgerservice").unwrap(),
            candidates: vec![adviser("maja")],
            units: WANTED,
            seats: 1,
            uses: vec![],
            attended: WANTED,
            message: Some(message("Ny tid")),
        };
        let outcome = move_appointment(database, &wanted, now()).await;
        assert!(matches!(outcome, Ok(MoveOutcome::Moved)), "{outcome:?}");
        assert_no_half_bookings(database).await;
        assert_eq!(messages(database).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_offered_the_time_and_told_once() {
    amid_deadlocks(async |database, _| {
        let waiting = somebody_waiting(database).await;
        let told = message("En tid til dig");
        let slot = Slot::starting(Unit(WANTED.start));
        let offered = offer_time(database, &waiting, &new_hold(), slot, Some(&told), now()).await;
        assert!(offered.unwrap());
        assert_eq!(messages(database).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cancels_has_cancelled() {
    on_each_database(async |database| {
        if database.kind == Kind::Sqlite {
            return;
        }
        let id = booked(&database).await;
        // The other side has the appointment's time, and then wants the row that cancelling begins with.
        let other = patient(&database, "other").await;
        let time = format!("UPDATE occupancy SET hold = hold WHERE appointment_id = {}", id.0);
        other.execute_unprepared(&time).await.unwrap();
        let cancelling = cancel(&database, id, now(), None);
        let standing = async {
            until_somebody_waits_for(&database, "other").await;
            let row = format!("UPDATE appointments SET name = name WHERE id = {}", id.0);
            other.execute_unprepared(&row).await.unwrap();
            other.rollback().await.unwrap();
        };
        let (cancelled, ()) = tokio::join!(cancelling, standing);
        assert!(cancelled.unwrap());
        assert_no_half_bookings(&database).await;
    })
    .await;
}

/// Runs what takes [`WANTED`] while others take its units in an order that nobody else uses.
async fn amid_deadlocks(take: impl AsyncFn(&Database, AppointmentId)) {
    on_each_database(async |database| {
        if database.kind == Kind::Sqlite {
            return;
        }
        let earlier = booked(&database).await;
        let first = patient(&database, "1").await;
        occupy(&first, WANTED.end - 1, earlier).await;
        tokio::join!(
            take(&database, earlier),
            stand_in_the_way(&database, first, earlier)
        );
    })
    .await;
}

/// Each holds one of the later units, and wants the first as soon as somebody waits for it.
async fn stand_in_the_way(database: &Database, mut other: DatabaseTransaction, of: AppointmentId) {
    for deadlock in 1..=DEADLOCKS {
        until_somebody_waits_for(database, &deadlock.to_string()).await;
        occupy(&other, WANTED.start, of).await;
        // Whoever was given up tries again by now, and waits for the first unit.
        let next = patient(database, &(deadlock + 1).to_string()).await;
        if deadlock < DEADLOCKS {
            occupy(&next, WANTED.end - 1 - deadlock, of).await;
        }
        other.rollback().await.unwrap();
        other = next;
    }
    other.rollback().await.unwrap();
}

/// A transaction that waits for so long that the other side of a deadlock is given up.
async fn patient(database: &Database, name: &str) -> DatabaseTransaction {
    let transaction = database.begin().await.unwrap();
    let settings = format!("SET LOCAL deadlock_timeout = '30s'; SET LOCAL application_name = '{name}'");
    transaction.execute_unprepared(&settings).await.unwrap();
    transaction
}

async fn occupy(transaction: &DatabaseTransaction, unit: i64, of: AppointmentId) {
    let taken = format!(
        "INSERT INTO occupancy VALUES ('maja', {unit}, 0, {}, NULL, NULL)",
        of.0
    );
    transaction.execute_unprepared(&taken).await.unwrap();
}

async fn until_somebody_waits_for(database: &Database, name: &str) {
    let waiting = format!(
        "SELECT count(*) AS number FROM pg_stat_activity waiting JOIN pg_stat_activity other \
            ON other.pid = ANY (pg_blocking_pids(waiting.pid)) \
            WHERE other.application_name = '{name}' AND other.datname = current_database()"
    );
    while number(database, &waiting).await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn booked(database: &Database) -> AppointmentId {
    match book(database, &appointment("earlier", EARLIER), now())
        .await
        .unwrap()
    {
        BookOutcome::Booked(id) => id,
        outcome => panic!("{outcome:?}"),
    }
}

fn new_hold() -> NewHold {
    NewHold {
        key: HoldKey::from_random(1),
        candidates: vec![adviser("maja")],
        units: WANTED,
        later_units: vec![],
        seats: 1,
        uses: vec![],
        until: now() + SignedDuration::from_mins(10),
    }
}

async fn somebody_waiting(database: &Database) -> Waiting {
    let wanted = NewWaiting {
        code_hash: "waiting".into(),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("borgerservice").unwrap(),
        suiting: Suiting::new(&[], &[]),
        arrangement: Arrangement::default(),
        name: PersonName::parse("Birthe Holm").unwrap(),
        contact: Contact::parse_any("birthe@example.dk").unwrap(),
        told_by: ToldBy::Email,
        locale: Locale::Da,
    };
    let id = join_waiting(database.write(), &wanted, now())
        .await
        .unwrap()
        .unwrap();
    find_waiting(database.read(), id).await.unwrap().unwrap()
}

async fn messages(database: &Database) -> i64 {
    number(database, "SELECT count(*) AS number FROM outbox").await
}
