//! A time is held while somebody fills in a form.

use std::ops::Range;

use domain::appointments::{HoldKey, Unit};
use jiff::{SignedDuration, Timestamp};
use store::appointments::{BookOutcome, NewAppointment, NewHold, Own, book, hold, occupied};
use store::retention::erase_expired;
use store::{Database, StoreError};

use crate::support::{adviser, appointment, assert_no_half_bookings, now, on_each_database};

/// Tomorrow at nine, for erasure takes what has passed.
fn units() -> Range<i64> {
    let start = Unit::containing(now()).0 + 24 * 12;
    start..start + 6
}

#[tokio::test]
async fn a_held_time_is_the_visitors_alone() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        assert!(!held(&database, 2, units(), now()).await);
        assert!(!held(&database, 2, units().start - 1..units().start + 1, now()).await);
        assert_eq!(booked(&database, None, "a").await, BookOutcome::Taken);
        assert_eq!(booked(&database, Some(2), "b").await, BookOutcome::Taken);
        assert!(matches!(
            booked(&database, Some(1), "c").await,
            BookOutcome::Booked(_)
        ));
        assert_no_half_bookings(&database).await;
        assert_eq!(rows(&database).await, 6);
    })
    .await;
}

#[tokio::test]
async fn a_hold_counts_as_taken_for_everybody_else_until_it_runs_out() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        for (own, minutes, taken) in [
            (Own::Nothing, 9, 6),
            (Own::Hold(key(2)), 9, 6),
            (Own::Hold(key(1)), 9, 0),
            (Own::Nothing, 10, 0),
        ] {
            assert_eq!(
                taken_for(&database, &own, later(minutes)).await,
                taken,
                "{own:?} {minutes}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn choosing_another_time_gives_the_first_one_back() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        let overlapping = units().start + 3..units().end + 3;
        assert!(held(&database, 1, overlapping.clone(), now()).await);
        assert_eq!(rows(&database).await, 6);
        assert!(held(&database, 2, units().start..units().start + 3, now()).await);
        // What is somebody else's is not given for it, and the own time stays.
        assert!(!held(&database, 1, units(), now()).await);
        assert!(!held(&database, 3, overlapping, now()).await);
    })
    .await;
}

#[tokio::test]
async fn a_hold_that_has_run_out_is_anybodys() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        assert!(held(&database, 2, units().start..units().start + 2, later(11)).await);
        let wanted = NewAppointment {
            hold: Some(key(1)),
            ..appointment("a", units())
        };
        assert_eq!(
            book(&database, &wanted, later(11)).await.unwrap(),
            BookOutcome::Taken
        );
        let after = NewAppointment {
            units: units().start + 2..units().end,
            ..appointment("b", units())
        };
        assert!(matches!(
            book(&database, &after, later(11)).await.unwrap(),
            BookOutcome::Booked(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_hold_that_has_run_out_is_booked_all_the_same_while_nobody_has_taken_it() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        let wanted = NewAppointment {
            hold: Some(key(1)),
            ..appointment("a", units())
        };
        let outcome = book(&database, &wanted, later(60)).await.unwrap();
        assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn holding_again_changes_until_when() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        assert!(held(&database, 1, units(), later(5)).await);
        assert_eq!(rows(&database).await, 6);
        assert_eq!(taken_for(&database, &Own::Nothing, later(14)).await, 6);
    })
    .await;
}

#[tokio::test]
async fn booking_another_time_gives_the_held_one_back() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        let elsewhere = NewAppointment {
            hold: Some(key(1)),
            ..appointment("a", units().end..units().end + 6)
        };
        assert!(matches!(
            book(&database, &elsewhere, now()).await.unwrap(),
            BookOutcome::Booked(_)
        ));
        assert_eq!(rows(&database).await, 6);
        assert!(held(&database, 2, units(), now()).await);
    })
    .await;
}

