//! Finds free times stretch by stretch, so that a page reads little more of what is booked than it shows.

use std::ops::Range;

use domain::appointments::{
    Asking, DayOfTimes, FreeTime, Location, PartOfDay, Query, Schedule, Service, Slot, TimeCard,
    free_times_for,
};
use domain::locale::Locale;
use domain::time::date_in_denmark;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::appointments::{self, Own};
use store::{Database, StoreError};

use super::series::time_card;

/// Days looked at in one go, at first.
const FORTNIGHT: i64 = 14;

/// What is looked for.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    pub schedule: &'a Schedule,
    pub service: &'a Service,
    pub location: &'a Location,
    /// First day to look at. Earlier than today is today.
    pub from: Date,
    /// How many days with free times are enough.
    pub days_wanted: usize,
    /// The part of the day that is looked at; all of it where nothing is said.
    pub part: Option<PartOfDay>,
    /// Who asks, and what is needed.
    pub asking: &'a Asking,
    /// What is no obstacle to the visitor.
    pub own: &'a Own,
    pub now: Timestamp,
}

/// Free times by day, and where to go on.
pub struct FoundDays {
    /// Each day's times, earliest first; no day is empty.
    pub days: Vec<(Date, Vec<FreeTime>)>,
    /// The day to look on from; `None` when the horizon is reached.
    pub more_from: Option<Date>,
}

impl FoundDays {
    /// The first of the days that were found, and to look on behind them; from `more_from` where there are no more of them.
    pub(super) fn cut(mut days: Vec<(Date, Vec<FreeTime>)>, wanted: usize, more_from: Option<Date>) -> Self {
        let next = days.get(wanted).map(|(date, _)| *date);
        days.truncate(wanted);
        Self {
            days,
            more_from: next.or(more_from),
        }
    }

    /// Leaves out a time, and its day when there is no other.
    pub fn leave_out(&mut self, slot: Slot) {
        for (_, times) in &mut self.days {
            times.retain(|free| free.slot != slot);
        }
        self.days.retain(|(_, times)| !times.is_empty());
    }

    /// The days as pages show them.
    pub fn cards(&self, service: &Service, location: &Location, locale: Locale) -> Vec<DayOfTimes> {
        let card = |free: &FreeTime| TimeCard {
            few_seats: TimeCard::from(free).few_seats,
            ..time_card(service, location, free.slot, locale)
        };
        self.days
            .iter()
            .map(|(date, times)| DayOfTimes {
                day: date.at(0, 0, 0, 0).into(),
                times: times.iter().map(card).collect(),
            })
            .collect()
    }
}

/// The first days with free times, from a date on and within the booking horizon.
pub async fn search_days(database: &Database, search: Search<'_>) -> Result<FoundDays, StoreError> {
    let today = date_in_denmark(search.now);
    let horizon = today.saturating_add(search.schedule.horizon_days(search.service).days());
    let mut from = search.from.max(today);
    let mut days: Vec<(Date, Vec<FreeTime>)> = Vec::new();
    for stretch in stretches(from, horizon) {
        if days.len() >= search.days_wanted {
            break;
        }
        days.extend(by_day(
            free_between(database, search, stretch.start, stretch.end).await?,
        ));
        from = stretch.end;
    }
    let more_from = (from < horizon).then_some(from);
    Ok(FoundDays::cut(days, search.days_wanted, more_from))
}

/// The days from one until another: a fortnight, and then twice as many each time, for where a fortnight is full much of what
/// follows is.
pub(super) fn stretches(from: Date, until: Date) -> impl Iterator<Item = Range<Date>> {
    let lengths = std::iter::successors(Some(FORTNIGHT), |days| Some(days * 2));
    lengths
        .scan(from, move |begin, days| {
            let end = begin.saturating_add(days.days()).min(until);
            Some(std::mem::replace(begin, end)..end)
        })
        .take_while(|stretch| !stretch.is_empty())
}

/// Every free time from a date until another, in one query.
pub(super) async fn free_between(
    database: &Database,
    search: Search<'_>,
    from: Date,
    until: Date,
) -> Result<Vec<FreeTime>, StoreError> {
    let Search {
        schedule,
        service,
        location,
        part,
        asking,
        own,
        now,
        ..
    } = search;
    let bookables = schedule.bookables(service, &location.id);
    let query = Query {
        service,
        location,
        from,
        until,
        now,
    };
    let occupied = appointments::occupied(database.read(), &bookables, query.units(), own, now).await?;
    let mut free = free_times_for(schedule, &query, asking, &occupied);
    free.retain(|free| is_in(part, free.slot));
    Ok(free)
}

/// Whether a time is in the part of the day that is looked at.
pub(super) fn is_in(part: Option<PartOfDay>, slot: Slot) -> bool {
    part.is_none_or(|part| PartOfDay::of(slot.wall_time()) == part)
}

/// The same times, day by day.
pub(super) fn by_day(times: Vec<FreeTime>) -> Vec<(Date, Vec<FreeTime>)> {
    let mut days: Vec<(Date, Vec<FreeTime>)> = Vec::new();
    for time in times {
        let date = date_in_denmark(time.slot.moment());
        match days.last_mut() {
            Some((day, times)) if *day == date => times.push(time),
            _ => days.push((date, vec![time])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_grow_and_leave_no_day_out() {
        let date = |day: i64| Date::constant(2026, 11, 1).saturating_add(day.days());
        let days: Vec<_> = stretches(date(0), date(120)).collect();
        assert_eq!(
            days,
            [
                date(0)..date(14),
                date(14)..date(42),
                date(42)..date(98),
                date(98)..date(120)
            ]
        );
        assert_eq!(stretches(date(3), date(3)).count(), 0);
    }
}
