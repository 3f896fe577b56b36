//! Bringing together what two visitors have, who turn out to be one person.
//!
//! Merging is a join: it does not matter which of the two comes first, in what order several are merged, or how often. So
//! it can be tried again after any failure. What both have is therefore not added up: of two counts the larger one is kept.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::lesson::LessonRecord;
use super::record::StepRecord;
use super::review::ReviewCard;
use crate::ids::{CourseId, LessonId, StepId};

/// All that is kept of a visitor's learning, by course.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitorWork(pub BTreeMap<CourseId, CourseWork>);

/// What is kept of a visitor's work on one course, each by its own id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CourseWork {
    pub steps: BTreeMap<StepId, StepRecord>,
    pub lessons: BTreeMap<LessonId, LessonRecord>,
    pub reviews: BTreeMap<StepId, ReviewCard>,
}

/// What came from where, to be told in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeReceipt {
    /// What was on this device.
    pub here: WorkCount,
    /// What the code brought.
    pub brought: WorkCount,
    /// What there is now. What both had is counted once.
    pub together: WorkCount,
}

/// How much somebody has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WorkCount {
    pub courses: i64,
    /// Steps on which something has been done.
    pub steps: i64,
    pub answers: i64,
}

impl VisitorWork {
    /// What both have, together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self(join_by_key(self.0, other.0, join_courses))
    }

    /// How much it is.
    pub fn count(&self) -> WorkCount {
        let steps = || self.0.values().flat_map(|course| course.steps.values());
        WorkCount {
            courses: whole(self.0.len()),
            steps: whole(steps().count()),
            answers: steps().map(|step| step.attempts).sum(),
        }
    }
}

impl MergeReceipt {
    /// What came of merging `here` and `brought`.
    pub fn of(here: &VisitorWork, brought: &VisitorWork, together: &VisitorWork) -> Self {
        Self {
            here: here.count(),
            brought: brought.count(),
            together: together.count(),
        }
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn join_by_key<K: Ord, V>(one: BTreeMap<K, V>, other: BTreeMap<K, V>, join: fn(V, V) -> V) -> BTreeMap<K, V> {
    let mut joined = one;
    for (key, value) in other {
        let value = match joined.remove(&key) {
            Some(here) => join(here, value),
            None => value,
        };
        joined.insert(key, value);
    }
    joined
}

fn join_courses(one: CourseWork, other: CourseWork) -> CourseWork {
    CourseWork {
        steps: join_by_key(one.steps, other.steps, join_steps),
        lessons: join_by_key(one.lessons, other.lessons, join_lessons),
        reviews: join_by_key(one.reviews, other.reviews, join_reviews),
    }
}

/// The first answer is the earliest, the latest the latest. How often somebody has failed in a row goes with the latest.
fn join_steps(one: StepRecord, other: StepRecord) -> StepRecord {
    let (latest, failures) = (one.latest, one.failures).max((other.latest, other.failures));
    StepRecord {
        step: one.step,
        done: one.done || other.done,
        attempts: one.attempts.max(other.attempts),
        failures,
        hints: one.hints.max(other.hints),
        first: earliest(one.first, other.first),
        latest,
        solved: one.solved || other.solved,
    }
}

/// The goal is that of the earlier beginning, and was reached when the first of the two reached theirs.
fn join_lessons(one: LessonRecord, other: LessonRecord) -> LessonRecord {
    let ready_at: Option<Timestamp> = earliest(one.ready_at, other.ready_at);
    let begun_first = if beginning(&one) <= beginning(&other) {
        one
    } else {
        other
    };
    LessonRecord {
        ready_at,
        ..begun_first
    }
}

fn beginning(lesson: &LessonRecord) -> impl Ord + '_ {
    (lesson.started_at, lesson.criterion, &lesson.steps)
}

/// The latest review knows best.
fn join_reviews(one: ReviewCard, other: ReviewCard) -> ReviewCard {
    let knowledge = |card: &ReviewCard| (card.reviewed_at, card.due, card.memory);
    if knowledge(&one) >= knowledge(&other) {
        one
    } else {
        other
    }
}

fn earliest<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
