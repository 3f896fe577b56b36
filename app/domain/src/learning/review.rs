//! What was missed comes back, when it is about to be forgotten: three minutes at a time.
//!
//! When an item comes back follows from a model of memory. The model is FSRS; its crate brings a dozen others that the
//! browser has no use for, so it lives in the store, behind [`MemoryModel`].

use std::cmp::Ordering;

use jiff::{Span, Timestamp};
use thiserror::Error;

use super::record::StepRecord;
use crate::ids::{CourseId, StepId};
use crate::time::{date_in_denmark, moment_in_denmark, whole_second};

/// Items in one sitting: three minutes, at some twenty seconds each.
pub const SITTING: usize = 8;

/// The longest time until an item comes back, in days. A visitor who stays away for as long is forgotten.
pub const LONGEST_INTERVAL_DAYS: u32 = 180;

/// How well an item is remembered, in the two numbers of FSRS.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    stability: f64,
    difficulty: f64,
}

/// Numbers are no memory: stability is positive, and difficulty from 1 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("stability must be positive, and difficulty from 1 to 10")]
pub struct InvalidMemory;

impl Memory {
    /// Accepts a positive, finite `stability` and a `difficulty` from 1 to 10.
    pub fn new(stability: f64, difficulty: f64) -> Result<Self, InvalidMemory> {
        let is_valid = stability.is_finite() && stability > 0.0 && (1.0..=10.0).contains(&difficulty);
        is_valid
            .then_some(Self {
                stability,
                difficulty,
            })
            .ok_or(InvalidMemory)
    }

    /// Days after which nine of ten people still remember.
    pub fn stability(self) -> f64 {
        self.stability
    }

    /// From 1, easy, to 10: how slowly stability grows.
    pub fn difficulty(self) -> f64 {
        self.difficulty
    }
}

impl Eq for Memory {}

impl Ord for Memory {
    /// By stability. Numbers that are neither missing nor negative have an order.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_stability = self.stability.total_cmp(&other.stability);
        by_stability.then_with(|| self.difficulty.total_cmp(&other.difficulty))
    }
}

impl PartialOrd for Memory {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether an item was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recall {
    /// The answer was wrong.
    Again,
    /// It was right.
    Good,
}

/// Tells how memory changes with each recall.
pub trait MemoryModel {
    /// What follows from a recall `elapsed_days` after the one before. `before` is `None` for an item that is new.
    fn forecast(&self, before: Option<Memory>, elapsed_days: u32, recall: Recall) -> Forecast;
}

/// A memory, and when it should be refreshed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    pub memory: Memory,
    pub interval_days: u32,
}

/// A missed item and when it comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewCard {
    pub course: CourseId,
    pub step: StepId,
    /// When it was answered last, to the second.
    pub reviewed_at: Timestamp,
    /// The beginning of a day in Denmark.
    pub due: Timestamp,
    pub memory: Memory,
}

impl ReviewCard {
    /// The card of a step whose first answer was wrong, or right with a hint; `None` where nothing was missed.
    pub fn of_missed(model: &impl MemoryModel, course: &CourseId, record: &StepRecord) -> Option<Self> {
        let missed = record.first.filter(|first| !first.counts())?;
        let forecast = model.forecast(None, 0, Recall::Again);
        Some(Self::after(
            forecast,
            course.clone(),
            record.step.clone(),
            missed.at,
        ))
    }

    /// Whether it is time for the item.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.due <= now
    }

    /// The card after an answer. `None` before the item is due: practice on the same day says nothing about memory, and a
    /// button that is pressed twice counts once.
    pub fn answered(&self, model: &impl MemoryModel, recall: Recall, now: Timestamp) -> Option<Self> {
        let elapsed = days_between(self.reviewed_at, now);
        let forecast = || model.forecast(Some(self.memory), elapsed, recall);
        self.is_due(now)
            .then(|| Self::after(forecast(), self.course.clone(), self.step.clone(), now))
    }

    fn after(forecast: Forecast, course: CourseId, step: StepId, now: Timestamp) -> Self {
        let days = forecast.interval_days.clamp(1, LONGEST_INTERVAL_DAYS);
        Self {
            course,
            step,
            reviewed_at: whole_second(now),
            due: start_of_day(now, days),
            memory: forecast.memory,
        }
    }
}

/// The items of one sitting: the most overdue first, at most [`SITTING`].
pub fn sitting(cards: &[ReviewCard], now: Timestamp) -> Vec<&ReviewCard> {
    let mut due: Vec<_> = cards.iter().filter(|card| card.is_due(now)).collect();
    due.sort_by_key(|card| (card.due, &card.course, &card.step));
    due.truncate(SITTING);
    due
}

/// Days are the calendar's in Denmark: what is due tomorrow can be done at breakfast.
fn days_between(before: Timestamp, now: Timestamp) -> u32 {
    let days = (date_in_denmark(now) - date_in_denmark(before)).get_days();
    u32::try_from(days).unwrap_or_default()
}

