//! What a server that is killed leaves behind: every booking it confirmed, and no half of one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use domain::ids::AppointmentId;
use store::Database;
use store::appointments::{AppointmentStatus, BookOutcome, NewAppointment, book, find};

use crate::support::{appointment, assert_no_half_bookings, message, now, number, on_each_database};

/// Tells the child which database to book in.
const URL: &str = "STORE_TEST_CRASH_URL";
/// Tells the child in which round it is, so that it books other times than its forerunners.
const ROUND: &str = "STORE_TEST_CRASH_ROUND";

/// How many bookings are confirmed before each kill.
const KILL_AFTER: [usize; 6] = [1, 20, 40, 75, 100, 150];
const CLIENTS: i64 = 8;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_loses_nothing_it_has_confirmed() {
    on_each_database(async |database| {
        let mut confirmed = Vec::new();
        for (round, bookings) in KILL_AFTER.into_iter().enumerate() {
            let child = start_child(&database.url, round);
            confirmed.extend(kill_after(child, bookings));
        }
        println!("{:?}: {} confirmed, then killed", database.kind, confirmed.len());
        for id in &confirmed {
            let kept = find(database.read(), *id)
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
    let Ok(url) = std::env::var(URL) else {
        return;
    };
    let round: i64 = std::env::var(ROUND).unwrap().parse().unwrap();
    let database = Database::connect(&url).await.unwrap();
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
        println!("confirmed {}", id.0);
    }
}

fn start_child(url: &str, round: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["crash::child", "--exact", "--nocapture"])
        .env(URL, url)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Kills the child (SIGKILL) in the middle of its work once it has confirmed this many bookings, and lists all it has confirmed.
fn kill_after(mut child: Child, bookings: usize) -> Vec<AppointmentId> {
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut confirmed = Vec::new();
    let mut line = String::new();
    while lines.read_line(&mut line).unwrap() > 0 {
        // A line that the kill cut off has no end.
        if let Some(id) = line
            .strip_prefix("confirmed ")
            .and_then(|id| id.strip_suffix('\n'))
        {
            confirmed.push(AppointmentId(id.parse().unwrap()));
        }
        line.clear();
        if confirmed.len() == bookings {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(confirmed.len() >= bookings, "the child stopped by itself");
    confirmed
}
