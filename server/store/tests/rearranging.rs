use std::ops::Range;

use domain::appointments::{Schedule, Slot, Unit};
use domain::ids::AppointmentId;
use domain::messages::PostalAddress;
use domain::staff::Workplaces;
use store::appointments::{
    Appointment, AppointmentStatus, Around, Becomes, BookOutcome, NewAppointment, NewHold, RearrangeOutcome,
    Rearranged, Rearrangement, Telling, book, booked_between, cancel, find, hold, rearrange,
};
use store::letters::{queue_letter, queued, take_queued};
use store::{Database, schedules};

use crate::schedules::schedule;
use crate::support::{adviser, appointment, days, message, now, number, on_each_database};

/// The first unit of tomorrow at the same hour.
fn tomorrow() -> i64 {
    Unit::containing(now() + days(1)).0
}

async fn booked(database: &Database, key: &str, units: Range<i64>) -> AppointmentId {
    match book(database, &appointment(key, units), now()).await.unwrap() {
        BookOutcome::Booked(id) => id,
        other => panic!("{other:?}"),
    }
}

fn becomes(appointment: AppointmentId, becomes: Becomes) -> Rearranged {
    Rearranged {
        appointment,
        sequence: 0,
        becomes,
    }
}

fn change(schedule: &Schedule, based_on: i64, appointments: Vec<Rearranged>) -> Rearrangement<'_> {
    Rearrangement {
        based_on,
        schedule,
        appointments,
        around: vec![],
    }
}

async fn first_version(database: &Database) -> i64 {
    schedules::import(database.write(), &schedule(10), now())
        .await
        .unwrap()
}

async fn found(database: &Database, id: AppointmentId) -> Appointment {
    find(database.read(), id).await.unwrap().unwrap()
}

async fn units_of(database: &Database, id: AppointmentId, name: &str) -> i64 {
    let sql = format!(
        "SELECT count(*) AS number FROM occupancy WHERE appointment_id = {} AND resource = '{name}'",
        id.0
    );
    number(database, &sql).await
}

