use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::criterion::Criterion;
use super::super::record::{FirstAnswer, LatestAnswer};
use super::super::review::Memory;
use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn step(number: u8) -> StepId {
    StepId::parse(&format!("s{number}")).unwrap()
}

fn course(number: u8) -> CourseId {
    CourseId::parse(&format!("k{number}")).unwrap()
}

/// Times, counts and answers come from a few values, so that ties are frequent.
fn any_time() -> impl Strategy<Value = Timestamp> {
    (0..3_i64).prop_map(at)
}

fn any_first() -> impl Strategy<Value = FirstAnswer> {
    (any_time(), any::<bool>(), any::<bool>()).prop_map(|(at, correct, hinted)| FirstAnswer {
        at,
        correct,
        hinted,
    })
}

fn any_latest() -> impl Strategy<Value = LatestAnswer> {
    let given = prop::collection::vec(prop::sample::select(vec!["a".to_owned(), "b".to_owned()]), 0..2);
    (any_time(), any::<bool>(), given).prop_map(|(at, correct, given)| LatestAnswer { at, correct, given })
}

fn any_step(number: u8) -> impl Strategy<Value = StepRecord> {
    let flags = (any::<bool>(), any::<bool>());
    let counts = (0..3_i64, 0..3_i64, 0..3_i64);
    (
        flags,
        counts,
        prop::option::of(any_first()),
        prop::option::of(any_latest()),
    )
        .prop_map(
            move |((done, solved), (attempts, failures, hints), first, latest)| StepRecord {
                step: step(number),
                done,
                attempts,
                failures,
                hints,
                first,
                latest,
                solved,
            },
        )
}

fn any_lesson() -> impl Strategy<Value = LessonRecord> {
    let criterion = prop::sample::select(vec![Criterion::Seen, Criterion::All, "1 of 2".parse().unwrap()]);
    let steps = prop::collection::btree_set((0..3_u8).prop_map(step), 0..3);
    (criterion, steps, any_time(), prop::option::of(any_time())).prop_map(
        |(criterion, steps, started_at, ready_at)| LessonRecord {
            lesson: LessonId::parse("lektion").unwrap(),
            criterion,
            steps,
            started_at,
            ready_at,
        },
    )
}

fn any_review(number: u8) -> impl Strategy<Value = ReviewCard> {
    (any_time(), any_time(), 1..4_u8, 1..4_u8).prop_map(move |(reviewed_at, due, stability, difficulty)| {
        ReviewCard {
            course: course(0),
            step: step(number),
            reviewed_at,
            due,
            memory: Memory::new(stability.into(), difficulty.into()).unwrap(),
        }
    })
}

fn any_course() -> impl Strategy<Value = CourseWork> {
    let steps = (prop::option::of(any_step(0)), prop::option::of(any_step(1)));
    let reviews = (prop::option::of(any_review(0)), prop::option::of(any_review(1)));
    (steps, prop::option::of(any_lesson()), reviews).prop_map(|(steps, lesson, reviews)| CourseWork {
        steps: [steps.0, steps.1]
            .into_iter()
            .flatten()
            .map(|step| (step.step.clone(), step))
            .collect(),
        lessons: lesson
            .into_iter()
            .map(|lesson| (lesson.lesson.clone(), lesson))
            .collect(),
        reviews: [reviews.0, reviews.1]
            .into_iter()
            .flatten()
            .map(|card| (card.step.clone(), card))
            .collect(),
    })
}

fn any_work() -> impl Strategy<Value = VisitorWork> {
    prop::collection::btree_map((0..3_u8).prop_map(course), any_course(), 0..3).prop_map(VisitorWork)
}

