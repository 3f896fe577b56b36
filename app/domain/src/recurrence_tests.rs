use jiff::civil::{date, time};
use proptest::prelude::*;

use super::*;

const WEDNESDAY: i8 = 3;

fn hours(from: i8, to: i8) -> Hours {
    Hours {
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    }
}

fn repeating(repeats: Repeats) -> Recurrence {
    Recurrence {
        repeats,
        ..Recurrence::default()
    }
}

/// The Wednesdays from 28 October 2026 until the year's end on which a rule holds, as day and month.
fn wednesdays(rule: &Recurrence) -> Vec<(i8, i8)> {
    date(2026, 10, 28)
        .series(1.day())
        .take_while(|day| day.year() == 2026)
        .filter(|day| rule.hours_on(*day, WEDNESDAY, hours(10, 15)).is_some())
        .map(|day| (day.day(), day.month()))
        .collect()
}

/// A rule's name, the rule, and the Wednesdays on which it holds.
type Case<'a> = (&'a str, Recurrence, &'a [(i8, i8)]);

#[test]
fn a_rule_holds_on_the_dates_it_says() {
    let second_week = |anchor| repeating(Repeats::EveryWeeks { weeks: 2, anchor });
    let nth = |nth| repeating(Repeats::NthOfMonth { nth });
    let cases: [Case<'_>; 7] = [
        (
            "every week",
            Recurrence {
                valid_from: Some(date(2026, 11, 18)),
                valid_to: Some(date(2026, 12, 2)),
                ..Recurrence::default()
            },
            &[(18, 11), (25, 11), (2, 12)],
        ),
        (
            "every second week, anchored at its Wednesday",
            second_week(date(2026, 11, 25)),
            &[(28, 10), (11, 11), (25, 11), (9, 12), (23, 12)],
        ),
        (
            "the same, anchored at the week's Sunday in another year",
            second_week(date(2027, 1, 10)),
            &[(28, 10), (11, 11), (25, 11), (9, 12), (23, 12)],
        ),
        ("the first", nth(1), &[(4, 11), (2, 12)]),
        ("the fifth", nth(5), &[(30, 12)]),
        ("the last", nth(-1), &[(28, 10), (25, 11), (30, 12)]),
        (
            "but not on an exception",
            Recurrence {
                exceptions: vec![Exception {
                    date: date(2026, 12, 2),
                    hours: None,
                }],
                ..nth(1)
            },
            &[(4, 11)],
        ),
    ];
    for (name, rule, expected) in cases {
        assert_eq!(wednesdays(&rule), expected, "{name}");
        assert_eq!(rule.faults(WEDNESDAY), [""; 0], "{name}");
    }
}

#[test]
fn an_exception_can_have_other_hours() {
    let rule = Recurrence {
        exceptions: vec![Exception {
            date: date(2026, 12, 23),
            hours: Some(hours(10, 12)),
        }],
        ..Recurrence::default()
    };
    let on = |day| rule.hours_on(day, WEDNESDAY, hours(10, 15));
    assert_eq!(on(date(2026, 12, 23)), Some(hours(10, 12)));
    assert_eq!(on(date(2026, 12, 16)), Some(hours(10, 15)));
}

#[test]
fn an_end_before_the_beginning_is_on_the_next_day() {
    let minutes = |from, to| {
        let stretch = hours(from, to).stretch();
        (stretch.from_minute, stretch.to_minute)
    };
    assert_eq!(minutes(10, 15), (600, 900));
    assert_eq!(minutes(18, 0), (1080, 1440));
    assert_eq!(minutes(22, 2), (1320, 1560));
    assert_eq!(hours(22, 2).fault(), None);
    assert!(hours(15, 10).fault().is_some());
    assert!(hours(15, 15).fault().is_some());
}

#[test]
fn every_fault_of_a_rule_is_told() {
    let twice = Exception {
        date: date(2026, 11, 26),
        hours: Some(hours(15, 10)),
    };
    let rule = Recurrence {
        repeats: Repeats::EveryWeeks {
            weeks: 0,
            anchor: date(2026, 11, 25),
        },
        valid_from: Some(date(2027, 1, 1)),
        valid_to: Some(date(2026, 1, 1)),
        exceptions: vec![twice, twice],
    };
    let faults = rule.faults(WEDNESDAY).join("\n");
    for part in [
        "weeks: write 1",
        "valid_from 2027",
        "does not hold on 2026-11-26",
        "stands twice",
        "the end must come after",
    ] {
        assert!(faults.contains(part), "{part} is missing in:\n{faults}");
    }
}

proptest! {
    /// Of any so many weeks in a row, a rule for every so many weeks holds in exactly one.
    #[test]
    fn every_nth_week_is_one_of_n(weeks in 1i64..=52, anchor in -2_000i64..2_000, first in 0i64..2_000) {
        let zero = date(2026, 11, 25);
        let rule = repeating(Repeats::EveryWeeks { weeks, anchor: zero.saturating_add(anchor.days()) });
        let held = (0..weeks)
            .map(|week| zero.saturating_add((7 * (first + week)).days()))
            .filter(|day| rule.hours_on(*day, WEDNESDAY, hours(10, 15)).is_some())
            .count();
        prop_assert_eq!(held, 1);
    }

    /// Of a month's weekdays each is the first to fifth by counting, and the last by looking ahead.
    #[test]
    fn the_nth_of_a_month_is_found_by_counting(day in 0i64..10_000) {
        let day = date(2020, 1, 1).saturating_add(day.days());
        let weekday = day.weekday().to_monday_one_offset();
        let of_the_month: Vec<_> = day.first_of_month().series(1.day())
            .take_while(|other| other.month() == day.month())
            .filter(|other| other.weekday() == day.weekday())
            .collect();
        for nth in [-1, 1, 2, 3, 4, 5] {
            let index = if nth == -1 { of_the_month.len() - 1 } else { usize::try_from(nth - 1).unwrap() };
            let held = repeating(Repeats::NthOfMonth { nth }).hours_on(day, weekday, hours(10, 15)).is_some();
            prop_assert_eq!(held, of_the_month.get(index) == Some(&day), "{}", nth);
        }
    }
}
