//! A child and a parent read together: what they read, for how long, and how far they came. It is a visitor's own, and nobody
//! else sees it. Nobody is asked for a name, and nothing is counted but minutes and pages: no days in a row, no goals.

mod clock;
mod form;
mod views;

pub use clock::ReadingClock;
pub use form::{ReadingForm, ReadingProblem};
pub use views::{ReadMonth, ReadRow, ReadTogetherPage, ReadingAttempt};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cpr::has_cpr;
use crate::free_text::FreeText;
use crate::ids::SharedReadingId;
use crate::white_space::fold_white_space;

/// The most times that are kept of a visitor: more than one for each day of a year.
pub const MOST_READINGS: i64 = 400;

/// A book's title as somebody wrote it: one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookTitle(String);

/// For how many minutes somebody read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadMinutes(i64);

/// The pages that were read, the first and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRange {
    first: i64,
    last: i64,
}

/// What is written down of a time that two have read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSharedReading {
    pub minutes: ReadMinutes,
    pub book: Option<BookTitle>,
    pub pages: Option<PageRange>,
    /// What it was about, in their own words.
    pub what: Option<FreeText>,
}

/// A time that two have read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedReading {
    pub id: SharedReadingId,
    /// The day in Denmark.
    pub date: Date,
    pub reading: NewSharedReading,
}

/// Minutes and pages of several times together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadingSum {
    pub minutes: i64,
    pub pages: i64,
}

impl BookTitle {
    /// The longest title, in characters.
    pub const LONGEST: usize = 120;

    /// Folds white space; `None` where nothing is written, for nobody has to say which book it is.
    pub fn parse(typed: &str) -> Result<Option<Self>, ReadingProblem> {
        let title = fold_white_space(typed);
        if has_cpr(&title) {
            return Err(ReadingProblem::BookHasCpr);
        }
        if title.chars().count() > Self::LONGEST {
            return Err(ReadingProblem::BookTooLong);
        }
        Ok((!title.is_empty()).then_some(Self(title)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ReadMinutes {
    /// The most that is written down at once: three hours. Who has read longer has forgotten the clock, or writes it twice.
    pub const MOST: i64 = 180;

    /// Accepts 1 to [`Self::MOST`].
    pub fn new(minutes: i64) -> Option<Self> {
        (1..=Self::MOST).contains(&minutes).then_some(Self(minutes))
    }

    pub fn get(self) -> i64 {
        self.0
    }
}

impl PageRange {
    /// The highest number of a page.
    pub const MOST: i64 = 9999;

    /// Accepts pages of 1 to [`Self::MOST`], the last no earlier than the first.
    pub fn new(first: i64, last: i64) -> Option<Self> {
        (1 <= first && first <= last && last <= Self::MOST).then_some(Self { first, last })
    }

    pub fn first(self) -> i64 {
        self.first
    }

    pub fn last(self) -> i64 {
        self.last
    }

    /// How many pages they are.
    pub fn count(self) -> i64 {
        self.last - self.first + 1
    }
}

impl ReadingSum {
    /// Adds up some times.
    pub fn of<'a>(readings: impl IntoIterator<Item = &'a NewSharedReading>) -> Self {
        readings.into_iter().fold(Self::default(), |sum, reading| Self {
            minutes: sum.minutes + reading.minutes.get(),
            pages: sum.pages + reading.pages.map_or(0, PageRange::count),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(minutes: i64, pages: Option<(i64, i64)>) -> NewSharedReading {
        NewSharedReading {
            minutes: ReadMinutes::new(minutes).unwrap(),
            book: None,
            pages: pages.and_then(|(first, last)| PageRange::new(first, last)),
            what: None,
        }
    }

    #[test]
    fn a_title_is_a_line_and_may_be_missing() {
        let title = BookTitle::parse(" Ronja \n Røverdatter ").unwrap().unwrap();
        assert_eq!(title.as_str(), "Ronja Røverdatter");
        assert_eq!(BookTitle::parse(" \u{7} "), Ok(None));
        assert_eq!(
            BookTitle::parse(&"å".repeat(121)),
            Err(ReadingProblem::BookTooLong)
        );
        assert_eq!(BookTitle::parse("010190-1234"), Err(ReadingProblem::BookHasCpr));
    }

    #[test]
    fn pages_go_forward() {
        assert_eq!(PageRange::new(12, 18).unwrap().count(), 7);
        assert_eq!(PageRange::new(5, 5).unwrap().count(), 1);
        for (first, last) in [(0, 3), (4, 3), (1, 10_000), (-2, -1)] {
            assert_eq!(PageRange::new(first, last), None, "{first} to {last}");
        }
    }

    #[test]
    fn minutes_and_pages_are_added_up() {
        assert_eq!(ReadingSum::of([]), ReadingSum::default());
        let (with, without) = (reading(20, Some((1, 10))), reading(15, None));
        let sum = ReadingSum::of([&with, &without]);
        assert_eq!((sum.minutes, sum.pages), (35, 10));
    }
}
