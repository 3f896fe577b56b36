//! The promise that the product stands on: no two citizens ever get the same adviser at the same time.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use domain::ids::AppointmentId;
use store::Database;
use store::appointments::{BookOutcome, NewAppointment, book, cancel};

use crate::support::{
    TestDatabase, adviser, appointment, assert_no_half_bookings, message, now, on_each_database, rows,
};

const CLIENTS: i64 = 64;
const FIRST_UNIT: i64 = 5_981_000;

/// A quarter of an hour between the ten times, and services that last one, two or three quarters.
const UNITS_BETWEEN_TIMES: i64 = 3;
const TIMES: i64 = 10;

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_clients_fight_for_ten_times_and_nobody_is_booked_twice() {
    on_each_database(async |database| {
        let servers = two_servers(&database).await;
        let began = Instant::now();
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| tokio::spawn(want_every_time(server_of(&servers, client), client)))
            .collect();
        let mut confirmed = Vec::new();
        for client in clients {
            confirmed.extend(client.await.unwrap());
        }
        let tries = CLIENTS * TIMES;
        println!(
            "{:?}: {tries} tries, {} booked, {:?}",
            database.kind,
            confirmed.len(),
            began.elapsed()
        );

        assert_no_half_bookings(&database).await;
        let ids: BTreeSet<_> = confirmed.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, ids_kept(&database).await);
        let units: i64 = confirmed.iter().map(|(_, units)| units).sum();
        assert_eq!(
            database.number("SELECT count(*) AS number FROM occupancy").await,
            units
        );
        // Three advisers and ten quarters: at least ten short or five long appointments must have found room.
        assert!(confirmed.len() >= 10, "{} booked", confirmed.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_presses_of_one_button_book_once() {
    on_each_database(async |database| {
        let servers = two_servers(&database).await;
        let presses: Vec<_> = (0..16)
            .map(|press| {
                let server = server_of(&servers, press);
                let wanted = NewAppointment {
                    candidates: vec![adviser("maja"), adviser("ole")],
                    code_hash: format!("code of press {press}"),
                    message: Some(message("Din tid")),
                    ..appointment("the same key", FIRST_UNIT..FIRST_UNIT + 6)
                };
                tokio::spawn(async move { book(&server, &wanted, now()).await.unwrap() })
            })
            .collect();
        let (mut booked, mut already) = (Vec::new(), Vec::new());
        for press in presses {
            match press.await.unwrap() {
                BookOutcome::Booked(id) => booked.push(id),
                BookOutcome::AlreadyBooked(id) => already.push(id),
                outcome => panic!("{outcome:?}"),
            }
        }
        assert_eq!((booked.len(), already.len()), (1, 15));
        assert!(already.iter().all(|id| *id == booked[0]));
        assert_eq!(database.number("SELECT count(*) AS number FROM outbox").await, 1);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn booking_and_cancelling_at_once_leave_nothing_behind() {
    on_each_database(async |database| {
        let servers = two_servers(&database).await;
        let clients: Vec<_> = (0..16)
            .map(|client: i64| {
                let server = server_of(&servers, client);
                tokio::spawn(async move {
                    for round in 0..10 {
                        let start = FIRST_UNIT + (client + round) % 4;
                        let wanted = appointment(&format!("{client} {round}"), start..start + 3);
                        if let BookOutcome::Booked(id) = book(&server, &wanted, now()).await.unwrap() {
                            assert!(cancel(&server, id, now(), None).await.unwrap());
                        }
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        assert_no_half_bookings(&database).await;
        assert_eq!(
            database.number("SELECT count(*) AS number FROM occupancy").await,
            0
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_who_hang_up_leave_no_half_booking_and_block_nobody() {
    on_each_database(async |database| {
        let mut hung_up = 0;
        for client in 0..200 {
            let server = Database::clone(&database);
            let start = FIRST_UNIT + client * 6;
            let wanted = appointment(&client.to_string(), start..start + 6);
            let booking = tokio::spawn(async move { book(&server, &wanted, now()).await.map(|_| ()) });
            tokio::time::sleep(Duration::from_micros(u64::try_from(client).unwrap() * 25)).await;
            booking.abort();
            hung_up += i32::from(booking.await.is_err_and(|error| error.is_cancelled()));
        }
        println!("{:?}: {hung_up} of 200 hung up", database.kind);
        let wanted = appointment("after them", FIRST_UNIT - 6..FIRST_UNIT);
        let outcome = book(&database, &wanted, now()).await.unwrap();
        assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_who_want_different_times_all_get_them() {
    on_each_database(async |database| {
        let servers = two_servers(&database).await;
        let began = Instant::now();
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                let server = server_of(&servers, client);
                tokio::spawn(async move {
                    for round in 0..TIMES {
                        let start = FIRST_UNIT + (client * TIMES + round) * 6;
                        let wanted = appointment(&format!("{client} {round}"), start..start + 6);
                        let outcome = book(&server, &wanted, now()).await.unwrap();
                        assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        let bookings = i32::try_from(CLIENTS * TIMES).unwrap();
        let per_second = f64::from(bookings) / began.elapsed().as_secs_f64();
        println!(
            "{:?}: {per_second:.0} bookings/s from {CLIENTS} clients on two servers",
            database.kind
        );
        assert_no_half_bookings(&database).await;
    })
    .await;
}

/// One client tries every time, each client in another order, and lists what was confirmed with its units.
async fn want_every_time(server: Database, client: i64) -> Vec<(AppointmentId, i64)> {
    let mut confirmed = Vec::new();
    for round in 0..TIMES {
        // Seven and ten have no common divisor, so this visits every time once.
        let time = (client + round * 7) % TIMES;
        let units = UNITS_BETWEEN_TIMES * (1 + (client + round) % 3);
        let start = FIRST_UNIT + time * UNITS_BETWEEN_TIMES;
        let mut candidates = vec![adviser("maja"), adviser("ole"), adviser("per")];
        candidates.rotate_left(usize::try_from(client % 3).unwrap());
        let wanted = NewAppointment {
            candidates,
            ..appointment(&format!("{client} {round}"), start..start + units)
        };
        if let BookOutcome::Booked(id) = book(&server, &wanted, now()).await.unwrap() {
            confirmed.push((id, units));
        }
    }
    confirmed
}

/// All appointments that are kept.
async fn ids_kept(database: &Database) -> BTreeSet<AppointmentId> {
    #[derive(sea_orm::FromQueryResult)]
    struct Row {
        id: i64,
    }
    let kept = rows::<Row>(database, "SELECT id FROM appointments").await;
    kept.into_iter().map(|row| AppointmentId(row.id)).collect()
}

async fn two_servers(database: &TestDatabase) -> [Database; 2] {
    [database.open_again().await, database.open_again().await]
}

fn server_of(servers: &[Database; 2], client: i64) -> Database {
    servers[usize::from(client % 2 == 1)].clone()
}
