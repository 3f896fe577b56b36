use jiff::civil::{Date, date, time};
use proptest::prelude::*;

use super::super::needs::Language;
use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document, times_for};
use super::*;

const LONG_AGO: &str = "2026-01-01T00:00:00Z";

fn wednesday() -> Date {
    date(2026, 11, 25)
}

/// Two advisers from 9 to 11: one who speaks Arabic, and one who signs.
fn two() -> ScheduleDocument {
    let (from, to) = (time(9, 0, 0, 0), time(11, 0, 0, 0));
    let mut document = document(vec![
        adviser("arabic", &["mitid"], from, to),
        adviser("signs", &["mitid"], from, to),
    ]);
    document.advisers[0].languages = vec![Language::parse("ar-SY").unwrap()];
    document.advisers[1].languages = vec![Language::parse("dsl").unwrap()];
    document
}

/// Who could take the first free time of somebody with these needs.
fn who(document: ScheduleDocument, needs: Needs) -> Vec<String> {
    let asking = Asking {
        needs,
        ..Asking::default()
    };
    times_for(document, wednesday(), LONG_AGO, &asking, &Occupied::default())
        .first()
        .map(|time| time.advisers.iter().map(ToString::to_string).collect())
        .unwrap_or_default()
}

#[test]
fn only_advisers_who_speak_the_language_are_offered() {
    let speaking = |tag| Needs {
        language: Some(Language::parse(tag).unwrap()),
        ..Needs::default()
    };
    assert_eq!(who(two(), Needs::default()), ["arabic", "signs"]);
    assert_eq!(who(two(), speaking("ar")), ["arabic"]);
    assert_eq!(who(two(), speaking("da")), ["arabic", "signs"]);
    assert_eq!(who(two(), speaking("uk")), [""; 0]);
    let signing = Needs {
        sign_language: true,
        ..Needs::default()
    };
    assert_eq!(who(two(), signing.clone()), ["signs"]);
    let both = Needs {
        language: Some(Language::parse("ar").unwrap()),
        ..signing
    };
    assert_eq!(who(two(), both), [""; 0]);
}

#[test]
fn steps_stop_only_those_who_have_to_come() {
    let step_free = || Needs {
        step_free: true,
        ..Needs::default()
    };
    let mut document = two();
    assert_eq!(who(document.clone(), step_free()), [""; 0]);
    document.services[0].ways = vec![Way::InPerson, Way::Telephone];
    assert_eq!(who(document.clone(), step_free()).len(), 2);
    let coming = Asking {
        way: Some(Way::InPerson),
        needs: step_free(),
        ..Asking::default()
    };
    let times = times_for(document, wednesday(), LONG_AGO, &coming, &Occupied::default());
    assert_eq!(times, []);
    let mut without_steps = two();
    without_steps.locations[0].step_free = true;
    assert_eq!(who(without_steps, step_free()).len(), 2);
}

#[test]
fn extra_time_must_be_free_too() {
    let asking = Asking {
        needs: Needs {
            extra_time: ExtraTime::try_from(15).unwrap(),
            ..Needs::default()
        },
        ..Asking::default()
    };
    let times = times_for(two(), wednesday(), LONG_AGO, &asking, &Occupied::default());
    let last = times.last().unwrap().slot.wall_time();
    assert_eq!((times.len(), last.hour, last.minute), (3, 10, 0));
}

