//! The schedule document: everything that decides which times exist.
//!
//! It is one JSON document, kept as versions. A coordinator's change is a new version; a faulty one is refused whole. What
//! has been booked is not in it.

use std::ops::Deref;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::adviser::Adviser;
use super::kept::KeptShares;
use super::resource::{Bookable, Resource, ResourceUse};
use super::schedule_check::faults;
use super::service::Service;
use crate::cafe::{CafeHours, HomeworkHelp};
use crate::ids::{LocationId, ResourceKind, ServiceId};
use crate::locale::{Locale, LocalizedText};
use crate::municipality::Municipality;
use crate::opening::{ClosingDay, OpeningDay, OpeningRules, WeeklyHours};

/// A schedule as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleDocument {
    /// Version of the format; 1 is the only one.
    pub format: i64,
    pub municipality: Municipality,
    /// The place whose opening hours stand on every page.
    pub main_location: LocationId,
    pub booking: BookingRules,
    pub closing_days: Vec<ClosingDay>,
    pub locations: Vec<Location>,
    pub services: Vec<Service>,
    /// What is limited beside advisers' time: rooms, tablets that are lent out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    pub advisers: Vec<Adviser>,
    /// Where and when there is help with homework.
    #[serde(default, skip_serializing_if = "HomeworkHelp::is_nothing")]
    pub homework: HomeworkHelp,
}

/// How soon and how far ahead one can book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingRules {
    /// A time is bookable until this many minutes before it.
    pub lead_minutes: i64,
    /// Times are shown this many days ahead.
    pub horizon_days: i64,
}

/// A place where people are helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Location {
    pub id: LocationId,
    pub name: LocalizedText,
    /// "Havnegade 12, 0999 Fjordby".
    pub address: String,
    pub phone: String,
    /// How to find it and get in.
    pub directions: LocalizedText,
    pub hours: Vec<WeeklyHours>,
    /// Whether one gets in, and to the advisers, without a step.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub step_free: bool,
    /// What cannot be booked online.
    #[serde(default, skip_serializing_if = "KeptShares::is_nothing")]
    pub kept: KeptShares,
}

/// A document that has been checked: every reference leads somewhere and every number makes sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule(ScheduleDocument);

/// What is wrong with a document: where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct ScheduleFault {
    /// "services[2] mitid".
    pub place: String,
    pub problem: String,
}

impl Deref for Schedule {
    type Target = ScheduleDocument;

    fn deref(&self) -> &ScheduleDocument {
        &self.0
    }
}

impl TryFrom<ScheduleDocument> for Schedule {
    type Error = Vec<ScheduleFault>;

    /// Every fault is told, not only the first.
    fn try_from(document: ScheduleDocument) -> Result<Self, Vec<ScheduleFault>> {
        let found = faults(&document);
        if found.is_empty() {
            Ok(Self(document))
        } else {
            Err(found)
        }
    }
}

impl Schedule {
    /// The service with this id.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// The place with this id.
    pub fn location(&self, id: &LocationId) -> Option<&Location> {
        self.locations.iter().find(|location| location.id == *id)
    }

    /// The places where a service is given.
    pub fn locations_of<'a>(&'a self, service: &'a ServiceId) -> impl Iterator<Item = &'a Location> {
        self.locations
            .iter()
            .filter(move |location| self.advisers_at(service, &location.id).next().is_some())
    }

    /// What an appointment takes at a place beside its adviser; `None` where the place has none of something that it needs.
    pub fn uses(&self, service: &Service, location: &LocationId) -> Option<Vec<ResourceUse>> {
        let there = |kind: &ResourceKind| {
            let mut resources = self.resources.iter();
            resources.find(|resource| resource.kind == *kind && resource.location == *location)
        };
        let needed = service.uses.iter().map(|kind| {
            there(kind).map(|resource| ResourceUse {
                resource: resource.id.clone(),
                count: resource.count,
            })
        });
        needed.collect()
    }

    /// Everything whose time a service takes at a place: each of those who give it, and what it uses.
    pub fn bookables(&self, service: &Service, location: &LocationId) -> Vec<Bookable> {
        let advisers = self
            .advisers_at(&service.id, location)
            .map(|adviser| (&adviser.id).into());
        let uses = self.uses(service, location).unwrap_or_default();
        advisers
            .chain(uses.iter().map(|used| (&used.resource).into()))
            .collect()
    }

    /// Those who give a service at a place, the least flexible first: where it makes no difference to others who is booked (see
    /// [`super::BestFit`]), it is whoever can do fewest other things. Nobody, where the place lacks what the service uses.
    pub fn advisers_at<'a>(
        &'a self,
        service: &'a ServiceId,
        location: &'a LocationId,
    ) -> impl Iterator<Item = &'a Adviser> {
        let found = self.service(service);
        let can_be_given = found.is_some_and(|service| self.uses(service, location).is_some());
        let mut advisers: Vec<_> = self
            .advisers
            .iter()
            .filter(|_| can_be_given)
            .filter(|adviser| adviser.services.contains(service))
            .filter(|adviser| adviser.shifts.iter().any(|shift| shift.location == *location))
            .collect();
        advisers.sort_by_key(|adviser| (adviser.services.len(), adviser.id.clone()));
        advisers.into_iter()
    }

    /// A time of this service is bookable until this many minutes before it.
    pub fn lead_minutes(&self, service: &Service) -> i64 {
        service.lead_minutes.unwrap_or(self.booking.lead_minutes)
    }

    /// Times of this service are shown this many days ahead.
    pub fn horizon_days(&self, service: &Service) -> i64 {
        service.horizon_days.unwrap_or(self.booking.horizon_days)
    }

    /// When a place is open on a date.
    pub fn opening(&self, location: &Location, date: Date, locale: Locale) -> OpeningDay {
        OpeningRules {
            week: &location.hours,
            closing_days: &self.closing_days,
        }
        .on(date, locale)
    }

    /// When the online homework café is open.
    pub fn cafe_hours(&self) -> CafeHours<'_> {
        CafeHours {
            week: &self.homework.online,
            closing_days: &self.closing_days,
        }
    }

    /// When the main place is open on a date.
    pub fn main_opening(&self, date: Date, locale: Locale) -> OpeningDay {
        self.location(&self.main_location)
            .map_or(OpeningDay::Closed, |location| {
                self.opening(location, date, locale)
            })
    }
}
