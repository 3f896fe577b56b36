//! Services that several citizens have at the same time: never more than there are seats.

use std::collections::BTreeMap;

use domain::appointments::HoldKey;
use domain::ids::AppointmentId;
use sea_orm::FromQueryResult;
use store::Database;
use store::appointments::{
    BookOutcome, Move, MoveOutcome, NewAppointment, NewHold, Own, book, cancel, hold, move_appointment,
    occupied,
};

use crate::support::{adviser, appointment, fight_for, now, on_each_database, rows};

const SEATS: i64 = 3;
const FIRST: i64 = 5_981_000;
const LENGTH: i64 = 6;

fn wanted(key: &str, start: i64) -> NewAppointment {
    NewAppointment {
        seats: SEATS,
        ..appointment(key, start..start + LENGTH)
    }
}

fn held(key: u128, start: i64) -> NewHold {
    NewHold {
        key: HoldKey::from_random(key),
        candidates: vec![adviser("maja")],
        units: start..start + LENGTH,
        later_units: vec![],
        seats: SEATS,
        uses: vec![],
        until: now() + domain::appointments::HOLD_FOR,
    }
}

async fn booked(database: &Database, key: &str, start: i64) -> Option<AppointmentId> {
    match book(database, &wanted(key, start), now()).await.unwrap() {
        BookOutcome::Booked(id) => Some(id),
        BookOutcome::Taken => None,
        outcome => panic!("{outcome:?}"),
    }
}

#[derive(FromQueryResult)]
struct TakenSeat {
    unit: i64,
    seat: i64,
}

/// How many have each unit. Nobody sits on a seat that there is not.
async fn seats_taken(database: &Database) -> BTreeMap<i64, i64> {
    let mut taken = BTreeMap::new();
    for TakenSeat { unit, seat } in rows::<TakenSeat>(database, "SELECT unit, seat FROM occupancy").await {
        assert!((0..SEATS).contains(&seat), "seat {seat}");
        *taken.entry(unit).or_default() += 1;
    }
    taken
}

#[tokio::test]
async fn a_time_can_be_booked_until_its_seats_are_taken() {
    on_each_database(async |database| {
        let mut ids = Vec::new();
        for name in ["a", "b", "c"] {
            ids.push(booked(&database, name, FIRST).await.unwrap());
        }
        assert_eq!(booked(&database, "d", FIRST).await, None);
        assert_eq!(booked(&database, "e", FIRST + LENGTH - 1).await, None);
        assert!(booked(&database, "f", FIRST + LENGTH).await.is_some());
        // A seat that is given back, whichever it is, can be had again.
        assert!(cancel(&database, ids[1], now(), None).await.unwrap());
        assert!(booked(&database, "g", FIRST).await.is_some());
        assert_eq!(booked(&database, "h", FIRST).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_seat_left_in_each_unit_is_enough_though_it_is_not_the_same() {
    on_each_database(async |database| {
        let early = booked(&database, "early", FIRST).await.unwrap();
        booked(&database, "all", FIRST).await.unwrap();
        booked(&database, "all too", FIRST).await.unwrap();
        booked(&database, "late", FIRST + LENGTH).await.unwrap();
        booked(&database, "late too", FIRST + LENGTH).await.unwrap();
        assert!(cancel(&database, early, now(), None).await.unwrap());
        assert!(booked(&database, "between", FIRST + LENGTH / 2).await.is_some());
        assert!(seats_taken(&database).await.values().all(|taken| *taken <= SEATS));
    })
    .await;
}

#[tokio::test]
async fn a_held_seat_becomes_the_appointments_and_takes_no_other() {
    on_each_database(async |database| {
        assert!(hold(&database, &held(1, FIRST), now()).await.unwrap());
        assert!(hold(&database, &held(2, FIRST), now()).await.unwrap());
        assert!(
            hold(&database, &held(1, FIRST), now()).await.unwrap(),
            "the same again"
        );
        let from_hold = NewAppointment {
            hold: Some(HoldKey::from_random(2)),
            ..wanted("a", FIRST)
        };
        assert!(matches!(
            book(&database, &from_hold, now()).await.unwrap(),
            BookOutcome::Booked(_)
        ));
        assert_eq!(seats_taken(&database).await[&FIRST], 2);
        assert!(booked(&database, "b", FIRST).await.is_some());
        assert_eq!(booked(&database, "c", FIRST).await, None);
        // A hold that has run out keeps nobody away.
        let later = now() + domain::appointments::HOLD_FOR;
        assert!(matches!(
            book(&database, &wanted("c", FIRST), later).await.unwrap(),
            BookOutcome::Booked(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn an_appointment_moves_within_its_own_seat_and_to_a_free_one() {
    on_each_database(async |database| {
        let id = booked(&database, "a", FIRST).await.unwrap();
        for name in ["b", "c"] {
            booked(&database, name, FIRST).await.unwrap();
        }
        for name in ["d", "e", "f"] {
            booked(&database, name, FIRST + 2 * LENGTH).await.unwrap();
        }
        let to = |start: i64, sequence| Move {
            appointment: id,
            sequence,
            location: appointment("a", 0..1).location,
            candidates: vec![adviser("maja")],
            units: start..start + LENGTH,
            seats: SEATS,
            uses: vec![],
            attended: start..start + LENGTH,
            message: None,
        };
        let moved = async |wanted: Move| move_appointment(&database, &wanted, now()).await.unwrap();
        assert_eq!(moved(to(FIRST + 2 * LENGTH - 1, 0)).await, MoveOutcome::Taken);
        assert_eq!(moved(to(FIRST + 2, 0)).await, MoveOutcome::Moved);
        let taken = seats_taken(&database).await;
        assert_eq!(
            (taken[&FIRST], taken[&(FIRST + 2)], taken[&(FIRST + LENGTH)]),
            (2, 3, 1)
        );
    })
    .await;
}

#[tokio::test]
async fn free_times_know_how_many_seats_are_taken() {
    on_each_database(async |database| {
        for name in ["a", "b"] {
            booked(&database, name, FIRST).await.unwrap();
        }
        let maja = [(&adviser("maja")).into()];
        let units = FIRST..FIRST + LENGTH;
        let occupied = occupied(database.read(), &maja, units, &Own::Nothing, now()).await;
        assert_eq!(occupied.unwrap().taken_seats(), 2 * LENGTH);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_clients_fight_for_three_seats_and_each_is_taken_once() {
    on_each_database(async |database| {
        let got = fight_for(&database, [FIRST, FIRST + LENGTH / 2, FIRST + LENGTH], wanted).await;
        let taken = seats_taken(&database).await;
        assert!(taken.values().all(|taken| *taken <= SEATS), "{taken:?}");
        assert_eq!(taken.values().sum::<i64>(), got * LENGTH);
        // Nobody was told that it was full while it was not: what is left now can be had, and no more.
        for start in [FIRST, FIRST + LENGTH] {
            let left = (start..start + LENGTH)
                .map(|unit| SEATS - taken.get(&unit).copied().unwrap_or(0))
                .min()
                .unwrap();
            for extra in 0..left {
                assert!(
                    booked(&database, &format!("extra {start} {extra}"), start)
                        .await
                        .is_some()
                );
            }
            assert_eq!(booked(&database, &format!("too many {start}"), start).await, None);
        }
    })
    .await;
}
