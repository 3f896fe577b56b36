//! Finds free times at every place that gives a service, in one query for all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use domain::appointments::{
    Asking, Bookable, FreeTime, Location, PartOfDay, Query, Schedule, Service, Slot, free_times_for,
};
use domain::time::date_in_denmark;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::appointments::{self, Own};
use store::{Database, StoreError};

use super::search_times::{FoundDays, by_day, is_in, stretches};

/// What is looked for.
#[derive(Clone, Copy)]
pub struct Everywhere<'a> {
    pub schedule: &'a Schedule,
    pub service: &'a Service,
    /// The part of the day that is looked at; all of it where nothing is said.
    pub part: Option<PartOfDay>,
    /// Who asks, and what is needed.
    pub asking: &'a Asking,
    /// What is no obstacle to the visitor.
    pub own: &'a Own,
    pub now: Timestamp,
}

/// A day's first time at each place that has one, earliest first.
pub type FirstTimes<'a> = Vec<(&'a Location, Slot)>;

type TimesAt<'a> = (&'a Location, Vec<FreeTime>);

/// Each place that gives the service, with its first free time within the horizon.
pub async fn first_at_each_place<'a>(
    database: &Database,
    search: Everywhere<'a>,
) -> Result<Vec<(&'a Location, Option<Slot>)>, StoreError> {
    let mut found: Vec<_> = search.places().map(|location| (location, None)).collect();
    for days in search.stretches() {
        if found.iter().all(|(_, first)| first.is_some()) {
            break;
        }
        let times = times_between(database, search, days).await?;
        for ((_, first), (_, times)) in found.iter_mut().zip(times) {
            *first = first.or(times.first().map(|free| free.slot));
        }
    }
    Ok(found)
}

/// The first days with free times of each place, from a date on: `days_wanted` of each, where there are as many.
pub async fn days_at_each_place<'a>(
    database: &Database,
    search: Everywhere<'a>,
    (from, days_wanted): (Date, usize),
) -> Result<Vec<(&'a Location, FoundDays)>, StoreError> {
    let horizon = search.horizon();
    let mut until = from.max(date_in_denmark(search.now));
    let mut found: Vec<_> = search.places().map(|location| (location, Vec::new())).collect();
    for days in stretches(until, horizon) {
        if found.iter().all(|(_, days)| days.len() >= days_wanted) {
            break;
        }
        until = days.end;
        let times = times_between(database, search, days).await?;
        for ((_, days), (_, times)) in found.iter_mut().zip(times) {
            days.extend(by_day(times));
        }
    }
    let more_from = (until < horizon).then_some(until);
    let cut = |(location, days)| (location, FoundDays::cut(days, days_wanted, more_from));
    Ok(found.into_iter().map(cut).collect())
}

/// The first days on which any place has a time, at most `days_wanted`.
pub async fn first_days<'a>(
    database: &Database,
    search: Everywhere<'a>,
    days_wanted: usize,
) -> Result<Vec<(Date, FirstTimes<'a>)>, StoreError> {
    let mut days = Vec::new();
    for stretch in search.stretches() {
        if days.len() >= days_wanted {
            break;
        }
        days.extend(first_of_days(times_between(database, search, stretch).await?));
    }
    days.truncate(days_wanted);
    Ok(days)
}

/// The free times of each place, in the order of the schedule.
async fn times_between<'a>(
    database: &Database,
    search: Everywhere<'a>,
    days: Range<Date>,
) -> Result<Vec<TimesAt<'a>>, StoreError> {
    let query_at = |location| Query {
        service: search.service,
        location,
        from: days.start,
        until: days.end,
        now: search.now,
    };
    let Some(units) = search.places().next().map(|location| query_at(location).units()) else {
        return Ok(Vec::new());
    };
    let bookables = search.bookables();
    let occupied = appointments::occupied(database.read(), &bookables, units, search.own, search.now).await?;
    let times_at = |location| {
        let mut times = free_times_for(search.schedule, &query_at(location), search.asking, &occupied);
        times.retain(|free| is_in(search.part, free.slot));
        (location, times)
    };
    Ok(search.places().map(times_at).collect())
}

fn first_of_days(places: Vec<TimesAt<'_>>) -> Vec<(Date, FirstTimes<'_>)> {
    let mut days = BTreeMap::<Date, FirstTimes<'_>>::new();
    for (location, times) in places {
        for (date, times) in by_day(times) {
            let first = times.first().map(|free| (location, free.slot));
            days.entry(date).or_default().extend(first);
        }
    }
    for times in days.values_mut() {
        times.sort_by_key(|(_, slot)| *slot);
    }
    days.into_iter().collect()
}

impl<'a> Everywhere<'a> {
    fn places(&self) -> impl Iterator<Item = &'a Location> + use<'a> {
        self.schedule.locations_of(&self.service.id)
    }

    /// Everybody who gives the service, and what it uses, each once.
    fn bookables(&self) -> Vec<Bookable> {
        let at = |location: &Location| self.schedule.bookables(self.service, &location.id);
        let each = self.places().flat_map(at).collect::<BTreeSet<_>>();
        each.into_iter().collect()
    }

    /// The days from today until nothing can be booked yet.
    fn stretches(&self) -> impl Iterator<Item = Range<Date>> + use<> {
        stretches(date_in_denmark(self.now), self.horizon())
    }

    /// The first day on which nothing can be booked yet.
    fn horizon(&self) -> Date {
        date_in_denmark(self.now).saturating_add(self.schedule.horizon_days(self.service).days())
    }
}
