//! Two who share a lesson: joining by a code, moving, ticking, and what stays afterwards.

mod forgetting;

use domain::ids::VisitorId;
use domain::learning::{CourseOutline, Criterion, LessonOutline, StepOutline, StepRef, StepRole};
use domain::tutor::{Act, PairingCode, Presses, Side};
use jiff::{SignedDuration, Timestamp};
use store::tutor::{
    ActOutcome, JoinOutcome, NewPairing, Newcomer, Pairing, Seat, act, changes, find, helped, join, passed,
    press, renew_code, start, ticks, version,
};
use store::{Database, GUESSES_A_DAY};

use crate::support::{SECRET, course, now, on_each_database, step, visitor};

fn outline() -> CourseOutline {
    let steps = ["a", "b", "c"].map(|id| StepOutline {
        id: step(id),
        role: StepRole::Reading,
    });
    CourseOutline {
        lessons: vec![LessonOutline {
            id: place("a").lesson,
            criterion: Criterion::Seen,
            steps: steps.into(),
        }],
    }
}

fn place(id: &str) -> StepRef {
    StepRef {
        lesson: domain::ids::LessonId::parse("lektion").unwrap(),
        step: step(id),
    }
}

fn code(last: u32) -> PairingCode {
    PairingCode::from_random([1, 2, last])
}

