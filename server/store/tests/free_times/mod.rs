//! Free times, from the schedule and what is booked to what a page shows: a row of the table for each rule.

mod table;

use std::ops::Range;

use domain::appointments::{
    Asking, BestFit, FreeTime, HoldKey, Query, Schedule, ScheduleDocument, Slot, Unit, free_times,
};
use domain::ids::AppointmentId;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::appointments::{
    Becomes, BookOutcome, Move, MoveOutcome, NewAppointment, NewHold, Own, RearrangeOutcome, Rearranged,
    Rearrangement, book, cancel, hold, move_appointment, occupied, rearrange,
};
use store::{Database, schedules};

use self::table::{MORNING, Rules, Span, TABLE, TWO_ADVISERS, Taken, WEDNESDAY};
use crate::support::{adviser, appointment, on_each_database};

#[tokio::test]
async fn free_times_are_those_of_the_table() {
    on_each_database(async |database| {
        for (number, case) in TABLE.iter().enumerate() {
            let everything = "DELETE FROM appointments";
            for sql in [everything, "DELETE FROM occupancy"] {
                sea_orm::ConnectionTrait::execute_unprepared(database.write(), sql)
                    .await
                    .unwrap();
            }
            let schedule = municipality(case.rules);
            for (turn, taken) in case.taken.iter().enumerate() {
                take(&database, &schedule, taken, &format!("{number} {turn}")).await;
            }
            let free = free_on(&database, &schedule, 0, case.day).await;
            assert_eq!(clocks(&free), case.free, "{}", case.name);
        }
    })
    .await;
}

/// Ole can do what Maja can, but for one thing. So he is booked first; and when he was away and is back, and gets what she was
/// booked for, she is free for what she alone can do.
#[tokio::test]
async fn what_a_colleague_takes_over_frees_who_can_do_more() {
    on_each_database(async |database| {
        let schedule = municipality(TWO_ADVISERS);
        let version = schedules::import(database.write(), &schedule, long_ago())
            .await
            .unwrap();
        let span = ("2026-11-25T08:30Z", 30);
        let (half_past, only_maja) = (Slot::starting(Unit(units(span).start)), 1);
        assert_eq!(
            best_fit(&database, &schedule, half_past).await,
            ["ole", "maja"],
            "who can do less comes first"
        );
        let booked = take(&database, &schedule, &Taken::Booked(span), "maja's").await;
        let others = "09:00 10:00 10:30";
        assert_eq!(
            clocks(&free_on(&database, &schedule, only_maja, WEDNESDAY).await),
            others
        );

        let takes_over = Rearrangement {
            based_on: version,
            schedule: &schedule,
            appointments: vec![Rearranged {
                appointment: booked,
                sequence: 0,
                becomes: Becomes::With {
                    adviser: adviser("ole"),
                    units: units(span),
                    seats: 1,
                    uses: vec![],
                },
            }],
            around: vec![],
        };
        let outcome = rearrange(&database, &takes_over, long_ago()).await.unwrap();
        assert!(matches!(outcome, RearrangeOutcome::Done(_)), "{outcome:?}");
        assert_eq!(
            clocks(&free_on(&database, &schedule, only_maja, WEDNESDAY).await),
            MORNING
        );
        assert_eq!(best_fit(&database, &schedule, half_past).await, ["maja"]);
        let too_late = NewAppointment {
            candidates: vec![adviser("ole")],
            ..wanted(&schedule, "ole's", span)
        };
        assert_eq!(
            book(&database, &too_late, long_ago()).await.unwrap(),
            BookOutcome::Taken
        );
    })
    .await;
}

/// A place that is always open, two services of half an hour, Maja who gives both from 9 to 11, and Ole who gives the first and is
/// never there.
fn municipality(rules: Rules) -> Schedule {
    let days = |from: &str, to: &str| -> Vec<Value> {
        let day = |weekday| json!({ "location": "place", "weekday": weekday, "from": from, "to": to });
        (1..=7).map(day).collect()
    };
    let open: Vec<_> = (1..=7)
        .map(|weekday| json!({ "weekday": weekday, "opens": "00:00", "closes": "00:00" }))
        .collect();
    let service = |id: &str| {
        json!({
            "id": id, "name": { "da": id }, "summary": { "da": id }, "picture": "tid-mitid.svg",
            "duration_minutes": 30, "start_every_minutes": 30, "bring": []
        })
    };
    let mut document = json!({
        "format": 1,
        "municipality": { "name": "Fjordby", "phone": "1", "email": "a@fjordby.example", "address": "Torvet 1" },
        "main_location": "place",
        "booking": { "lead_minutes": 0, "horizon_days": 365 },
        "closing_days": [],
        "locations": [{
            "id": "place", "name": { "da": "Borgerservice" }, "address": "Torvet 1", "phone": "1",
            "directions": { "da": "" }, "hours": open
        }],
        "services": [service("mitid"), service("post")],
        "advisers": [
            { "id": "maja", "services": ["mitid", "post"], "shifts": days("09:00", "11:00"), "absences": [] },
            { "id": "ole", "services": ["mitid"], "shifts": [] }
        ]
    });
    for (place, rule) in rules {
        put(&mut document, place, serde_json::from_str(rule).unwrap());
    }
    let document: ScheduleDocument = serde_json::from_value(document).unwrap();
    Schedule::try_from(document).unwrap()
}

