//! What a server that is killed leaves behind: every booking it confirmed, and no half of one.

use domain::ids::AppointmentId;
use store::Database;
use store::appointments::{AppointmentStatus, BookOutcome, NewAppointment, book, find};

use crate::support::{
    appointment, assert_no_half_bookings, confirm, message, now, number, on_each_database, run_and_kill,
    task_of_child,
};

/// How many bookings are confirmed before each kill.
const KILL_AFTER: [usize; 6] = [1, 20, 40, 75, 100, 150];
const CLIENTS: i64 = 8;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_loses_nothing_it_has_confirmed() {
    on_each_database(async |database| {
        let mut confirmed = Vec::new();
        for (round, bookings) in KILL_AFTER.into_iter().enumerate() {
            confirmed.extend(run_and_kill(
                "booking_crash::child",
                &database.url,
                round,
                bookings,
            ));
        }
        println!("{:?}: {} confirmed, then killed", database.kind, confirmed.len());
        for id in confirmed {
            let kept = find(database.read(), AppointmentId(id))
                .await
                .unwrap()
                .expect("a confirmed booking is kept");
            assert!(kept.status == AppointmentStatus::Booked && kept.minutes == 30);
        }
        assert_no_half_bookings(&database).await;
        let unannounced =
            "SELECT (SELECT count(*) FROM appointments) - (SELECT count(*) FROM outbox) AS number";
        assert_eq!(
            number(&database, unannounced).await,
            0,
            "every booking has its message"
        );
    })
    .await;
}

/// The server that is killed; in an ordinary run of the tests it has nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn child() {
    let Some((database, round)) = task_of_child().await else {
        return;
    };
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| tokio::spawn(book_for_ever(database.clone(), round * CLIENTS + client)))
        .collect();
    for client in clients {
        client.await.unwrap();
    }
}

async fn book_for_ever(database: Database, client: i64) {
    for number in 0.. {
        let start = 5_981_000 + (client * 100_000 + number) * 6;
        let wanted = NewAppointment {
            message: Some(message("Din tid")),
            ..appointment(&format!("{client} {number}"), start..start + 6)
        };
        let outcome = book(&database, &wanted, now()).await.unwrap();
        let BookOutcome::Booked(id) = outcome else {
            panic!("{outcome:?}")
        };
        confirm(id.0);
    }
}
