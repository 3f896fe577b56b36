use jiff::civil::{date, time};

use super::super::schedule::{Schedule, ScheduleDocument};
use super::super::schedule_fixture::{adviser, document, text, times_on};
use super::super::{Booked, Misfit, Occupied, orphans};
use super::*;
use crate::ids::AppointmentId;
use crate::opening::ClosingDay;

const FIRST: Date = Date::constant(2026, 12, 2);
const NOW: &str = "2026-11-25T09:00:00Z";

fn rule(times: i64) -> SeriesDates {
    SeriesDates::Rule(SeriesRule {
        weekday: 3,
        from: time(9, 0, 0, 0),
        begins: Recurrence {
            valid_from: Some(FIRST),
            valid_to: Some(FIRST),
            ..Recurrence::default()
        },
        times,
        every_weeks: 1,
    })
}

fn listed(days: &[i8]) -> SeriesDates {
    SeriesDates::Listed(
        days.iter()
            .map(|day| date(2026, 12, *day).at(9, 0, 0, 0))
            .collect(),
    )
}

/// A library whose first service is given in one series, to three at a time.
fn library(dates: SeriesDates) -> ScheduleDocument {
    let mut library = document(vec![adviser(
        "team",
        &["mitid"],
        time(9, 0, 0, 0),
        time(11, 0, 0, 0),
    )]);
    library.services[0].seats = 3;
    library.services[0].series = Some(vec![Series {
        location: library.locations[0].id.clone(),
        adviser: library.advisers[0].id.clone(),
        dates,
    }]);
    library
}

fn slot(text: &str) -> Slot {
    text.parse().unwrap()
}

fn wednesdays() -> Vec<Slot> {
    ["2026-12-02T08:00Z", "2026-12-09T08:00Z", "2026-12-16T08:00Z"]
        .map(slot)
        .to_vec()
}

fn taken_on(day: &str, seats: i64) -> Occupied {
    let team = AdviserId::parse("team").unwrap();
    let first = slot(day).unit();
    (0..seats).map(|_| (team.clone(), first)).collect()
}

fn faults(document: ScheduleDocument) -> String {
    let faults = Schedule::try_from(document).unwrap_err();
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_rule_and_a_list_say_the_same() {
    for dates in [rule(3), listed(&[2, 9, 16])] {
        let library = Schedule::try_from(library(dates)).unwrap();
        let (service, place) = (&library.services[0], &library.locations[0].id);
        assert_eq!(service.dates(place, wednesdays()[0]), wednesdays());
        // Nobody joins in the middle.
        assert_eq!(service.dates(place, wednesdays()[1]), []);
        assert!(wednesdays().into_iter().all(|slot| service.has_date(place, slot)));
        assert!(!service.has_date(place, slot("2026-12-23T08:00Z")));
        assert_eq!(service.days_after_first(), 14);
    }
}

#[test]
fn a_series_is_one_time_with_the_fewest_seats_that_a_date_has_left() {
    let times = |occupied: &Occupied| times_on(library(rule(3)), FIRST, NOW, occupied);
    let found = times(&taken_on("2026-12-16T08:00Z", 2));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].slot, found[0].seats_left), (wednesdays()[0], Some(1)));
    assert_eq!(times(&taken_on("2026-12-16T08:00Z", 3)), []);
    assert_eq!(
        times_on(library(rule(3)), date(2026, 12, 9), NOW, &Occupied::default()),
        []
    );
}

#[test]
fn a_series_that_has_begun_or_that_lacks_a_date_is_not_free() {
    let begun = "2026-12-02T08:30:00Z";
    assert_eq!(times_on(library(rule(3)), FIRST, begun, &Occupied::default()), []);
    let mut closed = library(rule(3));
    closed.closing_days.push(ClosingDay {
        date: date(2026, 12, 16),
        reason: text("Julefrokost"),
    });
    assert_eq!(times_on(closed, FIRST, NOW, &Occupied::default()), []);
}

