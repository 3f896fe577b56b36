//! Which drills there are, and for whom.

use serde::{Deserialize, Serialize};

use crate::homework::{Grade, Subject};

/// What is practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum DrillKind {
    Addition,
    Subtraction,
    Multiplication,
    Division,
    OrderOfOperations,
    FractionsSameDenominator,
    FractionsDifferentDenominators,
    SimplifyFractions,
    Decimals,
    Percent,
    Length,
    Weight,
    Volume,
    Money,
    ReadClock,
    ReckonTime,
    Equations,
    Coordinates,
    Mean,
    Spelling,
    EnglishWords,
}

/// How hard an exercise is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub enum Level {
    First,
    Second,
    Third,
}

/// What can be practised: a kind at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Drill {
    pub kind: DrillKind,
    pub level: Level,
}

impl DrillKind {
    /// Every kind, in the order they are shown: by subject, and roughly as school takes them.
    pub const ALL: [Self; 21] = [
        Self::Addition,
        Self::Subtraction,
        Self::Multiplication,
        Self::Division,
        Self::OrderOfOperations,
        Self::ReadClock,
        Self::ReckonTime,
        Self::Money,
        Self::Length,
        Self::Weight,
        Self::Volume,
        Self::Decimals,
        Self::FractionsSameDenominator,
        Self::FractionsDifferentDenominators,
        Self::SimplifyFractions,
        Self::Percent,
        Self::Coordinates,
        Self::Mean,
        Self::Equations,
        Self::Spelling,
        Self::EnglishWords,
    ];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Addition => "plus",
            Self::Subtraction => "minus",
            Self::Multiplication => "gange",
            Self::Division => "division",
            Self::OrderOfOperations => "regnearter",
            Self::FractionsSameDenominator => "broeker-samme-naevner",
            Self::FractionsDifferentDenominators => "broeker-forskellige-naevnere",
            Self::SimplifyFractions => "forkort-broeker",
            Self::Decimals => "decimaltal",
            Self::Percent => "procent",
            Self::Length => "laengde",
            Self::Weight => "vaegt",
            Self::Volume => "rumfang",
            Self::Money => "penge",
            Self::ReadClock => "klokken",
            Self::ReckonTime => "tid",
            Self::Equations => "ligninger",
            Self::Coordinates => "koordinater",
            Self::Mean => "gennemsnit",
            Self::Spelling => "stavning",
            Self::EnglishWords => "engelske-ord",
        }
    }

    /// The kind of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The school subject it belongs to.
    pub fn subject(self) -> Subject {
        match self {
            Self::Spelling => Subject::Dansk,
            Self::EnglishWords => Subject::Engelsk,
            _ => Subject::Matematik,
        }
    }
}

impl TryFrom<String> for DrillKind {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("there is no such kind of exercise")
    }
}

impl From<DrillKind> for String {
    fn from(kind: DrillKind) -> String {
        kind.as_str().to_owned()
    }
}

impl Level {
    /// Every level, easiest first.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Third];

    /// 1 to 3.
    pub fn number(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
        }
    }

    /// The level with a number.
    pub fn new(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.number() == number)
    }

    /// The next harder one.
    pub fn harder(self) -> Option<Self> {
        Self::new(self.number() + 1)
    }

    /// The next easier one.
    pub fn easier(self) -> Option<Self> {
        Self::new(self.number() - 1)
    }
}

impl TryFrom<i64> for Level {
    type Error = &'static str;

    fn try_from(number: i64) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("a level is 1 to 3")
    }
}

impl From<Level> for i64 {
    fn from(level: Level) -> i64 {
        level.number()
    }
}

impl Drill {
    /// Every kind at every level.
    pub fn all() -> impl Iterator<Item = Self> {
        DrillKind::ALL
            .into_iter()
            .flat_map(|kind| Level::ALL.map(|level| Self { kind, level }))
    }

    /// The grade in which most classes meet it. A guide for choosing and no limit: schools differ, and so do children.
    ///
    /// # Panics
    /// Never: the table holds grades.
    pub fn grade(self) -> Grade {
        let grades = match self.kind {
            DrillKind::Addition | DrillKind::Subtraction => [2, 3, 4],
            DrillKind::Multiplication | DrillKind::ReckonTime => [3, 4, 5],
            DrillKind::Division => [3, 5, 5],
            DrillKind::FractionsSameDenominator | DrillKind::Percent => [5, 6, 7],
            DrillKind::FractionsDifferentDenominators | DrillKind::Mean | DrillKind::Equations => [6, 7, 8],
            DrillKind::SimplifyFractions | DrillKind::Decimals => [5, 6, 6],
            DrillKind::OrderOfOperations | DrillKind::Length | DrillKind::Weight | DrillKind::Volume => {
                [4, 5, 6]
            }
            DrillKind::Money => [2, 4, 5],
            DrillKind::ReadClock => [1, 2, 3],
            DrillKind::Coordinates => [4, 6, 7],
            DrillKind::Spelling => [1, 3, 5],
            DrillKind::EnglishWords => [1, 4, 6],
        };
        let grade = match self.level {
            Level::First => grades[0],
            Level::Second => grades[1],
            Level::Third => grades[2],
        };
        Grade::new(grade).expect("the table holds grades")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_levels_are_read_as_they_are_written() {
        for kind in DrillKind::ALL {
            assert_eq!(DrillKind::parse(kind.as_str()), Some(kind));
        }
        for level in Level::ALL {
            assert_eq!(Level::new(level.number()), Some(level));
        }
        assert_eq!(DrillKind::parse("trylleri"), None);
        assert_eq!(Level::new(4), None);
    }

    #[test]
    fn every_kind_is_listed_once() {
        let mut kinds = DrillKind::ALL.to_vec();
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), DrillKind::ALL.len());
    }

    #[test]
    fn a_harder_level_is_for_no_lower_grade() {
        for drill in Drill::all() {
            if let Some(level) = drill.level.harder() {
                assert!(Drill { level, ..drill }.grade() >= drill.grade(), "{drill:?}");
                assert_eq!(level.easier(), Some(drill.level));
            }
        }
    }
}
