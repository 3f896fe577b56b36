//! What is limited beside advisers' time: never more in use than there is.

use domain::appointments::{Bookable, HOLD_FOR, HoldKey, ResourceUse};
use domain::ids::{AppointmentId, ResourceId};
use store::Database;
use store::appointments::{
    BookOutcome, Move, MoveOutcome, NewAppointment, NewHold, Own, book, cancel, hold, move_appointment,
    occupied,
};

use crate::support::{
    adviser, appointment, assert_no_half_bookings, fight_for, now, number, on_each_database,
};

const FIRST: i64 = 5_981_000;
const LENGTH: i64 = 6;

fn tablets(count: i64) -> Vec<ResourceUse> {
    vec![ResourceUse {
        resource: ResourceId::parse("tablets").unwrap(),
        count,
    }]
}

/// With one of three advisers, who each have their own time.
fn wanted(key: &str, start: i64, count: i64) -> NewAppointment {
    NewAppointment {
        candidates: ["maja", "noor", "ole"].map(adviser).to_vec(),
        uses: tablets(count),
        ..appointment(key, start..start + LENGTH)
    }
}

async fn booked(database: &Database, wanted: &NewAppointment) -> Option<AppointmentId> {
    match book(database, wanted, now()).await.unwrap() {
        BookOutcome::Booked(id) => Some(id),
        BookOutcome::Taken => None,
        outcome => panic!("{outcome:?}"),
    }
}

/// The most that are in use in any unit, and the units of all of them.
async fn in_use(database: &Database) -> (i64, i64) {
    let most = "SELECT coalesce(max(used), 0) AS number FROM (SELECT count(*) AS used FROM occupancy \
        WHERE resource = 'resource/tablets' GROUP BY unit) AS units";
    let all = "SELECT count(*) AS number FROM occupancy WHERE resource = 'resource/tablets'";
    (number(database, most).await, number(database, all).await)
}

#[tokio::test]
async fn two_tablets_are_enough_for_two_whoever_helps() {
    on_each_database(async |database| {
        let first = booked(&database, &wanted("a", FIRST, 2)).await.unwrap();
        assert!(booked(&database, &wanted("b", FIRST + 3, 2)).await.is_some());
        assert_eq!(booked(&database, &wanted("c", FIRST + 3, 2)).await, None);
        assert!(
            booked(&database, &wanted("d", FIRST + 3 + LENGTH, 2))
                .await
                .is_some()
        );
        assert!(cancel(&database, first, now(), None).await.unwrap());
        assert!(booked(&database, &wanted("e", FIRST, 2)).await.is_some());
        assert_eq!(in_use(&database).await, (2, 3 * LENGTH));
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn where_there_are_fewer_than_before_the_old_ones_count() {
    on_each_database(async |database| {
        let first = booked(&database, &wanted("a", FIRST, 2)).await.unwrap();
        assert!(booked(&database, &wanted("b", FIRST, 2)).await.is_some());
        assert!(cancel(&database, first, now(), None).await.unwrap());
        assert_eq!(booked(&database, &wanted("c", FIRST, 1)).await, None);
        assert_eq!(booked(&database, &wanted("d", FIRST + LENGTH, 0)).await, None);
        assert!(booked(&database, &wanted("e", FIRST + LENGTH, 1)).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_hold_has_its_tablet_and_hands_it_on() {
    on_each_database(async |database| {
        let held = NewHold {
            key: HoldKey::from_random(1),
            candidates: vec![adviser("maja")],
            units: FIRST..FIRST + LENGTH,
            later_units: vec![],
            seats: 1,
            uses: tablets(1),
            until: now() + HOLD_FOR,
        };
        assert!(hold(&database, &held, now()).await.unwrap());
        assert_eq!(booked(&database, &wanted("a", FIRST, 1)).await, None);
        let other = NewHold {
            units: FIRST + 20..FIRST + 20 + LENGTH,
            later_units: vec![],
            ..held.clone()
        };
        assert!(hold(&database, &other, now()).await.unwrap());
        assert!(booked(&database, &wanted("b", FIRST, 1)).await.is_some());
        let from_hold = NewAppointment {
            hold: Some(held.key.clone()),
            ..wanted("c", FIRST + 20, 1)
        };
        assert!(booked(&database, &from_hold).await.is_some());
        assert_eq!(in_use(&database).await, (1, 2 * LENGTH));
        let late = NewHold {
            key: HoldKey::from_random(2),
            units: FIRST + 40..FIRST + 40 + LENGTH,
            later_units: vec![],
            ..held
        };
        assert!(hold(&database, &late, now()).await.unwrap());
        let after = now() + HOLD_FOR;
        let outcome = book(&database, &wanted("d", FIRST + 40, 1), after).await.unwrap();
        assert!(
            matches!(outcome, BookOutcome::Booked(_)),
            "what has run out keeps nobody away"
        );
    })
    .await;
}

#[tokio::test]
async fn a_move_takes_its_tablet_along() {
    on_each_database(async |database| {
        let id = booked(&database, &wanted("a", FIRST, 1)).await.unwrap();
        booked(&database, &wanted("b", FIRST + 20, 1)).await.unwrap();
        let to = |start: i64| Move {
            appointment: id,
            sequence: 0,
            location: appointment("a", 0..1).location,
            candidates: vec![adviser("ole")],
            units: start..start + LENGTH,
            seats: 1,
            uses: tablets(1),
            attended: start..start + LENGTH,
            message: None,
        };
        let moved = async |wanted: Move| move_appointment(&database, &wanted, now()).await.unwrap();
        assert_eq!(moved(to(FIRST + 20)).await, MoveOutcome::Taken);
        assert_eq!(moved(to(FIRST + 3)).await, MoveOutcome::Moved);
        assert_eq!(in_use(&database).await, (1, 2 * LENGTH));
        let lent = Bookable::Resource(ResourceId::parse("tablets").unwrap());
        let asked = [lent, (&adviser("ole")).into()];
        let units = FIRST..FIRST + 12;
        let taken = occupied(database.read(), &asked, units, &Own::Nothing, now()).await;
        assert_eq!(taken.unwrap().taken_seats(), 2 * LENGTH);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_clients_fight_for_two_tablets_and_none_is_lent_twice() {
    on_each_database(async |database| {
        let starts = [FIRST, FIRST + LENGTH / 2, FIRST + LENGTH];
        let mut got = fight_for(&database, starts, |key, start| wanted(key, start, 2)).await;
        let (most, all) = in_use(&database).await;
        assert!(most <= 2, "{most} in use at once");
        assert_eq!(all, got * LENGTH);
        assert_no_half_bookings(&database).await;
        // Nobody was told that all were lent while one was not.
        while booked(&database, &wanted(&format!("after {got}"), FIRST, 2))
            .await
            .is_some()
        {
            got += 1;
        }
        assert_eq!(in_use(&database).await.0, 2);
    })
    .await;
}