fn start_of_day(now: Timestamp, days_later: u32) -> Timestamp {
    let date = date_in_denmark(now).saturating_add(Span::new().days(days_later));
    // At the calendar's end (year 9999) there is no such day.
    moment_in_denmark(date.at(0, 0, 0, 0)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::record::LatestAnswer;
    use super::*;

    /// Remembers twice as long each time, and begins anew after forgetting. Difficulty tells how many days had gone.
    struct Doubling;

    impl MemoryModel for Doubling {
        fn forecast(&self, before: Option<Memory>, elapsed_days: u32, recall: Recall) -> Forecast {
            let days = match (before, recall) {
                (Some(memory), Recall::Good) => memory.stability() * 2.0,
                _ => 1.0,
            };
            Forecast {
                memory: Memory::new(days, f64::from(elapsed_days).clamp(1.0, 10.0)).unwrap(),
                interval_days: (1..=1 << 20).find(|whole| f64::from(*whole) >= days).unwrap(),
            }
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn course() -> CourseId {
        CourseId::parse("kursus").unwrap()
    }

    fn record(answers: &[bool]) -> StepRecord {
        let mut record = StepRecord::untouched(StepId::parse("trin").unwrap());
        for correct in answers {
            record.answered(LatestAnswer {
                at: at("2026-11-21T19:00:00Z"),
                correct: *correct,
                given: vec![],
            });
        }
        record
    }

    fn missed() -> ReviewCard {
        ReviewCard::of_missed(&Doubling, &course(), &record(&[false])).unwrap()
    }

    #[test]
    fn what_was_missed_comes_back_the_next_morning() {
        let card = missed();
        assert_eq!(card.reviewed_at, at("2026-11-21T19:00:00Z"));
        assert_eq!(card.due, at("2026-11-21T23:00:00Z"), "midnight in Denmark");
        assert!(!card.is_due(at("2026-11-21T22:59:59Z")) && card.is_due(card.due));
    }

    #[test]
    fn only_what_was_missed_comes_back() {
        let card = |record| ReviewCard::of_missed(&Doubling, &course(), &record);
        assert_eq!(card(record(&[])), None);
        assert_eq!(card(record(&[true, false])), None);
        assert!(card(record(&[false, true])).is_some());
        let mut hinted = record(&[]);
        hinted.hint_shown();
        hinted.answered(LatestAnswer {
            at: at("2026-11-21T19:00:00Z"),
            correct: true,
            given: vec![],
        });
        assert!(card(hinted).is_some());
    }

    #[test]
    fn an_answer_before_its_time_changes_nothing() {
        let card = missed();
        assert_eq!(
            card.answered(&Doubling, Recall::Good, at("2026-11-21T20:00:00Z")),
            None
        );
        let again = card.answered(&Doubling, Recall::Again, card.due).unwrap();
        assert_eq!(
            again.answered(&Doubling, Recall::Again, card.due),
            None,
            "pressed twice"
        );
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let late_and_early = [
            ("2026-11-22T06:00:00Z", 1.0),
            ("2026-11-24T22:59:59Z", 3.0),
            ("2026-11-24T23:00:00Z", 4.0),
        ];
        for (now, days) in late_and_early {
            let after = missed().answered(&Doubling, Recall::Good, at(now)).unwrap();
            assert_eq!(after.memory, Memory::new(2.0, days).unwrap(), "{now}");
        }
    }

    #[test]
    fn nothing_is_put_off_for_longer_than_a_visitor_is_remembered() {
        let card = ReviewCard {
            memory: Memory::new(500.0, 5.0).unwrap(),
            ..missed()
        };
        let after = card
            .answered(&Doubling, Recall::Good, at("2026-11-30T12:00:00Z"))
            .unwrap();
        assert_eq!(after.due, at("2027-05-28T22:00:00Z"));
    }

    #[test]
    fn a_memory_has_sensible_numbers() {
        for (stability, difficulty) in [
            (0.0, 5.0),
            (-1.0, 5.0),
            (f64::NAN, 5.0),
            (f64::INFINITY, 5.0),
            (1.0, 0.9),
            (1.0, 10.1),
            (1.0, f64::NAN),
        ] {
            assert_eq!(Memory::new(stability, difficulty), Err(InvalidMemory));
        }
    }

    proptest! {
        #[test]
        fn a_sitting_is_short_and_begins_with_the_most_overdue(dues in prop::collection::vec(-30..30_i64, 0..40)) {
            let now = at("2026-11-21T12:00:00Z");
            let cards: Vec<_> = dues
                .iter()
                .map(|days| ReviewCard { due: now + jiff::SignedDuration::from_hours(days * 24), ..missed() })
                .collect();
            let sitting = sitting(&cards, now);
            let due = cards.iter().filter(|card| card.is_due(now)).count();
            prop_assert_eq!(sitting.len(), due.min(SITTING));
            prop_assert!(sitting.is_sorted_by_key(|card| card.due));
            let last = sitting.last().map(|card| card.due);
            let left_out = cards.iter().filter(|card| card.is_due(now) && Some(card.due) < last).count();
            prop_assert!(left_out < SITTING);
        }
    }
}
