//! Rules in wall time as stretches of units in UTC: when a place is open, and when an adviser works or is away.

use std::ops::Range;

use jiff::{
    ToSpan,
    civil::{Date, DateTime},
};

use super::adviser::Adviser;
use super::schedule::{Location, Schedule};
use super::slot::Unit;
use crate::ids::LocationId;
use crate::locale::Locale;
use crate::opening::{OpenStretch, OpeningDay};
use crate::time::moment_in_denmark;

/// The first unit of a date in Denmark.
pub(super) fn first_unit(date: Date) -> i64 {
    unit_at(date.at(0, 0, 0, 0)).unwrap_or(i64::MAX)
}

/// When a place is open, by what begins on the dates from `first` until `until`. What touches is one stretch, so that one can
/// be helped over midnight where a place is open past it.
pub(super) fn open(schedule: &Schedule, location: &Location, first: Date, until: Date) -> Vec<Range<i64>> {
    let of_a_day = |date| match schedule.opening(location, date, Locale::Da) {
        OpeningDay::Open(stretches) => stretches.into_iter().filter_map(|s| units(date, s)).collect(),
        OpeningDay::Closed | OpeningDay::ClosedFor(_) => Vec::new(),
    };
    joined(dates(first, until).flat_map(of_a_day).collect())
}

/// When an adviser works at a place, by the shifts that begin on `date`. Shifts that touch are one.
pub(super) fn worked(adviser: &Adviser, location: &LocationId, date: Date) -> Vec<Range<i64>> {
    let stretches = adviser
        .shifts
        .iter()
        .filter(|shift| shift.location == *location)
        .filter_map(|shift| units(date, shift.on(date)?))
        .collect();
    joined(stretches)
}

/// When an adviser is away.
pub(super) fn away(adviser: &Adviser) -> Vec<Range<i64>> {
    adviser
        .absences
        .iter()
        .filter_map(|absence| Some(unit_at(absence.from)?..unit_at(absence.to)?))
        .collect()
}

/// What two stretches share, unless it is nothing.
pub(super) fn shared(one: &Range<i64>, other: &Range<i64>) -> Option<Range<i64>> {
    let both = one.start.max(other.start)..one.end.min(other.end);
    (!both.is_empty()).then_some(both)
}

/// The dates from one until another.
pub(super) fn dates(first: Date, until: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |date| *date < until)
}

/// The units of a stretch that begins on a date. None when it is empty.
///
/// Both ends are taken through the calendar on their own, so what goes over a change of the clock is an hour shorter or longer.
fn units(date: Date, stretch: OpenStretch) -> Option<Range<i64>> {
    let at = |minute: i16| {
        let day = date.saturating_add(i64::from(minute / (24 * 60)).days());
        unit_at(
            day.at(0, 0, 0, 0)
                .saturating_add(i64::from(minute % (24 * 60)).minutes()),
        )
    };
    let units = at(stretch.from_minute)?..at(stretch.to_minute)?;
    (!units.is_empty()).then_some(units)
}

fn unit_at(local: DateTime) -> Option<i64> {
    moment_in_denmark(local).map(|at| Unit::containing(at).0)
}

/// The same units, with what overlaps or touches as one stretch, earliest first.
fn joined(mut stretches: Vec<Range<i64>>) -> Vec<Range<i64>> {
    stretches.sort_by_key(|stretch| stretch.start);
    let mut joined: Vec<Range<i64>> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
            _ => joined.push(stretch),
        }
    }
    joined
}
