//! On which dates something comes back, as it is typed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fields::{Problem, Problems, number, parse_date};
use crate::recurrence::{Recurrence, Repeats};

/// The most weeks from one date to the next.
const MOST_WEEKS: i64 = 52;

/// How often something comes back, and from when to when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TypedRecurrence {
    pub begins: Begins,
    /// How many weeks there are from one date to the next.
    pub every: String,
    /// It does not come before; empty where that is not said.
    pub first_day: String,
    /// It does not come after; empty where that is not said.
    pub last_day: String,
}

/// On which of its weekdays something comes, or a series begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Begins {
    /// Every so many weeks.
    #[default]
    EveryWeeks,
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    /// The last of a month.
    Last,
}

impl Begins {
    /// Every choice, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::EveryWeeks,
        Self::First,
        Self::Second,
        Self::Third,
        Self::Fourth,
        Self::Fifth,
        Self::Last,
    ];

    /// The name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EveryWeeks => "every_weeks",
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Fifth => "fifth",
            Self::Last => "last",
        }
    }

    /// Which of the month it is, as rules say it; -1 is the last.
    fn of_month(self) -> Option<i8> {
        match self {
            Self::EveryWeeks => None,
            Self::First => Some(1),
            Self::Second => Some(2),
            Self::Third => Some(3),
            Self::Fourth => Some(4),
            Self::Fifth => Some(5),
            Self::Last => Some(-1),
        }
    }

    /// How a rule says it.
    pub fn from_repeats(repeats: Repeats) -> Self {
        match repeats {
            Repeats::NthOfMonth { nth } => Self::ALL
                .into_iter()
                .find(|begins| begins.of_month() == Some(nth))
                .unwrap_or_default(),
            Repeats::Weekly | Repeats::EveryWeeks { .. } => Self::EveryWeeks,
        }
    }
}

impl TypedRecurrence {
    /// A recurrence as it is.
    pub(super) fn of(when: &Recurrence) -> Self {
        let typed = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            begins: Begins::from_repeats(when.repeats),
            every: match when.repeats {
                Repeats::EveryWeeks { weeks, .. } => weeks.to_string(),
                Repeats::Weekly | Repeats::NthOfMonth { .. } => "1".to_owned(),
            },
            first_day: typed(when.valid_from),
            last_day: typed(when.valid_to),
        }
    }

    /// The recurrence on a weekday. `was` is what the form was made of: its exceptions stay where they are dates of it still.
    pub(super) fn read(
        &self,
        weekday: Option<i8>,
        was: Option<&Recurrence>,
        problems: &mut Problems,
    ) -> Option<Recurrence> {
        let first = problems.keep("first_day", optional_date(&self.first_day));
        let last = problems.keep("last_day", optional_date(&self.last_day));
        let repeats = match self.begins.of_month() {
            Some(nth) => Some(Repeats::NthOfMonth { nth }),
            None => self.read_weeks(first.flatten(), was, problems),
        };
        let when = Recurrence {
            repeats: repeats?,
            valid_from: first?,
            valid_to: last?,
            exceptions: vec![],
        };
        Some(with_exceptions(when, weekday?, was))
    }

    /// Weeks are counted from the first day, or where neither has changed from where they were.
    fn read_weeks(
        &self,
        first: Option<Date>,
        was: Option<&Recurrence>,
        problems: &mut Problems,
    ) -> Option<Repeats> {
        let weeks = number(&self.every, 1..=MOST_WEEKS).ok_or(Problem::NotWithin);
        let weeks = problems.keep("begins_every", weeks)?;
        if weeks == 1 {
            return Some(Repeats::Weekly);
        }
        let kept = was.filter(|was| was.valid_from == first);
        let repeats = match kept.map(|was| was.repeats) {
            Some(kept @ Repeats::EveryWeeks { weeks: before, .. }) if before == weeks => Ok(kept),
            _ => first
                .map(|anchor| Repeats::EveryWeeks { weeks, anchor })
                .ok_or(Problem::Missing),
        };
        problems.keep("first_day", repeats)
    }
}

/// With the dates on which it was otherwise, where they still are dates of it.
fn with_exceptions(when: Recurrence, weekday: i8, was: Option<&Recurrence>) -> Recurrence {
    let was = was.into_iter().flat_map(|was| &was.exceptions);
    let exceptions = was.filter(|exception| when.includes(exception.date, weekday));
    Recurrence {
        exceptions: exceptions.copied().collect(),
        ..when
    }
}

fn optional_date(typed: &str) -> Result<Option<Date>, Problem> {
    if typed.trim().is_empty() {
        Ok(None)
    } else {
        parse_date(typed).map(Some)
    }
}
