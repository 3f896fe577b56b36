//! What is offered to somebody who is stuck. Nobody is left alone with a wrong answer, and nobody is told off for it.

use super::progress::{CourseOutline, LessonOutline, StepOutline, StepRef};
use super::record::StepRecord;
use crate::ids::{CourseId, StepId};

/// Wrong answers in a row after which help is offered. Kolibri counts a learner as needing help from the same number.
pub const FAILURES_UNTIL_HELP: i64 = 4;

/// Wrong answers in a row after which something easier is offered, even where hints are left.
const FAILURES_UNTIL_EASIER: i64 = 6;

/// Wrong answers in a row after which a person is offered, whatever else is left.
const FAILURES_UNTIL_PERSON: i64 = 8;

/// What is offered next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Help {
    /// There is a hint that has not been shown.
    Hint,
    /// An easier step: the one before in the same lesson.
    EarlierStep(StepRef),
    /// A course that this one builds on.
    EarlierCourse(CourseId),
    /// Somebody to ring, to write to, or to sit with.
    Person,
}

/// What a step has around it that may help.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    pub course: &'a CourseOutline,
    /// How many hints the step has, the explanation of how to find the answer included.
    pub hints: i64,
    /// Courses that this one builds on and that the visitor has not finished, the best one first.
    pub prerequisites: &'a [CourseId],
}

/// What to offer to somebody who has this record; `None` while they can do without.
pub fn help(around: Surroundings<'_>, record: &StepRecord) -> Option<Help> {
    let hint = || (record.hints < around.hints).then_some(Help::Hint);
    let easier = || easier(around, &record.step);
    match record.failures {
        ..FAILURES_UNTIL_HELP => None,
        FAILURES_UNTIL_HELP..FAILURES_UNTIL_EASIER => hint().or_else(easier).or(Some(Help::Person)),
        FAILURES_UNTIL_EASIER..FAILURES_UNTIL_PERSON => easier().or(Some(Help::Person)),
        _ => Some(Help::Person),
    }
}

fn easier(around: Surroundings<'_>, step: &StepId) -> Option<Help> {
    let earlier_step = around
        .course
        .lessons
        .iter()
        .find_map(|lesson| step_before(lesson, step));
    let earlier_course = || around.prerequisites.first().cloned();
    earlier_step
        .map(Help::EarlierStep)
        .or_else(|| earlier_course().map(Help::EarlierCourse))
}

fn step_before(lesson: &LessonOutline, step: &StepId) -> Option<StepRef> {
    let here = lesson.steps.iter().position(|other| other.id == *step)?;
    let before = lesson.steps[..here]
        .iter()
        .rfind(|step| StepOutline::is_required(step))?;
    Some(StepRef {
        lesson: lesson.id.clone(),
        step: before.id.clone(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::criterion::Criterion;
    use super::super::progress::StepRole;
    use super::*;
    use crate::ids::LessonId;

    fn course() -> CourseOutline {
        let lesson = |id: &str, steps: &[(&str, StepRole)]| LessonOutline {
            id: LessonId::parse(id).unwrap(),
            criterion: Criterion::All,
            steps: steps
                .iter()
                .map(|(id, role)| StepOutline {
                    id: StepId::parse(id).unwrap(),
                    role: *role,
                })
                .collect(),
        };
        CourseOutline {
            lessons: vec![
                lesson("a", &[("a1", StepRole::Task)]),
                lesson(
                    "b",
                    &[
                        ("b1", StepRole::Task),
                        ("more", StepRole::Optional),
                        ("b2", StepRole::Task),
                    ],
                ),
            ],
        }
    }

    /// What is offered on a step with two hints.
    fn offered(step: &str, failures: i64, hints_shown: i64, prerequisites: &[&str]) -> Option<Help> {
        let prerequisites: Vec<_> = prerequisites
            .iter()
            .map(|id| CourseId::parse(id).unwrap())
            .collect();
        let around = Surroundings {
            course: &course(),
            hints: 2,
            prerequisites: &prerequisites,
        };
        let record = StepRecord {
            failures,
            hints: hints_shown,
            ..StepRecord::untouched(StepId::parse(step).unwrap())
        };
        help(around, &record)
    }

    fn earlier_step() -> Help {
        let (lesson, step) = (LessonId::parse("b").unwrap(), StepId::parse("b1").unwrap());
        Help::EarlierStep(StepRef { lesson, step })
    }

    #[test]
    fn help_comes_step_by_step() {
        let offers: Vec<_> = (3..=8).map(|failures| offered("b2", failures, 0, &[])).collect();
        assert_eq!(
            offers,
            [
                None,
                Some(Help::Hint),
                Some(Help::Hint),
                Some(earlier_step()),
                Some(earlier_step()),
                Some(Help::Person)
            ]
        );
    }

    #[test]
    fn what_is_used_up_is_not_offered() {
        assert_eq!(offered("b2", 4, 1, &[]), Some(Help::Hint));
        assert_eq!(offered("b2", 4, 2, &[]), Some(earlier_step()));
        assert_eq!(offered("b1", 4, 2, &[]), Some(Help::Person));
    }

    #[test]
    fn before_a_lesson_s_first_step_there_is_the_course_it_builds_on() {
        let course = CourseId::parse("mus-og-tastatur").unwrap();
        assert_eq!(
            offered("b1", 6, 0, &["mus-og-tastatur", "andet"]),
            Some(Help::EarlierCourse(course))
        );
        assert_eq!(offered("b2", 6, 0, &["mus-og-tastatur"]), Some(earlier_step()));
        assert_eq!(offered("gone", 6, 0, &[]), Some(Help::Person));
    }

    proptest! {
        #[test]
        fn help_is_never_taken_back(failures in 0..20_i64, hints in 0..4_i64) {
            let rung = |failures| match offered("b2", failures, hints, &[]) {
                None => 0,
                Some(Help::Hint) => 1,
                Some(Help::EarlierStep(_) | Help::EarlierCourse(_)) => 2,
                Some(Help::Person) => 3,
            };
            prop_assert!(rung(failures) <= rung(failures + 1));
            prop_assert_eq!(rung(failures) > 0, failures >= FAILURES_UNTIL_HELP);
        }
    }
}
