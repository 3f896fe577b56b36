//! The waiting list: nobody is offered two times at once, and no time is offered to two.

use domain::appointments::{Arrangement, HoldKey, Slot, Suiting, ToldBy, Unit};
use domain::contact::{Contact, PersonName};
use domain::ids::{LocationId, ServiceId, WaitingId};
use domain::locale::Locale;
use domain::staff::Workplaces;
use jiff::{SignedDuration, Timestamp};
use store::appointments::{
    BookOutcome, NewAppointment, NewHold, NewWaiting, Waiting, book, code_hash, decline_offer, find_waiting,
    find_waiting_by_code, join_waiting, leave_waiting, offer_time, waiting_counts, waiting_for_offers,
    waiting_to_be_called,
};
use store::retention::{WAITING_DAYS, erase_expired};
use store::{ByCode, Database};

use crate::support::{
    SECRET, adviser, appointment, arrangement, days, message, now, number, on_each_database,
};

const FIRST: i64 = 5_981_000;

fn code(number: u32) -> domain::appointments::BookingCode {
    domain::appointments::BookingCode::from_random([number, 0, 0])
}

fn wanted(number: u32) -> NewWaiting {
    NewWaiting {
        code_hash: code_hash(SECRET, &code(number)),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("borgerservice").unwrap(),
        suiting: Suiting::new(&[1], &[]),
        name: PersonName::parse("Åse Holm").unwrap(),
        arrangement: Arrangement::default(),
        contact: Contact::parse_any("aase@example.dk").unwrap(),
        told_by: ToldBy::Email,
        locale: Locale::Da,
    }
}

async fn joined(database: &Database, number: u32) -> WaitingId {
    let waiting = wanted(number);
    join_waiting(database.write(), &waiting, now())
        .await
        .unwrap()
        .unwrap()
}

