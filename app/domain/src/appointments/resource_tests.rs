use jiff::civil::{Date, date, time};
use proptest::prelude::*;

use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document, text, times_on};
use super::*;
use crate::appointments::{Booked, FreeTime, Misfit, Needs, Occupied, Schedule, Unit, impact};
use crate::ids::{AppointmentId, ServiceId};
use crate::time::moment_in_denmark;

/// A Wednesday.
const DAY: Date = date(2026, 11, 25);
const LONG_AGO: &str = "2026-01-01T00:00:00Z";

fn tablets(count: i64) -> Resource {
    Resource {
        id: ResourceId::parse("library-tablets").unwrap(),
        kind: ResourceKind::parse("tablet").unwrap(),
        location: LocationId::parse("library").unwrap(),
        name: text("Tablet"),
        count,
    }
}

/// Three who give a service from 9 to 11 that takes half an hour and a tablet.
fn library(count: i64) -> ScheduleDocument {
    let advisers = ["a", "b", "c"].map(|id| adviser(id, &["mitid"], time(9, 0, 0, 0), time(11, 0, 0, 0)));
    let mut document = document(advisers.to_vec());
    document.resources = vec![tablets(count)];
    document.services[0].uses = vec![ResourceKind::parse("tablet").unwrap()];
    document
}

fn nine() -> i64 {
    Unit::containing(moment_in_denmark(DAY.at(9, 0, 0, 0)).unwrap()).0
}

fn starts(free: &[FreeTime]) -> Vec<i64> {
    free.iter().map(|free| free.slot.unit().0 - nine()).collect()
}

#[test]
fn a_time_is_free_while_there_is_a_tablet_for_it() {
    let mut occupied = Occupied::default();
    let all = [0, 6, 12, 18];
    assert_eq!(starts(&times_on(library(2), DAY, LONG_AGO, &occupied)), all);
    occupied.take(&tablets(2).id, nine() + 3..nine() + 9);
    assert_eq!(starts(&times_on(library(2), DAY, LONG_AGO, &occupied)), all);
    assert_eq!(starts(&times_on(library(1), DAY, LONG_AGO, &occupied)), [12, 18]);
    assert_eq!(
        starts(&times_on(library(0), DAY, LONG_AGO, &Occupied::default())),
        [0; 0]
    );
}

#[test]
fn a_service_that_needs_none_is_not_kept_waiting() {
    let mut occupied = Occupied::default();
    occupied.take(&tablets(1).id, nine()..nine() + 24);
    let mut document = library(1);
    document.services[0].uses.clear();
    assert_eq!(starts(&times_on(document, DAY, LONG_AGO, &occupied)).len(), 4);
}

#[test]
fn where_a_place_has_none_the_service_is_not_given() {
    let mut document = library(1);
    let mut house = document.locations[0].clone();
    house.id = LocationId::parse("house").unwrap();
    document.locations.push(house);
    document.resources[0].location = LocationId::parse("house").unwrap();
    let schedule = Schedule::try_from(document).unwrap();
    assert_eq!(schedule.locations_of(&schedule.services[0].id).count(), 0);
}

#[test]
fn a_document_says_what_is_wrong_with_its_resources() {
    let mut document = library(101);
    document.resources.push(Resource {
        location: LocationId::parse("harbour").unwrap(),
        ..tablets(1)
    });
    document.resources.push(Resource {
        id: ResourceId::parse("more-tablets").unwrap(),
        ..tablets(1)
    });
    document.services[1].uses = vec![ResourceKind::parse("room").unwrap(); 2];
    let faults = Schedule::try_from(document).unwrap_err();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "resources: the id library-tablets stands twice: rename one",
            "resources library-tablets: count: write 0 to 100",
            "resources library-tablets: there is no location harbour",
            "resources more-tablets: library has tablet already: write one entry with the count of all",
            "services post: uses: no place has room; write it among the resources",
            "services post: uses: no place has room; write it among the resources",
            "services post: uses: room stands twice: an appointment takes one",
        ]
    );
}

#[test]
fn the_seats_that_are_left_are_those_of_the_fullest_moment() {
    let seats_left = |document: ScheduleDocument, occupied: &Occupied| {
        let free = times_on(document, DAY, LONG_AGO, occupied);
        free.first().and_then(|free| free.seats_left)
    };
    let mut cafe = library(0);
    cafe.services[0].uses.clear();
    assert_eq!(
        seats_left(cafe.clone(), &Occupied::default()),
        None,
        "everybody has an adviser to themself"
    );
    cafe.services[0].seats = 8;
    assert_eq!(
        seats_left(cafe.clone(), &Occupied::default()),
        Some(24),
        "three tables"
    );
    cafe.advisers.truncate(1);
    let mut occupied = Occupied::default();
    for until in [2, 4, 6] {
        occupied.take(&cafe.advisers[0].id, nine()..nine() + until);
    }
    assert_eq!(seats_left(cafe.clone(), &occupied), Some(5));
    cafe.services[0].uses = library(0).services[0].uses.clone();
    cafe.resources[0].count = 4;
    assert_eq!(
        seats_left(cafe, &occupied),
        Some(4),
        "four tablets for all of them"
    );
}

