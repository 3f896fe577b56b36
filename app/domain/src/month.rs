//! A month of a year, as calendars show it: in weeks that begin on Monday.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use thiserror::Error;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Its first day.
    first: Date,
}

/// A text is not written as a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a month is written 2026-12")]
pub struct NotAMonth;

/// A week, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// By ISO 8601, as Danish calendars count: 2026 has week 53.
    pub number: i8,
    /// Monday to Sunday; `None` for a day of another month.
    pub days: [Option<Date>; 7],
}

impl Month {
    /// The month that a day is in.
    pub fn of(day: Date) -> Self {
        Self {
            first: day.first_of_month(),
        }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// The first day of the next month.
    pub fn until(self) -> Date {
        self.first.saturating_add(1.month())
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.first.saturating_sub(1.day()))
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.until())
    }

    /// Its weeks.
    pub fn weeks(self) -> Vec<Week> {
        let monday_of = |day: Date| {
            let days = i64::from(day.weekday().to_monday_zero_offset());
            day.saturating_sub(days.days())
        };
        monday_of(self.first)
            .series(7.days())
            .take_while(|monday| *monday < self.until())
            .map(|monday| self.week(monday))
            .collect()
    }

    fn week(self, monday: Date) -> Week {
        let day = |number: usize| {
            let days = i64::try_from(number).unwrap_or_default();
            Some(monday.saturating_add(days.days())).filter(|day| Self::of(*day) == self)
        };
        Week {
            number: monday.iso_week_date().week(),
            days: std::array::from_fn(day),
        }
    }
}

impl fmt::Display for Month {
    /// `2026-12`, as it stands in addresses.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.first.strftime("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let first = format!("{text}-01").parse().map_err(|_| NotAMonth)?;
        let month = Self { first };
        if month.to_string() == text {
            Ok(month)
        } else {
            Err(NotAMonth)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_reads_what_it_writes_and_nothing_else() {
        let december: Month = "2026-12".parse().unwrap();
        assert_eq!(december, Month::of(date(2026, 12, 24)));
        assert_eq!(december.to_string(), "2026-12");
        for text in [
            "",
            "2026",
            "2026-13",
            "2026-1",
            "12-2026",
            "2026-12-01",
            "-2026-12",
        ] {
            assert_eq!(text.parse::<Month>(), Err(NotAMonth), "{text}");
        }
    }

    #[test]
    fn the_year_ends_in_week_53() {
        let weeks = Month::of(date(2026, 12, 1)).weeks();
        assert_eq!(
            weeks.iter().map(|week| week.number).collect::<Vec<_>>(),
            [49, 50, 51, 52, 53]
        );
        assert_eq!(weeks[0].days[..2], [None, Some(date(2026, 12, 1))]);
        assert_eq!(weeks[4].days[3..5], [Some(date(2026, 12, 31)), None]);
    }

    #[test]
    fn a_year_has_twelve_months() {
        let january = Month::of(date(2027, 1, 31));
        assert_eq!(january.previous(), Month::of(date(2026, 12, 1)));
        assert_eq!(january.next().first(), date(2027, 2, 1));
    }

    proptest! {
        /// Every day of a month is in its weeks, once, under its weekday.
        #[test]
        fn weeks_hold_every_day_once(days in 0i64..40_000) {
            let month = Month::of(date(1980, 1, 1).saturating_add(days.days()));
            let weeks = month.weeks();
            let days: Vec<Date> = weeks.iter().flat_map(|week| week.days).flatten().collect();
            let all: Vec<Date> = month.first().series(1.day()).take_while(|day| *day < month.until()).collect();
            prop_assert_eq!(days, all);
            for (column, day) in weeks.iter().flat_map(|week| week.days.into_iter().enumerate()) {
                prop_assert!(day.is_none_or(|day| usize::try_from(day.weekday().to_monday_zero_offset()) == Ok(column)));
            }
        }
    }
}
