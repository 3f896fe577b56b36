use jiff::civil::{Date, date, time};

use super::super::schedule_fixture::{adviser, document};
use super::*;
use crate::appointments::{Needs, Unit};
use crate::ids::{AppointmentId, LocationId, ServiceId};
use crate::time::moment_in_denmark;

/// A Wednesday.
const DAY: Date = date(2026, 11, 25);

fn schedule() -> Schedule {
    let nine_to_ten = adviser("a", &["mitid"], time(9, 0, 0, 0), time(10, 0, 0, 0));
    Schedule::try_from(document(vec![nine_to_ten])).unwrap()
}

fn booked(date: Date, hour: i8) -> Booked {
    let first = Unit::containing(moment_in_denmark(date.at(hour, 0, 0, 0)).unwrap()).0;
    Booked {
        id: AppointmentId(1),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("library").unwrap(),
        adviser: AdviserId::parse("a").unwrap(),
        attended: first..first + 6,
        way: None,
        needs: Needs::default(),
    }
}

fn told(moving: &[&Booked], now: &str) -> Vec<Option<String>> {
    next_times(&schedule(), moving, Occupied::default(), now.parse().unwrap())
        .into_iter()
        .map(|time| time.map(|time| time.slot.wall_time().machine()))
        .collect()
}

#[test]
fn nobody_comes_earlier_than_planned_and_two_do_not_get_one_time() {
    let afternoon = booked(DAY, 14);
    let times = told(&[&afternoon, &afternoon, &afternoon], "2026-11-20T09:00:00Z");
    let expected = ["2026-11-26T09:00", "2026-11-26T09:30", "2026-11-27T09:00"];
    assert_eq!(times, expected.map(|time| Some(time.to_owned())));
}

#[test]
fn nobody_is_moved_to_a_later_hour_of_today() {
    let today = booked(DAY, 7);
    assert_eq!(
        told(&[&today], "2026-11-25T05:00:00Z"),
        [Some("2026-11-26T09:00".to_owned())]
    );
}

#[test]
fn a_service_that_has_gone_has_no_next_time() {
    let gone = Booked {
        service: ServiceId::parse("post").unwrap(),
        ..booked(DAY, 9)
    };
    assert_eq!(told(&[&gone], "2026-11-20T09:00:00Z"), [None]);
}
