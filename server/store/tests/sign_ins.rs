use domain::admission::Admission;
use domain::ids::StaffId;
use domain::staff::{Role, Workplaces};
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::provider::{self, Request};
use store::sign_ins::{self, ByProvider, EndedByProvider, IDLE_SECONDS, NewSignIn};
use store::staff::{self, NewStaff};

use crate::support::{days, now, on_each_database};

const SECRET: &str = "the key of the tests";

async fn add(database: &Database, username: &str) -> StaffId {
    let new = NewStaff {
        username,
        display_name: "Asta",
        password_hash: "",
        role: Role::Adviser,
        workplaces: Workplaces::All,
    };
    staff::add(database.write(), new, now()).await.unwrap().unwrap()
}

fn new_sign_in(staff: StaffId) -> NewSignIn<'static> {
    NewSignIn {
        staff,
        ends_at: now() + SignedDuration::from_hours(10),
        by_provider: None,
    }
}

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

async fn role(database: &Database, id: domain::ids::SignInId, at: Timestamp) -> Option<Role> {
    let current = sign_ins::current(database.write(), database.write(), id, at)
        .await
        .unwrap();
    current.map(|account| account.role)
}

#[tokio::test]
async fn a_sign_in_ends_after_its_hours_and_when_nobody_is_there() {
    on_each_database(async |database| {
        let asta = add(&database, "asta").await;
        let id = sign_ins::begin(database.write(), &new_sign_in(asta), now())
            .await
            .unwrap();
        assert_eq!(role(&database, id, now()).await, Some(Role::Adviser));
        // Each look counts as being there.
        for step in 1..=12 {
            let at = now() + seconds(step * (IDLE_SECONDS - 1));
            let is_within = at < now() + SignedDuration::from_hours(10);
            assert_eq!(role(&database, id, at).await.is_some(), is_within, "{step}");
        }
        let idle = sign_ins::begin(database.write(), &new_sign_in(asta), now())
            .await
            .unwrap();
        assert_eq!(role(&database, idle, now() + seconds(IDLE_SECONDS)).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_changed_role_counts_at_once_and_whoever_is_removed_is_out_everywhere() {
    on_each_database(async |database| {
        let asta = add(&database, "asta").await;
        let mut sign_ins_of_asta = Vec::new();
        for _ in 0..2 {
            sign_ins_of_asta.push(
                sign_ins::begin(database.write(), &new_sign_in(asta), now())
                    .await
                    .unwrap(),
            );
        }
        staff::set_role(database.write(), "asta", Role::Teacher, &Workplaces::All)
            .await
            .unwrap();
        for id in &sign_ins_of_asta {
            assert_eq!(role(&database, *id, now()).await, Some(Role::Teacher));
        }
        staff::remove(database.write(), "asta").await.unwrap();
        for id in &sign_ins_of_asta {
            assert_eq!(role(&database, *id, now()).await, None);
        }
    })
    .await;
}

#[tokio::test]
async fn another_password_signs_out_everywhere() {
    on_each_database(async |database| {
        let asta = add(&database, "asta").await;
        let id = sign_ins::begin(database.write(), &new_sign_in(asta), now())
            .await
            .unwrap();
        staff::set_password_hash(database.write(), asta, "another")
            .await
            .unwrap();
        assert_eq!(role(&database, id, now()).await, None);
    })
    .await;
}

#[tokio::test]
async fn the_provider_ends_one_of_its_sessions_or_all_of_somebody() {
    on_each_database(async |database| {
        let asta = add(&database, "asta").await;
        let mut ids = Vec::new();
        for session in ["one", "two", "three"] {
            let new = NewSignIn {
                by_provider: Some(ByProvider {
                    identity_hash: "asta there",
                    session_hash: Some(session),
                    assurance: Some("high"),
                }),
                ..new_sign_in(asta)
            };
            ids.push(sign_ins::begin(database.write(), &new, now()).await.unwrap());
        }
        let one = EndedByProvider::Session { hash: "one" };
        assert_eq!(sign_ins::end_by_provider(database.write(), one).await.unwrap(), 1);
        assert_eq!(role(&database, ids[0], now()).await, None);
        assert_eq!(role(&database, ids[1], now()).await, Some(Role::Adviser));
        let rest = EndedByProvider::Identity { hash: "asta there" };
        assert_eq!(
            sign_ins::end_by_provider(database.write(), rest).await.unwrap(),
            2
        );
    })
    .await;
}

#[tokio::test]
async fn what_has_ended_is_erased() {
    on_each_database(async |database| {
        let asta = add(&database, "asta").await;
        let id = sign_ins::begin(database.write(), &new_sign_in(asta), now())
            .await
            .unwrap();
        assert_eq!(sign_ins::erase_ended(database.write(), now()).await.unwrap(), 0);
        assert_eq!(role(&database, id, now()).await, Some(Role::Adviser));
        begin(&database, "state").await;
        assert_eq!(provider::erase_expired(database.write(), now()).await.unwrap(), 0);
        let erased = store::retention::erase_expired(database.write(), now() + days(1))
            .await
            .unwrap();
        assert_eq!((erased.sign_ins, erased.provider_requests), (1, 1));
    })
    .await;
}

async fn begin(database: &Database, state: &str) {
    let request = Request {
        state,
        nonce: "nonce",
        verifier: "verifier",
        expires_at: now() + SignedDuration::from_mins(10),
    };
    provider::begin(database.write(), SECRET, &request).await.unwrap();
}

#[tokio::test]
async fn a_state_is_good_once_and_in_time() {
    on_each_database(async |database| {
        let take = async |state, at| {
            let taken = provider::take(database.write(), SECRET, state, at).await.unwrap();
            taken.map(|begun| (begun.nonce, begun.verifier))
        };
        for state in ["once", "late"] {
            begin(&database, state).await;
        }
        assert_eq!(take("unknown", now()).await, None);
        let begun = Some(("nonce".to_owned(), "verifier".to_owned()));
        assert_eq!(take("once", now()).await, begun);
        assert_eq!(take("once", now()).await, None);
        assert_eq!(take("late", now() + SignedDuration::from_mins(10)).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_state_is_taken_by_one_of_many_at_once() {
    on_each_database(async |database| {
        begin(&database, "wanted").await;
        let all = (0..8).map(|_| {
            let database = database.clone();
            tokio::spawn(async move {
                provider::take(database.write(), SECRET, "wanted", now())
                    .await
                    .unwrap()
                    .is_some()
            })
        });
        let mut taken = 0;
        for one in all.collect::<Vec<_>>() {
            taken += i32::from(one.await.unwrap());
        }
        assert_eq!(taken, 1);
    })
    .await;
}

#[tokio::test]
async fn an_identity_is_one_persons_and_says_what_they_are_now() {
    on_each_database(async |database| {
        let (asta, bo) = (add(&database, "asta").await, add(&database, "bo").await);
        let identity = provider::identity_hash(SECRET, "https://login.example", "asta@fjordby.dk");
        assert!(!identity.contains("asta"));
        assert!(
            provider::link(database.write(), &identity, asta, now())
                .await
                .unwrap()
        );
        assert!(
            !provider::link(database.write(), &identity, bo, now())
                .await
                .unwrap()
        );
        assert_eq!(
            provider::owner(database.read(), &identity).await.unwrap(),
            Some(asta)
        );
        let elsewhere = provider::identity_hash(SECRET, "https://other.example", "asta@fjordby.dk");
        assert_eq!(provider::owner(database.read(), &elsewhere).await.unwrap(), None);

        let admission = Admission {
            role: Role::Coordinator,
            workplaces: Workplaces::All,
            assurance: None,
            display_name: Some("Asta Nu".to_owned()),
        };
        staff::update_from_provider(database.write(), asta, &admission)
            .await
            .unwrap();
        let account = staff::find(database.write(), asta).await.unwrap().unwrap();
        assert_eq!(
            (account.role, account.display_name.as_str()),
            (Role::Coordinator, "Asta Nu")
        );
    })
    .await;
}
