use domain::ids::{AdviserId, LocationId, StaffId};
use domain::staff::{Role, Workplaces};
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::staff::{self, FAILURES_UNTIL_LOCKED, LOCKED_SECONDS, NewStaff, StaffAccount};

use crate::support::{now, on_each_database};

#[tokio::test]
async fn a_username_is_taken_once_in_any_case() {
    on_each_database(async |database| {
        let id = add(&database, " Maja ").await.unwrap();
        assert_eq!(add(&database, "MAJA").await, None);
        let account = staff::find_by_username(database.read(), "mAJA")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (account.id, account.username.as_str(), account.role),
            (id, "maja", Role::Adviser)
        );
        assert_eq!(account.workplaces, only_the_library());
        assert_eq!(account.password_hash, "$argon2id$…");
        assert_eq!(
            staff::find_by_username(database.read(), "nobody").await.unwrap(),
            None
        );
        assert!(
            !format!("{account:?}").contains("argon2"),
            "a password's hash must not be logged"
        );
    })
    .await;
}

#[tokio::test]
async fn wrong_passwords_lock_the_account_for_a_while() {
    on_each_database(async |database| {
        let id = add(&database, "maja").await.unwrap();
        for _ in 1..FAILURES_UNTIL_LOCKED {
            staff::record_failure(database.write(), id, now()).await.unwrap();
        }
        assert!(!find(&database, id).await.is_locked(now()));
        staff::record_failure(database.write(), id, now()).await.unwrap();
        let account = find(&database, id).await;
        assert_eq!(account.failed_attempts, FAILURES_UNTIL_LOCKED);
        assert!(account.is_locked(now()));
        assert!(!account.is_locked(after_the_lock()));

        staff::record_failure(database.write(), id, after_the_lock())
            .await
            .unwrap();
        let account = find(&database, id).await;
        assert_eq!((account.failed_attempts, account.locked_until), (1, None));
    })
    .await;
}

#[tokio::test]
async fn guesses_that_arrive_together_are_all_counted() {
    on_each_database(async |database| {
        let id = add(&database, "maja").await.unwrap();
        let guessing: Vec<_> = (0..8)
            .map(|_| {
                let server = Database::clone(&database);
                tokio::spawn(async move { staff::record_failure(server.write(), id, now()).await })
            })
            .collect();
        for guess in guessing {
            guess.await.unwrap().unwrap();
        }
        assert_eq!(find(&database, id).await.failed_attempts, 8);
    })
    .await;
}

#[tokio::test]
async fn a_right_or_a_new_password_unlocks() {
    on_each_database(async |database| {
        let id = add(&database, "maja").await.unwrap();
        for _ in 0..FAILURES_UNTIL_LOCKED {
            staff::record_failure(database.write(), id, now()).await.unwrap();
        }
        staff::clear_failures(database.write(), id).await.unwrap();
        let account = find(&database, id).await;
        assert_eq!((account.failed_attempts, account.locked_until), (0, None));

        assert!(
            staff::set_password_hash(database.write(), id, "new")
                .await
                .unwrap()
        );
        assert_eq!(find(&database, id).await.password_hash, "new");
        assert!(
            !staff::set_password_hash(database.write(), StaffId(id.0 + 1), "new")
                .await
                .unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_gets_another_role_and_goes() {
    on_each_database(async |database| {
        for username in ["nina", "maja"] {
            add(&database, username).await.unwrap();
        }
        let changed = staff::set_role(database.write(), "Maja", Role::Coordinator, &Workplaces::All);
        assert!(changed.await.unwrap());
        let accounts = staff::all(database.read()).await.unwrap();
        let told: Vec<_> = accounts
            .iter()
            .map(|account| (account.username.as_str(), account.role))
            .collect();
        assert_eq!(told, [("maja", Role::Coordinator), ("nina", Role::Adviser)]);
        assert_eq!(accounts[0].workplaces, Workplaces::All);
        assert!(staff::remove(database.write(), "MAJA").await.unwrap());
        assert!(!staff::remove(database.write(), "maja").await.unwrap());
        assert_eq!(staff::all(database.read()).await.unwrap().len(), 1);
    })
    .await;
}

async fn add(database: &Database, username: &str) -> Option<StaffId> {
    let new = NewStaff {
        username,
        display_name: "Maja Krog",
        password_hash: "$argon2id$…",
        role: Role::Adviser,
        workplaces: only_the_library(),
    };
    staff::add(database.write(), new, now()).await.unwrap()
}

async fn find(database: &Database, id: StaffId) -> StaffAccount {
    staff::find(database.read(), id).await.unwrap().unwrap()
}

fn after_the_lock() -> Timestamp {
    now() + SignedDuration::from_secs(LOCKED_SECONDS)
}

fn only_the_library() -> Workplaces {
    Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()])
}

#[tokio::test]
async fn an_account_may_be_an_adviser_of_the_schedule() {
    on_each_database(async |database| {
        let id = add(&database, "maja").await.unwrap();
        assert_eq!(staff::adviser_of(database.read(), id).await.unwrap(), None);
        let asta = AdviserId::parse("asta").unwrap();
        assert!(
            staff::set_adviser(database.write(), "MAJA", Some(&asta))
                .await
                .unwrap()
        );
        assert!(
            !staff::set_adviser(database.write(), "nobody", Some(&asta))
                .await
                .unwrap()
        );
        assert_eq!(staff::adviser_of(database.read(), id).await.unwrap(), Some(asta));
        assert!(staff::set_adviser(database.write(), "maja", None).await.unwrap());
        assert_eq!(staff::adviser_of(database.read(), id).await.unwrap(), None);
    })
    .await;
}
