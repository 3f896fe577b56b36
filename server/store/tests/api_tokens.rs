use std::collections::BTreeSet;

use domain::api_access::{ApiToken, Scope};
use domain::ids::LocationId;
use domain::staff::Workplaces;
use store::Database;
use store::api_tokens::{self, KeptToken, NewToken};

use crate::support::{SECRET, days, now, on_each_database};

fn token(number: u128) -> ApiToken {
    ApiToken::from_random([number, number])
}

async fn add(database: &Database, number: u128) {
    let new = NewToken {
        name: "Skærm i borgerservice".to_owned(),
        scopes: BTreeSet::from([Scope::ReadAppointments, Scope::ReadSchedule]),
        workplaces: Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]),
    };
    api_tokens::add(database.write(), SECRET, &token(number), &new, now())
        .await
        .unwrap();
}

async fn find(database: &Database, number: u128) -> Option<KeptToken> {
    api_tokens::find(database.read(), SECRET, &token(number))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_token_is_kept_as_a_hash_and_found_with_what_it_may() {
    on_each_database(async |database| {
        add(&database, 1).await;
        let kept = find(&database, 1).await.unwrap();
        assert_eq!(
            kept.scopes,
            BTreeSet::from([Scope::ReadAppointments, Scope::ReadSchedule])
        );
        assert!(
            !kept
                .workplaces
                .include(&LocationId::parse("borgerservice").unwrap())
        );
        assert_eq!(find(&database, 2).await, None);
        let in_the_clear = format!(
            "SELECT count(*) AS number FROM api_tokens WHERE token_hash LIKE '%{}%'",
            token(1).secret()
        );
        assert_eq!(database.number(&in_the_clear).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_revoked_token_is_found_no_more() {
    on_each_database(async |database| {
        add(&database, 1).await;
        add(&database, 2).await;
        let id = find(&database, 1).await.unwrap().id;
        assert!(api_tokens::revoke(database.write(), id, now()).await.unwrap());
        assert!(!api_tokens::revoke(database.write(), id, now()).await.unwrap());
        assert_eq!(find(&database, 1).await, None);
        assert!(find(&database, 2).await.is_some());
        let listed = api_tokens::list(database.read()).await.unwrap();
        let revoked: Vec<_> = listed.iter().map(|token| token.is_revoked).collect();
        assert_eq!(revoked, [true, false]);
    })
    .await;
}

#[tokio::test]
async fn the_day_of_the_latest_use_is_noted() {
    on_each_database(async |database| {
        add(&database, 1).await;
        for (at, since) in [(now(), 0), (now() + days(2), 2), (now(), 2)] {
            let kept = find(&database, 1).await.unwrap();
            api_tokens::note_use(database.write(), &kept, at).await.unwrap();
            let noted = find(&database, 1).await.unwrap().last_used_day.unwrap();
            assert_eq!(noted, now().as_second() / 86_400 + since);
        }
    })
    .await;
}
