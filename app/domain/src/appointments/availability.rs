//! Which times are free: rules in wall time, less what is taken in UTC.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::{Timestamp, ToSpan, civil::Date};

use super::adviser::Adviser;
use super::availability_stretches::{away, dates, first_unit, open, shared, worked};
use super::impact::{is_open, works};
use super::kept::{AskedBy, KeptShares};
use super::needs::{ExtraTime, Needs};
use super::occupied::Occupied;
use super::resource::Bookable;
use super::schedule::{Location, Schedule};
use super::series::Series;
use super::service::{Service, Way};
use super::slot::{Slot, Unit};
use crate::ids::AdviserId;
use crate::time::date_in_denmark;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    pub service: &'a Service,
    pub location: &'a Location,
    /// First day, in Denmark.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// The present moment. Nothing that starts before it, plus the lead time, is free; what starts then, is.
    pub now: Timestamp,
}

impl Query<'_> {
    /// The units of advisers' time that the answer depends on: the days asked for, with as many after them as a series goes on,
    /// and a day on either side for what goes on over midnight.
    pub fn units(&self) -> Range<i64> {
        let until = self.until.saturating_add(self.service.days_after_first().days());
        first_unit(before(self.from))..first_unit(after(until))
    }
}

/// A time that is free, and who could take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeTime {
    pub slot: Slot,
    /// The least flexible first; never empty.
    pub advisers: Vec<AdviserId>,
    /// How many can still come, where several come at once.
    pub seats_left: Option<i64>,
}

/// Who asks, and what the one who is to be helped needs. Without anything said, a citizen who needs nothing more.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    pub by: AskedBy,
    /// How they want to meet, where it has been said.
    pub way: Option<Way>,
    pub needs: Needs,
}

impl Asking {
    /// The ways that would do.
    fn ways<'a>(&'a self, service: &'a Service) -> &'a [Way] {
        self.way.as_ref().map_or(&service.ways, std::slice::from_ref)
    }
}

/// The times that are free for any citizen, earliest first: what begins on one of the days asked for, within the horizon.
pub fn free_times(schedule: &Schedule, query: &Query<'_>, occupied: &Occupied) -> Vec<FreeTime> {
    free_times_for(schedule, query, &Asking::default(), occupied)
}

/// The times that are free for somebody, earliest first. Each time's advisers are those who fit the needs.
///
/// Whatever is free for a citizen is free for staff who ask for them.
pub fn free_times_for(
    schedule: &Schedule,
    query: &Query<'_>,
    asking: &Asking,
    occupied: &Occupied,
) -> Vec<FreeTime> {
    if !asking.needs.fit_place(query.location, asking.ways(query.service)) {
        return Vec::new();
    }
    let search = Search::new(schedule, query, asking, occupied);
    let mut free: BTreeMap<Slot, Vec<AdviserId>> = BTreeMap::new();
    for adviser in schedule.advisers_at(&query.service.id, &query.location.id) {
        if asking.needs.fit_adviser(adviser) {
            for slot in search.slots_of(adviser) {
                free.entry(slot).or_default().push(adviser.id.clone());
            }
        }
    }
    free.into_iter()
        .map(|(slot, advisers)| FreeTime {
            slot,
            seats_left: search.seats_left(slot, &advisers),
            advisers,
        })
        .collect()
}

