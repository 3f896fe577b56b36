//! The dates of a series are booked together or not at all.

use domain::appointments::{BookingCode, HoldKey};
use domain::ids::AppointmentId;
use jiff::{SignedDuration, Timestamp};
use store::appointments::{
    Appointment, AppointmentStatus, BookOutcome, CancelOutcome, LaterDate, NewAppointment, NewHold, book,
    cancel, cancel_as_read, code_hash, dates_of, find, find_by_code, find_by_code_hash, hold, key_of_date,
    seal_code,
};
use store::outbox::About;
use store::retention::{PERSON_DAYS, erase_expired};
use store::{ByCode, Database};

use crate::support::{adviser, appointment, assert_no_half_bookings, message, now, number, on_each_database};

const SEATS: i64 = 3;
const LENGTH: i64 = 24;
/// Four weeks from the present of these tests on.
const DATES: i64 = 4;
const WEEK: i64 = 7 * 24 * 12;
const SECRET: &str = "secret";

fn first() -> i64 {
    domain::appointments::Unit::containing(now()).0 + 12
}

fn date(number: i64) -> i64 {
    first() + number * WEEK
}

fn code(number: u32) -> BookingCode {
    BookingCode::from_random([number, 7, 7])
}

fn series(key: &str, number: u32) -> NewAppointment {
    let later = (1..DATES).map(|date_number| {
        let key = key_of_date(key, usize::try_from(date_number).unwrap());
        let units = date(date_number)..date(date_number) + LENGTH;
        LaterDate {
            sealed_code: seal_code(SECRET, &key, &code(number)),
            idempotency_key: key,
            attended: units.clone(),
            units,
        }
    });
    NewAppointment {
        code_hash: code_hash(SECRET, &code(number)),
        sealed_code: seal_code(SECRET, key, &code(number)),
        seats: SEATS,
        later_dates: later.collect(),
        message: Some(message("Dit kursus")),
        ..appointment(key, first()..first() + LENGTH)
    }
}

async fn booked(database: &Database, key: &str, number: u32) -> Option<AppointmentId> {
    match book(database, &series(key, number), now()).await.unwrap() {
        BookOutcome::Booked(id) => Some(id),
        BookOutcome::Taken => None,
        outcome => panic!("{outcome:?}"),
    }
}

async fn dates(database: &Database, id: AppointmentId) -> Vec<Appointment> {
    let one = find(database.read(), id).await.unwrap().unwrap();
    dates_of(database.read(), &one).await.unwrap()
}

fn about(dates: &[Appointment]) -> Vec<About> {
    dates
        .iter()
        .map(|date| About {
            appointment: date.id,
            sequence: date.sequence,
        })
        .collect()
}

async fn taken_units(database: &Database) -> i64 {
    number(database, "SELECT count(*) AS number FROM occupancy").await
}

#[tokio::test]
async fn a_series_has_a_seat_on_every_date_one_code_and_one_message() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 1).await.unwrap();
        let dates = dates(&database, id).await;
        let starts: Vec<_> = dates.iter().map(|date| date.slot.unit().0).collect();
        assert_eq!(starts, (0..DATES).map(date).collect::<Vec<_>>());
        assert!(dates.iter().all(|date| date.code(SECRET) == Some(code(1))));
        let mut calendar_ids: Vec<_> = dates.iter().map(|date| &date.calendar_id).collect();
        calendar_ids.dedup();
        assert_eq!(calendar_ids.len(), dates.len(), "calendars know the dates apart");
        assert_eq!(taken_units(&database).await, DATES * LENGTH);
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM outbox").await,
            1
        );
        let again = book(&database, &series("a", 1), now()).await.unwrap();
        assert_eq!(again, BookOutcome::AlreadyBooked(id));
        assert_eq!(
            book(&database, &series("other", 1), now()).await.unwrap(),
            BookOutcome::CodeTaken
        );
        assert_no_half_bookings_but_seats(&database).await;
    })
    .await;
}

/// The seats of a date are taken by several on purpose.
async fn assert_no_half_bookings_but_seats(database: &Database) {
    let half = "SELECT count(*) AS number FROM appointments a WHERE a.status = 'booked' AND \
        (a.ends_at - a.starts_at) / 300 <> (SELECT count(*) FROM occupancy o WHERE o.appointment_id = a.id)";
    assert_eq!(number(database, half).await, 0, "half bookings");
}

#[tokio::test]
async fn a_series_is_full_when_one_of_its_dates_is() {
    on_each_database(async |database| {
        for key in ["a", "b", "c"] {
            let single = NewAppointment {
                seats: SEATS,
                ..appointment(key, date(2)..date(2) + LENGTH)
            };
            assert!(matches!(
                book(&database, &single, now()).await.unwrap(),
                BookOutcome::Booked(_)
            ));
        }
        assert_eq!(booked(&database, "series", 1).await, None);
        assert_eq!(
            taken_units(&database).await,
            SEATS * LENGTH,
            "nothing is left of the attempt"
        );
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM outbox").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn the_code_leads_to_the_next_date() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 1).await.unwrap();
        let at = |number: i64| Timestamp::from_second(date(number) * 300 + 60).unwrap();
        let next = async |now: Timestamp| {
            let found = find_by_code_hash(database.read(), &code_hash(SECRET, &code(1)), now).await;
            found.unwrap().unwrap().slot.unit().0
        };
        assert_eq!(next(now()).await, date(0));
        assert_eq!(next(at(0)).await, date(0), "it is on");
        assert_eq!(next(at(1) - SignedDuration::from_hours(1)).await, date(1));
        let found = find_by_code(&database, SECRET, &code(1), "birthe holm", at(0))
            .await
            .unwrap();
        let ByCode::Found(found) = found else {
            panic!("it has dates to come")
        };
        assert_eq!(
            found.slot.unit().0,
            date(1),
            "what is on can be cancelled no more"
        );
        assert!(cancel(&database, id, now(), None).await.unwrap());
        assert_eq!(next(now()).await, date(1));
    })
    .await;
}

