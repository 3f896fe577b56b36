//! Which times are free: rules in wall time, less what is taken in UTC.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::{Timestamp, ToSpan, civil::Date};

use super::adviser::Adviser;
use super::availability_stretches::{away, dates, first_unit, open, shared, worked};
use super::kept::{AskedBy, KeptShares};
use super::needs::{ExtraTime, Needs};
use super::occupied::Occupied;
use super::resource::Bookable;
use super::schedule::{Location, Schedule};
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
    /// The present moment. Nothing that starts before it, plus the lead time, is free.
    pub now: Timestamp,
}

impl Query<'_> {
    /// The units of advisers' time that the answer depends on: the days asked for, and a day on either side for what goes on
    /// over midnight.
    pub fn units(&self) -> Range<i64> {
        first_unit(before(self.from))..first_unit(after(self.until))
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
        schedule: &Schedule,
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

    /// When an adviser can begin, each time once.
    pub(super) fn slots_of(&self, adviser: &Adviser) -> BTreeSet<Slot> {
        let away = away(adviser);
        let adviser_and_seats = (Bookable::from(&adviser.id), self.query.service.seats);
        let mut needed = self.uses.clone();
        needed.push(adviser_and_seats);
        let is_free = |taken: Range<i64>| {
            away.iter().all(|away| shared(away, &taken).is_none())
                && needed
                    .iter()
                    .all(|(bookable, count)| self.occupied.leaves_free(bookable, &taken, *count))
        };
        dates(self.days.start, self.days.end)
            .flat_map(|date| worked(adviser, &self.query.location.id, date))
            .flat_map(|worked| self.slots_within(&worked))
            .filter(|slot| is_free(self.query.service.taken_with(*slot, self.extra)))
            .collect()
    }

    /// How many can still come at a time, with all who could take it; nothing where each has an adviser to themself.
    fn seats_left(&self, slot: Slot, advisers: &[AdviserId]) -> Option<i64> {
        let service = self.query.service;
        let taken = service.taken_with(slot, self.extra);
        let seats = |adviser: &AdviserId| self.occupied.left(&adviser.into(), &taken, service.seats);
        let uses = self
            .uses
            .iter()
            .map(|(used, count)| self.occupied.left(used, &taken, *count));
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

/// The first unit that may still be booked: the lead time from now, rounded up.
fn earliest_unit(now: Timestamp, lead_minutes: i64) -> i64 {
    (now.as_second() + lead_minutes * 60).div_euclid(Unit::MINUTES * 60) + 1
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