fn ids<K: Ord + Clone, V>(one: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> BTreeSet<K> {
    one.keys().chain(other.keys()).cloned().collect()
}

proptest! {
    #[test]
    fn it_does_not_matter_who_comes_first(one in any_work(), other in any_work()) {
        prop_assert_eq!(one.clone().merge(other.clone()), other.merge(one));
    }

    #[test]
    fn it_does_not_matter_in_what_order_several_are_merged(one in any_work(), two in any_work(), three in any_work()) {
        prop_assert_eq!(
            one.clone().merge(two.clone()).merge(three.clone()),
            one.merge(two.merge(three))
        );
    }

    #[test]
    fn it_does_not_matter_how_often(one in any_work(), other in any_work()) {
        let merged = one.clone().merge(other.clone());
        prop_assert_eq!(one.clone().merge(one.clone()), one.clone());
        prop_assert_eq!(merged.clone().merge(other), merged.clone());
        prop_assert_eq!(merged.clone().merge(one), merged);
    }

    #[test]
    fn nothing_is_lost(one in any_work(), other in any_work()) {
        let merged = one.clone().merge(other.clone());
        prop_assert_eq!(ids(&merged.0, &merged.0), ids(&one.0, &other.0));
        for side in [&one, &other] {
            for (id, before) in &side.0 {
                let after = &merged.0[id];
                prop_assert_eq!(ids(&after.steps, &before.steps), ids(&after.steps, &after.steps));
                for (id, before) in &before.steps {
                    let after = &after.steps[id];
                    prop_assert!(after.done >= before.done && after.solved >= before.solved);
                    prop_assert!(after.attempts >= before.attempts && after.hints >= before.hints);
                    prop_assert!(before.first.is_none_or(|first| after.first.unwrap() <= first));
                    prop_assert!(after.latest >= before.latest);
                }
                for (id, before) in &before.lessons {
                    let after = &after.lessons[id];
                    prop_assert!(after.started_at <= before.started_at);
                    prop_assert!(before.ready_at.is_none_or(|ready| after.ready_at.unwrap() <= ready));
                }
                for (id, before) in &before.reviews {
                    prop_assert!(after.reviews[id].reviewed_at >= before.reviewed_at);
                }
            }
        }
    }

    #[test]
    fn nothing_is_invented(one in any_work(), other in any_work()) {
        let merged = one.clone().merge(other.clone());
        for (id, after) in &merged.0 {
            let before = || [&one, &other].into_iter().filter_map(|side| side.0.get(id));
            for (id, step) in &after.steps {
                let steps = || before().filter_map(|course| course.steps.get(id));
                prop_assert!(steps().any(|before| before.first == step.first));
                prop_assert!(steps().any(|before| (&before.latest, before.failures) == (&step.latest, step.failures)));
            }
            for (id, card) in &after.reviews {
                prop_assert!(before().filter_map(|course| course.reviews.get(id)).any(|before| before == card));
            }
        }
    }

    #[test]
    fn the_receipt_adds_up(one in any_work(), other in any_work()) {
        let receipt = MergeReceipt::of(&one, &other, &one.clone().merge(other.clone()));
        let MergeReceipt { here, brought, together } = receipt;
        for (here, brought, together) in [
            (here.courses, brought.courses, together.courses),
            (here.steps, brought.steps, together.steps),
            (here.answers, brought.answers, together.answers),
        ] {
            prop_assert!(here.max(brought) <= together && together <= here + brought);
        }
    }
}

#[test]
fn two_halves_of_a_lesson_become_one_history() {
    let answered = |second, correct| {
        let mut record = StepRecord::untouched(step(0));
        record.answered(LatestAnswer {
            at: at(second),
            correct,
            given: vec![second.to_string()],
        });
        record
    };
    let mut at_home = answered(10, true);
    at_home.moved_on();
    let mut at_the_library = answered(20, false);
    at_the_library.hint_shown();
    let work = |record: StepRecord| {
        let steps = BTreeMap::from([(record.step.clone(), record)]);
        VisitorWork(BTreeMap::from([(
            course(0),
            CourseWork {
                steps,
                ..CourseWork::default()
            },
        )]))
    };
    let merged = work(at_the_library).merge(work(at_home));
    let record = &merged.0[&course(0)].steps[&step(0)];
    assert!(record.first.unwrap().correct && record.first.unwrap().at == at(10));
    assert_eq!(record.latest.as_ref().unwrap().given, ["20"]);
    assert!(
        record.done && record.solved && record.failures == 1 && record.hints == 1 && record.attempts == 1
    );
}
