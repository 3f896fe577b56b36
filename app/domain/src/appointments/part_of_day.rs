//! The part of the day that suits somebody.

use serde::{Deserialize, Serialize};

use crate::time::WallTime;

/// A part of the day, by when a time begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PartOfDay {
    /// Before noon.
    #[serde(rename = "formiddag")]
    Morning,
    /// From noon until five.
    #[serde(rename = "eftermiddag")]
    Afternoon,
    /// From five on.
    #[serde(rename = "aften")]
    Evening,
}

/// The hour at which the evening begins: most people have been at work until then.
const EVENING: i8 = 17;

impl PartOfDay {
    /// All of them, in the order of the day.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The part that a time of day is in.
    pub fn of(at: WallTime) -> Self {
        match at.hour {
            ..12 => Self::Morning,
            12..EVENING => Self::Afternoon,
            EVENING.. => Self::Evening,
        }
    }

    /// As it stands in addresses, in forms and in what is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "formiddag",
            Self::Afternoon => "eftermiddag",
            Self::Evening => "aften",
        }
    }

    /// Reads what [`Self::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn noon_is_afternoon_and_five_is_evening() {
        let at = |hour, minute| PartOfDay::of(date(2026, 11, 25).at(hour, minute, 0, 0).into());
        assert_eq!([at(0, 0), at(11, 55)], [PartOfDay::Morning; 2]);
        assert_eq!([at(12, 0), at(16, 55)], [PartOfDay::Afternoon; 2]);
        assert_eq!([at(17, 0), at(23, 55)], [PartOfDay::Evening; 2]);
    }

    #[test]
    fn a_part_reads_what_it_writes() {
        for part in PartOfDay::ALL {
            assert_eq!(PartOfDay::parse(part.as_str()), Some(part));
        }
        assert_eq!(PartOfDay::parse("nat"), None);
    }
}
