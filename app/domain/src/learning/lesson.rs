//! How far a visitor has come in a lesson, and what of that is kept.
//!
//! The rule of "4 of 5" is Kolibri's: of the latest n tasks that were answered for the first time, m were right without a
//! hint. What a visitor is shown is a word, never a number, for adults are not graded.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::criterion::{Criterion, Quota};
use super::progress::{LessonOutline, StepOutline, StepRole};
use super::record::StepRecord;
use crate::count;
use crate::ids::{LessonId, StepId};
use crate::time::whole_second;

/// A lesson's goal as it was when a visitor began it, and when the goal was reached.
///
/// What counted then counts for as long as the visitor is remembered, so no change of the content moves the goal away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonRecord {
    pub lesson: LessonId,
    pub criterion: Criterion,
    /// The steps that counted then. Those that have come since are new.
    pub steps: BTreeSet<StepId>,
    pub started_at: Timestamp,
    /// Never taken back.
    pub ready_at: Option<Timestamp>,
}

/// How far a visitor has come in a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonProgress {
    pub state: LessonState,
    /// How much of `needed` has been reached. A lesson that is ready has all of it.
    pub reached: i64,
    /// Steps, or right answers, that make the lesson ready.
    pub needed: i64,
}

/// What is said of a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonState {
    /// Nothing has been done.
    NotStarted,
    /// "Øv mere".
    Practise,
    /// "Klar".
    Ready,
}

impl LessonRecord {
    /// Freezes a lesson's goal when a visitor begins it.
    pub fn start(lesson: &LessonOutline, now: Timestamp) -> Self {
        let required = lesson.steps.iter().filter(|step| step.is_required());
        Self {
            lesson: lesson.id.clone(),
            criterion: lesson.criterion,
            steps: required.map(|step| step.id.clone()).collect(),
            started_at: whole_second(now),
            ready_at: None,
        }
    }

    /// Notes that the goal has been reached, if it has. The first time stays.
    pub fn note(&mut self, progress: LessonProgress, now: Timestamp) {
        if progress.state == LessonState::Ready {
            self.ready_at.get_or_insert(whole_second(now));
        }
    }

    /// Whether a step counts for those who begin the lesson now, and has come since this visitor began.
    pub fn is_new(&self, step: &StepOutline) -> bool {
        step.is_required() && !self.steps.contains(&step.id)
    }
}

impl LessonOutline {
    /// How far a visitor has come. `begun` is what was kept when they began, `records` their work on the course.
    pub fn progress(&self, records: &[StepRecord], begun: Option<&LessonRecord>) -> LessonProgress {
        let (reached, needed) = Goal::of(self, records, begun).tally();
        let is_started = begun.is_some() || self.steps.iter().any(|step| record_of(records, step).is_some());
        let was_ready = begun.is_some_and(|begun| begun.ready_at.is_some());
        let (state, reached) = if !is_started {
            (LessonState::NotStarted, 0)
        } else if was_ready || reached >= needed {
            (LessonState::Ready, needed)
        } else {
            (LessonState::Practise, reached)
        };
        LessonProgress {
            state,
            reached,
            needed,
        }
    }
}

/// What a visitor is measured by.
struct Goal<'a> {
    criterion: Criterion,
    /// The steps that count, in order: tasks alone, unless the criterion is [`Criterion::Seen`].
    steps: Vec<&'a StepOutline>,
    /// What was earned on steps that the lesson no longer has. It stays earned.
    removed: Vec<&'a StepRecord>,
    records: &'a [StepRecord],
}

impl<'a> Goal<'a> {
    fn of(lesson: &'a LessonOutline, records: &'a [StepRecord], begun: Option<&LessonRecord>) -> Self {
        begun
            .map(|begun| Self::as_begun(lesson, records, begun))
            .filter(|goal| !goal.steps.is_empty() || !goal.removed.is_empty())
            // Nobody has begun, or nothing is left of what the visitor began with.
            .unwrap_or_else(|| {
                let steps = lesson.steps.iter().filter(|step| step.is_required());
                Self::new(lesson.criterion, steps.collect(), records)
            })
    }

    fn as_begun(lesson: &'a LessonOutline, records: &'a [StepRecord], begun: &LessonRecord) -> Self {
        let counts = |step: &&StepOutline| step.is_required() && begun.steps.contains(&step.id);
        let mut goal = Self::new(
            begun.criterion,
            lesson.steps.iter().filter(counts).collect(),
            records,
        );
        let is_removed = |record: &&StepRecord| {
            begun.steps.contains(&record.step) && lesson.steps.iter().all(|step| step.id != record.step)
        };
        let removed = records.iter().filter(is_removed);
        goal.removed = removed
            .filter(|record| is_earned(record, goal.criterion))
            .collect();
        goal
    }

    fn new(criterion: Criterion, mut steps: Vec<&'a StepOutline>, records: &'a [StepRecord]) -> Self {
        let is_task = |step: &StepOutline| step.role == StepRole::Task;
        let has_tasks = steps.iter().copied().any(is_task);
        let criterion = if has_tasks { criterion } else { Criterion::Seen };
        if criterion != Criterion::Seen {
            steps.retain(|step| is_task(step));
        }
        Self {
            criterion,
            steps,
            removed: Vec::new(),
            records,
        }
    }

    /// What has been reached, and what is needed.
    fn tally(&self) -> (i64, i64) {
        match self.criterion {
            Criterion::Seen => self.every(|record| record.done),
            Criterion::All => self.every(|record| record.solved),
            Criterion::Latest(quota) => self.right_among_latest(quota),
        }
    }

    fn every(&self, is_earned: fn(&StepRecord) -> bool) -> (i64, i64) {
        let earned: Vec<_> = self.work().filter(|record| is_earned(record)).collect();
        let removed = count(&self.removed);
        (count(&earned) + removed, count(&self.steps) + removed)
    }

    /// A task can be answered for the first time only once. So where all have been, nothing more could be reached, and it is
    /// enough that each has been solved in the end.
    fn right_among_latest(&self, quota: Quota) -> (i64, i64) {
        let (solved, all) = self.every(|record| record.solved);
        if solved == all {
            return (quota.right(), quota.right());
        }
        let work = self.work().chain(self.removed.iter().copied());
        let mut first_answers: Vec<_> = work.filter_map(|record| record.first).collect();
        first_answers.sort_by_key(|first| first.at);
        let latest = first_answers.iter().rev().take(quota.of());
        let right: Vec<_> = latest.filter(|first| first.counts()).collect();
        (count(&right).min(quota.right()), quota.right())
    }

    /// What has been done on the steps that count, in their order.
    fn work(&self) -> impl Iterator<Item = &'a StepRecord> {
        self.steps.iter().filter_map(|step| record_of(self.records, step))
    }
}

fn record_of<'a>(records: &'a [StepRecord], step: &StepOutline) -> Option<&'a StepRecord> {
    records.iter().find(|record| record.step == step.id)
}

/// Whether work on a step is worth keeping after the step has gone.
fn is_earned(record: &StepRecord, criterion: Criterion) -> bool {
    match criterion {
        Criterion::Latest(_) => record.first.is_some_and(|first| first.counts()),
        Criterion::Seen | Criterion::All => record.done || record.solved,
    }
}

#[cfg(test)]
#[path = "lesson_tests.rs"]
mod tests;
