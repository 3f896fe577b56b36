use domain::ids::VisitorId;
use domain::learning::{LessonRecord, MergeReceipt, RecoveryCode, ReviewCard, WorkCount};
use store::Database;
use store::learning::{self, CODES_PER_VISITOR, RedeemOutcome};

use crate::support::{
    SECRET, answer, card, code, course, days, lesson, now, number, on_each_database, records, steps, visitor,
    visitor_with_code,
};

#[tokio::test]
async fn a_code_leads_to_its_visitor_from_a_device_without_one() {
    on_each_database(async |database| {
        let owner = visitor_with_code(&database, &code(0, 0), &["s1", "s2"]).await;
        let RedeemOutcome::Redeemed { visitor, receipt } = redeem(&database, &code(0, 0), None).await else {
            panic!("not redeemed")
        };
        let all = WorkCount {
            courses: 1,
            steps: 2,
            answers: 2,
        };
        assert_eq!(visitor, owner);
        assert_eq!(
            receipt,
            MergeReceipt {
                here: WorkCount::default(),
                brought: all,
                together: all
            }
        );
        assert_eq!(steps(&database, owner).await, ["s1", "s2"]);
    })
    .await;
}

#[tokio::test]
async fn the_work_of_both_becomes_the_owner_s() {
    on_each_database(async |database| {
        let owner = visitor_with_code(&database, &code(0, 0), &["both", "owner"]).await;
        let own = visitor_with_code(&database, &code(1, 0), &["both", "own"]).await;
        answer(database.write(), own, "both", &["b"], false)
            .await
            .unwrap();
        work_on_a_lesson(&database, owner, now() + days(1)).await;
        work_on_a_lesson(&database, own, now()).await;

        let RedeemOutcome::Redeemed { visitor, receipt } = redeem(&database, &code(0, 0), Some(own)).await
        else {
            panic!("not redeemed")
        };
        assert_eq!(visitor, owner);
        assert_eq!(
            receipt.here,
            WorkCount {
                courses: 1,
                steps: 2,
                answers: 3
            }
        );
        assert_eq!(
            receipt.brought,
            WorkCount {
                courses: 1,
                steps: 2,
                answers: 2
            }
        );
        assert_eq!(
            receipt.together,
            WorkCount {
                courses: 1,
                steps: 3,
                answers: 4
            }
        );

        assert_eq!(steps(&database, owner).await, ["both", "own", "owner"]);
        assert_eq!(records(&database, owner).await[0].attempts, 2);
        let lessons = learning::lesson_records(database.read(), owner, &course("kursus"))
            .await
            .unwrap();
        assert_eq!(
            lessons,
            [LessonRecord {
                ready_at: Some(now()),
                ..lesson("a")
            }]
        );
        let cards = learning::cards(database.read(), owner).await.unwrap();
        assert_eq!(
            cards,
            [ReviewCard {
                reviewed_at: now() + days(1),
                ..card("s1")
            }]
        );
    })
    .await;
}

/// A lesson that was begun now and is ready then, and a card that was reviewed then.
async fn work_on_a_lesson(database: &Database, visitor: VisitorId, then: jiff::Timestamp) {
    let ready = LessonRecord {
        ready_at: Some(then),
        ..lesson("a")
    };
    learning::save_lesson(database.write(), visitor, &course("kursus"), &ready)
        .await
        .unwrap();
    let reviewed = ReviewCard {
        reviewed_at: then,
        ..card("s1")
    };
    learning::add_card(database.write(), visitor, &reviewed)
        .await
        .unwrap();
}