#[tokio::test]
async fn a_series_is_cancelled_as_one_and_a_date_by_itself() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 1).await.unwrap();
        let all = dates(&database, id).await;
        let one = cancel_as_read(&database, &about(&all[1..2]), Some(message("9.")), now()).await;
        assert_eq!(one.unwrap(), CancelOutcome::Cancelled);
        assert_eq!(taken_units(&database).await, (DATES - 1) * LENGTH);
        // What was read before tells dates that are not all booked any more.
        let stale = cancel_as_read(&database, &about(&all), Some(message("alle")), now()).await;
        assert_eq!(stale.unwrap(), CancelOutcome::Changed);
        assert_eq!(
            taken_units(&database).await,
            (DATES - 1) * LENGTH,
            "nothing is changed"
        );
        let rest: Vec<_> = dates(&database, id).await;
        let rest: Vec<_> = rest
            .into_iter()
            .filter(|date| date.status == AppointmentStatus::Booked)
            .collect();
        let told = cancel_as_read(&database, &about(&rest), Some(message("resten")), now()).await;
        assert_eq!(told.unwrap(), CancelOutcome::Cancelled);
        assert_eq!(taken_units(&database).await, 0);
        let again = cancel_as_read(&database, &about(&rest), Some(message("resten")), now()).await;
        assert_eq!(again.unwrap(), CancelOutcome::NotBooked);
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn a_held_series_becomes_the_bookings() {
    on_each_database(async |database| {
        let held = |key: u128| NewHold {
            key: HoldKey::from_random(key),
            candidates: vec![adviser("maja")],
            units: first()..first() + LENGTH,
            later_units: (1..DATES)
                .map(|number| date(number)..date(number) + LENGTH)
                .collect(),
            seats: SEATS,
            uses: vec![],
            until: now() + domain::appointments::HOLD_FOR,
        };
        for key in [1, 2, 3, 1] {
            assert!(hold(&database, &held(key), now()).await.unwrap());
        }
        assert_eq!(taken_units(&database).await, SEATS * DATES * LENGTH);
        assert!(!hold(&database, &held(4), now()).await.unwrap());
        assert_eq!(booked(&database, "late", 1).await, None);
        let from_hold = NewAppointment {
            hold: Some(HoldKey::from_random(2)),
            ..series("a", 2)
        };
        assert!(matches!(
            book(&database, &from_hold, now()).await.unwrap(),
            BookOutcome::Booked(_)
        ));
        assert_eq!(taken_units(&database).await, SEATS * DATES * LENGTH);
        // A hold that changes to a single time gives every date back.
        let single = NewHold {
            units: date(9)..date(9) + LENGTH,
            later_units: vec![],
            ..held(1)
        };
        assert!(hold(&database, &single, now()).await.unwrap());
        assert!(booked(&database, "now", 3).await.is_some());
        assert_no_half_bookings_but_seats(&database).await;
    })
    .await;
}

#[tokio::test]
async fn each_date_is_forgotten_a_week_after_it() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 1).await.unwrap();
        let last = dates(&database, id).await.pop().unwrap();
        let days = |number: i64| SignedDuration::from_hours(24 * number);
        let after_first = Timestamp::from_second(date(0) * 300).unwrap() + days(PERSON_DAYS + 1);
        assert_eq!(
            erase_expired(database.write(), after_first)
                .await
                .unwrap()
                .persons,
            1
        );
        assert_eq!(dates_of(database.read(), &last).await.unwrap().len(), 3);
        let after_last = last.slot.moment() + days(PERSON_DAYS + 1);
        assert_eq!(
            erase_expired(database.write(), after_last).await.unwrap().persons,
            3
        );
        assert!(find(database.read(), last.id).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_clients_fight_for_three_seats_in_a_series() {
    on_each_database(async |database| {
        let servers = [database.open_again().await, database.open_again().await];
        let clients: Vec<_> = (0..32_u32)
            .map(|client| {
                let server = servers[usize::try_from(client % 2).unwrap()].clone();
                tokio::spawn(async move {
                    let key = format!("client {client}");
                    if client % 4 > 0 {
                        return booked(&server, &key, client).await.is_some();
                    }
                    // Some want one of the dates only.
                    let one = date(i64::from(client / 4) % DATES);
                    let single = NewAppointment {
                        seats: SEATS,
                        ..appointment(&key, one..one + LENGTH)
                    };
                    book(&server, &single, now()).await.unwrap();
                    false
                })
            })
            .collect();
        let mut whole = 0;
        for client in clients {
            whole += i64::from(client.await.unwrap());
        }
        let rows = number(
            &database,
            "SELECT count(*) AS number FROM appointments WHERE series IS NOT NULL",
        )
        .await;
        assert_eq!(rows, whole * DATES, "no series is half booked");
        let crowded =
            "SELECT count(*) AS number FROM (SELECT unit FROM occupancy GROUP BY unit HAVING count(*) > 3) u";
        assert_eq!(
            number(&database, crowded).await,
            0,
            "nobody sits on a seat that there is not"
        );
        assert_no_half_bookings_but_seats(&database).await;
        // Whoever was refused was refused rightly: some date is full now.
        let full =
            "SELECT count(*) AS number FROM (SELECT unit FROM occupancy GROUP BY unit HAVING count(*) = 3) u";
        assert!(number(&database, full).await > 0);
    })
    .await;
}