/// Puts something into a document, whether or not something stands there.
fn put(document: &mut Value, place: &str, what: Value) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = what;
}

/// Before everything that the table tells of.
fn long_ago() -> Timestamp {
    "2026-01-01T03:00:00Z".parse().unwrap()
}

fn units((from, minutes): Span) -> Range<i64> {
    let first = from.parse::<Slot>().unwrap().unit().0;
    first..first + minutes / Unit::MINUTES
}

fn wanted(schedule: &Schedule, key: &str, span: Span) -> NewAppointment {
    NewAppointment {
        location: schedule.locations[0].id.clone(),
        seats: schedule.services[0].seats,
        ..appointment(key, units(span))
    }
}

/// Takes Maja's time, and tells the appointment; a hold has none.
async fn take(database: &Database, schedule: &Schedule, taken: &Taken, key: &str) -> AppointmentId {
    let booked = async |span| match book(database, &wanted(schedule, key, span), long_ago()).await {
        Ok(BookOutcome::Booked(id)) => id,
        other => panic!("{key}: {other:?}"),
    };
    match *taken {
        Taken::Booked(span) => booked(span).await,
        Taken::Cancelled(span) => {
            let id = booked(span).await;
            assert!(cancel(database, id, long_ago(), None).await.unwrap());
            id
        }
        Taken::Moved(from, to) => {
            let id = booked(from).await;
            let wanted = Move {
                appointment: id,
                sequence: 0,
                location: schedule.locations[0].id.clone(),
                candidates: vec![adviser("maja")],
                units: units(to),
                seats: schedule.services[0].seats,
                uses: vec![],
                attended: units(to),
                message: None,
            };
            let moved = move_appointment(database, &wanted, long_ago()).await.unwrap();
            assert_eq!(moved, MoveOutcome::Moved);
            id
        }
        Taken::Held(span) => held(database, schedule, span, long_ago()).await,
        Taken::HeldInVain(span) => {
            held(
                database,
                schedule,
                span,
                long_ago() - SignedDuration::from_mins(10),
            )
            .await
        }
    }
}

async fn held(database: &Database, schedule: &Schedule, span: Span, since: Timestamp) -> AppointmentId {
    let wanted = NewHold {
        key: HoldKey::from_random(1),
        candidates: vec![adviser("maja")],
        units: units(span),
        later_units: vec![],
        seats: schedule.services[0].seats,
        uses: vec![],
        until: since + SignedDuration::from_mins(10),
    };
    assert!(hold(database, &wanted, since).await.unwrap());
    AppointmentId(0)
}

/// What a page would show of a service on a day.
async fn free_on(database: &Database, schedule: &Schedule, service: usize, day: &str) -> Vec<FreeTime> {
    let from: Date = day.parse().unwrap();
    let query = Query {
        service: &schedule.services[service],
        location: &schedule.locations[0],
        from,
        until: from.tomorrow().unwrap(),
        now: long_ago(),
    };
    let bookables = schedule.bookables(query.service, &query.location.id);
    let occupied = occupied(
        database.read(),
        &bookables,
        query.units(),
        &Own::Nothing,
        long_ago(),
    )
    .await;
    free_times(schedule, &query, &occupied.unwrap())
}

fn clocks(free: &[FreeTime]) -> String {
    let clock = |free: &FreeTime| free.slot.wall_time().machine()[11..].to_owned();
    free.iter().map(clock).collect::<Vec<_>>().join(" ")
}

/// Who is booked for the first service, the best fit first.
async fn best_fit(database: &Database, schedule: &Schedule, slot: Slot) -> Vec<String> {
    let asking = Asking::default();
    let fit = BestFit {
        schedule,
        service: &schedule.services[0],
        location: &schedule.locations[0],
        slot,
        asking: &asking,
        now: long_ago(),
    };
    let occupied = occupied(
        database.read(),
        &fit.concerned(),
        fit.units(),
        &Own::Nothing,
        long_ago(),
    )
    .await;
    let advisers = fit.advisers(&occupied.unwrap());
    advisers.iter().map(ToString::to_string).collect()
}
