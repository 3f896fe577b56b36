use jiff::ToSpan as _;
use jiff::civil::{DateTime, date, datetime, time};
use proptest::prelude::*;

use super::super::adviser::{Absence, AbsenceReason};
use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document, text, times_on};
use super::*;
use crate::opening::ClosingDay;
use crate::recurrence::{Exception, Recurrence, Repeats};

fn clocks(times: &[FreeTime]) -> Vec<String> {
    times
        .iter()
        .map(|free| free.slot.wall_time().machine()[11..].to_owned())
        .collect()
}

const LONG_AGO: &str = "2026-01-01T00:00:00Z";

fn nine_to_eleven() -> Vec<Adviser> {
    vec![adviser("a", &["mitid"], time(9, 0, 0, 0), time(11, 0, 0, 0))]
}

#[test]
fn a_free_morning_has_all_its_times() {
    let times = times_on(
        document(nine_to_eleven()),
        date(2026, 11, 25),
        LONG_AGO,
        &Occupied::default(),
    );
    assert_eq!(clocks(&times), ["09:00", "09:30", "10:00", "10:30"]);
}

#[test]
fn a_time_is_gone_when_any_of_its_units_is_taken() {
    let taken = "2026-11-25T08:55:00Z".parse().map(Unit::containing).unwrap();
    let occupied = [(AdviserId::parse("a").unwrap(), taken)].into_iter().collect();
    let times = times_on(
        document(nine_to_eleven()),
        date(2026, 11, 25),
        LONG_AGO,
        &occupied,
    );
    assert_eq!(clocks(&times), ["09:00", "10:00", "10:30"]);
}

#[test]
fn a_time_with_several_seats_is_free_while_a_seat_is_left() {
    let mut cafe = document(nine_to_eleven());
    cafe.services[0].seats = 2;
    let at = |time: &str| {
        (
            AdviserId::parse("a").unwrap(),
            time.parse().map(Unit::containing).unwrap(),
        )
    };
    let free = |occupied: &[(AdviserId, Unit)]| {
        let occupied = occupied.iter().cloned().collect();
        clocks(&times_on(cafe.clone(), date(2026, 11, 25), LONG_AGO, &occupied))
    };
    let (early, late) = (at("2026-11-25T08:00:00Z"), at("2026-11-25T08:25:00Z"));
    let all = ["09:00", "09:30", "10:00", "10:30"];
    assert_eq!(free(&[early.clone(), late.clone()]), all);
    assert_eq!(free(&[early.clone(), early, late]), all[1..]);
}

#[test]
fn a_buffer_takes_the_advisers_time_and_not_the_citizens() {
    let mut buffered = document(nine_to_eleven());
    buffered.services[0].start_every_minutes = 15;
    buffered.services[0].buffer_before_minutes = 10;
    buffered.services[0].buffer_after_minutes = 5;
    let slot: Slot = "2026-11-25T09:00Z".parse().unwrap();
    let service = &buffered.services[0];
    assert_eq!(service.taken(slot).count(), 9);
    assert_eq!(service.attended(slot).count(), 6);

    // Five minutes from 10.00 are somebody's. What begins at 9.15 keeps its adviser until 9.50; at 9.30 until 10.05.
    let taken = |text: &str| {
        (
            AdviserId::parse("a").unwrap(),
            Unit::containing(text.parse().unwrap()),
        )
    };
    let occupied = [taken("2026-11-25T09:00:00Z")].into_iter().collect();
    let times = times_on(buffered, date(2026, 11, 25), LONG_AGO, &occupied);
    assert_eq!(clocks(&times), ["09:15", "10:15"]);
}

#[test]
fn what_has_begun_or_comes_too_soon_is_not_free() {
    let mut soon = document(nine_to_eleven());
    soon.booking.lead_minutes = 30;
    let times = times_on(
        soon,
        date(2026, 11, 25),
        "2026-11-25T08:31:00Z",
        &Occupied::default(),
    );
    assert_eq!(clocks(&times), ["10:30"]);
}

#[test]
fn what_begins_exactly_when_the_lead_time_is_over_is_free() {
    let mut soon = document(nine_to_eleven());
    soon.booking.lead_minutes = 30;
    let free = |now: &str| {
        clocks(&times_on(
            soon.clone(),
            date(2026, 11, 25),
            now,
            &Occupied::default(),
        ))
    };
    assert_eq!(free("2026-11-25T08:29:59.999Z"), ["10:00", "10:30"]);
    assert_eq!(free("2026-11-25T08:30:00Z"), ["10:00", "10:30"]);
    assert_eq!(free("2026-11-25T08:30:00.001Z"), ["10:30"]);
    assert_eq!(free("2026-11-25T08:30:01Z"), ["10:30"]);
    assert_eq!(free("2026-11-25T09:00:00Z"), ["10:30"]);
    assert!(free("2026-11-25T09:00:01Z").is_empty());
}

