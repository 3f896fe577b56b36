//! How far a visitor has come in a course, and where to go on.

use serde::{Deserialize, Serialize};

use super::criterion::Criterion;
use super::record::StepRecord;
use crate::count;
use crate::ids::{LessonId, StepId};

/// The order of a course, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseOutline {
    pub lessons: Vec<LessonOutline>,
}

/// The steps of a lesson, in order, and when it counts as learned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonOutline {
    pub id: LessonId,
    pub criterion: Criterion,
    pub steps: Vec<StepOutline>,
}

/// A step without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepOutline {
    pub id: StepId,
    pub role: StepRole,
}

/// What a step asks of a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepRole {
    /// To be gone through: a text, or a task that is not graded.
    Reading,
    /// It has a task that is answered right or wrong.
    Task,
    /// It deepens and may be skipped, so it counts for nothing, whatever task it has.
    Optional,
}

/// A step's place in its course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRef {
    pub lesson: LessonId,
    pub step: StepId,
}

/// How far a visitor has come in a course. Optional steps count for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseProgress {
    pub done: i64,
    pub total: i64,
    /// Where to go on; `None` when every step that counts is done.
    pub next: Option<StepRef>,
}

impl CourseOutline {
    /// Every step with its lesson, in order.
    pub fn steps(&self) -> impl Iterator<Item = StepRef> + '_ {
        self.places(|_| true)
    }

    /// The lesson that a step belongs to.
    pub fn lesson_of(&self, step: &StepId) -> Option<&LessonOutline> {
        let has_step = |lesson: &&LessonOutline| lesson.steps.iter().any(|other| other.id == *step);
        self.lessons.iter().find(has_step)
    }

    /// The steps before and after one, across lessons.
    pub fn neighbours(&self, step: &StepId) -> (Option<StepRef>, Option<StepRef>) {
        let all: Vec<_> = self.steps().collect();
        let Some(here) = all.iter().position(|place| place.step == *step) else {
            return (None, None);
        };
        let before = here.checked_sub(1).and_then(|index| all.get(index).cloned());
        (before, all.get(here + 1).cloned())
    }

    /// Progress, given what has been kept. Records of steps that the course no longer has count for nothing.
    pub fn progress(&self, records: &[StepRecord]) -> CourseProgress {
        let is_done = |step: &StepId| records.iter().any(|record| record.done && record.step == *step);
        let all: Vec<_> = self.places(StepOutline::is_required).collect();
        let done: Vec<_> = all.iter().filter(|place| is_done(&place.step)).collect();
        CourseProgress {
            done: count(&done),
            total: count(&all),
            next: all.iter().find(|place| !is_done(&place.step)).cloned(),
        }
    }

    fn places(&self, wanted: fn(&StepOutline) -> bool) -> impl Iterator<Item = StepRef> + '_ {
        self.lessons.iter().flat_map(move |lesson| {
            let steps = lesson.steps.iter().filter(move |step| wanted(step));
            steps.map(|step| StepRef {
                lesson: lesson.id.clone(),
                step: step.id.clone(),
            })
        })
    }
}

impl StepOutline {
    /// Whether the step counts towards anything.
    pub fn is_required(&self) -> bool {
        self.role != StepRole::Optional
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline() -> CourseOutline {
        let lesson = |id, steps: &[(&str, StepRole)]| LessonOutline {
            id: LessonId::parse(id).unwrap(),
            criterion: Criterion::Seen,
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
                lesson(
                    "a",
                    &[
                        ("a1", StepRole::Reading),
                        ("more", StepRole::Optional),
                        ("a2", StepRole::Task),
                    ],
                ),
                lesson("b", &[("b1", StepRole::Reading)]),
            ],
        }
    }

    fn done(step: &str) -> StepRecord {
        StepRecord {
            done: true,
            ..StepRecord::untouched(StepId::parse(step).unwrap())
        }
    }

    fn next(records: &[StepRecord]) -> Option<String> {
        outline()
            .progress(records)
            .next
            .map(|place| place.step.to_string())
    }

    #[test]
    fn one_goes_on_at_the_first_step_that_is_not_done() {
        assert_eq!(next(&[]).as_deref(), Some("a1"));
        assert_eq!(next(&[done("a1"), done("b1")]).as_deref(), Some("a2"));
        assert_eq!(next(&[done("a1"), done("a2"), done("b1")]), None);
    }

    #[test]
    fn an_answer_alone_does_not_finish_a_step() {
        let answered = StepRecord {
            done: false,
            solved: true,
            ..done("a1")
        };
        assert_eq!(next(&[answered]).as_deref(), Some("a1"));
    }

    #[test]
    fn a_step_that_was_removed_does_not_count() {
        assert_eq!(outline().progress(&[done("gone")]).done, 0);
    }

    #[test]
    fn an_optional_step_is_never_asked_for() {
        assert_eq!(next(&[done("a1")]).as_deref(), Some("a2"));
        let progress = outline().progress(&[done("a1"), done("more")]);
        assert_eq!((progress.done, progress.total), (1, 3));
    }

    #[test]
    fn neighbours_cross_from_lesson_to_lesson() {
        let step = |id| StepId::parse(id).unwrap();
        let (before, after) = outline().neighbours(&step("a2"));
        assert_eq!(before.unwrap().step, step("more"));
        assert_eq!(after.unwrap().lesson.as_str(), "b");
        assert_eq!(outline().neighbours(&step("b1")).1, None);
        assert_eq!(outline().neighbours(&step("gone")), (None, None));
    }
}
