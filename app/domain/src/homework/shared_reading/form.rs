//! What is typed of a time that two have read.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{BookTitle, NewSharedReading, PageRange, ReadMinutes};
use crate::cpr::hide_cpr;
use crate::digits::western_digits;
use crate::free_text::{FreeText, FreeTextError};

/// The form as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadingForm {
    /// Empty where a clock runs: then that one counts.
    pub minutes: String,
    pub book: String,
    pub first_page: String,
    pub last_page: String,
    pub what: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingProblem {
    #[error("the minutes are no number of 1 to {}", ReadMinutes::MOST)]
    Minutes,
    #[error("the title is longer than {} characters", BookTitle::LONGEST)]
    BookTooLong,
    #[error("the title holds what looks like a CPR number")]
    BookHasCpr,
    #[error("the pages are not two numbers, the first one first")]
    Pages,
    #[error("what was read is longer than {} characters", FreeText::LONGEST)]
    WhatTooLong,
    #[error("what was read holds what looks like a CPR number")]
    WhatHasCpr,
}

impl ReadingForm {
    /// Reads the form. Where no minutes are typed those of a clock count.
    pub fn read(&self, clock: Option<ReadMinutes>) -> Result<NewSharedReading, Vec<ReadingProblem>> {
        let minutes = self.minutes(clock);
        let book = BookTitle::parse(&self.book);
        let pages = self.pages();
        let what = FreeText::parse(&self.what).map_err(what_problem);
        match (minutes, book, pages, what) {
            (Ok(minutes), Ok(book), Ok(pages), Ok(what)) => Ok(NewSharedReading {
                minutes,
                book,
                pages,
                what,
            }),
            (minutes, book, pages, what) => {
                let problems = [minutes.err(), book.err(), pages.err(), what.err()];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }

    /// What the fields begin with after the latest reading: the same book, at the next page.
    pub fn after(latest: &NewSharedReading) -> Self {
        let next = latest.pages.filter(|pages| pages.last() < PageRange::MOST);
        Self {
            book: latest
                .book
                .as_ref()
                .map_or_else(String::new, |book| book.as_str().to_owned()),
            first_page: next.map_or_else(String::new, |pages| (pages.last() + 1).to_string()),
            ..Self::default()
        }
    }

    /// The form as it may be kept until it is mended: without CPR numbers, and no longer than a form may be.
    #[must_use]
    pub fn for_mending(&self) -> Self {
        let kept =
            |typed: &str, longest: usize| hide_cpr(&typed.chars().take(2 * longest).collect::<String>());
        Self {
            minutes: kept(&self.minutes, 10),
            book: kept(&self.book, BookTitle::LONGEST),
            first_page: kept(&self.first_page, 10),
            last_page: kept(&self.last_page, 10),
            what: kept(&self.what, FreeText::LONGEST),
        }
    }

    fn minutes(&self, clock: Option<ReadMinutes>) -> Result<ReadMinutes, ReadingProblem> {
        let minutes = if self.minutes.trim().is_empty() {
            clock
        } else {
            number(&self.minutes).and_then(ReadMinutes::new)
        };
        minutes.ok_or(ReadingProblem::Minutes)
    }

    /// Who writes one number has read that page.
    fn pages(&self) -> Result<Option<PageRange>, ReadingProblem> {
        let (first, last) = (self.first_page.trim(), self.last_page.trim());
        let (first, last) = match (first.is_empty(), last.is_empty()) {
            (true, true) => return Ok(None),
            (false, true) => (first, first),
            (true, false) => (last, last),
            (false, false) => (first, last),
        };
        let pages = number(first).zip(number(last));
        let pages = pages.and_then(|(first, last)| PageRange::new(first, last));
        pages.map(Some).ok_or(ReadingProblem::Pages)
    }
}

impl ReadingProblem {
    /// The field that is to be mended.
    pub fn field(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::BookTooLong | Self::BookHasCpr => "book",
            Self::Pages => "first_page",
            Self::WhatTooLong | Self::WhatHasCpr => "what",
        }
    }
}

fn number(typed: &str) -> Option<i64> {
    western_digits(typed.trim()).parse().ok()
}

fn what_problem(error: FreeTextError) -> ReadingProblem {
    match error {
        FreeTextError::HasCpr => ReadingProblem::WhatHasCpr,
        FreeTextError::Empty | FreeTextError::TooLong => ReadingProblem::WhatTooLong,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(minutes: &str, first_page: &str, last_page: &str) -> ReadingForm {
        ReadingForm {
            minutes: minutes.to_owned(),
            first_page: first_page.to_owned(),
            last_page: last_page.to_owned(),
            ..ReadingForm::default()
        }
    }

    fn pages(first: &str, last: &str) -> Result<Option<(i64, i64)>, Vec<ReadingProblem>> {
        let read = form("10", first, last).read(None)?;
        Ok(read.pages.map(|pages| (pages.first(), pages.last())))
    }

    #[test]
    fn what_is_typed_is_stronger_than_the_clock() {
        let clock = ReadMinutes::new(25);
        let minutes = |typed: &str, clock| {
            form(typed, "", "")
                .read(clock)
                .map(|reading| reading.minutes.get())
        };
        assert_eq!(minutes("", clock), Ok(25));
        assert_eq!(minutes(" 20 ", clock), Ok(20));
        assert_eq!(minutes("١٥", None), Ok(15));
        for typed in ["", "0", "181", "en time"] {
            assert_eq!(
                minutes(typed, None),
                Err(vec![ReadingProblem::Minutes]),
                "{typed}"
            );
        }
    }

    #[test]
    fn pages_may_be_left_out_or_be_one() {
        assert_eq!(pages("", " "), Ok(None));
        assert_eq!(pages("12", "18"), Ok(Some((12, 18))));
        assert_eq!(pages("12", ""), Ok(Some((12, 12))));
        assert_eq!(pages("", "7"), Ok(Some((7, 7))));
        for (first, last) in [("18", "12"), ("0", "4"), ("tolv", "18"), ("1", "99999")] {
            assert_eq!(
                pages(first, last),
                Err(vec![ReadingProblem::Pages]),
                "{first} to {last}"
            );
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let form = ReadingForm {
            book: "å".repeat(BookTitle::LONGEST + 1),
            what: "x".repeat(FreeText::LONGEST + 1),
            ..form("", "2", "1")
        };
        let problems = form.read(None).unwrap_err();
        let fields: Vec<_> = problems.into_iter().map(ReadingProblem::field).collect();
        assert_eq!(fields, ["minutes", "book", "first_page", "what"]);
    }

    #[test]
    fn a_cpr_number_is_not_kept_for_mending() {
        let form = ReadingForm {
            what: "Vi læste om 010190-1234".to_owned(),
            ..form("10", "", "")
        };
        assert_eq!(form.read(None), Err(vec![ReadingProblem::WhatHasCpr]));
        assert!(!form.for_mending().what.contains("010190"));
    }

    proptest! {
        /// Nothing that is typed can make it panic, and what is kept is never long.
        #[test]
        fn whatever_is_typed_is_read_or_refused(minutes in "\\PC{0,20}", page in "\\PC{0,20}", what in "\\PC{0,700}") {
            let form = ReadingForm { what, ..form(&minutes, &page, &page) };
            let _ = form.read(None);
            prop_assert!(form.for_mending().what.chars().count() <= 2 * FreeText::LONGEST);
        }
    }
}
