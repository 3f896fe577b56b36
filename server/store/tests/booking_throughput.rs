//! What the guard costs: bookings a second beside plain inserts, by the same clients in the same run. The figures are told and
//! not held to anything, for other tests run at the same time.

use std::time::{Duration, Instant};

use store::appointments::{BookOutcome, book};
use store::{ConnectionTrait, Database};

use crate::support::{appointment, assert_no_half_bookings, message, now, on_each_database};

const CLIENTS: i64 = 16;
const EACH: i64 = 20;
const ROUNDS: i64 = 3;
const FIRST_UNIT: i64 = 5_981_000;
/// Half an hour.
const UNITS: i64 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn bookings_are_told_beside_plain_inserts() {
    on_each_database(async |database| {
        let plain =
            "CREATE TABLE plain (id BIGINT PRIMARY KEY, name TEXT NOT NULL, starts_at BIGINT NOT NULL)";
        database.write().execute_unprepared(plain).await.unwrap();
        let [mut booking, mut in_transaction, mut bare] = [Duration::ZERO; 3];
        for round in 0..ROUNDS {
            bare += by_all_clients(&database, round, insert).await;
            in_transaction += by_all_clients(&database, round, insert_in_transaction).await;
            booking += by_all_clients(&database, round, book_one).await;
        }
        let count = f64::from(i32::try_from(CLIENTS * EACH * ROUNDS).unwrap());
        println!(
            "{:?}: {:.0} bookings/s with a message each; {:.2} of inserts in a transaction, {:.2} of bare inserts",
            database.kind,
            count / booking.as_secs_f64(),
            in_transaction.as_secs_f64() / booking.as_secs_f64(),
            bare.as_secs_f64() / booking.as_secs_f64(),
        );
        assert_no_half_bookings(&database).await;
    })
    .await;
}

/// How long it takes all clients to do something, each with numbers of their own.
async fn by_all_clients<F: Future<Output = ()> + Send + 'static>(
    database: &Database,
    round: i64,
    work: fn(Database, i64) -> F,
) -> Duration {
    let began = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let database = database.clone();
            tokio::spawn(async move {
                for turn in 0..EACH {
                    work(database.clone(), (round * CLIENTS + client) * EACH + turn).await;
                }
            })
        })
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    began.elapsed()
}

async fn insert(database: Database, number: i64) {
    database.write().execute_unprepared(&row(number)).await.unwrap();
}

/// What a booking would be without its guard and its message.
async fn insert_in_transaction(database: Database, number: i64) {
    let transaction = database.begin().await.unwrap();
    transaction.execute_unprepared(&row(-1 - number)).await.unwrap();
    transaction.commit().await.unwrap();
}

fn row(number: i64) -> String {
    format!("INSERT INTO plain VALUES ({number}, 'Birthe Holm', {number})")
}

async fn book_one(database: Database, number: i64) {
    let start = FIRST_UNIT + number * UNITS;
    let mut wanted = appointment(&number.to_string(), start..start + UNITS);
    wanted.message = Some(message("Din tid"));
    let outcome = book(&database, &wanted, now()).await.unwrap();
    assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
}
