//! One change of the schedule document.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::addition::Addition;
use super::general_form::General;
use super::removal::Removal;
use super::rule_edit::{RuleEdit, RuleOf};
use super::series_edit::{SeriesEdit, keep_series};
use super::service_rules_form::ServiceRules;
use crate::appointments::{
    Absence, Adviser, KeptShares, Language, Location, ScheduleDocument, Service, Shift, Way,
};
use crate::ids::{AdviserId, LocationId, ResourceId, ResourceKind, ServiceId};
use crate::locale::LocalizedText;
use crate::opening::{ClosingDay, WeeklyHours};
use crate::recurrence::{Hours, Recurrence};

/// A change, kept by itself until somebody has seen what it does: it can be made on whatever version is in force then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleEdit {
    Close(ClosingDay),
    Open(Date),
    AddAbsence(AdviserId, Absence),
    RemoveAbsence(AdviserId, Absence),
    /// The plain hours of a place, Monday first. Rules that do not hold every week stay.
    Hours(LocationId, Vec<Vec<Hours>>),
    Place {
        location: LocationId,
        name: LocalizedText,
        address: String,
        phone: String,
        directions: LocalizedText,
        #[serde(default)]
        step_free: bool,
    },
    /// What a place keeps for those who do not book online.
    Kept(LocationId, KeptShares),
    /// One rule of opening hours or shifts, with its dates.
    Rule(RuleOf, Box<RuleEdit>),
    /// What holds for all places and services.
    General(Box<General>),
    /// When an adviser works at a place, Monday first. Shifts that are not every week stay.
    Shifts(AdviserId, LocationId, Vec<Vec<Hours>>),
    Skills {
        adviser: AdviserId,
        services: Vec<ServiceId>,
        languages: Vec<Language>,
    },
    Service {
        service: ServiceId,
        name: LocalizedText,
        summary: LocalizedText,
        who_may_come: Option<LocalizedText>,
        bring: Vec<LocalizedText>,
        duration_minutes: i64,
        buffer_before_minutes: i64,
        buffer_after_minutes: i64,
        ways: Vec<Way>,
        seats: i64,
        #[serde(default)]
        uses: Vec<ResourceKind>,
    },
    ServiceRules(ServiceId, Box<ServiceRules>),
    /// How many there are of some resources.
    Resources(Vec<(ResourceId, i64)>),
    Series(ServiceId, Box<SeriesEdit>),
    Add(Box<Addition>),
    Remove(Removal),
    /// Everything at once.
    Document(Box<ScheduleDocument>),
}

/// Why a change cannot be made on a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditProblem {
    #[error("what was to be changed is not there any more")]
    Gone,
    #[error("it is there already")]
    ThereAlready,
    #[error("the opening hours of this place stand on every page")]
    MainPlace,
    #[error("whoever gives a service that several have at once gives no other")]
    GivesOthers,
    #[error("a service uses something that only this place has")]
    UsedOnlyThere,
    #[error("whoever gives a series gives its service at its place")]
    SeriesNotGiven,
    #[error("two dates of a series overlap, or one is no time that there is")]
    SeriesOverlap,
    #[error("two series may begin at the same place and time")]
    SeriesTogether,
}

impl ScheduleEdit {
    /// The document with the change.
    pub fn apply(&self, document: &ScheduleDocument) -> Result<ScheduleDocument, EditProblem> {
        let mut changed = document.clone();
        match self {
            Self::Close(day) => close(&mut changed, day)?,
            Self::Open(date) => take_out(&mut changed.closing_days, |day| day.date == *date)?,
            Self::AddAbsence(adviser, absence) => {
                find_adviser(&mut changed, adviser)?.absences.push(*absence);
            }
            Self::RemoveAbsence(adviser, absence) => {
                take_out(&mut find_adviser(&mut changed, adviser)?.absences, |other| {
                    other == absence
                })?;
            }
            Self::Hours(location, week) => set_hours(find_location(&mut changed, location)?, week),
            Self::Place { .. } => self.set_place(&mut changed)?,
            Self::Kept(location, kept) => find_location(&mut changed, location)?.kept = *kept,
            Self::Rule(of, edit) => edit.apply(of, &mut changed)?,
            Self::General(general) => general.apply(&mut changed)?,
            Self::Shifts(adviser, location, week) => {
                set_shifts(find_adviser(&mut changed, adviser)?, location, week);
            }
            Self::Skills {
                adviser,
                services,
                languages,
            } => {
                let adviser = find_adviser(&mut changed, adviser)?;
                adviser.services.clone_from(services);
                adviser.languages.clone_from(languages);
                stand_alone(&changed)?;
            }
            Self::Service { .. } => {
                self.set_service(&mut changed)?;
                stand_alone(&changed)?;
            }
            Self::ServiceRules(service, rules) => rules.apply(service, &mut changed)?,
            Self::Resources(counts) => set_counts(&mut changed, counts)?,
            Self::Series(service, edit) => edit.apply(find_service(&mut changed, service)?)?,
            Self::Add(addition) => {
                addition.apply(&mut changed)?;
                stand_alone(&changed)?;
            }
            Self::Remove(removal) => removal.apply(&mut changed)?,
            Self::Document(document) => changed.clone_from(document),
        }
        keep_series(&changed)?;
        Ok(changed)
    }

