//! Whom a change of the schedule would hit: what is booked and no longer fits, and who could take it over at the same time.
//!
//! What a citizen has been told stays true as long as it can. So an appointment keeps its length, and neither the grid of
//! starting times, nor lead times, nor what is kept for others asks anybody to come at another time. What it does need is a
//! place that is open, and an adviser who works there, gives the service and has the time before and after it.

use std::collections::HashSet;
use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::adviser::Adviser;
use super::availability_stretches::{away, open, shared, worked};
use super::needs::Needs;
use super::occupied::Occupied;
use super::resource::ResourceUse;
use super::schedule::{Location, Schedule};
use super::service::{Service, Way};
use super::slot::{Slot, Unit};
use crate::ids::{AdviserId, AppointmentId, LocationId, ResourceId, ServiceId};
use crate::time::date_in_denmark;

/// A booked appointment, as far as the rules look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub id: AppointmentId,
    pub service: ServiceId,
    pub location: LocationId,
    pub adviser: AdviserId,
    /// The units in which the citizen is there.
    pub attended: Range<i64>,
    /// How they meet, where the service can be given in several ways.
    pub way: Option<Way>,
    pub needs: Needs,
}

impl Booked {
    /// When it begins.
    pub fn slot(&self) -> Slot {
        Slot::starting(Unit(self.attended.start))
    }
}

/// Why an appointment does not fit a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Misfit {
    ServiceGone,
    LocationGone,
    AdviserGone,
    /// The adviser does not give the service.
    NotTheirService,
    /// The service is not given any more in the way in which they were to meet.
    WayGone,
    /// The adviser does not speak what was asked for.
    NotTheirLanguage,
    /// The place has steps, and they need to get in without.
    Steps,
    /// It is no date of a series of the service.
    DateGone,
    /// The place is closed for some of the time.
    Closed,
    /// The adviser is away.
    Away,
    /// The adviser does not work there for all of the time, with what is needed before and after.
    NotAtWork,
    /// As many as there are seats come at the same time.
    NoSeat,
    /// What is needed before or after runs into another appointment.
    TooClose,
    /// The place has none, or not enough, of what the service uses.
    ResourceMissing,
}

/// An appointment that a change takes the ground from under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub booked: Booked,
    pub misfit: Misfit,
    /// Who could take it over at the same time and place, if anybody can.
    pub instead: Option<AdviserId>,
}

/// The appointments that fit one schedule and not another, earliest first.
///
/// An adviser who could take one over is free beside all that is booked, and beside what the others of the list are given.
/// Of two appointments that come too close, the one whose time before or after has grown yields, else the later.
pub fn impact(before: &Schedule, after: &Schedule, booked: &[Booked]) -> Vec<Hit> {
    let lost_already: HashSet<_> = orphans(before, booked)
        .into_iter()
        .map(|(booked, _)| booked.id)
        .collect();
    let has_grown = |booked: &Booked| taken_by(before, booked) != taken_by(after, booked);
    let lost = misfits(after, booked, has_grown);
    let mut occupied = Occupied::default();
    for booked in booked {
        take(after, booked, &mut occupied);
    }
    lost.into_iter()
        .filter(|(booked, _)| !lost_already.contains(&booked.id))
        .map(|(booked, misfit)| Hit {
            booked: booked.clone(),
            misfit,
            instead: takes_over(after, booked, &mut occupied),
        })
        .collect()
}

/// The appointments that do not fit a schedule, earliest first. Of two that come too close the later one is told.
pub fn orphans<'a>(schedule: &Schedule, booked: &'a [Booked]) -> Vec<(&'a Booked, Misfit)> {
    misfits(schedule, booked, |_| false)
}

/// The units that an appointment takes of its adviser's time, with what the service needs before and after it by now.
pub fn needed(schedule: &Schedule, booked: &Booked) -> Range<i64> {
    schedule
        .service(&booked.service)
        .map_or_else(|| booked.attended.clone(), |service| around(service, booked))
}

/// What an appointment takes beside its adviser; nothing where it cannot be given any more.
pub fn used(schedule: &Schedule, booked: &Booked) -> Vec<ResourceUse> {
    let service = schedule.service(&booked.service);
    let uses = service.and_then(|service| schedule.uses(service, &booked.location));
    uses.unwrap_or_default()
}

/// What an appointment takes, and when.
fn taken_by(schedule: &Schedule, booked: &Booked) -> (Range<i64>, Vec<ResourceId>) {
    let uses = used(schedule, booked).into_iter();
    (needed(schedule, booked), uses.map(|used| used.resource).collect())
}

fn take(schedule: &Schedule, booked: &Booked, occupied: &mut Occupied) {
    let units = needed(schedule, booked);
    occupied.take_uses(&used(schedule, booked), &units);
    occupied.take(&booked.adviser, units);
}

fn around(service: &Service, booked: &Booked) -> Range<i64> {
    service.around(&booked.attended)
}