#[test]
fn dates_follow_danish_clocks() {
    let dates = SeriesDates::Rule(SeriesRule {
        weekday: 3,
        from: time(9, 0, 0, 0),
        begins: Recurrence::default(),
        times: 2,
        every_weeks: 1,
    });
    let series = &library(dates).services[0].series.clone().unwrap()[0];
    // 25 October 2026: the clock goes back an hour.
    let around = ["2026-10-21T07:00Z", "2026-10-28T08:00Z"].map(slot);
    assert_eq!(series.beginning_on(date(2026, 10, 21)), Some(around.to_vec()));
}

#[test]
fn a_date_that_is_taken_out_hits_those_who_have_booked_it() {
    let after = Schedule::try_from(library(listed(&[2, 9]))).unwrap();
    let booked: Vec<_> = (0..)
        .zip(wednesdays())
        .map(|(id, slot)| Booked {
            id: AppointmentId(id),
            service: after.services[0].id.clone(),
            location: after.locations[0].id.clone(),
            adviser: after.advisers[0].id.clone(),
            attended: after.services[0].attended(slot),
            way: None,
            needs: super::super::Needs::default(),
        })
        .collect();
    assert_eq!(orphans(&after, &booked), [(&booked[2], Misfit::DateGone)]);
}

#[test]
fn every_fault_of_a_series_is_told() {
    let spring = date(2027, 3, 28).at(2, 30, 0, 0);
    for (dates, part) in [
        (listed(&[2]), "series[0]: listed: write 2 to 20 dates"),
        (listed(&[9, 2]), "begins before"),
        (
            SeriesDates::Listed(vec![spring, date(2027, 4, 1).at(9, 0, 0, 0)]),
            "a time that there is",
        ),
        (
            SeriesDates::Listed(vec![FIRST.at(9, 1, 0, 0), date(2027, 4, 1).at(9, 0, 0, 0)]),
            "whole five",
        ),
        (rule(1), "times: write 2 to 20"),
    ] {
        let told = faults(library(dates));
        assert!(told.contains(part), "{part} is missing in {told}");
    }
    let mut strange = library(SeriesDates::Rule(SeriesRule {
        weekday: 8,
        from: time(9, 3, 0, 0),
        begins: Recurrence::default(),
        times: 3,
        every_weeks: 9,
    }));
    let series = strange.services[0].series.as_mut().unwrap();
    series[0].adviser = AdviserId::parse("nobody").unwrap();
    let told = faults(strange);
    for part in ["weekday:", "from:", "every_weeks:", "who gives mitid at library"] {
        assert!(told.contains(part), "{part} is missing in {told}");
    }
}

#[test]
fn two_series_do_not_begin_at_the_same_place_and_time() {
    for second in [rule(3), listed(&[2, 3])] {
        let mut both = library(rule(4));
        let series = both.services[0].series.as_mut().unwrap();
        let other = Series {
            dates: second,
            ..series[0].clone()
        };
        series.push(other);
        assert!(faults(both).contains("series[1]: dates: another series"));
    }
    let mut other_day = library(listed(&[2, 9]));
    let series = other_day.services[0].series.as_mut().unwrap();
    series.push(Series {
        dates: listed(&[3, 10]),
        ..series[0].clone()
    });
    assert!(Schedule::try_from(other_day).is_ok());
}

#[test]
fn a_series_is_written_as_the_schema_says() {
    let text =
        r#"{"location":"library","adviser":"team","dates":{"rule":{"weekday":3,"from":"10:00","times":4}}}"#;
    let series: Series = serde_json::from_str(text).unwrap();
    assert_eq!(series.days_after_first(), 21);
    let text = r#"{"location":"library","adviser":"team","dates":{"listed":["2026-12-02T10:00","2026-12-09T10:00"]}}"#;
    assert!(serde_json::from_str::<Series>(text).is_ok());
    let unknown = text.replace("listed", "guessed");
    assert!(serde_json::from_str::<Series>(&unknown).is_err());
}