#[test]
fn the_place_must_be_open() {
    let mut closed = document(nine_to_eleven());
    closed.closing_days = vec![ClosingDay {
        date: date(2026, 11, 25),
        reason: text("Flytning"),
    }];
    assert!(times_on(closed.clone(), date(2026, 11, 25), LONG_AGO, &Occupied::default()).is_empty());
    assert!(times_on(closed.clone(), date(2026, 12, 25), LONG_AGO, &Occupied::default()).is_empty());
    for hours in &mut closed.locations[0].hours {
        hours.opens = time(10, 0, 0, 0);
    }
    let times = times_on(closed, date(2026, 11, 26), LONG_AGO, &Occupied::default());
    assert_eq!(clocks(&times), ["10:00", "10:30"]);
}

#[test]
fn the_least_flexible_adviser_comes_first() {
    let morning = (time(9, 0, 0, 0), time(9, 30, 0, 0));
    let both = vec![
        adviser("a-everything", &["mitid", "post"], morning.0, morning.1),
        adviser("b-one-thing", &["mitid"], morning.0, morning.1),
    ];
    let times = times_on(document(both), date(2026, 11, 25), LONG_AGO, &Occupied::default());
    let order: Vec<_> = times[0].advisers.iter().map(AdviserId::as_str).collect();
    assert_eq!(order, ["b-one-thing", "a-everything"]);
}

#[test]
fn a_night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn() {
    let night = || vec![adviser("a", &["mitid"], time(1, 0, 0, 0), time(4, 0, 0, 0))];
    let spring = times_on(
        document(night()),
        date(2026, 3, 29),
        LONG_AGO,
        &Occupied::default(),
    );
    assert_eq!(clocks(&spring), ["01:00", "01:30", "03:00", "03:30"]);
    let autumn = times_on(
        document(night()),
        date(2026, 10, 25),
        LONG_AGO,
        &Occupied::default(),
    );
    assert_eq!(
        clocks(&autumn),
        [
            "01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"
        ]
    );
}

/// A document whose one adviser works by one rule on one weekday.
fn on_one_weekday(weekday: i8, hours: (i8, i8), when: Recurrence) -> ScheduleDocument {
    let at = |hour| time(hour, 0, 0, 0);
    let mut document = document(vec![adviser("a", &["mitid"], at(hours.0), at(hours.1))]);
    let adviser = &mut document.advisers[0];
    adviser.shifts.retain(|shift| shift.weekday == weekday);
    adviser.shifts[0].when = when;
    document
}

#[test]
fn an_evening_every_second_week_has_times_every_second_week() {
    let second_week = || Recurrence {
        repeats: Repeats::EveryWeeks {
            weeks: 2,
            anchor: date(2026, 11, 25),
        },
        exceptions: vec![Exception {
            date: date(2026, 12, 23),
            hours: None,
        }],
        ..Recurrence::default()
    };
    for (day, expected) in [
        (date(2026, 11, 25), 2),
        (date(2026, 12, 2), 0),
        (date(2026, 12, 9), 2),
        (date(2026, 12, 23), 0),
    ] {
        let evening = on_one_weekday(3, (18, 19), second_week());
        let times = times_on(evening, day, LONG_AGO, &Occupied::default());
        assert_eq!(times.len(), expected, "{day}");
    }
}

#[test]
fn a_night_goes_on_after_midnight_and_each_date_has_its_own_part() {
    let mut night = on_one_weekday(3, (23, 1), Recurrence::default());
    for hours in &mut night.locations[0].hours {
        (hours.opens, hours.closes) = (time(20, 0, 0, 0), time(2, 0, 0, 0));
    }
    let wednesday = times_on(night.clone(), date(2026, 11, 25), LONG_AGO, &Occupied::default());
    assert_eq!(clocks(&wednesday), ["23:00", "23:30"]);
    let thursday = times_on(night.clone(), date(2026, 11, 26), LONG_AGO, &Occupied::default());
    assert_eq!(clocks(&thursday), ["00:00", "00:30"]);
    // Three quarters of an hour do not end with the day either.
    night.services[0].duration_minutes = 45;
    let wednesday = times_on(night, date(2026, 11, 25), LONG_AGO, &Occupied::default());
    assert_eq!(clocks(&wednesday), ["23:00", "23:30"]);
}

