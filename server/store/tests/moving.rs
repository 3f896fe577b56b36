//! An appointment gets another time, and the old one is free only when the new one is certain.

use std::ops::Range;

use domain::ids::{AppointmentId, LocationId};
use store::Database;
use store::appointments::{
    AppointmentStatus, BookOutcome, CancelOutcome, Move, MoveOutcome, book, cancel, cancel_as_read, find,
    move_appointment,
};
use store::outbox::About;

use crate::support::{adviser, appointment, assert_no_half_bookings, message, now, number, on_each_database};

const UNITS: Range<i64> = 5_981_000..5_981_006;
const LATER: Range<i64> = 5_981_100..5_981_106;

#[tokio::test]
async fn a_moved_appointment_has_the_new_time_and_the_old_one_is_free() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        let before = find(database.read(), id).await.unwrap().unwrap();
        assert_eq!(moved(&database, &to(id, LATER)).await, MoveOutcome::Moved);
        let after = find(database.read(), id).await.unwrap().unwrap();
        assert_eq!(
            (after.slot.unit().0, after.minutes, after.sequence),
            (LATER.start, 30, 1)
        );
        assert_eq!(
            (after.location.as_str(), after.adviser.as_str()),
            ("bibliotek", "ole")
        );
        assert_eq!(
            after.calendar_id, before.calendar_id,
            "calendars know it as the same"
        );
        assert_eq!(messages(&database).await, 1);
        booked(&database, "b", UNITS).await;
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn a_second_press_of_the_button_moves_and_tells_nothing() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        assert_eq!(moved(&database, &to(id, LATER)).await, MoveOutcome::Moved);
        assert_eq!(moved(&database, &to(id, LATER)).await, MoveOutcome::AlreadyMoved);
        assert_eq!(moved(&database, &to(id, UNITS)).await, MoveOutcome::Changed);
        assert_eq!(messages(&database).await, 1);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_cancels_what_has_moved_meanwhile_reads_it_again() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        assert_eq!(moved(&database, &to(id, LATER)).await, MoveOutcome::Moved);
        let outcome = async |sequence: i64| {
            let read = About {
                appointment: id,
                sequence,
            };
            cancel_as_read(&database, &[read], Some(message("Aflyst")), now())
                .await
                .unwrap()
        };
        assert_eq!(outcome(0).await, CancelOutcome::Changed);
        let standing = find(database.read(), id).await.unwrap().unwrap();
        assert_eq!(standing.status, AppointmentStatus::Booked);
        assert_eq!(messages(&database).await, 1, "nothing is told of the old time");
        assert_eq!(outcome(1).await, CancelOutcome::Cancelled);
        assert_eq!(outcome(1).await, CancelOutcome::NotBooked);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn when_the_new_time_is_taken_the_old_one_stands() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        booked(&database, "b", LATER.start + 5..LATER.end + 5).await;
        let wanted = Move {
            candidates: vec![adviser("maja")],
            ..to(id, LATER)
        };
        assert_eq!(moved(&database, &wanted).await, MoveOutcome::Taken);
        let kept = find(database.read(), id).await.unwrap().unwrap();
        assert_eq!((kept.slot.unit().0, kept.sequence), (UNITS.start, 0));
        assert_eq!(messages(&database).await, 0);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn an_appointment_can_move_by_less_than_it_lasts() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        let wanted = Move {
            candidates: vec![adviser("maja")],
            ..to(id, UNITS.start + 3..UNITS.end + 3)
        };
        assert_eq!(moved(&database, &wanted).await, MoveOutcome::Moved);
        booked(&database, "b", UNITS.start - 3..UNITS.start + 3).await;
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_or_unknown_does_not_move() {
    on_each_database(async |database| {
        let id = booked(&database, "a", UNITS).await;
        assert!(cancel(&database, id, now(), None).await.unwrap());
        for id in [id, AppointmentId(id.0 + 9)] {
            assert_eq!(moved(&database, &to(id, LATER)).await, MoveOutcome::Changed);
        }
        assert_eq!(messages(&database).await, 0);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_move_one_appointment_at_once_one_does() {
    on_each_database(async |database| {
        let servers = [database.open_again().await, database.open_again().await];
        for round in 0..5 {
            let base = UNITS.start + round * 1000;
            let id = booked(&database, &round.to_string(), base..base + 6).await;
            let moves: Vec<_> = (1..=16)
                .map(|client| {
                    let server = servers[usize::from(client % 2 == 1)].clone();
                    let start = base + client * 3;
                    tokio::spawn(async move { (start, moved(&server, &to(id, start..start + 6)).await) })
                })
                .collect();
            let mut winners = Vec::new();
            for client in moves {
                let (start, outcome) = client.await.unwrap();
                match outcome {
                    MoveOutcome::Moved => winners.push(start),
                    MoveOutcome::Changed => {}
                    other => panic!("{other:?}"),
                }
            }
            let kept = find(database.read(), id).await.unwrap().unwrap();
            assert_eq!(winners, [kept.slot.unit().0]);
            assert_eq!(messages(&database).await, round + 1);
        }
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cancels_while_another_moves_leaves_nothing_behind() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        for round in 0..30 {
            let base = UNITS.start + round * 1000;
            let id = booked(&database, &round.to_string(), base..base + 6).await;
            let server = other.clone();
            let moving = tokio::spawn(async move { moved(&server, &to(id, base + 50..base + 56)).await });
            let server = Database::clone(&database);
            let cancelling = tokio::spawn(async move { cancel(&server, id, now(), None).await.unwrap() });
            let outcome = moving.await.unwrap();
            assert!(
                cancelling.await.unwrap(),
                "a wish to cancel holds for wherever it has moved"
            );
            assert!(
                matches!(outcome, MoveOutcome::Moved | MoveOutcome::Changed),
                "{outcome:?}"
            );
            let kept = find(database.read(), id).await.unwrap().unwrap();
            assert_eq!(kept.status, AppointmentStatus::Cancelled);
        }
        assert_no_half_bookings(&database).await;
        let left = number(&database, "SELECT count(*) AS number FROM occupancy").await;
        assert_eq!(left, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_that_change_places_never_overlap() {
    on_each_database(async |database| {
        let mut ids = Vec::new();
        for place in 0..8 {
            let start = UNITS.start + place * 6;
            ids.push(booked(&database, &place.to_string(), start..start + 6).await);
        }
        let clients: Vec<_> = (0_i64..)
            .zip(ids)
            .map(|(client, id)| {
                let server = Database::clone(&database);
                tokio::spawn(async move {
                    for round in 0..10 {
                        let sequence = find(server.read(), id).await.unwrap().unwrap().sequence;
                        let start = UNITS.start + (client * 6 + round * 7) % 90;
                        let wanted = Move {
                            sequence,
                            candidates: vec![adviser("maja"), adviser("ole")],
                            ..to(id, start..start + 6)
                        };
                        // Many deadlocks in a row may refuse one: nothing has changed then.
                        let _refused = move_appointment(&server, &wanted, now()).await;
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        assert_no_half_bookings(&database).await;
    })
    .await;
}

/// A move that was chosen before the appointment had ever moved.
fn to(id: AppointmentId, units: Range<i64>) -> Move {
    Move {
        appointment: id,
        sequence: 0,
        location: LocationId::parse("bibliotek").unwrap(),
        candidates: vec![adviser("ole")],
        attended: units.clone(),
        seats: 1,
        uses: vec![],
        units,
        message: Some(message("Ny tid")),
    }
}

async fn moved(database: &Database, wanted: &Move) -> MoveOutcome {
    move_appointment(database, wanted, now()).await.unwrap()
}

async fn booked(database: &Database, key: &str, units: Range<i64>) -> AppointmentId {
    match book(database, &appointment(key, units), now()).await.unwrap() {
        BookOutcome::Booked(id) => id,
        outcome => panic!("{outcome:?}"),
    }
}

async fn messages(database: &Database) -> i64 {
    number(database, "SELECT count(*) AS number FROM outbox").await
}
