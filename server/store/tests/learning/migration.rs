use domain::learning::{FirstAnswer, LatestAnswer};
use migration::{Migrator, MigratorTrait};
use store::{ConnectionTrait, Database};

use crate::support::{now, on_each_empty_database, records};

/// Migrations of the release before the columns of goals and hints.
const BEFORE: u32 = 7;

#[tokio::test]
async fn what_was_answered_before_is_understood() {
    on_each_empty_database(async |url| {
        let database = Database::connect(url).await.unwrap();
        Migrator::up(database.write(), Some(BEFORE)).await.unwrap();
        let at = now().as_second();
        for sql in [
            format!("INSERT INTO visitors (id, created_at, last_seen_at) VALUES (1, {at}, {at})"),
            old_row("read", "true, 0, NULL, NULL, NULL"),
            old_row("right", "false, 2, false, true, '[\"a\"]'"),
            old_row("wrong", "false, 2, true, false, '[\"b\",\"c\"]'"),
        ] {
            database.write().execute_unprepared(&sql).await.unwrap();
        }
        migration::migrate(database.write()).await.unwrap();

        let records = records(&database, domain::ids::VisitorId(1)).await;
        let [read, right, wrong] = records.as_slice() else {
            panic!("{records:?}")
        };
        assert!(read.done && !read.solved && read.first.is_none() && read.latest.is_none());
        assert!(right.solved && wrong.solved);
        assert_eq!((right.failures, wrong.failures), (0, 1));
        assert_eq!(
            right.first,
            Some(FirstAnswer {
                at: now(),
                correct: false,
                hinted: false
            })
        );
        let latest = LatestAnswer {
            at: now(),
            correct: false,
            given: vec!["b".into(), "c".into()],
        };
        assert_eq!(wrong.latest, Some(latest));
        database.close().await.unwrap();
    })
    .await;
}

/// `values` are done, attempts, `first_correct`, correct and `last_answer`.
fn old_row(step: &str, values: &str) -> String {
    let columns = "visitor_id, course, step, updated_at, done, attempts, first_correct, correct, last_answer";
    let at = now().as_second();
    format!("INSERT INTO step_results ({columns}) VALUES (1, 'kursus', '{step}', {at}, {values})")
}