#[tokio::test]
async fn everything_that_led_to_the_old_number_leads_to_the_new_one() {
    on_each_database(async |database| {
        let phone = visitor_with_code(&database, &code(0, 0), &["phone"]).await;
        let tablet = visitor(&database).await;
        assert_eq!(redeemed(&database, &code(0, 0), Some(tablet)).await, phone);
        let library = visitor_with_code(&database, &code(1, 0), &["library"]).await;
        assert_eq!(redeemed(&database, &code(1, 0), Some(phone)).await, library);

        // The tablet's session still has a number that has moved twice.
        for old in [phone, tablet] {
            assert_eq!(
                learning::moved_to(database.read(), old).await.unwrap(),
                Some(library)
            );
            assert!(
                !learning::touch_visitor(database.write(), old, now())
                    .await
                    .unwrap()
            );
            assert_eq!(
                steps(&database, old).await,
                ["library", "phone"],
                "their pages show what they have become"
            );
        }
        assert_eq!(learning::moved_to(database.read(), library).await.unwrap(), None);
        assert_eq!(redeemed(&database, &code(0, 0), None).await, library);
        assert_eq!(steps(&database, library).await, ["library", "phone"]);
        assert_eq!(
            number(&database, "SELECT count(*) AS number FROM visitors").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn an_old_number_brings_along_what_it_has_become() {
    on_each_database(async |database| {
        let phone = visitor_with_code(&database, &code(0, 0), &["phone"]).await;
        let tablet = visitor(&database).await;
        redeemed(&database, &code(0, 0), Some(tablet)).await;
        let library = visitor_with_code(&database, &code(1, 0), &["library"]).await;
        assert_eq!(redeemed(&database, &code(1, 0), Some(tablet)).await, library);
        for of_all in [phone, tablet, library] {
            assert_eq!(steps(&database, of_all).await, ["library", "phone"]);
        }
    })
    .await;
}

#[tokio::test]
async fn redeeming_again_changes_nothing() {
    on_each_database(async |database| {
        let owner = visitor_with_code(&database, &code(0, 0), &["s1"]).await;
        let own = visitor(&database).await;
        answer(database.write(), own, "s2", &["a"], false).await.unwrap();
        assert_eq!(redeemed(&database, &code(0, 0), Some(own)).await, owner);
        let once = records(&database, owner).await;
        // As the old number, where the answer to the first time was lost, as the owner, and as nobody.
        for again in [Some(own), Some(owner), None] {
            assert_eq!(redeemed(&database, &code(0, 0), again).await, owner);
            assert_eq!(records(&database, owner).await, once);
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_that_nobody_has_is_unknown_and_changes_nothing() {
    on_each_database(async |database| {
        let own = visitor_with_code(&database, &code(0, 0), &["s1"]).await;
        assert_eq!(
            redeem(&database, &code(1, 0), Some(own)).await,
            RedeemOutcome::Unknown
        );
        let other_secret = learning::redeem(&database, "other", &code(0, 0), None, now()).await;
        assert_eq!(other_secret.unwrap(), RedeemOutcome::Unknown);
        assert_eq!(steps(&database, own).await, ["s1"]);

        learning::forget_visitor(database.write(), own).await.unwrap();
        assert_eq!(redeem(&database, &code(0, 0), None).await, RedeemOutcome::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_code_belongs_to_one_visitor_and_is_written_nowhere() {
    on_each_database(async |database| {
        visitor_with_code(&database, &code(0, 0), &[]).await;
        let other = visitor(&database).await;
        let taken = learning::create_code(database.write(), SECRET, other, &code(0, 0), now()).await;
        assert!(!taken.unwrap());
        let words = "SELECT count(*) AS number FROM recovery_codes WHERE code_hash LIKE '%-%' OR length(code_hash) <> 64";
        assert_eq!(number(&database, words).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_s_newest_codes_are_valid() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        let newer_than_allowed = u32::try_from(CODES_PER_VISITOR).unwrap() + 2;
        for (word, day) in (0..newer_than_allowed).zip(0..) {
            let at = now() + days(day);
            let created = learning::create_code(database.write(), SECRET, visitor, &code(word, 0), at).await;
            assert!(created.unwrap());
        }
        for word in 0..newer_than_allowed {
            let outcome = redeem(&database, &code(word, 0), None).await;
            assert_eq!(outcome == RedeemOutcome::Unknown, word < 2, "{word}");
        }
    })
    .await;
}

async fn redeem(database: &Database, code: &RecoveryCode, own: Option<VisitorId>) -> RedeemOutcome {
    learning::redeem(database, SECRET, code, own, now())
        .await
        .unwrap()
}

async fn redeemed(database: &Database, code: &RecoveryCode, own: Option<VisitorId>) -> VisitorId {
    let outcome = redeem(database, code, own).await;
    let RedeemOutcome::Redeemed { visitor, .. } = outcome else {
        panic!("{outcome:?}")
    };
    visitor
}
