//! The promise of a recovery code: nothing is lost, whatever happens at the same moment.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::ids::VisitorId;
use store::Database;
use store::learning::{self, RedeemOutcome};

use crate::support::{
    SECRET, TestDatabase, answer, code, now, number, on_each_database, steps, visitor, visitor_with_code,
};

#[tokio::test(flavor = "multi_thread")]
async fn eight_presses_of_one_button_merge_once() {
    on_each_database(async |database| {
        let owner = visitor_with_code(&database, &code(0, 0), &["owner"]).await;
        let own = visitor_with_code(&database, &code(1, 0), &["own"]).await;
        let servers = [database.open_again().await, database.open_again().await];
        let presses: Vec<_> = (0..8)
            .map(|press| tokio::spawn(redeem(servers[press % 2].clone(), 0, Some(own))))
            .collect();
        for press in presses {
            assert_eq!(press.await.unwrap(), owner);
        }
        assert_eq!(steps(&database, owner).await, ["own", "owner"]);
        assert_one_visitor(&database).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_redeem_each_other_s_codes_at_once_become_one() {
    on_each_database(async |database| {
        for round in 0..20 {
            let words = [round * 2, round * 2 + 1];
            let one = visitor_with_code(&database, &code(words[0], 0), &["one"]).await;
            let other = visitor_with_code(&database, &code(words[1], 0), &["other"]).await;
            let redeeming = [
                tokio::spawn(redeem(Database::clone(&database), words[1], Some(one))),
                tokio::spawn(redeem(Database::clone(&database), words[0], Some(other))),
            ];
            for redeemed in redeeming {
                redeemed.await.unwrap();
            }
            let left = redeem(Database::clone(&database), words[0], None).await;
            assert!(left == one || left == other);
            assert_eq!(redeem(Database::clone(&database), words[1], None).await, left);
            assert_eq!(steps(&database, left).await, ["one", "other"]);
            assert!(learning::forget_visitor(database.write(), left).await.unwrap());
            assert_eq!(visitors(&database).await, 0);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_of_visitors_becomes_one() {
    on_each_database(async |database| {
        let mut circle = Vec::new();
        for word in 0..8 {
            circle.push(visitor_with_code(&database, &code(word, 0), &[&format!("s{word}")]).await);
        }
        let servers = [database.open_again().await, database.open_again().await];
        let redeeming: Vec<_> = (1..=8)
            .zip(circle)
            .map(|(next, own)| {
                let server = servers[usize::from(next % 2 == 0)].clone();
                tokio::spawn(redeem(server, next % 8, Some(own)))
            })
            .collect();
        for redeemed in redeeming {
            redeemed.await.unwrap();
        }
        assert_one_visitor(&database).await;
        let left = redeem(Database::clone(&database), 0, None).await;
        let all: Vec<_> = (0..8).map(|word| format!("s{word}")).collect();
        assert_eq!(steps(&database, left).await, all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_answered_during_the_merge_is_kept_or_refused_and_never_lost() {
    on_each_database(async |database| {
        let mut answered = 0;
        let mut refused = 0;
        for round in 0..20 {
            let owner = visitor_with_code(&database, &code(round, 0), &[]).await;
            let own = visitor(&database).await;
            let answering = [("owner", owner), ("own", own)]
                .map(|(device, who)| tokio::spawn(answer_ten(Database::clone(&database), who, device)));
            tokio::time::sleep(Duration::from_millis(round.into())).await;
            assert_eq!(redeem(Database::clone(&database), round, Some(own)).await, owner);
            let mut confirmed = BTreeSet::new();
            for device in answering {
                confirmed.extend(device.await.unwrap());
            }
            answered += confirmed.len();
            refused += 20 - confirmed.len();
            let kept: BTreeSet<_> = steps(&database, owner).await.into_iter().collect();
            assert_eq!(kept, confirmed);
        }
        println!("{:?}: {answered} answers kept, {refused} refused", database.kind);
        assert!(answered >= 200, "the owner is never refused");
    })
    .await;
}

/// Answers ten steps, one after the other, and lists those that were confirmed.
async fn answer_ten(server: Database, who: VisitorId, device: &str) -> Vec<String> {
    let mut confirmed = Vec::new();
    for number in 0..10 {
        let step = format!("{device}-{number}");
        if answer(server.write(), who, &step, &["a"], true).await.is_ok() {
            confirmed.push(step);
        }
    }
    confirmed
}

/// Redeems the code that begins with a word.
async fn redeem(server: Database, word: u32, own: Option<VisitorId>) -> VisitorId {
    let outcome = learning::redeem(&server, SECRET, &code(word, 0), own, now())
        .await
        .unwrap();
    let RedeemOutcome::Redeemed { visitor, .. } = outcome else {
        panic!("{outcome:?}")
    };
    visitor
}

async fn assert_one_visitor(database: &TestDatabase) {
    assert_eq!(visitors(database).await, 1);
}

async fn visitors(database: &Database) -> i64 {
    number(database, "SELECT count(*) AS number FROM visitors").await
}
