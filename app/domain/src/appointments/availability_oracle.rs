//! Free times found by walking minute by minute with a clock in the hand, to hold against the rules.
//!
//! The walk knows no units, stretches or moments of rules: at every minute it looks at what Danish clocks show.

use std::collections::HashSet;

use jiff::civil::{DateTime, date, time};
use proptest::prelude::*;

use super::super::adviser::{Absence, AbsenceReason};
use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document, times_on};
use super::*;
use crate::locale::Locale;
use crate::opening::{OpenStretch, OpeningDay, WeeklyHours};
use crate::recurrence::{Hours, Recurrence, Repeats};
use crate::time::COPENHAGEN;

/// One minute, by its number since 1970 and by what the clocks show.
#[derive(Clone, Copy)]
struct Minute {
    number: i64,
    local: DateTime,
}

fn every_minute(first: Date, until: Date) -> impl Iterator<Item = Minute> {
    let number = |date: Date| first_unit(date) * Unit::MINUTES;
    (number(first)..number(until)).map(|number| Minute {
        number,
        local: COPENHAGEN.to_datetime(Timestamp::from_second(number * 60).unwrap()),
    })
}

/// Whether a clock that shows `local` is within a stretch that begins on `date`.
fn within(local: DateTime, date: Date, stretch: OpenStretch) -> bool {
    let on_the_clock = i16::from(local.hour()) * 60 + i16::from(local.minute());
    let minute = if local.date() == date {
        on_the_clock
    } else if local.date() == date.tomorrow().unwrap() {
        on_the_clock + 24 * 60
    } else {
        return false;
    };
    (stretch.from_minute..stretch.to_minute).contains(&minute)
}

/// Whether the place is open, minute by minute.
fn opened(schedule: &Schedule, location: &Location, minutes: &[Minute], day: Date) -> Vec<bool> {
    let opening = |date| match schedule.opening(location, date, Locale::Da) {
        OpeningDay::Open(stretches) => stretches,
        OpeningDay::Closed | OpeningDay::ClosedFor(_) => vec![],
    };
    let stretches: BTreeMap<Date, Vec<OpenStretch>> = (-3i64..4)
        .map(|days| day.saturating_add(days.days()))
        .map(|date| (date, opening(date)))
        .collect();
    let is_open = |local: DateTime| {
        [before(local.date()), local.date()].into_iter().any(|date| {
            stretches[&date]
                .iter()
                .any(|stretch| within(local, date, *stretch))
        })
    };
    minutes.iter().map(|minute| is_open(minute.local)).collect()
}

/// The starts of the first service at the first place with its one adviser, in minutes since 1970.
fn walked(schedule: &Schedule, day: Date, now: Timestamp, taken: &HashSet<i64>) -> BTreeSet<i64> {
    let (service, location, adviser) = (
        &schedule.services[0],
        &schedule.locations[0],
        &schedule.advisers[0],
    );
    let minutes: Vec<_> = every_minute(before(before(day)), after(after(day))).collect();
    let open = opened(schedule, location, &minutes, day);
    let is_away = |minute: &Minute| {
        let away = |absence: &Absence| absence.from <= minute.local && minute.local < absence.to;
        adviser.absences.iter().any(away) || taken.contains(&minute.number.div_euclid(Unit::MINUTES))
    };
    let busy: Vec<bool> = minutes.iter().map(is_away).collect();
    let horizon = date_in_denmark(now).saturating_add(schedule.horizon_days(service).days());
    let soonest = now.as_second() + schedule.lead_minutes(service) * 60;

    let mut starts = BTreeSet::new();
    for begins in [before(day), day] {
        let shifts: Vec<_> = adviser
            .shifts
            .iter()
            .filter_map(|shift| shift.on(begins))
            .collect();
        let works = |index: usize| {
            shifts
                .iter()
                .any(|shift| within(minutes[index].local, begins, *shift))
        };
        let mut since = None;
        for (index, minute) in minutes.iter().enumerate() {
            if !(open[index] && works(index)) {
                since = None;
                continue;
            }
            let run = *since.get_or_insert(index);
            let steps = index - run;
            let stays = |minutes: i64| usize::try_from(minutes).unwrap();
            let attended = index..index + stays(service.duration_minutes);
            let needed = index.saturating_sub(stays(service.buffer_before_minutes))
                ..attended.end + stays(service.buffer_after_minutes);
            let fits = minute.local.date() == day
                && day < horizon
                && minute.number * 60 >= soonest
                && steps % stays(service.start_every_minutes) == 0
                && attended
                    .clone()
                    .all(|index| index < open.len() && open[index] && works(index))
                && needed
                    .clone()
                    .all(|index| index < busy.len() && works(index) && !busy[index]);
            if fits {
                starts.insert(minute.number);
            }
        }
    }
    starts
}