#[tokio::test]
async fn holds_that_have_run_out_are_erased() {
    on_each_database(async |database| {
        assert!(held(&database, 1, units(), now()).await);
        for (minutes, erased) in [(9, 0), (10, 6)] {
            let units = erase_expired(database.write(), later(minutes))
                .await
                .unwrap()
                .occupied_units;
            assert_eq!(units, erased, "{minutes} minutes later");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixty_four_visitors_who_want_one_time_one_holds_it_and_one_books_it() {
    on_each_database(async |database| {
        let servers = [database.open_again().await, database.open_again().await];
        let visitors: Vec<_> = (0..64_u128)
            .map(|visitor| {
                let server = servers[usize::from(visitor % 2 == 1)].clone();
                tokio::spawn(async move {
                    // Each overlaps with its neighbours.
                    let start = units().start + i64::try_from(visitor % 5).unwrap();
                    let holds = hold(&server, &new_hold(visitor, start..start + 6, now()), now()).await;
                    let wanted = NewAppointment {
                        hold: Some(key(visitor)),
                        ..appointment(&format!("{visitor}"), start..start + 6)
                    };
                    (holds, book(&server, &wanted, now()).await.unwrap())
                })
            })
            .collect();
        let (mut holders, mut winners) = (0, 0);
        for visitor in visitors {
            let (holds, outcome) = visitor.await.unwrap();
            let (holds, wins) = (holds.unwrap(), matches!(outcome, BookOutcome::Booked(_)));
            assert!(wins || !holds, "whoever holds the time gets it");
            holders += i64::from(holds);
            winners += i64::from(wins);
        }
        assert_eq!((holders, winners), (1, 1));
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn visitors_who_change_to_each_others_times_leave_one_hold_each() {
    on_each_database(async |database| {
        let visitors: Vec<_> = (0..16_u128)
            .map(|visitor| {
                let server = Database::clone(&database);
                tokio::spawn(async move {
                    for round in 0..10 {
                        let start = units().start + i64::try_from((visitor * 3 + round) % 20).unwrap() * 2;
                        // Many deadlocks in a row may refuse one: nothing has changed then.
                        let _: Result<bool, StoreError> =
                            hold(&server, &new_hold(visitor, start..start + 3, now()), now()).await;
                    }
                })
            })
            .collect();
        for visitor in visitors {
            visitor.await.unwrap();
        }
        let other_than_three = "SELECT count(*) AS number FROM \
            (SELECT hold FROM occupancy GROUP BY hold HAVING count(*) <> 3) AS holds";
        assert_eq!(database.number(other_than_three).await, 0);
    })
    .await;
}

fn key(visitor: u128) -> HoldKey {
    HoldKey::from_random(visitor)
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

/// Ten minutes of somebody's time.
fn new_hold(visitor: u128, units: Range<i64>, at: Timestamp) -> NewHold {
    NewHold {
        key: key(visitor),
        candidates: vec![adviser("maja")],
        units,
        later_units: vec![],
        seats: 1,
        uses: vec![],
        until: at + SignedDuration::from_mins(10),
    }
}

async fn held(database: &Database, visitor: u128, units: Range<i64>, at: Timestamp) -> bool {
    hold(database, &new_hold(visitor, units, at), at).await.unwrap()
}

async fn booked(database: &Database, hold: Option<u128>, name: &str) -> BookOutcome {
    let wanted = NewAppointment {
        hold: hold.map(key),
        ..appointment(name, units())
    };
    book(database, &wanted, now()).await.unwrap()
}

async fn taken_for(database: &Database, own: &Own, at: Timestamp) -> i64 {
    let advisers = [(&adviser("maja")).into()];
    let occupied = occupied(database.read(), &advisers, units(), own, at)
        .await
        .unwrap();
    occupied.taken_seats()
}

async fn rows(database: &Database) -> i64 {
    crate::support::number(database, "SELECT count(*) AS number FROM occupancy").await
}
