//! How far a visitor has come in a course, and where to go on.

use serde::{Deserialize, Serialize};

use crate::count;
use crate::ids::{LessonId, StepId};

/// The order of a course, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseOutline {
    pub lessons: Vec<LessonOutline>,
}

/// The steps of a lesson, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonOutline {
    pub id: LessonId,
    pub steps: Vec<StepId>,
}

/// A step's place in its course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRef {
    pub lesson: LessonId,
    pub step: StepId,
}

/// What is kept of a visitor's work on one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRecord {
    pub step: StepId,
    /// The visitor has moved on from it.
    pub done: bool,
    /// The latest answer was right; `None` where nothing has been answered.
    pub correct: Option<bool>,
}

/// How far a visitor has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseProgress {
    pub done: i64,
    pub total: i64,
    /// Where to go on; `None` when every step is done.
    pub next: Option<StepRef>,
}

impl CourseOutline {
    /// Every step with its lesson, in order.
    pub fn steps(&self) -> impl Iterator<Item = StepRef> + '_ {
        self.lessons.iter().flat_map(|lesson| {
            lesson.steps.iter().map(|step| StepRef {
                lesson: lesson.id.clone(),
                step: step.clone(),
            })
        })
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
        let all: Vec<_> = self.steps().collect();
        let done: Vec<_> = all.iter().filter(|place| is_done(&place.step)).collect();
        CourseProgress {
            done: count(&done),
            total: count(&all),
            next: all.iter().find(|place| !is_done(&place.step)).cloned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline() -> CourseOutline {
        let lesson = |id: &str, steps: &[&str]| LessonOutline {
            id: LessonId::parse(id).unwrap(),
            steps: steps.iter().map(|step| StepId::parse(step).unwrap()).collect(),
        };
        CourseOutline {
            lessons: vec![lesson("a", &["a1", "a2"]), lesson("b", &["b1"])],
        }
    }

    fn done(step: &str) -> StepRecord {
        StepRecord {
            step: StepId::parse(step).unwrap(),
            done: true,
            correct: None,
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
            correct: Some(true),
            ..done("a1")
        };
        assert_eq!(next(&[answered]).as_deref(), Some("a1"));
    }

    #[test]
    fn a_step_that_was_removed_does_not_count() {
        assert_eq!(outline().progress(&[done("gone")]).done, 0);
    }

    #[test]
    fn neighbours_cross_from_lesson_to_lesson() {
        let step = |id| StepId::parse(id).unwrap();
        let (before, after) = outline().neighbours(&step("a2"));
        assert_eq!(before.unwrap().step, step("a1"));
        assert_eq!(after.unwrap().lesson.as_str(), "b");
        assert_eq!(outline().neighbours(&step("b1")).1, None);
        assert_eq!(outline().neighbours(&step("gone")), (None, None));
    }
}