/// What is the same for every adviser.
pub(super) struct Search<'a> {
    schedule: &'a Schedule,
    query: &'a Query<'a>,
    occupied: &'a Occupied,
    /// What each appointment takes one of, and how many there are.
    uses: Vec<(Bookable, i64)>,
    extra: ExtraTime,
    /// What whoever asks may not have.
    kept: KeptShares,
    /// The dates on which a shift may begin that has a time on the days asked for.
    days: Range<Date>,
    /// When the place is open.
    open: Vec<Range<i64>>,
    /// The units in which a time may begin.
    starts: Range<i64>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        schedule: &'a Schedule,
        query: &'a Query<'a>,
        asking: &Asking,
        occupied: &'a Occupied,
    ) -> Self {
        let today = date_in_denmark(query.now);
        let horizon = today.saturating_add(schedule.horizon_days(query.service).days());
        let until = query.until.min(horizon);
        // What began the day before may go on past midnight, and opening hours of the day after may follow at once.
        let days = before(query.from)..until;
        let (lead_minutes, kept) = match asking.by {
            AskedBy::Citizen => (schedule.lead_minutes(query.service), query.location.kept),
            AskedBy::Staff => (0, KeptShares::default()),
        };
        let earliest = earliest_unit(query.now, lead_minutes);
        Self {
            schedule,
            query,
            occupied,
            uses: uses(schedule, query),
            extra: asking.needs.extra_time,
            kept,
            open: open(schedule, query.location, before(days.start), after(until)),
            starts: first_unit(query.from).max(earliest)..first_unit(until),
            days,
        }
    }

    /// When an adviser can begin, each time once; of series, when they begin.
    pub(super) fn slots_of(&self, adviser: &Adviser) -> BTreeSet<Slot> {
        let away = away(adviser);
        let is_free = |slot: &Slot| self.is_free(adviser, &away, *slot);
        if let Some(series) = &self.query.service.series {
            let begins = self.series_of(adviser, series).into_iter();
            return begins
                .filter(|dates| dates.iter().all(is_free))
                .map(|dates| dates[0])
                .collect();
        }
        dates(self.days.start, self.days.end)
            .flat_map(|date| worked(adviser, &self.query.location.id, date))
            .flat_map(|worked| self.slots_within(&worked))
            .filter(is_free)
            .collect()
    }

    /// Whether nobody has what an appointment takes, and the adviser is not away.
    fn is_free(&self, adviser: &Adviser, away: &[Range<i64>], slot: Slot) -> bool {
        let service = self.query.service;
        let taken = service.taken_with(slot, self.extra);
        let adviser_and_seats = [(Bookable::from(&adviser.id), service.seats)];
        let mut needed = self.uses.iter().chain(&adviser_and_seats);
        away.iter().all(|away| shared(away, &taken).is_none())
            && needed.all(|(bookable, count)| self.occupied.leaves_free(bookable, &taken, *count))
    }

    /// The dates of each series that an adviser gives, where it begins on the days asked for and they are at work on each, and
    /// the place is open. None has no date.
    fn series_of(&self, adviser: &Adviser, series: &[Series]) -> Vec<Vec<Slot>> {
        let Query {
            service, location, ..
        } = *self.query;
        let given = series
            .iter()
            .filter(|series| series.adviser == adviser.id && series.location == location.id);
        let can_be_given = |slot: &Slot| {
            let attended = service.attended_with(*slot, self.extra);
            let day = date_in_denmark(slot.moment());
            is_open(self.schedule, location, day, &attended)
                && works(adviser, location, day, &service.around(&attended))
        };
        given
            .flat_map(|series| {
                dates(self.days.start, self.days.end).filter_map(|date| series.beginning_on(date))
            })
            .filter(|dates| {
                let first = dates.first();
                first.is_some_and(|first| self.starts.contains(&first.unit().0))
            })
            .filter(|dates| dates.iter().all(can_be_given))
            .collect()
    }

    /// How many can still come at a time, with all who could take it; nothing where each has an adviser to themself.
    fn seats_left(&self, slot: Slot, advisers: &[AdviserId]) -> Option<i64> {
        let service = self.query.service;
        let dates = service.dates(&self.query.location.id, slot);
        let taken = service.taken_on(&dates, self.extra);
        let left = |bookable: &Bookable, count: i64| {
            let on_each = taken
                .iter()
                .map(|taken| self.occupied.left(bookable, taken, count));
            on_each.min().unwrap_or(0)
        };
        let seats = |adviser: &AdviserId| left(&adviser.into(), service.seats);
        let uses = self.uses.iter().map(|(used, count)| left(used, *count));
        (service.seats > 1).then(|| uses.fold(advisers.iter().map(seats).sum(), i64::min))
    }

    /// The starts of a stretch of work, in each stretch in which the place is open.
    fn slots_within(&self, worked: &Range<i64>) -> Vec<Slot> {
        self.open
            .iter()
            .filter_map(|open| shared(open, worked))
            .flat_map(|open| self.slots_between(worked, &open))
            .collect()
    }

    /// The starts on the grid, which begins where the adviser works and the place is open. The citizen is there while it is
    /// open; the time before and after only has to be the adviser's. Nothing reaches into what is kept.
    fn slots_between(&self, worked: &Range<i64>, open: &Range<i64>) -> Vec<Slot> {
        let service = self.query.service;
        let every = service.start_every_minutes / Unit::MINUTES;
        let kept = self.kept.of(open);
        let mut slots = Vec::new();
        let mut start = open.start;
        while start < open.end {
            let slot = Slot::starting(Unit(start));
            let taken = service.taken_with(slot, self.extra);
            let fits = service.attended_with(slot, self.extra).end <= open.end
                && contains(worked, &taken)
                && shared(&kept, &taken).is_none();
            if fits && self.starts.contains(&start) {
                slots.push(slot);
            }
            start += every;
        }
        slots
    }
}

fn uses(schedule: &Schedule, query: &Query<'_>) -> Vec<(Bookable, i64)> {
    let uses = schedule
        .uses(query.service, &query.location.id)
        .unwrap_or_default();
    uses.iter()
        .map(|used| ((&used.resource).into(), used.count))
        .collect()
}

fn contains(outer: &Range<i64>, inner: &Range<i64>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn before(date: Date) -> Date {
    date.saturating_sub(1.day())
}

fn after(date: Date) -> Date {
    date.saturating_add(1.day())
}

/// The first unit that may still be booked: the first that begins no earlier than the lead time from now. What begins at that
/// very moment can still be had, and without a lead time what begins now.
fn earliest_unit(now: Timestamp, lead_minutes: i64) -> i64 {
    let seconds = Unit::MINUTES * 60;
    let earliest = now.as_second() + lead_minutes * 60;
    let begun = i64::from(now.subsec_nanosecond() > 0);
    (earliest + begun + seconds - 1).div_euclid(seconds)
}

#[cfg(test)]
#[path = "availability_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "availability_asking_tests.rs"]
mod asking_tests;

#[cfg(test)]
#[path = "availability_oracle.rs"]
mod oracle;
