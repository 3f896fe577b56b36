//! What a server that is killed while it merges leaves behind: of each pair of visitors two, or one with the work of both.

use domain::ids::VisitorId;
use store::Database;
use store::learning::{self, RedeemOutcome};

use crate::support::{
    SECRET, TestDatabase, code, confirm, now, number, on_each_database, run_and_kill, steps, task_of_child,
    visitor_with_code,
};

/// How many merges are confirmed before each kill. A round has this many pairs and some that are left over.
const KILL_AFTER: [usize; 4] = [1, 5, 10, 25];
const PAIRS: u32 = 60;
const CLIENTS: u32 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_leaves_no_half_merge() {
    on_each_database(async |database| {
        for (round, merges) in KILL_AFTER.into_iter().enumerate() {
            make_pairs(&database).await;
            let confirmed = run_and_kill("learning::recovery_crash::child", &database.url, round, merges);
            println!(
                "{:?}: {} merges confirmed, then killed",
                database.kind,
                confirmed.len()
            );
            for pair in 0..PAIRS {
                check(&database, pair, confirmed.contains(&pair.into())).await;
            }
            assert_eq!(
                number(&database, "SELECT count(*) AS number FROM visitors").await,
                0
            );
        }
    })
    .await;
}

/// The server that is killed; in an ordinary run of the tests it has nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn child() {
    let Some((database, _)) = task_of_child().await else {
        return;
    };
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| tokio::spawn(merge_some(database.clone(), client)))
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    panic!("all pairs were merged before the kill");
}

/// The codes of a pair: of the one who gives the code, and of the one who types it.
fn codes(pair: u32) -> [domain::learning::RecoveryCode; 2] {
    [code(pair, 0), code(pair, 1)]
}

async fn make_pairs(database: &Database) {
    for pair in 0..PAIRS {
        let [owner, own] = codes(pair);
        visitor_with_code(database, &owner, &["both", "owner"]).await;
        visitor_with_code(database, &own, &["both", "own"]).await;
    }
}

async fn merge_some(database: Database, client: u32) {
    for pair in (client..PAIRS).step_by(CLIENTS as usize) {
        let [owner, own] = codes(pair);
        let own = whose(&database, &own).await;
        let outcome = learning::redeem(&database, SECRET, &owner, Some(own), now())
            .await
            .unwrap();
        assert!(matches!(outcome, RedeemOutcome::Redeemed { .. }), "{outcome:?}");
        confirm(pair.into());
    }
}

/// Looks at what the kill has left of a pair, merges it once more, and forgets it.
async fn check(database: &TestDatabase, pair: u32, is_confirmed: bool) {
    let [owner_code, own_code] = codes(pair);
    let (owner, own) = (
        whose(database, &owner_code).await,
        whose(database, &own_code).await,
    );
    let is_merged = owner == own;
    assert!(is_merged || !is_confirmed, "a confirmed merge is kept");
    if !is_merged {
        assert_eq!(steps(database, owner).await, ["both", "owner"]);
        assert_eq!(steps(database, own).await, ["both", "own"]);
    }
    let again = learning::redeem(database, SECRET, &owner_code, Some(own), now())
        .await
        .unwrap();
    assert!(matches!(again, RedeemOutcome::Redeemed { visitor, .. } if visitor == owner));
    assert_eq!(steps(database, owner).await, ["both", "own", "owner"]);
    assert!(learning::forget_visitor(database.write(), owner).await.unwrap());
}

async fn whose(database: &Database, code: &domain::learning::RecoveryCode) -> VisitorId {
    let outcome = learning::redeem(database, SECRET, code, None, now())
        .await
        .unwrap();
    let RedeemOutcome::Redeemed { visitor, .. } = outcome else {
        panic!("{outcome:?}")
    };
    visitor
}
