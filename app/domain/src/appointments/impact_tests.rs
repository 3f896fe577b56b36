use std::collections::BTreeSet;

use jiff::civil::{Date, Time, date, time};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use super::super::adviser::{Absence, AbsenceReason};
use super::super::availability::{Asking, Query, free_times_for};
use super::super::kept::AskedBy;
use super::super::occupied::Occupied;
use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document, text};
use super::*;
use crate::opening::ClosingDay;

/// A Wednesday.
const DAY: Date = date(2026, 11, 25);

fn at(hour: i8) -> Time {
    time(hour, 0, 0, 0)
}

fn schedule(document: &ScheduleDocument) -> Schedule {
    Schedule::try_from(document.clone()).unwrap()
}

/// Two who give the same service, from 9 to 15.
fn two() -> ScheduleDocument {
    document(vec![
        adviser("a", &["mitid"], at(9), at(15)),
        adviser("b", &["mitid", "post"], at(9), at(15)),
    ])
}

fn unit(hour: i8, minute: i8) -> i64 {
    let moment = crate::time::moment_in_denmark(DAY.at(hour, minute, 0, 0)).unwrap();
    Unit::containing(moment).0
}

fn booked(id: i64, adviser: &str, from: i64) -> Booked {
    Booked {
        id: AppointmentId(id),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("library").unwrap(),
        adviser: AdviserId::parse(adviser).unwrap(),
        attended: from..from + 6,
        way: None,
        needs: Needs::default(),
    }
}

/// Ids, reasons and who takes over.
fn told(
    before: &ScheduleDocument,
    after: &ScheduleDocument,
    booked: &[Booked],
) -> Vec<(i64, Misfit, Option<String>)> {
    impact(&schedule(before), &schedule(after), booked)
        .into_iter()
        .map(|hit| (hit.booked.id.0, hit.misfit, hit.instead.map(String::from)))
        .collect()
}

#[test]
fn a_closing_day_hits_its_day_and_no_other() {
    let (before, mut after) = (two(), two());
    after.closing_days.push(ClosingDay {
        date: DAY,
        reason: text("Personaledag"),
    });
    let day = Unit::containing(
        DAY.at(0, 0, 0, 0)
            .to_zoned(crate::time::COPENHAGEN.clone())
            .unwrap()
            .timestamp(),
    )
    .0;
    let next_day = day + 24 * 12 + 9 * 12;
    let list = [booked(1, "a", unit(9, 0)), booked(2, "a", next_day)];
    assert_eq!(told(&before, &after, &list), [(1, Misfit::Closed, None)]);
}

#[test]
fn who_is_away_is_taken_over_by_who_is_free() {
    let (before, mut after) = (two(), two());
    after.advisers[0].absences.push(Absence {
        from: DAY.at(0, 0, 0, 0),
        to: DAY.at(23, 0, 0, 0),
        reason: AbsenceReason::Meeting,
    });
    let list = [
        booked(1, "a", unit(9, 0)),
        booked(2, "a", unit(10, 0)),
        booked(3, "b", unit(10, 0)),
    ];
    let hits = told(&before, &after, &list);
    assert_eq!(
        hits,
        [(1, Misfit::Away, Some("b".into())), (2, Misfit::Away, None)]
    );
}

#[test]
fn nobody_takes_over_whom_they_cannot_help() {
    let mut before = two();
    before.advisers[0].languages = vec!["ar".to_owned().try_into().unwrap()];
    let mut after = before.clone();
    after.advisers.remove(0);
    let arabic = Booked {
        needs: Needs {
            language: Some("ar".to_owned().try_into().unwrap()),
            ..Needs::default()
        },
        ..booked(1, "a", unit(9, 0))
    };
    assert_eq!(told(&before, &after, &[arabic]), [(1, Misfit::AdviserGone, None)]);
}

#[test]
fn a_service_a_place_and_a_shift_that_go_are_told_as_such() {
    let before = two();
    let list = [booked(1, "a", unit(9, 0))];
    let misfit = |change: fn(&mut ScheduleDocument)| {
        let mut after = two();
        change(&mut after);
        told(&before, &after, &list)[0].1
    };
    assert_eq!(
        misfit(|after| after.advisers[0].shifts.clear()),
        Misfit::NotAtWork
    );
    assert_eq!(
        misfit(|after| after.advisers[0].services.clear()),
        Misfit::NotTheirService
    );
    assert_eq!(
        misfit(|after| {
            after.services.remove(0);
            after.advisers[0].services.clear();
            after.advisers[1].services.remove(0);
        }),
        Misfit::ServiceGone
    );
    assert_eq!(
        misfit(|after| {
            let other = LocationId::parse("hall").unwrap();
            after.locations[0].id = other.clone();
            after.main_location = other.clone();
            for adviser in &mut after.advisers {
                for shift in &mut adviser.shifts {
                    shift.location = other.clone();
                }
            }
        }),
        Misfit::LocationGone
    );
}

