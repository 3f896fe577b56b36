//! When a child is ready for the next level, and when an easier one helps more.

use serde::{Deserialize, Serialize};

use super::kind::Level;

/// How many first answers are looked back on.
const LOOK_BACK: usize = 12;

/// So many of the latest twelve, right at once and without a hint, are enough for the next level.
const READY: usize = 10;

/// So many of the latest six that were not right at once say that an easier level would help.
const STRUGGLING: usize = 5;
const STRUGGLE_LOOK_BACK: usize = 6;

/// How a drill has gone of late: the first answers to its latest exercises, the latest last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Practice(Vec<FirstAnswer>);

/// How the first answer to an exercise went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstAnswer {
    /// Right at once, without a hint.
    Right,
    /// Wrong, or after a hint.
    NotYet,
}

/// What is advised after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    Harder(Level),
    Easier(Level),
    /// The hardest level goes well: time for something else.
    Mastered,
}

impl Practice {
    /// Notes the first answer to an exercise.
    pub fn note(&mut self, answer: FirstAnswer) {
        self.0.push(answer);
        let surplus = self.0.len().saturating_sub(LOOK_BACK);
        self.0.drain(..surplus);
    }

    /// How many of the latest are right.
    pub fn right(&self) -> i64 {
        i64::try_from(right(&self.0)).unwrap_or(i64::MAX)
    }

    /// How many are looked back on so far.
    pub fn answered(&self) -> i64 {
        crate::count(&self.0)
    }

    /// The level somebody has come to who practises at this one.
    pub fn reached(&self, level: Level) -> Level {
        match self.advice(level) {
            Some(Advice::Harder(harder)) => harder,
            _ => level,
        }
    }

    /// What is advised to somebody who practises at a level, if anything.
    pub fn advice(&self, level: Level) -> Option<Advice> {
        if right(&self.0) >= READY {
            return Some(level.harder().map_or(Advice::Mastered, Advice::Harder));
        }
        let latest = &self.0[self.0.len().checked_sub(STRUGGLE_LOOK_BACK)?..];
        let is_hard = latest.len() - right(latest) >= STRUGGLING;
        level.easier().filter(|_| is_hard).map(Advice::Easier)
    }
}

fn right(answers: &[FirstAnswer]) -> usize {
    answers
        .iter()
        .filter(|answer| **answer == FirstAnswer::Right)
        .count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// "rrn" for right, right, not yet.
    fn practice(answers: &str) -> Practice {
        let mut practice = Practice::default();
        for letter in answers.chars() {
            practice.note(if letter == 'r' {
                FirstAnswer::Right
            } else {
                FirstAnswer::NotYet
            });
        }
        practice
    }

    #[test]
    fn ten_of_the_latest_twelve_lead_on() {
        assert_eq!(practice("rrrrrrrrr").advice(Level::First), None);
        assert_eq!(
            practice("rrrrrrrrrr").advice(Level::First),
            Some(Advice::Harder(Level::Second))
        );
        assert_eq!(
            practice("nrrrrrnrrrrr").advice(Level::Second),
            Some(Advice::Harder(Level::Third))
        );
        assert_eq!(practice("nnnrrrrrrrrr").advice(Level::First), None);
        assert_eq!(
            practice("rrrrrrrrrr").advice(Level::Third),
            Some(Advice::Mastered)
        );
    }

    #[test]
    fn old_mistakes_are_forgotten() {
        assert_eq!(practice("nnnnnnnnnnrrrrrrrrrrrr").right(), 12);
    }

    #[test]
    fn who_struggles_is_shown_an_easier_way() {
        assert_eq!(practice("nnnnn").advice(Level::Second), None);
        assert_eq!(
            practice("nnrnnn").advice(Level::Second),
            Some(Advice::Easier(Level::First))
        );
        assert_eq!(practice("nnrnrn").advice(Level::Second), None);
        assert_eq!(practice("nnnnnn").advice(Level::First), None);
    }

    proptest! {
        #[test]
        fn a_right_answer_never_advises_less_than_a_wrong_one(answers in "[rn]{0,20}") {
            let rank = |last: &str| match practice(&format!("{answers}{last}")).advice(Level::Second) {
                Some(Advice::Easier(_)) => 0,
                None => 1,
                Some(Advice::Harder(_) | Advice::Mastered) => 2,
            };
            prop_assert!(rank("r") >= rank("n"));
        }
    }
}
