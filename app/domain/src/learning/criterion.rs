//! When a lesson counts as learned, as its author has chosen.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// When a lesson counts as learned. In files, in the database and on the wire it is written as in [`Criterion::from_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Criterion {
    /// Every step has been gone through.
    Seen,
    /// Every task has been solved in the end, however often it was tried. In a lesson without tasks it is as `Seen`.
    All,
    /// Of the latest tasks that were answered for the first time, enough were right without a hint.
    Latest(Quota),
}

/// How many must be right among how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quota {
    right: u8,
    of: u8,
}

/// The most tasks that a criterion looks back on: more than a lesson has.
const LONGEST_LOOK_BACK: u8 = 20;

/// A text is no criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a criterion is \"seen\", \"all\", or \"4 of 5\" with numbers from 1 to {LONGEST_LOOK_BACK}, the smaller one first"
)]
pub struct InvalidCriterion;

impl Quota {
    /// Accepts 1 ≤ `right` ≤ `of` ≤ 20.
    pub fn new(right: u8, of: u8) -> Result<Self, InvalidCriterion> {
        if 1 <= right && right <= of && of <= LONGEST_LOOK_BACK {
            Ok(Self { right, of })
        } else {
            Err(InvalidCriterion)
        }
    }

    /// How many must be right.
    pub fn right(self) -> i64 {
        self.right.into()
    }

    /// How many first answers are looked back on.
    pub fn of(self) -> usize {
        self.of.into()
    }
}

impl FromStr for Criterion {
    type Err = InvalidCriterion;

    /// Reads `seen`, `all` or `4 of 5`, written exactly so: the text is also what is compared and kept.
    fn from_str(text: &str) -> Result<Self, InvalidCriterion> {
        let criterion = match text {
            "seen" => Self::Seen,
            "all" => Self::All,
            _ => Self::Latest(quota(text).ok_or(InvalidCriterion)?),
        };
        (criterion.to_string() == text)
            .then_some(criterion)
            .ok_or(InvalidCriterion)
    }
}

fn quota(text: &str) -> Option<Quota> {
    let (right, of) = text.split_once(" of ")?;
    Quota::new(right.parse().ok()?, of.parse().ok()?).ok()
}

impl fmt::Display for Criterion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seen => formatter.write_str("seen"),
            Self::All => formatter.write_str("all"),
            Self::Latest(Quota { right, of }) => write!(formatter, "{right} of {of}"),
        }
    }
}

impl TryFrom<String> for Criterion {
    type Error = InvalidCriterion;

    fn try_from(text: String) -> Result<Self, InvalidCriterion> {
        text.parse()
    }
}

impl From<Criterion> for String {
    fn from(criterion: Criterion) -> String {
        criterion.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_reads_what_it_writes() {
        let quotas = (1..=20).flat_map(|of| (1..=of).map(move |right| Quota::new(right, of).unwrap()));
        for criterion in [Criterion::Seen, Criterion::All]
            .into_iter()
            .chain(quotas.map(Criterion::Latest))
        {
            assert_eq!(criterion.to_string().parse(), Ok(criterion));
            let json = serde_json::to_string(&criterion).unwrap();
            assert_eq!(json, format!("\"{criterion}\""));
            assert_eq!(serde_json::from_str::<Criterion>(&json).unwrap(), criterion);
        }
    }

    #[test]
    fn what_is_no_criterion_is_refused() {
        for text in [
            "",
            "Seen",
            "some",
            "0 of 5",
            "6 of 5",
            "4 of 21",
            "4 of",
            " of ",
            "4 of 5 ",
            "4  of 5",
            "+4 of 5",
            "04 of 5",
            "-1 of 5",
            "4 af 5",
            "300 of 300",
        ] {
            assert_eq!(text.parse::<Criterion>(), Err(InvalidCriterion), "{text:?}");
        }
        assert!(serde_json::from_str::<Criterion>("\"5 of 4\"").is_err());
    }

    #[test]
    fn the_fault_says_what_to_write() {
        assert_eq!(
            InvalidCriterion.to_string(),
            "a criterion is \"seen\", \"all\", or \"4 of 5\" with numbers from 1 to 20, the smaller one first"
        );
    }
}