#[test]
fn what_is_kept_is_for_staff_who_need_no_lead_time() {
    let mut kept = two();
    kept.booking.lead_minutes = 60;
    kept.locations[0].kept.walk_ins = 20;
    kept.locations[0].kept.staff = 5;
    let now = "2026-11-25T08:05:00Z";
    let hours = |by| -> Vec<_> {
        let asking = Asking {
            by,
            ..Asking::default()
        };
        times_for(kept.clone(), wednesday(), now, &asking, &Occupied::default())
            .iter()
            .map(|time| time.slot.wall_time().machine()[11..].to_owned())
            .collect()
    };
    // A quarter of two hours is kept, from 10.30; it is 9.05.
    assert_eq!(hours(AskedBy::Citizen), [""; 0]);
    assert_eq!(hours(AskedBy::Staff), ["09:30", "10:00", "10:30"]);
    kept.booking.lead_minutes = 30;
    let asking = Asking::default();
    let online = times_for(kept.clone(), wednesday(), now, &asking, &Occupied::default());
    assert_eq!(online.len(), 1);
}

#[test]
fn shares_are_per_cent_of_a_whole() {
    for (walk_ins, staff, fits) in [(0, 0, true), (50, 50, true), (60, 50, false), (-1, 0, false)] {
        let mut document = two();
        document.locations[0].kept.walk_ins = walk_ins;
        document.locations[0].kept.staff = staff;
        assert_eq!(Schedule::try_from(document).is_ok(), fits, "{walk_ins} {staff}");
    }
}

/// Units of one adviser that somebody could still take with times of a service of one unit, which fit everywhere.
fn bookable(document: &ScheduleDocument, by: AskedBy, occupied: &Occupied) -> BTreeSet<(Slot, AdviserId)> {
    let asking = Asking {
        by,
        ..Asking::default()
    };
    times_for(document.clone(), wednesday(), LONG_AGO, &asking, occupied)
        .into_iter()
        .flat_map(|time| {
            let slot = time.slot;
            time.advisers.into_iter().map(move |adviser| (slot, adviser))
        })
        .collect()
}

proptest! {
    /// Staff have everything that a citizen has, whatever is kept and booked; and no booking makes anything free.
    #[test]
    fn what_a_citizen_can_book_staff_can_book(
        duration in 1i64..10, every in 1i64..10, before in 0i64..3, shares in (0i64..34, 0i64..34, 0i64..33),
        lead in 0i64..600, taken in prop::collection::hash_set(0i64..24, 0..8),
    ) {
        let mut document = two();
        document.booking.lead_minutes = lead;
        let service = &mut document.services[0];
        (service.duration_minutes, service.start_every_minutes) = (duration * 5, every * 5);
        service.buffer_before_minutes = before * 5;
        let (walk_ins, staff, accompanied) = shares;
        document.locations[0].kept = KeptShares { walk_ins, staff, accompanied };
        let nine = Unit::containing("2026-11-25T08:00:00Z".parse().unwrap()).0;
        let id = document.advisers[0].id.clone();
        let occupied = taken.iter().map(|unit| (id.clone(), Unit(nine + unit))).collect();

        let citizens = bookable(&document, AskedBy::Citizen, &occupied);
        prop_assert!(citizens.is_subset(&bookable(&document, AskedBy::Staff, &occupied)));
        prop_assert!(citizens.is_subset(&bookable(&document, AskedBy::Citizen, &Occupied::default())));
    }

    /// Of an adviser's day no more than the share is kept from citizens, and all but less than one unit of it.
    #[test]
    fn no_more_than_the_share_is_kept(percent in 0i64..=100, half_hours in 1i8..16) {
        let mut document = two();
        for shift in document.advisers.iter_mut().flat_map(|adviser| &mut adviser.shifts) {
            shift.to = time(9 + half_hours / 2, half_hours % 2 * 30, 0, 0);
        }
        let service = &mut document.services[0];
        (service.duration_minutes, service.start_every_minutes) = (5, 5);
        document.locations[0].kept.walk_ins = percent;
        let free = |by| bookable(&document, by, &Occupied::default()).len();
        let (all, kept) = (free(AskedBy::Staff), free(AskedBy::Staff) - free(AskedBy::Citizen));
        let share = all * usize::try_from(percent).unwrap();
        // Two advisers, so two that are rounded down.
        prop_assert!(kept * 100 <= share && share < (kept + 2) * 100);
    }
}
