use domain::drills::{Drill, DrillKind, FirstAnswer, Level, PracticeCount};
use domain::ids::VisitorId;
use domain::learning::{FOLLOW_CODE_DAYS, MOST_FOLLOWERS};
use store::homework::{self, FollowOutcome};
use store::retention::erase_expired;
use store::{Database, GUESSES_A_DAY, learning};

use crate::support::{SECRET, code, days, now, on_each_database, visitor};

const TABLES: Drill = Drill {
    kind: DrillKind::Multiplication,
    level: Level::Second,
};

/// A child whose code begins with this word.
async fn child(database: &Database, word: u32) -> VisitorId {
    let child = visitor(database).await;
    let made = homework::create_follow_code(database.write(), SECRET, child, &code(word, 0), now()).await;
    assert!(made.unwrap());
    child
}

async fn follow(database: &Database, word: u32, follower: VisitorId) -> FollowOutcome {
    homework::follow(database, SECRET, &code(word, 0), follower, now())
        .await
        .unwrap()
}

async fn followers(database: &Database, child: VisitorId) -> i64 {
    homework::count_followers(database.read(), child).await.unwrap()
}

/// The numbers of those who are followed.
async fn followed(database: &Database, follower: VisitorId) -> Vec<VisitorId> {
    let all = homework::followed(database.read(), follower).await.unwrap();
    all.into_iter().map(|one| one.visitor).collect()
}

async fn practise(database: &Database, child: VisitorId, first: FirstAnswer) {
    let count = PracticeCount {
        answered: 1,
        right_at_once: i64::from(first == FirstAnswer::Right),
        ..PracticeCount::NONE
    };
    homework::note_practice(database.write(), child, TABLES, count, now())
        .await
        .unwrap();
}

