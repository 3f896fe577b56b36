//! A month of a place, day by day.

use std::collections::BTreeMap;

use domain::appointments::{DayTimes, MonthDay, MonthLink, MonthWeek};
use domain::locale::Locale;
use domain::month::{Month, Week};
use domain::opening::OpeningDay;
use domain::time::date_in_denmark;
use jiff::ToSpan;
use jiff::civil::Date;
use store::{Database, StoreError};

use super::search_times::{Search, free_between};

/// The days on which one can book, within a month that is asked for.
pub struct MonthSearch<'a> {
    search: Search<'a>,
    month: Month,
    today: Date,
    /// The day from which nothing can be booked yet.
    horizon: Date,
}

impl<'a> MonthSearch<'a> {
    /// A month, or the nearest to it in which one can book. Of the search place, service and part of the day count.
    pub fn new(search: Search<'a>, wanted: Option<Month>) -> Self {
        let today = date_in_denmark(search.now);
        let horizon = today.saturating_add(search.schedule.horizon_days(search.service).days());
        let (first, last) = (Month::of(today), Month::of(horizon.saturating_sub(1.day())));
        Self {
            search,
            month: wanted.unwrap_or(first).clamp(first, last),
            today,
            horizon,
        }
    }

    /// The month that is shown.
    pub fn month(&self) -> Month {
        self.month
    }

    /// The month before, where one can still book in it.
    pub fn previous(&self) -> Option<MonthLink> {
        (self.month > Month::of(self.today)).then(|| link(self.month.previous()))
    }

    /// The month after, where one can book in it already.
    pub fn next(&self) -> Option<MonthLink> {
        (self.month.until() < self.horizon).then(|| link(self.month.next()))
    }

    /// The month's weeks, in one query.
    pub async fn weeks(&self, database: &Database) -> Result<Vec<MonthWeek>, StoreError> {
        let from = self.month.first().max(self.today);
        let until = self.month.until().min(self.horizon);
        let mut counts: BTreeMap<Date, i64> = BTreeMap::new();
        for free in free_between(database, self.search, from, until).await? {
            *counts.entry(date_in_denmark(free.slot.moment())).or_default() += 1;
        }
        let weeks = self.month.weeks().into_iter();
        Ok(weeks.map(|week| self.week(&week, &counts)).collect())
    }

    fn week(&self, week: &Week, counts: &BTreeMap<Date, i64>) -> MonthWeek {
        let day = |date: Date| MonthDay {
            day: date.at(0, 0, 0, 0).into(),
            times: self.times_on(date, counts.get(&date).copied()),
        };
        MonthWeek {
            number: week.number,
            days: week.days.map(|date| date.map(day)),
        }
    }

    fn times_on(&self, date: Date, count: Option<i64>) -> DayTimes {
        let opening = || {
            self.search
                .schedule
                .opening(self.search.location, date, Locale::Da)
        };
        match count {
            Some(count) => DayTimes::Free(count),
            None if date < self.today || date >= self.horizon => DayTimes::NotBookable,
            None if matches!(opening(), OpeningDay::Open(_)) => DayTimes::NoneFree,
            None => DayTimes::Closed,
        }
    }
}

fn link(month: Month) -> MonthLink {
    MonthLink {
        address: month.to_string(),
        first: month.first().at(0, 0, 0, 0).into(),
    }
}