#[tokio::test]
async fn a_schedule_and_what_it_hits_change_together() {
    on_each_database(async |database| {
        let (version, start) = (first_version(&database).await, tomorrow());
        let stays = booked(&database, "a", start..start + 3).await;
        let moves = booked(&database, "b", start + 3..start + 6).await;
        let goes = booked(&database, "c", start + 6..start + 9).await;
        let new = schedule(20);
        let appointments = vec![
            becomes(
                stays,
                Becomes::With {
                    adviser: adviser("bo"),
                    units: start..start + 3,
                    seats: 1,
                    uses: vec![],
                },
            ),
            becomes(
                moves,
                Becomes::Moved {
                    adviser: adviser("bo"),
                    units: start + 20..start + 24,
                    seats: 1,
                    uses: vec![],
                    attended: start + 20..start + 23,
                    told: Telling::Message(message("moved")),
                },
            ),
            becomes(
                goes,
                Becomes::Cancelled {
                    told: Telling::Message(message("cancelled")),
                },
            ),
        ];
        let outcome = rearrange(&database, &change(&new, version, appointments), now())
            .await
            .unwrap();
        assert!(matches!(outcome, RearrangeOutcome::Done(_)), "{outcome:?}");

        let stays = found(&database, stays).await;
        assert_eq!((stays.adviser, stays.sequence), (adviser("bo"), 0));
        assert_eq!(units_of(&database, stays.id, "bo").await, 3);
        assert_eq!(units_of(&database, stays.id, "maja").await, 0);
        let moves = found(&database, moves).await;
        assert_eq!(
            (moves.slot, moves.minutes, moves.sequence),
            (Slot::starting(Unit(start + 20)), 15, 1)
        );
        assert_eq!(units_of(&database, moves.id, "bo").await, 4);
        let goes = found(&database, goes).await;
        assert_eq!(goes.status, AppointmentStatus::Cancelled);
        assert_eq!(units_of(&database, goes.id, "maja").await, 0);
        let sent = number(&database, "SELECT count(*) AS number FROM outbox").await;
        assert_eq!(sent, 2);
        let coming = booked_between(database.read(), now()..now() + days(3))
            .await
            .unwrap();
        assert_eq!(
            coming.iter().map(|one| one.id).collect::<Vec<_>>(),
            [stays.id, moves.id]
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_changes_when_anything_has_changed_in_the_meantime() {
    on_each_database(async |database| {
        let (version, start) = (first_version(&database).await, tomorrow());
        let cancelled = booked(&database, "a", start..start + 3).await;
        let stays = booked(&database, "b", start + 3..start + 6).await;
        cancel(&database, cancelled, now(), None).await.unwrap();
        let to_bo = |id, first: i64| {
            let with = Becomes::With {
                adviser: adviser("bo"),
                units: first..first + 3,
                seats: 1,
                uses: vec![],
            };
            becomes(id, with)
        };
        let new = schedule(20);
        for (based_on, wanted, expected) in [
            (version - 1, stays, RearrangeOutcome::ScheduleChanged),
            (version, cancelled, RearrangeOutcome::AppointmentsChanged),
        ] {
            let appointments = vec![to_bo(wanted, start + 3)];
            let outcome = rearrange(&database, &change(&new, based_on, appointments), now())
                .await
                .unwrap();
            assert_eq!(outcome, expected);
        }
        // Somebody else has booked the other adviser.
        let other = NewAppointment {
            candidates: vec![adviser("bo")],
            ..appointment("c", start + 4..start + 7)
        };
        book(&database, &other, now()).await.unwrap();
        let outcome = rearrange(
            &database,
            &change(&new, version, vec![to_bo(stays, start + 3)]),
            now(),
        )
        .await
        .unwrap();
        assert_eq!(outcome, RearrangeOutcome::AppointmentsChanged);

        assert_eq!(found(&database, stays).await.adviser, adviser("maja"));
        assert_eq!(units_of(&database, stays, "maja").await, 3);
        assert_eq!(
            schedules::current_version(database.read()).await.unwrap(),
            Some(version)
        );
    })
    .await;
}

#[tokio::test]
async fn an_appointment_goes_before_a_hold_and_what_stays_gets_its_room() {
    on_each_database(async |database| {
        let (version, start) = (first_version(&database).await, tomorrow());
        let grows = booked(&database, "a", start..start + 3).await;
        let held = NewHold {
            key: domain::appointments::HoldKey::from_random(7),
            candidates: vec![adviser("maja")],
            units: start + 3..start + 6,
            later_units: vec![],
            seats: 1,
            uses: vec![],
            until: now() + jiff::SignedDuration::from_mins(10),
        };
        assert!(hold(&database, &held, now()).await.unwrap());
        let blocked = booked(&database, "b", start + 6..start + 9).await;
        let new = schedule(20);
        let around = |appointment, units| Around {
            appointment,
            adviser: adviser("maja"),
            units,
            seats: 1,
            uses: vec![],
        };
        let change = Rearrangement {
            around: vec![
                around(grows, start - 1..start + 5),
                around(blocked, start + 4..start + 9),
            ],
            ..change(&new, version, vec![])
        };
        let outcome = rearrange(&database, &change, now()).await.unwrap();
        assert!(matches!(outcome, RearrangeOutcome::Done(_)), "{outcome:?}");
        assert_eq!(units_of(&database, grows, "maja").await, 6);
        assert_eq!(
            units_of(&database, blocked, "maja").await,
            3,
            "it keeps what it had"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_letters_is_told_in_a_letter_of_what_is_true_now() {
    on_each_database(async |database| {
        let (version, start) = (first_version(&database).await, tomorrow());
        let moves = booked(&database, "a", start..start + 3).await;
        let goes = booked(&database, "b", start + 3..start + 6).await;
        let home = PostalAddress::parse("Havnegade 12\n0999 Fjordby").unwrap();
        for id in [moves, goes] {
            queue_letter(database.write(), id, home.as_ref(), now())
                .await
                .unwrap();
        }
        let printed = take_queued(database.write(), &Workplaces::All, "x", now()).await;
        assert_eq!(printed.unwrap(), 2);
        let told = || Telling::Letter(home.clone().unwrap());
        let elsewhere = Becomes::Moved {
            adviser: adviser("maja"),
            units: start + 20..start + 23,
            seats: 1,
            uses: vec![],
            attended: start + 20..start + 23,
            told: told(),
        };
        let appointments = vec![
            becomes(moves, elsewhere),
            becomes(goes, Becomes::Cancelled { told: told() }),
        ];
        let new = schedule(20);
        let outcome = rearrange(&database, &change(&new, version, appointments), now()).await;
        assert!(matches!(outcome.unwrap(), RearrangeOutcome::Done(_)));

        let pile = queued(database.read(), &Workplaces::All).await.unwrap();
        let written: Vec<_> = pile
            .iter()
            .map(|letter| {
                (
                    letter.appointment.id,
                    letter.appointment.status,
                    letter.address.clone(),
                )
            })
            .collect();
        assert_eq!(
            written,
            [
                (moves, AppointmentStatus::Booked, home.clone()),
                (goes, AppointmentStatus::Cancelled, home.clone())
            ]
        );
        assert_eq!(pile[0].appointment.slot, Slot::starting(Unit(start + 20)));
    })
    .await;
}
