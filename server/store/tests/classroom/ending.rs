use store::classroom::{erase_class, pupils, remove_pupil, set_last_day};
use store::learning::{create_code, redeem};
use store::retention::erase_expired;

use super::class;
use crate::support::{SECRET, TestDatabase, answer, code, days, now, on_each_database, visitor};

async fn rows(database: &TestDatabase, table: &str) -> i64 {
    database
        .number(&format!("SELECT count(*) AS number FROM {table}"))
        .await
}

#[tokio::test]
async fn a_class_is_erased_on_the_day_that_was_set() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let stranger = visitor(&database).await;
        let last = domain::time::date_in_denmark(now() + days(3));
        set_last_day(database.write(), made.class.id, last).await.unwrap();
        for place in [0, 1] {
            let pupil = made.join(&database, place).await;
            answer(database.write(), pupil.visitor, "s1", &["a"], true)
                .await
                .unwrap();
        }
        let on_the_last_day = erase_expired(database.write(), now() + days(3)).await.unwrap();
        assert_eq!((on_the_last_day.classes, rows(&database, "pupils").await), (0, 2));

        let the_day_after = erase_expired(database.write(), now() + days(4)).await.unwrap();
        assert_eq!(the_day_after.classes, 1);
        for table in ["classes", "class_teachers", "pupils", "step_results"] {
            assert_eq!(rows(&database, table).await, 0, "{table}");
        }
        let left = store::learning::last_seen(database.read(), stranger)
            .await
            .unwrap();
        assert!(left.is_some(), "who is in no class is not touched");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_takes_the_progress_along_with_a_code() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let [ali, bo] = [made.join(&database, 0).await, made.join(&database, 1).await];
        for pupil in [&ali, &bo] {
            answer(database.write(), pupil.visitor, "s1", &["a"], true)
                .await
                .unwrap();
        }
        create_code(database.write(), SECRET, ali.visitor, &code(1, 2), now())
            .await
            .unwrap();
        erase_class(&database, made.class.id).await.unwrap();
        assert_eq!(
            (rows(&database, "classes").await, rows(&database, "pupils").await),
            (0, 0)
        );
        assert_eq!(
            rows(&database, "step_results").await,
            1,
            "hers is hers, Bo's is gone"
        );
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_brings_progress_from_home_stays_in_the_class() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let ali = made.join(&database, 0).await;
        let at_home = visitor(&database).await;
        create_code(database.write(), SECRET, at_home, &code(1, 2), now())
            .await
            .unwrap();
        redeem(&database, SECRET, &code(1, 2), Some(ali.visitor), now())
            .await
            .unwrap();
        let seat = &pupils(database.read(), made.class.id).await.unwrap()[0];
        assert_eq!(seat.visitor, Some(at_home));
    })
    .await;
}

#[tokio::test]
async fn a_pupil_leaves_a_class_with_everything() {
    on_each_database(async |database| {
        let made = class(&database, 1, "Ali\nBo").await;
        let other = class(&database, 2, "Clara").await;
        let ali = made.join(&database, 0).await;
        answer(database.write(), ali.visitor, "s1", &["a"], true)
            .await
            .unwrap();
        let forged = other.pupils[0].id;
        assert!(!remove_pupil(&database, made.class.id, forged).await.unwrap());
        assert!(remove_pupil(&database, made.class.id, ali.pupil).await.unwrap());
        assert_eq!(rows(&database, "step_results").await, 0);
        assert_eq!(rows(&database, "pupils").await, 2);
    })
    .await;
}