#[test]
fn what_needs_more_room_yields_to_what_does_not() {
    let (before, mut after) = (two(), two());
    after.services[0].buffer_before_minutes = 10;
    let post = Booked {
        service: ServiceId::parse("post").unwrap(),
        ..booked(2, "b", unit(10, 30))
    };
    let list = [post, booked(3, "b", unit(11, 0)), booked(1, "b", unit(9, 30))];
    let hits = told(&before, &after, &list);
    assert_eq!(hits, [(3, Misfit::TooClose, Some("a".into()))]);
    after.services[0].buffer_before_minutes = 35;
    assert_eq!(told(&before, &after, &list)[0].1, Misfit::NotAtWork);
}

#[test]
fn what_did_not_fit_before_is_not_told_again() {
    let mut before = two();
    before.advisers[0].shifts.clear();
    let mut after = before.clone();
    after.closing_days.push(ClosingDay {
        date: DAY,
        reason: text("Personaledag"),
    });
    let list = [booked(1, "a", unit(9, 0))];
    assert_eq!(told(&before, &after, &list), []);
    let schedule = schedule(&before);
    let left: Vec<_> = orphans(&schedule, &list)
        .into_iter()
        .map(|(_, why)| why)
        .collect();
    assert_eq!(left, [Misfit::NotAtWork]);
}

/// What a coordinator may change, as numbers.
type Change = (
    Vec<(i64, i8, i8)>,
    bool,
    Option<(usize, i8, i64)>,
    (i64, i64),
    bool,
);

fn changes() -> impl Strategy<Value = Change> {
    (
        prop::collection::vec((0i64..3, 6i8..14, 8i8..20), 0..4),
        prop::bool::weighted(0.2),
        prop::option::of((0usize..2, 0i8..20, 1i64..20)),
        (0i64..4, 0i64..4),
        prop::bool::weighted(0.2),
    )
}

/// The same municipality after a change. Times begin wherever they can, so that only what an appointment needs decides.
fn changed(before: &ScheduleDocument, (shifts, closed, absence, buffers, drops): Change) -> ScheduleDocument {
    let mut after = before.clone();
    after.services[0].start_every_minutes = 5;
    for (weekday, from, to) in shifts {
        let weekday = (DAY + weekday.days()).weekday().to_monday_one_offset();
        for shift in &mut after.advisers[0].shifts {
            if shift.weekday == weekday {
                (shift.from, shift.to) = (at(from.min(to - 1)), at(to));
            }
        }
    }
    if closed {
        after.closing_days.push(ClosingDay {
            date: DAY,
            reason: text("Personaledag"),
        });
    }
    if let Some((adviser, hour, hours)) = absence {
        let from = DAY.at(hour, 0, 0, 0);
        after.advisers[adviser].absences.push(Absence {
            from,
            to: from + hours.hours(),
            reason: AbsenceReason::Other,
        });
    }
    after.services[0].buffer_before_minutes = buffers.0 * 5;
    after.services[0].buffer_after_minutes = buffers.1 * 5;
    if drops {
        after.advisers.remove(1);
    }
    after
}

/// Every time with an adviser that staff could book on the three days, by the rules of free times.
fn free(schedule: &Schedule, occupied: &Occupied) -> BTreeSet<(i64, AdviserId)> {
    let query = Query {
        service: &schedule.services[0],
        location: &schedule.locations[0],
        from: DAY,
        until: DAY + 3.days(),
        now: "2026-11-20T00:00:00Z".parse::<Timestamp>().unwrap(),
    };
    let asking = Asking {
        by: AskedBy::Staff,
        way: None,
        needs: Needs::default(),
    };
    free_times_for(schedule, &query, &asking, occupied)
        .into_iter()
        .flat_map(|free| {
            free.advisers
                .into_iter()
                .map(move |adviser| (free.slot.unit().0, adviser))
        })
        .collect()
}

/// Books some of what is free, one after the other.
fn book(schedule: &Schedule, wishes: &[prop::sample::Index]) -> Vec<Booked> {
    let mut occupied = Occupied::default();
    let mut list = Vec::new();
    for (wish, id) in wishes.iter().zip(1..) {
        let free: Vec<_> = free(schedule, &occupied).into_iter().collect();
        let Some((unit, adviser)) = (!free.is_empty()).then(|| wish.get(&free).clone()) else {
            break;
        };
        let booked = booked(id, adviser.as_str(), unit);
        occupied.take(&adviser, needed(schedule, &booked));
        list.push(booked);
    }
    list
}