    fn set_place(&self, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        if let Self::Place {
            location,
            name,
            address,
            phone,
            directions,
            step_free,
        } = self
        {
            let found = find_location(document, location)?;
            found.name = name.clone();
            found.address.clone_from(address);
            found.phone.clone_from(phone);
            found.directions = directions.clone();
            found.step_free = *step_free;
        }
        Ok(())
    }

    fn set_service(&self, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        if let Self::Service {
            service,
            name,
            summary,
            who_may_come,
            bring,
            duration_minutes,
            buffer_before_minutes,
            buffer_after_minutes,
            ways,
            seats,
            uses,
        } = self
        {
            let found = find_service(document, service)?;
            found.name = name.clone();
            found.summary = summary.clone();
            found.who_may_come.clone_from(who_may_come);
            found.bring.clone_from(bring);
            found.duration_minutes = *duration_minutes;
            found.buffer_before_minutes = *buffer_before_minutes;
            found.buffer_after_minutes = *buffer_after_minutes;
            set_ways(found, ways);
            found.seats = *seats;
            found.uses.clone_from(uses);
        }
        Ok(())
    }
}

/// What was the usual way stays it, if it is one still.
fn set_ways(service: &mut Service, ways: &[Way]) {
    service.ways.retain(|way| ways.contains(way));
    let new = ways.iter().filter(|way| !service.ways.contains(way));
    let new: BTreeSet<_> = new.copied().collect();
    service.ways.extend(new);
}

/// Whether each service that several have at once is all that those give who give it, as schedules have it.
fn stand_alone(document: &ScheduleDocument) -> Result<(), EditProblem> {
    let is_shared = |id: &ServiceId| {
        let mut services = document.services.iter();
        services.any(|service| service.id == *id && service.seats > 1)
    };
    let mut with_others = document
        .advisers
        .iter()
        .filter(|adviser| adviser.services.len() > 1);
    let is_fine = !with_others.any(|adviser| adviser.services.iter().any(is_shared));
    is_fine.then_some(()).ok_or(EditProblem::GivesOthers)
}

fn close(document: &mut ScheduleDocument, day: &ClosingDay) -> Result<(), EditProblem> {
    if document.closing_days.iter().any(|other| other.date == day.date) {
        return Err(EditProblem::ThereAlready);
    }
    document.closing_days.push(day.clone());
    document.closing_days.sort_by_key(|day| day.date);
    Ok(())
}

pub(super) fn take_out<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool) -> Result<(), EditProblem> {
    let index = list.iter().position(is_meant).ok_or(EditProblem::Gone)?;
    list.remove(index);
    Ok(())
}

fn set_hours(location: &mut Location, week: &[Vec<Hours>]) {
    location.hours.retain(|hours| !hours.when.is_plain());
    let plain = by_weekday(week).map(|(weekday, hours)| WeeklyHours {
        weekday,
        opens: hours.from,
        closes: hours.to,
        when: Recurrence::default(),
    });
    location.hours.extend(plain);
    location.hours.sort_by_key(|hours| (hours.weekday, hours.opens));
}

fn set_shifts(adviser: &mut Adviser, location: &LocationId, week: &[Vec<Hours>]) {
    adviser
        .shifts
        .retain(|shift| shift.location != *location || !shift.when.is_plain());
    let plain = by_weekday(week).map(|(weekday, hours)| Shift {
        location: location.clone(),
        weekday,
        from: hours.from,
        to: hours.to,
        when: Recurrence::default(),
    });
    adviser.shifts.extend(plain);
}

fn set_counts(document: &mut ScheduleDocument, counts: &[(ResourceId, i64)]) -> Result<(), EditProblem> {
    for (id, count) in counts {
        let mut resources = document.resources.iter_mut();
        let found = resources.find(|resource| resource.id == *id);
        found.ok_or(EditProblem::Gone)?.count = *count;
    }
    Ok(())
}

fn by_weekday(week: &[Vec<Hours>]) -> impl Iterator<Item = (i8, Hours)> {
    (1..)
        .zip(week)
        .flat_map(|(weekday, hours)| hours.iter().map(move |hours| (weekday, *hours)))
}

pub(super) fn find_adviser<'a>(
    document: &'a mut ScheduleDocument,
    id: &AdviserId,
) -> Result<&'a mut Adviser, EditProblem> {
    let mut advisers = document.advisers.iter_mut();
    advisers
        .find(|adviser| adviser.id == *id)
        .ok_or(EditProblem::Gone)
}

pub(super) fn find_location<'a>(
    document: &'a mut ScheduleDocument,
    id: &LocationId,
) -> Result<&'a mut Location, EditProblem> {
    let mut locations = document.locations.iter_mut();
    locations
        .find(|location| location.id == *id)
        .ok_or(EditProblem::Gone)
}

pub(super) fn find_service<'a>(
    document: &'a mut ScheduleDocument,
    id: &ServiceId,
) -> Result<&'a mut Service, EditProblem> {
    let mut services = document.services.iter_mut();
    services
        .find(|service| service.id == *id)
        .ok_or(EditProblem::Gone)
}