#[tokio::test]
async fn whoever_has_the_code_follows_and_the_child_sees_it_and_ends_it() {
    on_each_database(async |database| {
        let (child, parent) = (child(&database, 0).await, visitor(&database).await);
        for _ in 0..2 {
            assert_eq!(follow(&database, 0, parent).await, FollowOutcome::Followed);
        }
        assert_eq!(followers(&database, child).await, 1);
        assert_eq!(followed(&database, parent).await, [child]);

        homework::stop_followers(&database, child).await.unwrap();
        assert_eq!(followers(&database, child).await, 0);
        assert!(followed(&database, parent).await.is_empty());
        assert_eq!(follow(&database, 0, parent).await, FollowOutcome::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_for_a_week_and_until_the_next_one() {
    on_each_database(async |database| {
        let (child, parent) = (child(&database, 0).await, visitor(&database).await);
        let late = now() + days(FOLLOW_CODE_DAYS) + days(1);
        let outcome = homework::follow(&database, SECRET, &code(0, 0), parent, late).await;
        assert_eq!(outcome.unwrap(), FollowOutcome::Unknown);
        let again = homework::create_follow_code(database.write(), SECRET, child, &code(1, 0), now()).await;
        assert!(again.unwrap());
        assert_eq!(follow(&database, 0, parent).await, FollowOutcome::Unknown);
        assert_eq!(follow(&database, 1, parent).await, FollowOutcome::Followed);
    })
    .await;
}

#[tokio::test]
async fn nobody_follows_themselves_and_not_everybody_follows() {
    on_each_database(async |database| {
        let child = child(&database, 0).await;
        assert_eq!(follow(&database, 0, child).await, FollowOutcome::Own);
        for _ in 0..MOST_FOLLOWERS {
            let parent = visitor(&database).await;
            assert_eq!(follow(&database, 0, parent).await, FollowOutcome::Followed);
        }
        let parent = visitor(&database).await;
        assert_eq!(follow(&database, 0, parent).await, FollowOutcome::Full);
    })
    .await;
}

#[tokio::test]
async fn codes_are_not_found_by_trying() {
    on_each_database(async |database| {
        child(&database, 0).await;
        let stranger = visitor(&database).await;
        for second in 1..=GUESSES_A_DAY {
            let wrong = code(0, u32::try_from(second).unwrap());
            let outcome = homework::follow(&database, SECRET, &wrong, stranger, now()).await;
            assert_eq!(outcome.unwrap(), FollowOutcome::Unknown);
        }
        assert_eq!(
            follow(&database, 0, stranger).await,
            FollowOutcome::TooManyGuesses
        );
        assert!(followed(&database, stranger).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_follow_code_is_no_recovery_code() {
    on_each_database(async |database| {
        child(&database, 0).await;
        let outcome = learning::redeem(&database, SECRET, &code(0, 0), None, now()).await;
        assert_eq!(outcome.unwrap(), learning::RedeemOutcome::Unknown);
    })
    .await;
}

#[tokio::test]
async fn what_is_practised_is_counted_while_somebody_follows() {
    on_each_database(async |database| {
        let (child, parent) = (child(&database, 0).await, visitor(&database).await);
        practise(&database, child, FirstAnswer::Right).await;
        assert!(
            homework::practised(database.read(), child)
                .await
                .unwrap()
                .is_empty()
        );
        follow(&database, 0, parent).await;
        for first in [FirstAnswer::Right, FirstAnswer::NotYet, FirstAnswer::Right] {
            practise(&database, child, first).await;
        }
        let practised = homework::practised(database.read(), child).await.unwrap();
        let counts: Vec<_> = practised
            .iter()
            .map(|one| (one.drill, one.done, one.right))
            .collect();
        assert_eq!(counts, [(TABLES, 3, 2)]);
        homework::stop_followers(&database, child).await.unwrap();
        assert!(
            homework::practised(database.read(), child)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn only_the_follower_ends_following() {
    on_each_database(async |database| {
        let (child, parent) = (child(&database, 0).await, visitor(&database).await);
        follow(&database, 0, parent).await;
        let id = homework::followed(database.read(), parent).await.unwrap()[0].id;
        let stranger = visitor(&database).await;
        let ended = homework::stop_following(database.write(), stranger, id).await;
        assert!(!ended.unwrap());
        assert!(
            homework::stop_following(database.write(), parent, id)
                .await
                .unwrap()
        );
        assert_eq!(followers(&database, child).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_brings_followers_and_followed_along() {
    on_each_database(async |database| {
        let (phone, tablet) = (child(&database, 0).await, child(&database, 1).await);
        let (mother, father) = (visitor(&database).await, visitor(&database).await);
        follow(&database, 0, mother).await;
        follow(&database, 1, mother).await;
        follow(&database, 1, father).await;
        practise(&database, tablet, FirstAnswer::Right).await;
        learning::create_code(database.write(), SECRET, phone, &code(9, 1), now())
            .await
            .unwrap();
        learning::redeem(&database, SECRET, &code(9, 1), Some(tablet), now())
            .await
            .unwrap();
        // The tablet's session may still know the number from before.
        for child in [phone, tablet] {
            assert_eq!(followers(&database, child).await, 2);
            assert_eq!(
                homework::practised(database.read(), child).await.unwrap().len(),
                1
            );
        }
        assert_eq!(followed(&database, mother).await, [phone]);
        assert_eq!(followed(&database, father).await, [phone]);
    })
    .await;
}

#[tokio::test]
async fn following_goes_with_either_of_them() {
    on_each_database(async |database| {
        let (first, second) = (child(&database, 0).await, child(&database, 1).await);
        let parent = visitor(&database).await;
        follow(&database, 0, parent).await;
        follow(&database, 1, parent).await;
        learning::forget_visitor(database.write(), first).await.unwrap();
        assert_eq!(followed(&database, parent).await, [second]);
        learning::forget_visitor(database.write(), parent).await.unwrap();
        assert_eq!(followers(&database, second).await, 0);
    })
    .await;
}

#[tokio::test]
async fn codes_are_erased_when_their_days_are_over() {
    on_each_database(async |database| {
        child(&database, 0).await;
        let erased = async |days_later: i64| {
            let erased = erase_expired(database.write(), now() + days(days_later))
                .await
                .unwrap();
            erased.follow_codes
        };
        assert_eq!(erased(FOLLOW_CODE_DAYS).await, 0);
        assert_eq!(erased(FOLLOW_CODE_DAYS + 1).await, 1);
    })
    .await;
}