#[test]
fn shifts_that_overlap_are_one_and_have_one_grid() {
    let mut two = on_one_weekday(3, (9, 11), Recurrence::default());
    let mut later = two.advisers[0].shifts[0].clone();
    (later.from, later.to) = (time(10, 15, 0, 0), time(12, 0, 0, 0));
    two.advisers[0].shifts.push(later);
    let times = times_on(two, date(2026, 11, 25), LONG_AGO, &Occupied::default());
    assert_eq!(
        clocks(&times),
        ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
    );
    assert!(times.iter().all(|time| time.advisers.len() == 1));
}

#[test]
fn who_is_away_has_no_times_and_the_grid_stays() {
    let mut away = document(nine_to_eleven());
    let absent = |from: DateTime, to: DateTime| Absence {
        from,
        to,
        reason: AbsenceReason::Meeting,
    };
    away.advisers[0].absences = vec![absent(
        datetime(2026, 11, 25, 9, 10, 0, 0),
        datetime(2026, 11, 25, 9, 35, 0, 0),
    )];
    let times = times_on(away.clone(), date(2026, 11, 25), LONG_AGO, &Occupied::default());
    assert_eq!(clocks(&times), ["10:00", "10:30"]);
    away.advisers[0].absences = vec![absent(
        datetime(2026, 11, 20, 0, 0, 0, 0),
        datetime(2026, 11, 26, 0, 0, 0, 0),
    )];
    assert!(times_on(away.clone(), date(2026, 11, 25), LONG_AGO, &Occupied::default()).is_empty());
    assert!(!times_on(away, date(2026, 11, 26), LONG_AGO, &Occupied::default()).is_empty());
}

#[test]
fn a_service_can_have_a_lead_and_a_horizon_of_its_own() {
    let now = "2026-11-25T07:00:00Z";
    let mut own = document(nine_to_eleven());
    own.booking.lead_minutes = 30;
    own.booking.horizon_days = 30;
    own.services[0].lead_minutes = Some(90);
    own.services[0].horizon_days = Some(2);
    let count =
        |document: &ScheduleDocument, day| times_on(document.clone(), day, now, &Occupied::default()).len();
    assert_eq!(count(&own, date(2026, 11, 25)), 3);
    assert_eq!(count(&own, date(2026, 11, 26)), 4);
    assert_eq!(count(&own, date(2026, 11, 27)), 0);
    own.services[0].lead_minutes = None;
    own.services[0].horizon_days = None;
    assert_eq!(count(&own, date(2026, 11, 25)), 4);
    assert_eq!(count(&own, date(2026, 11, 27)), 4);
    assert_eq!(count(&own, date(2026, 12, 24)), 4);
    assert_eq!(count(&own, date(2026, 12, 27)), 0);
}

#[test]
fn a_clock_time_is_another_moment_in_summer() {
    let first = |day| {
        let times = times_on(document(nine_to_eleven()), day, LONG_AGO, &Occupied::default());
        times[0].slot.to_string()
    };
    assert_eq!(first(date(2026, 3, 27)), "2026-03-27T08:00Z");
    assert_eq!(first(date(2026, 3, 30)), "2026-03-30T07:00Z");
    assert_eq!(first(date(2026, 10, 26)), "2026-10-26T08:00Z");
}

proptest! {
    /// Against a plain reading of the rules: a start is free exactly when it lies on the grid, ends within the shift, is not
    /// too soon, and none of its five-minute units is taken.
    #[test]
    fn free_times_are_those_of_a_plain_reading(
        duration in 1i64..12, every in 1i64..12, length in 0i64..48,
        taken in prop::collection::hash_set(0i64..60, 0..20), lead in 0i64..120,
    ) {
        let (from, now) = (time(9, 0, 0, 0), "2026-11-25T08:00:00Z");
        let to = from.checked_add((length * 5).minutes()).unwrap();
        let mut document = document(vec![adviser("a", &["mitid"], from, to)]);
        if length == 0 {
            document.advisers.clear();
        }
        document.booking.lead_minutes = lead;
        document.services[0].duration_minutes = duration * 5;
        document.services[0].start_every_minutes = every * 5;
        let shift_start = Unit::containing(now.parse().unwrap()).0;
        let occupied = taken.iter().map(|unit| (AdviserId::parse("a").unwrap(), Unit(shift_start + unit))).collect();

        let found: Vec<_> = times_on(document, date(2026, 11, 25), now, &occupied)
            .iter().map(|free| free.slot.unit().0 - shift_start).collect();
        let plain: Vec<_> = (0..length)
            .filter(|start| start % every == 0 && start + duration <= length)
            .filter(|start| start * 5 >= lead)
            .filter(|start| (*start..start + duration).all(|unit| !taken.contains(&unit)))
            .collect();
        prop_assert_eq!(found, plain);
    }
}