fn minutes(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn newcomer(visitor: VisitorId, key: i64) -> Newcomer {
    Newcomer { visitor, key }
}

async fn begin(database: &Database, side: Side, code: &PairingCode) -> Option<Seat> {
    let who = newcomer(visitor(database).await, 1);
    let new = NewPairing {
        course: &course("kursus"),
        here: &place("a"),
        side,
        code,
    };
    start(database, SECRET, &new, who, now()).await.unwrap()
}

async fn join_as(database: &Database, code: &PairingCode, who: Newcomer, at: Timestamp) -> JoinOutcome {
    join(database, SECRET, code, who, at).await.unwrap()
}

/// A citizen who waits, and the helper who has come.
async fn two(database: &Database) -> (Seat, Seat, VisitorId) {
    let citizen = begin(database, Side::Citizen, &code(1)).await.unwrap();
    let helper = visitor(database).await;
    let JoinOutcome::Joined(seat) = join_as(database, &code(1), newcomer(helper, 2), now()).await else {
        panic!("the code is good");
    };
    (citizen, seat, helper)
}

async fn press_on(database: &Database, seat: Seat, what: Act, seen: &str) -> ActOutcome {
    act(database, seat, what, &step(seen), &outline(), now())
        .await
        .unwrap()
}

async fn pairing(database: &Database, seat: Seat) -> Pairing {
    find(database.read(), seat).await.unwrap().unwrap()
}

async fn here(database: &Database, seat: Seat) -> String {
    pairing(database, seat).await.together.here.step.to_string()
}

#[tokio::test]
async fn a_code_brings_one_other_device_to_the_other_side() {
    on_each_database(async |database| {
        for (number, side) in Side::ALL.into_iter().enumerate() {
            let code = code(u32::try_from(number).unwrap());
            begin(&database, side, &code).await.unwrap();
            let who = newcomer(visitor(&database).await, 7);
            let JoinOutcome::Joined(seat) = join_as(&database, &code, who, minutes(14)).await else {
                panic!("the code is good");
            };
            assert_eq!(seat.side, side.other());
            assert_eq!(
                join_as(&database, &code, who, minutes(14)).await,
                JoinOutcome::Unknown
            );
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_who_type_a_code_at_once_one_is_there() {
    on_each_database(async |database| {
        begin(&database, Side::Citizen, &code(1)).await.unwrap();
        let (one, other) = (visitor(&database).await, visitor(&database).await);
        let (first, second) = (code(1), code(1));
        let (one, other) = tokio::join!(
            join_as(&database, &first, newcomer(one, 2), now()),
            join_as(&database, &second, newcomer(other, 3), now()),
        );
        let joined = [one, other]
            .into_iter()
            .filter(|outcome| matches!(outcome, JoinOutcome::Joined(_)));
        assert_eq!(joined.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_code_runs_out_and_a_new_one_takes_its_place() {
    on_each_database(async |database| {
        let citizen = begin(&database, Side::Citizen, &code(1)).await.unwrap();
        let who = newcomer(visitor(&database).await, 2);
        assert_eq!(
            join_as(&database, &code(1), who, minutes(15)).await,
            JoinOutcome::Unknown
        );
        let renewed = renew_code(&database, SECRET, citizen, &code(2), minutes(20)).await;
        assert!(renewed.unwrap());
        assert!(matches!(
            join_as(&database, &code(2), who, minutes(21)).await,
            JoinOutcome::Joined(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_device_that_was_changed_for_another_has_left() {
    on_each_database(async |database| {
        let (citizen, helper, _) = two(&database).await;
        press_on(&database, citizen, Act::GoOn, "a").await;
        assert!(
            renew_code(&database, SECRET, citizen, &code(2), now())
                .await
                .unwrap()
        );
        assert_eq!(find(database.read(), helper).await.unwrap(), None);
        assert_eq!(
            press_on(&database, helper, Act::End, "b").await,
            ActOutcome::NotNow
        );
        let who = newcomer(visitor(&database).await, 9);
        let JoinOutcome::Joined(other) = join_as(&database, &code(2), who, now()).await else {
            panic!("the code is good");
        };
        assert_eq!(here(&database, other).await, "b", "the place is kept");
    })
    .await;
}

#[tokio::test]
async fn guesses_at_codes_are_limited() {
    on_each_database(async |database| {
        let who = newcomer(visitor(&database).await, 2);
        for guess in 0..GUESSES_A_DAY {
            let guess = code(100 + u32::try_from(guess).unwrap());
            assert_eq!(join_as(&database, &guess, who, now()).await, JoinOutcome::Unknown);
        }
        begin(&database, Side::Citizen, &code(1)).await.unwrap();
        assert_eq!(
            join_as(&database, &code(1), who, now()).await,
            JoinOutcome::TooManyGuesses
        );
    })
    .await;
}

#[tokio::test]
async fn a_code_that_somebody_has_is_drawn_again() {
    on_each_database(async |database| {
        begin(&database, Side::Citizen, &code(1)).await.unwrap();
        assert_eq!(begin(&database, Side::Helper, &code(1)).await, None);
    })
    .await;
}

#[tokio::test]
async fn only_the_citizen_moves_and_two_presses_move_once() {
    on_each_database(async |database| {
        let (citizen, helper, _) = two(&database).await;
        assert_eq!(
            press_on(&database, helper, Act::GoOn, "a").await,
            ActOutcome::NotNow
        );
        assert_eq!(
            press_on(&database, helper, Act::Propose, "a").await,
            ActOutcome::Taken
        );
        assert!(pairing(&database, citizen).await.together.is_proposed);
        assert_eq!(
            press_on(&database, citizen, Act::GoOn, "a").await,
            ActOutcome::Taken
        );
        assert_eq!(
            press_on(&database, citizen, Act::GoOn, "a").await,
            ActOutcome::NotNow
        );
        assert_eq!(here(&database, helper).await, "b");
        press_on(&database, citizen, Act::GoBack, "b").await;
        assert_eq!(here(&database, helper).await, "a");
    })
    .await;
}

#[tokio::test]
async fn what_was_gone_through_is_counted_for_the_helper_once() {
    on_each_database(async |database| {
        let (citizen, _, visitor) = two(&database).await;
        assert_eq!(helped(database.read(), visitor).await.unwrap().times, 0);
        for (what, seen) in [
            (Act::GoOn, "a"),
            (Act::GoBack, "b"),
            (Act::GoOn, "a"),
            (Act::GoOn, "b"),
            (Act::GoOn, "c"),
        ] {
            assert_eq!(press_on(&database, citizen, what, seen).await, ActOutcome::Taken);
        }
        let count = helped(database.read(), visitor).await.unwrap();
        assert_eq!((count.times, count.steps), (1, 3));
        let mut steps = passed(database.read(), citizen.pairing).await.unwrap();
        steps.sort();
        assert_eq!(steps, ["a", "b", "c"].map(step));
        assert!(pairing(&database, citizen).await.life.ended_at.is_some());
        assert_eq!(
            press_on(&database, citizen, Act::GoBack, "c").await,
            ActOutcome::NotNow
        );
    })
    .await;
}

#[tokio::test]
async fn no_tick_is_lost_when_both_tick_at_once() {
    on_each_database(async |database| {
        let (citizen, helper, _) = two(&database).await;
        let (line, unseen) = (step("a"), Presses::default());
        let (one, other) = tokio::join!(
            press(&database, citizen, &line, 1, unseen, now()),
            press(&database, helper, &line, 1, unseen, now()),
        );
        assert_eq!(
            (one.unwrap(), other.unwrap()),
            (ActOutcome::Taken, ActOutcome::Taken)
        );
        let kept = ticks(database.read(), citizen.pairing).await.unwrap();
        assert!(matches!(&kept[..], [(_, 1, presses)] if presses.is_ticked()));
        // The line was cut, and an old press comes once more.
        press(&database, helper, &line, 1, unseen, now()).await.unwrap();
        let kept = ticks(database.read(), citizen.pairing).await.unwrap();
        assert!(kept[0].2.is_ticked());
        press(&database, helper, &line, 1, kept[0].2, now())
            .await
            .unwrap();
        let kept = ticks(database.read(), citizen.pairing).await.unwrap();
        assert!(!kept[0].2.is_ticked(), "whoever sees it may take it away");
    })
    .await;
}

#[tokio::test]
async fn every_change_is_told_and_counted() {
    on_each_database(async |database| {
        let mut news = changes(&database);
        let (citizen, helper, _) = two(&database).await;
        assert_eq!(news.recv().await.unwrap(), citizen.pairing);
        let before = version(database.read(), citizen.pairing).await.unwrap().unwrap();
        press_on(&database, helper, Act::Propose, "a").await;
        assert_eq!(news.recv().await.unwrap(), citizen.pairing);
        let after = version(database.read(), citizen.pairing).await.unwrap().unwrap();
        assert_eq!(after, before + 1);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_done_after_an_hour_of_nothing() {
    on_each_database(async |database| {
        let (citizen, _, _) = two(&database).await;
        let late = act(&database, citizen, Act::GoOn, &step("a"), &outline(), minutes(60)).await;
        assert_eq!(late.unwrap(), ActOutcome::NotNow);
        assert_eq!(here(&database, citizen).await, "a");
    })
    .await;
}