async fn waiting(database: &Database, id: WaitingId) -> Waiting {
    find_waiting(database.read(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn those_who_wait_are_counted_by_what_they_wait_for() {
    on_each_database(async |database| {
        assert_eq!(waiting_counts(database.read()).await.unwrap(), []);
        joined(&database, 1).await;
        joined(&database, 2).await;
        let NewWaiting {
            service, location, ..
        } = wanted(3);
        assert_eq!(
            waiting_counts(database.read()).await.unwrap(),
            [(service, location, 2)]
        );
    })
    .await;
}

fn until() -> Timestamp {
    now() + SignedDuration::from_hours(4)
}

async fn offered(database: &Database, to: &Waiting, key: u128, start: i64, at: Timestamp) -> bool {
    let hold = NewHold {
        key: HoldKey::from_random(key),
        candidates: vec![adviser("maja")],
        units: start..start + 6,
        later_units: vec![],
        seats: 1,
        uses: vec![],
        until: at + SignedDuration::from_hours(4),
    };
    let slot = Slot::starting(Unit(start));
    offer_time(database, to, &hold, slot, Some(&message("En tid til dig")), at)
        .await
        .unwrap()
}

async fn accepted(database: &Database, key: u128, name: &str, start: i64, at: Timestamp) -> BookOutcome {
    let wanted = NewAppointment {
        hold: Some(HoldKey::from_random(key)),
        ..appointment(name, start..start + 6)
    };
    book(database, &wanted, at).await.unwrap()
}

async fn in_order(database: &Database, at: Timestamp) -> Vec<WaitingId> {
    let waiting = waiting_for_offers(database.read(), at, 10).await.unwrap();
    waiting.into_iter().map(|waiting| waiting.id).collect()
}

#[tokio::test]
async fn what_is_needed_and_how_they_are_told_is_kept() {
    on_each_database(async |database| {
        let needs = Arrangement {
            note: None,
            address: None,
            ..arrangement()
        };
        for (number, typed) in [(1, "20 10 12 34"), (2, "aase@example.dk"), (3, "")] {
            let wanted = NewWaiting {
                contact: Contact::parse_any(typed).unwrap(),
                arrangement: needs.clone(),
                ..wanted(number)
            };
            let id = join_waiting(database.write(), &wanted, now()).await.unwrap();
            let kept = waiting(&database, id.unwrap()).await;
            assert_eq!(
                (kept.contact, kept.arrangement),
                (wanted.contact, wanted.arrangement)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_a_hold_that_its_owner_can_book() {
    on_each_database(async |database| {
        let id = joined(&database, 1).await;
        assert!(offered(&database, &waiting(&database, id).await, 1, FIRST, now()).await);
        let offer = waiting(&database, id).await.offer.unwrap();
        assert_eq!((offer.slot, offer.until), (Slot::starting(Unit(FIRST)), until()));
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM outbox").await,
            1
        );
        assert_eq!(
            accepted(&database, 9, "other", FIRST, now()).await,
            BookOutcome::Taken
        );
        assert!(matches!(
            accepted(&database, 1, "own", FIRST, now()).await,
            BookOutcome::Booked(_)
        ));
        leave_waiting(&database, id).await.unwrap();
        assert_eq!(
            find_waiting(database.read(), id)
                .await
                .unwrap()
                .map(|waiting| waiting.id),
            None
        );
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM occupancy").await,
            6
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_misses_an_offer_comes_after_those_who_have_not() {
    on_each_database(async |database| {
        let (first, second) = (joined(&database, 1).await, joined(&database, 2).await);
        assert_eq!(in_order(&database, now()).await, [first, second]);
        assert!(offered(&database, &waiting(&database, first).await, 1, FIRST, now()).await);
        assert_eq!(in_order(&database, now()).await, [second]);
        // It runs out: the time is free for the next, and the first waits behind.
        assert_eq!(in_order(&database, until()).await, [second, first]);
        assert!(offered(&database, &waiting(&database, second).await, 2, FIRST, until()).await);
        let declined = HoldKey::from_random(2);
        assert!(decline_offer(&database, second, &declined).await.unwrap());
        assert!(!decline_offer(&database, second, &declined).await.unwrap());
        let second = waiting(&database, second).await;
        assert_eq!((second.offer, second.offered), (None, Some(Unit(FIRST))));
        assert_eq!(in_order(&database, until()).await, [first, second.id]);
        let live = "SELECT count(*) AS number FROM occupancy WHERE hold IS NOT NULL";
        assert_eq!(number(&database, live).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_offered_two_times_at_once_and_no_time_is_offered_to_two() {
    on_each_database(async |database| {
        let ids = [joined(&database, 1).await, joined(&database, 2).await];
        let people = [waiting(&database, ids[0]).await, waiting(&database, ids[1]).await];
        let servers = [database.open_again().await, database.open_again().await];
        let tries: Vec<_> = (0..16_u128)
            .map(|number| {
                let at = |of: usize| usize::try_from(number).unwrap() % of;
                let (server, person) = (servers[at(2)].clone(), people[at(4) / 2].clone());
                let start = FIRST + i64::try_from(number % 3).unwrap() * 3;
                tokio::spawn(async move { offered(&server, &person, number, start, now()).await })
            })
            .collect();
        let mut offers = 0;
        for attempt in tries {
            offers += i64::from(attempt.await.unwrap());
        }
        assert!((1..=2).contains(&offers), "{offers} offers");
        let live = "SELECT count(*) AS number FROM waiting_list WHERE offer_hold IS NOT NULL";
        assert_eq!(number(&database, live).await, offers);
        let units = "SELECT count(*) AS number FROM occupancy";
        assert_eq!(number(&database, units).await, 6 * offers);
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM outbox").await,
            offers
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_whose_offer_runs_out_while_it_is_accepted_is_one_persons() {
    on_each_database(async |database| {
        for round in 0..8_u32 {
            let start = FIRST + i64::from(round) * 6;
            let (first, second) = (
                joined(&database, 2 * round).await,
                joined(&database, 2 * round + 1).await,
            );
            let key = u128::from(round);
            assert!(offered(&database, &waiting(&database, first).await, key, start, now()).await);
            let next = waiting(&database, second).await;
            let (one, other) = (database.open_again().await, database.open_again().await);
            let accept =
                tokio::spawn(async move { accepted(&one, key, &format!("{round}"), start, until()).await });
            let pass = tokio::spawn(async move { offered(&other, &next, 100 + key, start, until()).await });
            let (accepted, passed) = (accept.await.unwrap(), pass.await.unwrap());
            let is_booked = matches!(accepted, BookOutcome::Booked(_));
            assert!(
                is_booked != passed,
                "round {round}: {accepted:?}, passed on: {passed}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_is_found_by_code_and_name_and_can_leave() {
    on_each_database(async |database| {
        let id = joined(&database, 7).await;
        let find = async |number, name: &str| {
            find_waiting_by_code(&database, SECRET, &code(number), name, now())
                .await
                .unwrap()
        };
        assert!(matches!(find(7, "aase holm").await, ByCode::Found(found) if found.id == id));
        assert!(matches!(find(7, "Karl").await, ByCode::Unknown));
        assert!(matches!(find(8, "Åse Holm").await, ByCode::Unknown));
        assert!(offered(&database, &waiting(&database, id).await, 1, FIRST, now()).await);
        leave_waiting(&database, id).await.unwrap();
        leave_waiting(&database, id).await.unwrap();
        assert!(matches!(find(7, "Åse Holm").await, ByCode::Unknown));
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM occupancy").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_in_vain_is_forgotten() {
    on_each_database(async |database| {
        let id = joined(&database, 1).await;
        let erased = erase_expired(database.write(), now() + days(WAITING_DAYS))
            .await
            .unwrap();
        assert_eq!(erased.waiting, 0);
        let later = now() + days(WAITING_DAYS) + SignedDuration::from_secs(1);
        assert_eq!(erase_expired(database.write(), later).await.unwrap().waiting, 1);
        assert!(find_waiting(database.read(), id).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn staff_see_whom_to_call_at_their_own_places_while_a_time_is_held() {
    on_each_database(async |database| {
        let called = NewWaiting {
            contact: Contact::parse_any("20 10 12 34").unwrap(),
            told_by: ToldBy::Call,
            ..wanted(1)
        };
        let id = join_waiting(database.write(), &called, now())
            .await
            .unwrap()
            .unwrap();
        joined(&database, 2).await;
        let to_call = async |place: &str, at: Timestamp| {
            let places = Workplaces::Only(vec![LocationId::parse(place).unwrap()]);
            let found = waiting_to_be_called(database.read(), &places, at).await.unwrap();
            found.iter().map(|waiting| waiting.id).collect::<Vec<_>>()
        };
        assert_eq!(to_call("borgerservice", now()).await, []);
        for (key, number) in [(1, 1), (2, 2)] {
            let to = waiting(&database, WaitingId(number)).await;
            let start = FIRST + number * 6;
            assert!(offered(&database, &to, key, start, now()).await);
        }
        assert_eq!(to_call("borgerservice", now()).await, [id]);
        assert_eq!(to_call("bibliotek", now()).await, []);
        assert_eq!(to_call("borgerservice", until()).await, [], "it has gone on");
    })
    .await;
}
