use jiff::civil::{Date, date, time};
use proptest::prelude::*;

use super::super::schedule::ScheduleDocument;
use super::super::schedule_fixture::{adviser, document};
use super::*;
use crate::appointments::free_times;
use crate::time::moment_in_denmark;

/// A Wednesday.
const DAY: Date = date(2026, 11, 25);

/// Advisers, and what they give.
type Staffing<'a> = &'a [(&'a str, &'a [&'a str])];

fn id(adviser: &str) -> AdviserId {
    AdviserId::parse(adviser).unwrap()
}

/// A library with the services that its advisers give, who all work from 9 to 10. What is booked is `mitid`.
fn library(advisers: Staffing<'_>) -> ScheduleDocument {
    let (from, to) = (time(9, 0, 0, 0), time(10, 0, 0, 0));
    let mut library = document(
        advisers
            .iter()
            .map(|(id, services)| adviser(id, services, from, to))
            .collect(),
    );
    let template = library.services[0].clone();
    library.services = ["mitid", "post", "loan", "tax", "pension"]
        .map(|id| Service {
            id: ServiceId::parse(id).unwrap(),
            ..template.clone()
        })
        .to_vec();
    library
}

fn nine() -> Slot {
    Slot::try_from(moment_in_denmark(DAY.at(9, 0, 0, 0)).unwrap()).unwrap()
}

fn with_fit<T>(schedule: &Schedule, asking: &Asking, use_it: impl FnOnce(&BestFit<'_>) -> T) -> T {
    use_it(&BestFit {
        schedule,
        service: &schedule.services[0],
        location: &schedule.locations[0],
        slot: nine(),
        asking,
        now: "2026-01-01T00:00:00Z".parse().unwrap(),
    })
}

/// Who is booked for `mitid` at nine.
fn booked(document: ScheduleDocument, asking: &Asking, occupied: &Occupied) -> String {
    let schedule = Schedule::try_from(document).unwrap();
    let advisers = with_fit(&schedule, asking, |fit| fit.advisers(occupied));
    advisers.first().map(ToString::to_string).unwrap_or_default()
}

/// The advisers in the order in which they would be taken if whoever gives fewest services came first: the first of them is
/// always wrong.
#[test]
fn who_gives_fewest_services_is_not_always_who_can_be_missed() {
    let cases: [(&str, Staffing<'_>, &str); 3] = [
        (
            "nobody else gives post",
            &[
                ("a", &["mitid", "post"]),
                ("b", &["mitid", "loan", "tax"]),
                ("c", &["loan", "tax"]),
            ],
            "b",
        ),
        (
            "each is given by somebody else, but not all at once",
            &[
                ("a", &["mitid", "post"]),
                ("b", &["mitid", "loan"]),
                ("c", &["loan"]),
                ("d", &["post", "tax"]),
            ],
            "b",
        ),
        (
            "the same, though whoever can be missed gives more",
            &[
                ("a", &["mitid", "post"]),
                ("b", &["mitid", "loan", "pension"]),
                ("c", &["loan"]),
                ("d", &["post", "tax"]),
                ("e", &["pension"]),
            ],
            "b",
        ),
    ];
    for (case, advisers, expected) in cases {
        let who = booked(library(advisers), &Asking::default(), &Occupied::default());
        assert_eq!(who, expected, "{case}");
    }
}

#[test]
fn whoever_can_do_least_comes_first_where_it_makes_no_difference_to_others() {
    let advisers: [(&str, &[&str]); 3] = [
        ("a", &["mitid", "post", "loan"]),
        ("b", &["mitid", "post"]),
        ("c", &["mitid"]),
    ];
    assert_eq!(
        booked(library(&advisers), &Asking::default(), &Occupied::default()),
        "c"
    );
}

#[test]
fn a_language_is_kept_for_whoever_needs_it() {
    let mut both = library(&[("a", &["mitid"]), ("b", &["mitid"])]);
    both.advisers[0].languages = vec![Language::parse("ar").unwrap()];
    let asking = Asking::default();
    assert_eq!(booked(both.clone(), &asking, &Occupied::default()), "b");
    let arabic = Asking {
        needs: Needs {
            language: Some(Language::parse("ar").unwrap()),
            ..Needs::default()
        },
        ..Asking::default()
    };
    assert_eq!(booked(both, &arabic, &Occupied::default()), "a");
}

#[test]
fn whoever_could_do_it_but_is_taken_is_no_help_to_others() {
    let advisers: [(&str, &[&str]); 3] = [
        ("a", &["mitid", "post"]),
        ("b", &["mitid", "post", "loan"]),
        ("c", &["loan"]),
    ];
    let asking = Asking::default();
    assert_eq!(booked(library(&advisers), &asking, &Occupied::default()), "a");
    let mut occupied = Occupied::default();
    occupied.take(&id("c"), nine().unit().0..nine().unit().0 + 6);
    assert_eq!(booked(library(&advisers), &asking, &occupied), "a");
    let mut late = library(&advisers);
    late.services[1].duration_minutes = 60;
    late.services[1].start_every_minutes = 60;
    occupied = Occupied::default();
    occupied.take(&id("b"), nine().unit().0 + 6..nine().unit().0 + 12);
    assert_eq!(
        booked(late, &asking, &occupied),
        "b",
        "only a has the hour that post takes"
    );
}

#[test]
fn a_time_that_nobody_has_is_nobodys() {
    let mut occupied = Occupied::default();
    occupied.take(&id("a"), nine().unit().0..nine().unit().0 + 1);
    let alone: [(&str, &[&str]); 1] = [("a", &["mitid"])];
    assert_eq!(booked(library(&alone), &Asking::default(), &occupied), "");
}

/// How many times of services other than the first are free, and how many advisers could give as many different ones at once:
/// found by asking for every free time, and by trying every way to give the services out.
fn left_after(schedule: &Schedule, taker: &AdviserId, occupied: &Occupied) -> (usize, usize) {
    let mut occupied = occupied.clone();
    occupied.take(taker, schedule.services[0].taken(nine()));
    let others = schedule.services.iter().skip(1);
    let times = others.map(|service| {
        let query = Query {
            service,
            location: &schedule.locations[0],
            from: DAY,
            until: DAY.tomorrow().unwrap(),
            now: "2026-01-01T00:00:00Z".parse().unwrap(),
        };
        let mut times = free_times(schedule, &query, &occupied);
        times.retain(|free| shared(&service.taken(free.slot), &schedule.services[0].taken(nine())).is_some());
        times
    });
    let times: Vec<_> = times.collect();
    let givers: Vec<BTreeSet<_>> = times
        .iter()
        .map(|times| times.iter().flat_map(|free| free.advisers.clone()).collect())
        .collect();
    (
        times.iter().map(Vec::len).sum(),
        at_once(&givers, &BTreeSet::new()),
    )
}

fn at_once(givers: &[BTreeSet<AdviserId>], busy: &BTreeSet<AdviserId>) -> usize {
    let Some((first, others)) = givers.split_first() else {
        return 0;
    };
    let with = first.difference(busy).map(|giver| {
        let mut busy = busy.clone();
        busy.insert(giver.clone());
        1 + at_once(others, &busy)
    });
    with.fold(at_once(others, busy), usize::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Nobody is booked who leaves less to others than somebody else would have.
    #[test]
    fn nobody_would_have_left_more(
        gives in prop::collection::vec(prop::collection::btree_set(0usize..5, 1..5), 1..6),
        lengths in prop::collection::vec((1i64..5, 1i64..5), 5),
        taken in prop::collection::vec((0usize..6, 0i64..12, 1i64..6), 0..4),
    ) {
        let ids = ["mitid", "post", "loan", "tax", "pension"];
        let names = ["a", "b", "c", "d", "e"];
        let services: Vec<Vec<&str>> = gives.iter().map(|gives| gives.iter().map(|number| ids[*number]).collect()).collect();
        let advisers: Vec<_> = names.iter().zip(&services).map(|(name, gives)| (*name, gives.as_slice())).collect();
        let mut document = library(&advisers);
        for (service, (duration, every)) in document.services.iter_mut().zip(lengths) {
            service.duration_minutes = duration * 10;
            service.start_every_minutes = every * 5;
        }
        let mut occupied = Occupied::default();
        for (who, from, units) in taken {
            let first = nine().unit().0 + from;
            occupied.take(&id(names[who % names.len()]), first..first + units);
        }
        let schedule = Schedule::try_from(document).unwrap();
        let asking = Asking::default();
        let found = with_fit(&schedule, &asking, |fit| {
            prop_assert!(fit.units().end - fit.units().start >= 3 * (fit.taken().end - fit.taken().start));
            Ok(fit.advisers(&occupied))
        })?;
        let free = with_fit(&schedule, &asking, |fit| fit.free(&occupied));
        prop_assert_eq!(found.iter().collect::<BTreeSet<_>>(), free.iter().collect::<BTreeSet<_>>());
        let left: Vec<_> = found.iter().map(|taker| left_after(&schedule, taker, &occupied)).collect();
        prop_assert!(left.is_sorted_by(|one, next| one >= next), "{:?} leave {:?}", found, left);
    }
}
