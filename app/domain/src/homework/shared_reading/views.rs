//! The page on which two read together.

use serde::{Deserialize, Serialize};

use super::{ReadingForm, ReadingProblem, ReadingSum};
use crate::homework::{StoryAge, StoryQuestion};
use crate::ids::SharedReadingId;
use crate::time::WallTime;

/// The page of the reading companion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadTogetherPage {
    /// When they began, while they read.
    pub begun: Option<WallTime>,
    /// What the fields begin with: what was typed and could not be written down, or the book they read last.
    pub form: ReadingForm,
    /// `None` unless something could not be written down.
    pub problems: Option<Vec<ReadingProblem>>,
    /// The latest month first.
    pub months: Vec<ReadMonth>,
    pub age: StoryAge,
    /// Those for this age, in the order of the file.
    pub questions: Vec<StoryQuestion>,
}

/// What was typed and could not be written down. Nothing is wrong with it where there was no more room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingAttempt {
    pub form: ReadingForm,
    pub problems: Vec<ReadingProblem>,
}

/// What was read in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadMonth {
    /// 1 to 12.
    pub month: i8,
    pub year: i16,
    pub sum: ReadingSum,
    /// The latest first.
    pub rows: Vec<ReadRow>,
}

/// A time that two have read, as it stands on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRow {
    pub id: SharedReadingId,
    /// 1 to 31.
    pub day: i8,
    /// 1 (Monday) to 7.
    pub weekday: i8,
    pub minutes: i64,
    pub book: Option<String>,
    /// First and last.
    pub pages: Option<(i64, i64)>,
    pub what: Option<String>,
}

impl ReadMonth {
    /// The list by month, of times that stand the latest first.
    pub fn list(readings: &[super::SharedReading]) -> Vec<Self> {
        readings
            .chunk_by(|one, next| one.date.first_of_month() == next.date.first_of_month())
            .filter_map(Self::of)
            .collect()
    }

    fn of(readings: &[super::SharedReading]) -> Option<Self> {
        let date = readings.first()?.date;
        Some(Self {
            month: date.month(),
            year: date.year(),
            sum: ReadingSum::of(readings.iter().map(|reading| &reading.reading)),
            rows: readings.iter().map(ReadRow::from).collect(),
        })
    }
}

impl From<&super::SharedReading> for ReadRow {
    fn from(shared: &super::SharedReading) -> Self {
        let reading = &shared.reading;
        Self {
            id: shared.id,
            day: shared.date.day(),
            weekday: shared.date.weekday().to_monday_one_offset(),
            minutes: reading.minutes.get(),
            book: reading.book.as_ref().map(|book| book.as_str().to_owned()),
            pages: reading.pages.map(|pages| (pages.first(), pages.last())),
            what: reading.what.as_ref().map(|what| what.as_str().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::homework::{NewSharedReading, ReadMinutes, SharedReading};

    fn on(id: i64, date: Date) -> SharedReading {
        SharedReading {
            id: SharedReadingId(id),
            date,
            reading: NewSharedReading {
                minutes: ReadMinutes::new(10).unwrap(),
                book: None,
                pages: None,
                what: None,
            },
        }
    }

    #[test]
    fn a_month_stands_by_itself_with_its_sum() {
        let list = ReadMonth::list(&[
            on(3, date(2026, 12, 1)),
            on(2, date(2026, 11, 30)),
            on(1, date(2026, 11, 2)),
        ]);
        let months: Vec<_> = list
            .iter()
            .map(|month| (month.month, month.rows.len(), month.sum.minutes))
            .collect();
        assert_eq!(months, [(12, 1, 10), (11, 2, 20)]);
        assert!(ReadMonth::list(&[]).is_empty());
    }

    #[test]
    fn the_same_month_of_another_year_is_another() {
        let list = ReadMonth::list(&[on(2, date(2026, 11, 2)), on(1, date(2025, 11, 2))]);
        assert_eq!(list.len(), 2);
    }
}