/// Hours on whole half hours. Not half past two: where clocks change it is two moments or none, and then the rule's end is the
/// first of them while a clock in the hand shows both. `recurrence` and `time` have tests of their own for that.
fn hours() -> impl Strategy<Value = Hours> {
    let at = || {
        (0i8..48)
            .prop_filter("two moments or none", |half| *half != 5)
            .prop_map(|half| time(half / 2, half % 2 * 30, 0, 0))
    };
    (at(), at())
        .prop_map(|(from, to)| Hours { from, to })
        .prop_filter("no hours", |hours| hours.fault().is_none())
}

/// Days around the changes of the clock, an ordinary one, and one before a closing day.
fn days() -> impl Strategy<Value = Date> {
    prop::sample::select(vec![
        date(2026, 3, 28),
        date(2026, 3, 29),
        date(2026, 3, 30),
        date(2026, 10, 24),
        date(2026, 10, 25),
        date(2026, 10, 26),
        date(2026, 11, 25),
        date(2026, 12, 25),
    ])
}

fn recurrence(day: Date) -> impl Strategy<Value = Recurrence> {
    let repeats = prop_oneof![
        3 => Just(Repeats::Weekly),
        1 => (1i64..4).prop_map(move |weeks| Repeats::EveryWeeks { weeks, anchor: day }),
        1 => (-1i8..6).prop_filter("no such", |nth| *nth != 0).prop_map(|nth| Repeats::NthOfMonth { nth }),
    ];
    repeats.prop_map(|repeats| Recurrence {
        repeats,
        ..Recurrence::default()
    })
}

/// A document with a service of any length and grid, and one adviser with a few shifts about `day`.
fn documents(day: Date) -> impl Strategy<Value = ScheduleDocument> {
    let service = (1i64..18, 1i64..12, 0i64..4, 0i64..4);
    let shifts = prop::collection::vec((-1i64..2, hours(), recurrence(day)), 1..4);
    let opening = prop::collection::vec((1i8..8, hours()), 4..16);
    let absence = prop::option::of((0i8..24, 1i64..300));
    (service, shifts, opening, absence, 0i64..600).prop_map(
        move |(service, shifts, opening, absence, lead)| {
            let mut document = document(vec![adviser(
                "a",
                &["mitid"],
                time(9, 0, 0, 0),
                time(10, 0, 0, 0),
            )]);
            document.booking.lead_minutes = lead;
            let (duration, every, buffer_before, buffer_after) = service;
            let of_document = &mut document.services[0];
            of_document.duration_minutes = duration * 5;
            of_document.start_every_minutes = every * 5;
            of_document.buffer_before_minutes = buffer_before * 5;
            of_document.buffer_after_minutes = buffer_after * 5;
            let template = document.advisers[0].shifts[0].clone();
            document.advisers[0].shifts = shifts
                .into_iter()
                .map(|(days, hours, when)| super::super::adviser::Shift {
                    weekday: day.saturating_add(days.days()).weekday().to_monday_one_offset(),
                    from: hours.from,
                    to: hours.to,
                    when,
                    ..template.clone()
                })
                .collect();
            document.locations[0].hours = opening
                .into_iter()
                .map(|(weekday, hours)| WeeklyHours {
                    weekday,
                    opens: hours.from,
                    closes: hours.to,
                    when: Recurrence::default(),
                })
                .collect();
            document.advisers[0].absences = absence
                .into_iter()
                .filter(|(hour, _)| *hour != 2)
                .map(|(hour, units)| {
                    let from = day.at(hour, 0, 0, 0);
                    let to = from.saturating_add((units / 12 + 1).hours());
                    Absence {
                        from,
                        to,
                        reason: AbsenceReason::Other,
                    }
                })
                .collect();
            document
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What the rules give is what somebody finds who walks through the day minute by minute.
    #[test]
    fn free_times_are_those_that_are_found_by_walking(
        (day, document) in days().prop_flat_map(|day| (Just(day), documents(day))),
        taken in prop::collection::hash_set(-60i64..400, 0..12), now in -30i64..24,
    ) {
        let midnight = first_unit(day);
        let taken: HashSet<i64> = taken.into_iter().map(|unit| midnight + unit).collect();
        let now = Timestamp::from_second((midnight * 5 + now * 60) * 60).unwrap();
        let id = document.advisers[0].id.clone();
        let occupied = taken.iter().map(|unit| (id.clone(), Unit(*unit))).collect();

        let found: BTreeSet<i64> = times_on(document.clone(), day, &now.to_string(), &occupied)
            .iter().map(|free| free.slot.seconds() / 60).collect();
        let schedule = Schedule::try_from(document).unwrap();
        prop_assert_eq!(found, walked(&schedule, day, now, &taken));
    }
}
