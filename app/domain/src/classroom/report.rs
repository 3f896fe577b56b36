//! Reports about a class: tables, the same on the screen and in a spreadsheet.

use serde::{Deserialize, Serialize};

use super::views::ClassRow;
use crate::ids::PupilId;

/// What the rows of a report are about, as its address calls it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportPart {
    /// The pupils.
    #[default]
    #[serde(rename = "elever")]
    Pupils,
    /// What was given, and how far each pupil has come in it.
    #[serde(rename = "opgaver")]
    Assignments,
    /// Each question and each kind of exercise: of the class, or of one pupil.
    #[serde(rename = "trin")]
    Items,
}

/// A table with numbers as numbers, in Danish decimals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTable {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A report, as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPage {
    pub class: ClassRow,
    pub part: ReportPart,
    /// The pupil that it is about, where it is about one.
    pub pupil: Option<PupilId>,
    pub pupils: Vec<(PupilId, String)>,
    pub table: ReportTable,
}

impl ReportPart {
    /// Every part, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Pupils, Self::Assignments, Self::Items];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pupils => "elever",
            Self::Assignments => "opgaver",
            Self::Items => "trin",
        }
    }

    /// The part of a word in an address; of any other word, the first.
    pub fn parse(word: &str) -> Self {
        let named = Self::ALL.into_iter().find(|part| part.as_str() == word);
        named.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_as_it_was_written() {
        for part in ReportPart::ALL {
            assert_eq!(ReportPart::parse(part.as_str()), part);
            assert_eq!(serde_json::to_value(part).unwrap(), part.as_str());
        }
        assert_eq!(ReportPart::parse("skolen"), ReportPart::Pupils);
    }
}