fn booked(id: i64, adviser: &str, from: i64) -> Booked {
    Booked {
        id: AppointmentId(id),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("library").unwrap(),
        adviser: AdviserId::parse(adviser).unwrap(),
        attended: nine() + from..nine() + from + 6,
        way: None,
        needs: Needs::default(),
    }
}

/// Whom a change hits, why, and whether somebody takes over.
fn hit(before: ScheduleDocument, after: ScheduleDocument, list: &[Booked]) -> Vec<(i64, Misfit, bool)> {
    let schedule = |document| Schedule::try_from(document).unwrap();
    impact(&schedule(before), &schedule(after), list)
        .into_iter()
        .map(|hit| (hit.booked.id.0, hit.misfit, hit.instead.is_some()))
        .collect()
}

#[test]
fn a_tablet_that_breaks_hits_whoever_would_have_had_it() {
    let list = [booked(1, "a", 0), booked(2, "b", 3), booked(3, "c", 12)];
    assert_eq!(hit(library(2), library(2), &list), []);
    assert_eq!(
        hit(library(2), library(1), &list),
        [(2, Misfit::ResourceMissing, false)]
    );
    let all = [1, 2, 3].map(|id| (id, Misfit::ResourceMissing, false));
    assert_eq!(hit(library(2), library(0), &list), all);
    let mut gone = library(2);
    gone.resources[0].location = LocationId::parse("house").unwrap();
    let mut house = gone.locations[0].clone();
    house.id = LocationId::parse("house").unwrap();
    gone.locations.push(house);
    assert_eq!(hit(library(2), gone, &list), all);
}

#[test]
fn a_service_that_begins_to_need_a_tablet_yields_to_what_has_one() {
    let mut before = library(1);
    before.services[1].uses = std::mem::take(&mut before.services[0].uses);
    for adviser in &mut before.advisers {
        adviser.services.push(ServiceId::parse("post").unwrap());
    }
    let mut after = before.clone();
    after.services[0].uses.clone_from(&before.services[1].uses);
    let post = Booked {
        service: ServiceId::parse("post").unwrap(),
        ..booked(2, "b", 3)
    };
    let list = [booked(1, "a", 0), post];
    assert_eq!(hit(before, after, &list), [(1, Misfit::ResourceMissing, false)]);
}

#[test]
fn another_adviser_takes_over_with_the_same_tablet() {
    let list = [booked(1, "a", 0)];
    let mut after = library(1);
    after.advisers.remove(0);
    assert_eq!(hit(library(1), after, &list), [(1, Misfit::AdviserGone, true)]);
}

#[test]
fn whoever_sits_at_one_table_is_not_too_close() {
    let mut cafe = library(3);
    cafe.services[0].seats = 3;
    let list = [1, 2, 3].map(|id| booked(id, "a", 0));
    let mut fewer = cafe.clone();
    fewer.services[0].seats = 2;
    assert_eq!(hit(cafe.clone(), cafe.clone(), &list), []);
    let told = hit(cafe, fewer, &list);
    assert_eq!(told, [(3, Misfit::NoSeat, true)]);
}

proptest! {
    /// However times are booked one after the other, no more tablets are in use at once than there are, and a time is refused
    /// only while all advisers or all tablets are busy.
    #[test]
    fn as_many_are_in_use_at_once_as_there_are(count in 0i64..4, wishes in prop::collection::vec(0usize..4, 0..16)) {
        let (mut occupied, mut booked) = (Occupied::default(), [0; 4]);
        for wish in wishes {
            let free = times_on(library(count), DAY, LONG_AGO, &occupied);
            let start = nine() + 6 * i64::try_from(wish).unwrap();
            if let Some(free) = free.iter().find(|free| free.slot.unit().0 == start) {
                occupied.take(&free.advisers[0], start..start + 6);
                occupied.take(&tablets(count).id, start..start + 6);
                booked[wish] += 1;
            } else {
                prop_assert_eq!(booked[wish], count.min(3));
            }
            prop_assert!(booked[wish] <= count.min(3));
        }
    }
}