fn occupied<'a>(schedule: &Schedule, list: impl IntoIterator<Item = &'a Booked>) -> Occupied {
    let mut occupied = Occupied::default();
    for booked in list {
        occupied.take(&booked.adviser, needed(schedule, booked));
    }
    occupied
}

type Edit = fn(&mut ScheduleDocument);

#[test]
fn what_somebody_was_promised_is_not_taken_away_without_a_word() {
    let mut before = two();
    before.services[0].ways = vec![Way::InPerson, Way::Telephone];
    before.locations[0].step_free = true;
    before.advisers[0].languages = vec!["ar".to_owned().try_into().unwrap()];
    let needing = |needs: Needs| {
        vec![Booked {
            needs,
            ..booked(1, "a", unit(9, 0))
        }]
    };
    let by_telephone = vec![Booked {
        way: Some(Way::Telephone),
        ..booked(1, "a", unit(9, 0))
    }];
    let arabic = needing(Needs {
        language: Some("ar".to_owned().try_into().unwrap()),
        ..Needs::default()
    });
    let without_steps = needing(Needs {
        step_free: true,
        ..Needs::default()
    });
    let changes: [(Vec<Booked>, Edit, Misfit); 3] = [
        (
            by_telephone,
            |after| after.services[0].ways.truncate(1),
            Misfit::WayGone,
        ),
        (
            arabic,
            |after| after.advisers[0].languages.clear(),
            Misfit::NotTheirLanguage,
        ),
        (
            without_steps,
            |after| after.locations[0].step_free = false,
            Misfit::Steps,
        ),
    ];
    for (list, change, misfit) in changes {
        assert_eq!(told(&before, &before, &list), []);
        let mut after = before.clone();
        change(&mut after);
        after.services[0].ways.truncate(1);
        assert_eq!(told(&before, &after, &list), [(1, misfit, None)]);
    }
}

/// What decides only which times are found from now on, or what is said of them.
#[test]
fn what_concerns_nobody_who_has_booked_hits_nobody() {
    let before = two();
    let mut after = two();
    after.booking.lead_minutes = 43_200;
    after.booking.horizon_days = 1;
    after.services[0].who_may_come = Some(text("Du er fyldt 15 år"));
    after.services[0].start_every_minutes = 240;
    after.services[0].duration_minutes = 240;
    assert_eq!(told(&before, &after, &[booked(1, "a", unit(9, 0))]), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// What is told does not fit, and what is not told does: by the rules of free times, which know nothing of an impact.
    #[test]
    fn what_is_told_is_what_could_no_longer_be_booked(
        wishes in prop::collection::vec(any::<prop::sample::Index>(), 0..14), change in changes(),
    ) {
        let before_document = two();
        let (before, after) = (schedule(&before_document), schedule(&changed(&before_document, change)));
        let list = book(&before, &wishes);
        let hits = impact(&before, &after, &list);
        let is_hit = |booked: &Booked| hits.iter().any(|hit| hit.booked.id == booked.id);
        let possible = free(&after, &Occupied::default());
        for booked in &list {
            let alone = possible.contains(&(booked.attended.start, booked.adviser.clone()));
            let too_close = hits.iter().any(|hit| hit.booked.id == booked.id && hit.misfit == Misfit::TooClose);
            prop_assert_eq!(alone, !is_hit(booked) || too_close, "{:?}", booked);
            // What stays has its time for itself; what came too close would not have.
            let others = list.iter().filter(|other| other.id != booked.id && !is_hit(other));
            let beside = free(&after, &occupied(&after, others)).contains(&(booked.attended.start, booked.adviser.clone()));
            prop_assert_eq!(beside, !is_hit(booked), "{:?}", booked);
        }
        prop_assert_eq!(impact(&after, &after, &list), []);
    }

    /// Whoever takes an appointment over could be booked for it, beside everything else.
    #[test]
    fn who_takes_over_has_the_time(
        wishes in prop::collection::vec(any::<prop::sample::Index>(), 0..14), change in changes(),
    ) {
        let before_document = two();
        let (before, after) = (schedule(&before_document), schedule(&changed(&before_document, change)));
        let list = book(&before, &wishes);
        let mut settled = occupied(&after, &list);
        for hit in impact(&before, &after, &list) {
            let Some(instead) = hit.instead else { continue };
            prop_assert!(free(&after, &settled).contains(&(hit.booked.attended.start, instead.clone())));
            settled.take(&instead, needed(&after, &hit.booked));
        }
    }
}
