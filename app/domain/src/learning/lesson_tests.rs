use proptest::prelude::*;

use super::super::record::{FirstAnswer, LatestAnswer};
use super::*;
use LessonState::{NotStarted, Practise, Ready};
use StepRole::{Optional, Reading, Task};

fn step(id: &str) -> StepId {
    StepId::parse(id).unwrap()
}

fn lesson(criterion: &str, steps: &[(&str, StepRole)]) -> LessonOutline {
    LessonOutline {
        id: LessonId::parse("lektion").unwrap(),
        criterion: criterion.parse().unwrap(),
        steps: steps
            .iter()
            .map(|(id, role)| StepOutline {
                id: step(id),
                role: *role,
            })
            .collect(),
    }
}

/// A lesson of tasks alone.
fn tasks(criterion: &str, ids: &[&str]) -> LessonOutline {
    let steps: Vec<_> = ids.iter().map(|id| (*id, Task)).collect();
    lesson(criterion, &steps)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn done(id: &str) -> StepRecord {
    StepRecord {
        done: true,
        ..StepRecord::untouched(step(id))
    }
}

/// A step that was answered at these seconds, right or wrong.
fn answered(id: &str, answers: &[(i64, bool)]) -> StepRecord {
    let mut record = StepRecord::untouched(step(id));
    for (second, correct) in answers {
        record.answered(LatestAnswer {
            at: at(*second),
            correct: *correct,
            given: vec![],
        });
    }
    record
}

fn hinted(id: &str, second: i64) -> StepRecord {
    let mut record = StepRecord::untouched(step(id));
    record.hint_shown();
    record.answered(LatestAnswer {
        at: at(second),
        correct: true,
        given: vec![],
    });
    record
}

/// State, reached and needed, of somebody whose goal is not frozen.
fn progress(lesson: &LessonOutline, records: &[StepRecord]) -> (LessonState, i64, i64) {
    parts(lesson.progress(records, None))
}

fn parts(progress: LessonProgress) -> (LessonState, i64, i64) {
    (progress.state, progress.reached, progress.needed)
}

#[test]
fn seen_asks_that_every_step_is_gone_through() {
    let lesson = lesson("seen", &[("a", Reading), ("b", Task)]);
    assert_eq!(progress(&lesson, &[]), (NotStarted, 0, 2));
    assert_eq!(progress(&lesson, &[done("a")]), (Practise, 1, 2));
    assert_eq!(
        progress(&lesson, &[done("a"), answered("b", &[(1, true)])]),
        (Practise, 1, 2)
    );
    assert_eq!(progress(&lesson, &[done("a"), done("b")]), (Ready, 2, 2));
}

#[test]
fn all_asks_that_every_task_is_solved_in_the_end() {
    let lesson = lesson("all", &[("a", Reading), ("b", Task), ("c", Task)]);
    assert_eq!(progress(&lesson, &[done("a")]), (Practise, 0, 2));
    let later = answered("b", &[(1, false), (2, false), (3, true), (4, false)]);
    assert_eq!(progress(&lesson, &[later.clone(), done("c")]), (Practise, 1, 2));
    assert_eq!(progress(&lesson, &[later, hinted("c", 5)]), (Ready, 2, 2));
}

#[test]
fn a_lesson_without_tasks_is_ready_when_it_has_been_gone_through() {
    for criterion in ["all", "1 of 1"] {
        let lesson = lesson(criterion, &[("a", Reading)]);
        assert_eq!(progress(&lesson, &[]), (NotStarted, 0, 1));
        assert_eq!(progress(&lesson, &[done("a")]), (Ready, 1, 1));
    }
}

#[test]
fn only_first_answers_without_a_hint_count_as_right() {
    let lesson = tasks("2 of 3", &["a", "b", "c", "d"]);
    let at_second_try = answered("a", &[(1, false), (2, true)]);
    let right = answered("b", &[(3, true)]);
    assert_eq!(
        progress(&lesson, &[at_second_try, hinted("c", 2), right.clone()]),
        (Practise, 1, 2)
    );
    let spoiled_later = answered("a", &[(1, true), (2, false)]);
    assert_eq!(progress(&lesson, &[spoiled_later, right]), (Ready, 2, 2));
}

#[test]
fn only_the_latest_first_answers_are_looked_back_on() {
    let lesson = tasks("2 of 2", &["a", "b", "c", "d"]);
    let [a, b, c] = [("a", 30, true), ("b", 20, false), ("c", 10, true)]
        .map(|(id, second, correct)| answered(id, &[(second, correct)]));
    // By their time and not by their place: c, b, a.
    assert_eq!(
        progress(&lesson, &[a.clone(), b.clone(), c.clone()]),
        (Practise, 1, 2)
    );
    assert_eq!(
        progress(&lesson, &[a, b, c, answered("d", &[(40, true)])]),
        (Ready, 2, 2)
    );
}

#[test]
fn a_wrong_answer_alone_is_a_start() {
    let lesson = tasks("1 of 1", &["a", "b"]);
    assert_eq!(
        progress(&lesson, &[answered("a", &[(1, false)])]),
        (Practise, 0, 1)
    );
    let mut hint = StepRecord::untouched(step("a"));
    hint.hint_shown();
    assert_eq!(progress(&lesson, &[hint]), (Practise, 0, 1));
}

#[test]
fn where_no_first_answer_is_left_it_is_enough_that_all_are_solved() {
    let lesson = tasks("2 of 2", &["a", "b"]);
    let a = answered("a", &[(1, false), (2, true)]);
    assert_eq!(
        progress(&lesson, &[a.clone(), answered("b", &[(3, false)])]),
        (Practise, 0, 2)
    );
    assert_eq!(
        progress(&lesson, &[a, answered("b", &[(3, false), (4, true)])]),
        (Ready, 2, 2)
    );
}

#[test]
fn optional_steps_never_count() {
    let plain = tasks("all", &["a"]);
    let deeper = lesson("all", &[("a", Task), ("more", Optional)]);
    for records in [
        vec![answered("a", &[(1, true)])],
        vec![answered("a", &[(1, false)])],
    ] {
        assert_eq!(progress(&plain, &records), progress(&deeper, &records));
        let more = [records, vec![answered("more", &[(2, true)])]].concat();
        assert_eq!(progress(&plain, &more), progress(&deeper, &more));
    }
    assert_eq!(
        progress(&deeper, &[done("more")]),
        (Practise, 0, 1),
        "they are a start all the same"
    );
    assert!(!LessonRecord::start(&plain, at(0)).is_new(&deeper.steps[1]));
    assert!(!LessonRecord::start(&deeper, at(0)).steps.contains(&step("more")));
}

#[test]
fn a_lesson_of_optional_steps_asks_for_nothing() {
    let lesson = lesson("seen", &[("more", Optional)]);
    assert_eq!(progress(&lesson, &[]), (NotStarted, 0, 0));
    assert_eq!(progress(&lesson, &[done("more")]), (Ready, 0, 0));
}

#[test]
fn what_has_been_learned_is_never_lost() {
    let lesson = tasks("1 of 1", &["a", "b"]);
    let mut records = vec![answered("a", &[(1, true)])];
    let mut begun = LessonRecord::start(&lesson, at(1));
    begun.note(lesson.progress(&records, Some(&begun)), at(2));
    records.push(answered("b", &[(3, false)]));
    assert_eq!(progress(&lesson, &records), (Practise, 0, 1));
    assert_eq!(parts(lesson.progress(&records, Some(&begun))), (Ready, 1, 1));
    begun.note(lesson.progress(&records, Some(&begun)), at(9));
    assert_eq!(begun.ready_at, Some(at(2)), "the first time stays");
}

#[test]
fn practice_is_not_noted() {
    let lesson = tasks("all", &["a"]);
    let mut begun = LessonRecord::start(&lesson, at(1));
    begun.note(
        lesson.progress(&[answered("a", &[(1, false)])], Some(&begun)),
        at(2),
    );
    assert_eq!(begun.ready_at, None);
}

#[test]
fn the_goal_is_the_one_of_the_beginning() {
    let begun = LessonRecord::start(&tasks("all", &["a", "b"]), at(0));
    let stricter = tasks("4 of 5", &["a", "b"]);
    let records = [answered("a", &[(1, false), (2, true)])];
    assert_eq!(parts(stricter.progress(&records, Some(&begun))), (Practise, 1, 2));
    assert_eq!(progress(&stricter, &records), (Practise, 0, 4));
}

#[test]
fn a_step_that_was_added_later_is_new_and_moves_no_goal() {
    let begun = LessonRecord::start(&tasks("all", &["a"]), at(0));
    let longer = tasks("all", &["a", "b"]);
    let records = [answered("a", &[(1, true)])];
    assert_eq!(parts(longer.progress(&records, Some(&begun))), (Ready, 1, 1));
    assert!(!begun.is_new(&longer.steps[0]) && begun.is_new(&longer.steps[1]));
}

#[test]
fn a_step_that_was_removed_stays_earned() {
    let begun = LessonRecord::start(&tasks("all", &["a", "b", "c"]), at(0));
    let shorter = tasks("all", &["b", "c"]);
    let records = [answered("a", &[(1, true)]), answered("b", &[(2, true)])];
    assert_eq!(parts(shorter.progress(&records, Some(&begun))), (Practise, 2, 3));
    let without_c = tasks("all", &["b"]);
    assert_eq!(parts(without_c.progress(&records, Some(&begun))), (Ready, 2, 2));

    let begun = LessonRecord::start(&tasks("2 of 3", &["a", "b", "c"]), at(0));
    assert_eq!(
        parts(tasks("2 of 3", &["b", "c"]).progress(&records, Some(&begun))),
        (Ready, 2, 2)
    );
}

#[test]
fn a_lesson_whose_steps_have_all_been_replaced_begins_anew() {
    let begun = LessonRecord::start(&tasks("all", &["a"]), at(0));
    let other = tasks("all", &["b", "c"]);
    assert_eq!(parts(other.progress(&[], Some(&begun))), (Practise, 0, 2));
    assert_eq!(
        parts(other.progress(&[answered("a", &[(1, true)])], Some(&begun))),
        (Ready, 1, 1)
    );
}

/// Any work on the steps `s0` to `s5`, with the moments of first answers all different.
fn any_records() -> impl Strategy<Value = Vec<StepRecord>> {
    let order = Just((0..6_i64).collect::<Vec<_>>()).prop_shuffle();
    let work = prop::collection::vec((any::<bool>(), any::<bool>(), 0..4_u8), 6);
    (order, work).prop_map(|(order, work)| {
        let records = order
            .into_iter()
            .zip(work)
            .zip(0..)
            .map(|((second, (done, hinted, kind)), number)| {
                let mut record = StepRecord::untouched(step(&format!("s{number}")));
                record.done = done;
                if kind > 0 {
                    record.first = Some(FirstAnswer {
                        at: at(second),
                        correct: kind == 3,
                        hinted,
                    });
                }
                record.solved = kind >= 2;
                (kind > 0 || done).then_some(record)
            });
        records.flatten().collect()
    })
}

fn any_criterion() -> impl Strategy<Value = Criterion> {
    let quota = (1..=6_u8).prop_flat_map(|of| {
        (1..=of).prop_map(move |right| Criterion::Latest(Quota::new(right, of).unwrap()))
    });
    prop_oneof![Just(Criterion::Seen), Just(Criterion::All), quota]
}

fn any_lesson() -> impl Strategy<Value = LessonOutline> {
    let role = prop_oneof![Just(Reading), Just(Task), Just(Optional)];
    let steps = prop::collection::vec(prop::option::weighted(0.8, role), 6);
    (any_criterion(), steps).prop_map(|(criterion, roles)| LessonOutline {
        id: LessonId::parse("lektion").unwrap(),
        criterion,
        steps: (0..)
            .zip(roles)
            .filter_map(|(number, role)| {
                Some(StepOutline {
                    id: step(&format!("s{number}")),
                    role: role?,
                })
            })
            .collect(),
    })
}

proptest! {
    /// Kolibri's rule, said in another way.
    #[test]
    fn the_latest_first_answers_are_counted_as_kolibri_counts_them(records in any_records(), right in 1..=6_u8, more in 0..6_u8) {
        let of = right + more;
        let lesson = tasks(&format!("{right} of {of}"), &["s0", "s1", "s2", "s3", "s4", "s5"]);
        let mut answers: Vec<_> = records.iter().filter_map(|record| record.first).map(|first| (first.at, first.counts())).collect();
        answers.sort();
        answers.reverse();
        answers.truncate(of.into());
        let counted = answers.iter().filter(|(_, counts)| *counts).count().min(right.into());
        let all_solved = records.iter().filter(|record| record.solved).count() == 6;
        let progress = lesson.progress(&records, None);
        if !all_solved {
            prop_assert_eq!(progress.reached, i64::try_from(counted).unwrap());
        }
        prop_assert_eq!(progress.state == Ready, all_solved || counted == usize::from(right));
        prop_assert_eq!(progress.state == NotStarted, records.is_empty());
    }

    #[test]
    fn a_goal_lies_between_nothing_and_all_of_it(lesson in any_lesson(), records in any_records()) {
        let (state, reached, needed) = progress(&lesson, &records);
        prop_assert!((0..=needed).contains(&reached));
        prop_assert_eq!(state == Ready, state != NotStarted && reached == needed);
    }

    #[test]
    fn whatever_becomes_of_the_content_ready_stays_ready(before in any_lesson(), after in any_lesson(), records in any_records()) {
        let mut begun = LessonRecord::start(&before, at(0));
        begun.note(before.progress(&records, Some(&begun)), at(9));
        if begun.ready_at.is_some() {
            prop_assert_eq!(after.progress(&records, Some(&begun)).state, Ready);
            prop_assert_eq!(after.progress(&[], Some(&begun)).state, Ready);
        }
    }

    #[test]
    fn steps_that_come_later_change_nothing(lesson in any_lesson(), records in any_records(), role in prop_oneof![Just(Reading), Just(Task), Just(Optional)]) {
        let begun = LessonRecord::start(&lesson, at(0));
        prop_assume!(!begun.steps.is_empty());
        let mut longer = lesson.clone();
        longer.steps.insert(0, StepOutline { id: step("new"), role });
        let more = [records.clone(), vec![answered("new", &[(99, false)])]].concat();
        prop_assert_eq!(longer.progress(&more, Some(&begun)), lesson.progress(&records, Some(&begun)));
    }

    #[test]
    fn removing_a_step_takes_nothing_from_anybody(lesson in any_lesson(), records in any_records(), removed in 0..6_usize) {
        let begun = LessonRecord::start(&lesson, at(0));
        let mut shorter = lesson.clone();
        prop_assume!(removed < shorter.steps.len());
        shorter.steps.remove(removed);
        let is_left = |id: &StepId| shorter.steps.iter().any(|step| step.id == *id);
        prop_assume!(begun.steps.iter().any(is_left));
        let before = lesson.progress(&records, Some(&begun));
        let after = shorter.progress(&records, Some(&begun));
        // reached / needed does not fall.
        let same_measure = lesson.steps[removed].role != Task || shorter.steps.iter().any(|step| step.role == Task);
        prop_assume!(same_measure);
        prop_assert!(before.reached * after.needed <= after.reached * before.needed, "{before:?} {after:?}");
    }
}
