//! What is kept of a visitor's work on one step, and how it changes.

use jiff::Timestamp;

use crate::ids::StepId;
use crate::time::whole_second;

/// What is kept of a visitor's work on one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRecord {
    pub step: StepId,
    /// The visitor has moved on from it.
    pub done: bool,
    /// How often its task has been answered.
    pub attempts: i64,
    /// Wrong answers since the last right one.
    pub failures: i64,
    /// Hints that have been shown, explanations of how to find the answer among them.
    pub hints: i64,
    pub first: Option<FirstAnswer>,
    pub latest: Option<LatestAnswer>,
    /// It has been answered right at some time.
    pub solved: bool,
}

/// The first answer ever. It never changes, so it tells what somebody knew beforehand.
///
/// Answers are ordered by their time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FirstAnswer {
    /// To the second.
    pub at: Timestamp,
    pub correct: bool,
    /// A hint had been shown before it.
    pub hinted: bool,
}

/// The latest answer. Answers are ordered by their time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LatestAnswer {
    /// To the second.
    pub at: Timestamp,
    pub correct: bool,
    /// What was chosen or typed, as the form sent it; what it means depends on the kind of task.
    pub given: Vec<String>,
}

impl FirstAnswer {
    /// Right, and without help. Only such answers count towards a criterion that looks at first answers.
    pub fn counts(&self) -> bool {
        self.correct && !self.hinted
    }
}

impl StepRecord {
    /// A step on which nothing has been done yet.
    pub fn untouched(step: StepId) -> Self {
        Self {
            step,
            done: false,
            attempts: 0,
            failures: 0,
            hints: 0,
            first: None,
            latest: None,
            solved: false,
        }
    }

    /// The task has been answered.
    pub fn answered(&mut self, answer: LatestAnswer) {
        let at = whole_second(answer.at);
        let correct = answer.correct;
        self.first.get_or_insert(FirstAnswer {
            at,
            correct,
            hinted: self.hints > 0,
        });
        self.attempts += 1;
        self.failures = if correct { 0 } else { self.failures + 1 };
        self.solved |= correct;
        self.latest = Some(LatestAnswer { at, ..answer });
    }

    /// Something has been done that is neither right nor wrong: a press in an exercise that leads on, or beginning it again.
    pub fn went_on(&mut self, at: Timestamp, given: Vec<String>) {
        self.latest = Some(LatestAnswer {
            at: whole_second(at),
            correct: false,
            given,
        });
    }

    /// A hint has been shown.
    pub fn hint_shown(&mut self) {
        self.hints += 1;
    }

    /// The visitor has moved on.
    pub fn moved_on(&mut self) {
        self.done = true;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn step() -> StepRecord {
        StepRecord::untouched(StepId::parse("trin").unwrap())
    }

    fn answer(second: i64, correct: bool) -> LatestAnswer {
        LatestAnswer {
            at: Timestamp::from_second(second).unwrap(),
            correct,
            given: vec![format!("{second}")],
        }
    }

    #[test]
    fn the_first_answer_never_changes() {
        let mut record = step();
        record.answered(answer(1, false));
        record.hint_shown();
        record.answered(answer(2, true));
        let first = record.first.unwrap();
        assert_eq!(
            (first.at.as_second(), first.correct, first.hinted),
            (1, false, false)
        );
        assert_eq!(record.latest, Some(answer(2, true)));
    }

    #[test]
    fn an_answer_after_a_hint_is_hinted() {
        let mut record = step();
        record.hint_shown();
        record.answered(answer(1, true));
        let first = record.first.unwrap();
        assert!(first.hinted && first.correct && !first.counts());
    }

    #[test]
    fn a_right_answer_forgives_the_wrong_ones() {
        let mut record = step();
        for second in 0..3 {
            record.answered(answer(second, false));
        }
        assert_eq!(record.failures, 3);
        record.answered(answer(3, true));
        record.answered(answer(4, false));
        assert_eq!((record.failures, record.attempts), (1, 5));
        assert!(record.solved, "what was solved once stays solved");
    }

    #[test]
    fn going_on_is_no_answer() {
        let mut record = step();
        record.went_on(Timestamp::from_second(1).unwrap(), vec!["aabn".into()]);
        assert_eq!((record.attempts, record.failures, record.first), (0, 0, None));
        assert_eq!(record.latest.unwrap().given, ["aabn"]);
    }

    #[test]
    fn times_are_kept_to_the_second() {
        let mut record = step();
        record.answered(LatestAnswer {
            at: "2026-11-21T09:00:00.987Z".parse().unwrap(),
            ..answer(0, true)
        });
        let second = "2026-11-21T09:00:00Z".parse().unwrap();
        assert_eq!(record.first.unwrap().at, second);
        assert_eq!(record.latest.unwrap().at, second);
    }

    proptest! {
        #[test]
        fn a_record_tells_one_story(events in prop::collection::vec(0..4_u8, 0..30)) {
            let mut record = step();
            for (second, event) in (0..).zip(&events) {
                match event {
                    0 => record.answered(answer(second, false)),
                    1 => record.answered(answer(second, true)),
                    2 => record.hint_shown(),
                    _ => record.moved_on(),
                }
            }
            let count = |wanted: &[u8]| i64::try_from(events.iter().filter(|event| wanted.contains(event)).count()).unwrap();
            prop_assert_eq!(record.attempts, count(&[0, 1]));
            prop_assert_eq!(record.hints, count(&[2]));
            prop_assert_eq!(record.solved, count(&[1]) > 0);
            prop_assert_eq!(record.done, count(&[3]) > 0);
            prop_assert_eq!(record.first.is_some(), record.attempts > 0);
            prop_assert_eq!(record.latest.is_some(), record.attempts > 0);
            prop_assert!(record.failures <= record.attempts);
            prop_assert_eq!(record.latest.is_some_and(|latest| latest.correct), record.attempts > 0 && record.failures == 0);
        }
    }
}
