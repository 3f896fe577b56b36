//! Which times are free: rules in wall time, less what is taken in UTC.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
};

use super::schedule::{Adviser, Location, Schedule};
use super::service::Service;
use super::slot::{Slot, Unit};
use crate::ids::AdviserId;
use crate::locale::Locale;
use crate::opening::{OpenStretch, OpeningDay};
use crate::time::moment_in_denmark;

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

/// Units of advisers' time that are taken.
#[derive(Debug, Clone, Default)]
pub struct Occupied(HashSet<(AdviserId, Unit)>);

impl FromIterator<(AdviserId, Unit)> for Occupied {
    fn from_iter<I: IntoIterator<Item = (AdviserId, Unit)>>(units: I) -> Self {
        Self(units.into_iter().collect())
    }
}

impl Occupied {
    /// Whether every one of `units` is free for `adviser`.
    fn leaves_free(&self, adviser: &AdviserId, mut units: Range<i64>) -> bool {
        // A lookup borrows the pair as a whole, so the id is cloned once, not once a unit.
        let mut key = (adviser.clone(), Unit(0));
        units.all(|unit| {
            key.1 = Unit(unit);
            !self.0.contains(&key)
        })
    }
}

/// A time that is free, and who could take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeTime {
    pub slot: Slot,
    /// The least flexible first; never empty.
    pub advisers: Vec<AdviserId>,
}

/// The free times, earliest first.
pub fn free_times(schedule: &Schedule, query: &Query<'_>, occupied: &Occupied) -> Vec<FreeTime> {
    let earliest = earliest_unit(schedule, query.now);
    let every = query.service.start_every_minutes / Unit::MINUTES;
    let mut free: BTreeMap<Slot, Vec<AdviserId>> = BTreeMap::new();
    for adviser in schedule.advisers_at(&query.service.id, &query.location.id) {
        for shift in shifts(schedule, query, adviser) {
            let mut start = shift.start;
            while start < shift.end {
                let slot = Slot::starting(Unit(start));
                let taken = query.service.taken(slot);
                let within = shift.start <= taken.start && taken.end <= shift.end;
                if within && start >= earliest && occupied.leaves_free(&adviser.id, taken) {
                    let advisers = free.entry(slot).or_default();
                    if !advisers.contains(&adviser.id) {
                        advisers.push(adviser.id.clone());
                    }
                }
                start += every;
            }
        }
    }
    free.into_iter()
        .map(|(slot, advisers)| FreeTime { slot, advisers })
        .collect()
}

/// The first unit that may still be booked: the lead time from now, rounded up.
fn earliest_unit(schedule: &Schedule, now: Timestamp) -> i64 {
    let lead = schedule.booking.lead_minutes * 60;
    (now.as_second() + lead).div_euclid(Unit::MINUTES * 60) + 1
}

/// An adviser's shifts at the place, in the days asked for, as units; cut to the hours when the place is open.
fn shifts(schedule: &Schedule, query: &Query<'_>, adviser: &Adviser) -> Vec<Range<i64>> {
    let mut ranges = Vec::new();
    for date in query.from.series(1.day()).take_while(|date| *date < query.until) {
        let OpeningDay::Open(stretches) = schedule.opening(query.location, date, Locale::Da) else {
            continue;
        };
        let weekday = date.weekday().to_monday_one_offset();
        let of_the_day = adviser
            .shifts
            .iter()
            .filter(|shift| shift.location == query.location.id && shift.weekday == weekday);
        for shift in of_the_day {
            for stretch in &stretches {
                let from = minutes(shift.from).max(stretch.from_minute);
                let to = minutes(shift.to).min(stretch.to_minute);
                ranges.extend(units(
                    date,
                    OpenStretch {
                        from_minute: from,
                        to_minute: to,
                    },
                ));
            }
        }
    }
    ranges
}

fn minutes(time: Time) -> i16 {
    i16::from(time.hour()) * 60 + i16::from(time.minute())
}

/// The units between two times of day on a date. None when the stretch is empty.
///
/// Both ends are taken through the calendar on their own, so a shift over a change of the clock is an hour shorter or longer.
fn units(date: Date, stretch: OpenStretch) -> Option<Range<i64>> {
    if stretch.from_minute >= stretch.to_minute {
        return None;
    }
    let unit = |minute: i16| {
        let time = Time::midnight().checked_add(i64::from(minute).minutes()).ok()?;
        moment_in_denmark(date.to_datetime(time)).map(|at| Unit::containing(at).0)
    };
    Some(unit(stretch.from_minute)?..unit(stretch.to_minute)?)
}

#[cfg(test)]
#[path = "availability_tests.rs"]
mod tests;