/// What does not fit, earliest first. Where two come too close, one that `yields` does so first.
fn misfits<'a>(
    schedule: &Schedule,
    booked: &'a [Booked],
    yields: impl Fn(&Booked) -> bool,
) -> Vec<(&'a Booked, Misfit)> {
    let mut found = Vec::new();
    let mut fitting = Vec::new();
    for booked in booked {
        match fits(schedule, booked, &booked.adviser) {
            Ok(()) => fitting.push(booked),
            Err(misfit) => found.push((booked, misfit)),
        }
    }
    fitting.sort_by_key(|booked| (yields(booked), booked.attended.start, booked.id.0));
    let mut occupied = Occupied::default();
    let mut seated: Vec<&Booked> = Vec::new();
    for booked in fitting {
        let units = needed(schedule, booked);
        if !has_seat(schedule, booked, &booked.adviser, &occupied) {
            let is_full = seated.iter().any(|other| sit_together(other, booked));
            let misfit = if is_full { Misfit::NoSeat } else { Misfit::TooClose };
            found.push((booked, misfit));
        } else if !used(schedule, booked)
            .iter()
            .all(|used| is_left(used, &units, &occupied))
        {
            found.push((booked, Misfit::ResourceMissing));
        } else {
            take(schedule, booked, &mut occupied);
            seated.push(booked);
        }
    }
    found.sort_by_key(|(booked, _)| (booked.attended.start, booked.id.0));
    found
}

/// Whether two come at the same time to the same table, which one adviser's appointments only do where there are several seats.
fn sit_together(one: &Booked, other: &Booked) -> bool {
    one.adviser == other.adviser
        && one.service == other.service
        && one.attended.start < other.attended.end
        && other.attended.start < one.attended.end
}

/// Whether an adviser has a seat left for an appointment.
fn has_seat(schedule: &Schedule, booked: &Booked, adviser: &AdviserId, occupied: &Occupied) -> bool {
    let seats = schedule
        .service(&booked.service)
        .map_or(1, |service| service.seats);
    occupied.leaves_free(&adviser.into(), &needed(schedule, booked), seats)
}

fn is_left(used: &ResourceUse, units: &Range<i64>, occupied: &Occupied) -> bool {
    occupied.leaves_free(&(&used.resource).into(), units, used.count)
}

/// Who can take an appointment over, the least flexible first. From then on they have it. Nobody can where what it uses is not
/// enough for all: it has one itself in `occupied`.
fn takes_over(schedule: &Schedule, booked: &Booked, occupied: &mut Occupied) -> Option<AdviserId> {
    let units = needed(schedule, booked);
    let is_enough = used(schedule, booked).into_iter().all(|used| {
        let with_its_own = ResourceUse {
            count: used.count + 1,
            ..used
        };
        is_left(&with_its_own, &units, occupied)
    });
    let found = schedule
        .advisers_at(&booked.service, &booked.location)
        .filter(|adviser| is_enough && adviser.id != booked.adviser)
        .filter(|adviser| fits(schedule, booked, &adviser.id).is_ok())
        .find(|adviser| has_seat(schedule, booked, &adviser.id, occupied))?;
    occupied.take(&found.id, units);
    Some(found.id.clone())
}

/// Whether an appointment fits a schedule with an adviser, without a look at what else is booked.
fn fits(schedule: &Schedule, booked: &Booked, adviser: &AdviserId) -> Result<(), Misfit> {
    let service = schedule.service(&booked.service).ok_or(Misfit::ServiceGone)?;
    let location = schedule.location(&booked.location).ok_or(Misfit::LocationGone)?;
    let adviser = schedule
        .advisers
        .iter()
        .find(|candidate| candidate.id == *adviser)
        .ok_or(Misfit::AdviserGone)?;
    let units = around(service, booked);
    let day = day_of(booked);
    if !adviser.services.contains(&service.id) {
        Err(Misfit::NotTheirService)
    } else if booked.way.is_some_and(|way| !service.ways.contains(&way)) {
        Err(Misfit::WayGone)
    } else if !booked.needs.fit_adviser(adviser) {
        Err(Misfit::NotTheirLanguage)
    } else if !booked.needs.fit_place(location, &service.ways) {
        Err(Misfit::Steps)
    } else if !service.has_date(&location.id, booked.slot()) {
        Err(Misfit::DateGone)
    } else if schedule.uses(service, &location.id).is_none() {
        Err(Misfit::ResourceMissing)
    } else if !is_open(schedule, location, day, &booked.attended) {
        Err(Misfit::Closed)
    } else if away(adviser).iter().any(|away| shared(away, &units).is_some()) {
        Err(Misfit::Away)
    } else if !works(adviser, location, day, &units) {
        Err(Misfit::NotAtWork)
    } else {
        Ok(())
    }
}

/// The day on which the citizen comes.
fn day_of(booked: &Booked) -> Date {
    date_in_denmark(booked.slot().moment())
}

/// Whether a place is open all the time. What is open past midnight began the day before, and may go on where the day after
/// begins.
pub(super) fn is_open(schedule: &Schedule, location: &Location, day: Date, units: &Range<i64>) -> bool {
    let (first, until) = (day.saturating_sub(2.days()), day.saturating_add(2.days()));
    open(schedule, location, first, until)
        .iter()
        .any(|open| contains(open, units))
}

/// Whether an adviser works at a place all the time, which begins on a day.
pub(super) fn works(adviser: &Adviser, location: &Location, day: Date, units: &Range<i64>) -> bool {
    [day.saturating_sub(1.day()), day]
        .into_iter()
        .flat_map(|date| worked(adviser, &location.id, date))
        .any(|worked| contains(&worked, units))
}

fn contains(outer: &Range<i64>, inner: &Range<i64>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
#[path = "impact_tests.rs"]
mod tests;
