//! The schedule document: everything that decides which times exist.
//!
//! It is one JSON document, kept as versions. A coordinator's change is a new version; a faulty one is refused whole. What
//! has been booked is not in it.

use std::collections::BTreeSet;
use std::ops::Deref;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::slot::Unit;
use crate::ids::{AdviserId, LocationId, ServiceId};
use crate::locale::{Locale, LocalizedText};
use crate::municipality::Municipality;
use crate::opening::{ClosingDay, OpeningDay, OpeningRules, WeeklyHours};

/// Words that stand where a service's id stands in addresses (`/tid/afbud`), and so cannot be one.
const RESERVED: [&str; 4] = ["afbud", "kvittering", "tjek", "kalender"];

/// A schedule as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    pub advisers: Vec<Adviser>,
}

/// How soon and how far ahead one can book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookingRules {
    /// A time is bookable until this many minutes before it.
    pub lead_minutes: i64,
    /// Times are shown this many days ahead.
    pub horizon_days: i64,
}

/// A place where people are helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// Something one can be helped with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub id: ServiceId,
    pub name: LocalizedText,
    pub summary: LocalizedText,
    /// A drawing in `content/pictures`.
    pub picture: String,
    pub duration_minutes: i64,
    /// Starting times are this far apart.
    pub start_every_minutes: i64,
    /// What to bring, a line each.
    pub bring: Vec<LocalizedText>,
}

/// A member of staff who can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adviser {
    pub id: AdviserId,
    /// What the adviser can help with.
    pub services: Vec<ServiceId>,
    pub shifts: Vec<Shift>,
}

/// When an adviser is where, every week, in wall time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub location: LocationId,
    /// 1 (Monday) to 7.
    pub weekday: i8,
    pub from: Time,
    pub to: Time,
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
        let faults = Checker::default().check(&document);
        if faults.is_empty() {
            Ok(Self(document))
        } else {
            Err(faults)
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

    /// Those who give a service at a place, the least flexible first: whoever can do fewest other things is booked first,
    /// so that an adviser who can do everything stays free for what only they can do.
    pub fn advisers_at<'a>(
        &'a self,
        service: &'a ServiceId,
        location: &'a LocationId,
    ) -> impl Iterator<Item = &'a Adviser> {
        let mut advisers: Vec<_> = self
            .advisers
            .iter()
            .filter(|adviser| adviser.services.contains(service))
            .filter(|adviser| adviser.shifts.iter().any(|shift| shift.location == *location))
            .collect();
        advisers.sort_by_key(|adviser| (adviser.services.len(), adviser.id.clone()));
        advisers.into_iter()
    }

    /// When a place is open on a date.
    pub fn opening(&self, location: &Location, date: Date, locale: Locale) -> OpeningDay {
        OpeningRules {
            week: &location.hours,
            closing_days: &self.closing_days,
        }
        .on(date, locale)
    }

    /// When the main place is open on a date.
    pub fn main_opening(&self, date: Date, locale: Locale) -> OpeningDay {
        self.location(&self.main_location)
            .map_or(OpeningDay::Closed, |location| {
                self.opening(location, date, locale)
            })
    }
}

/// Collects the faults of a document.
#[derive(Default)]
struct Checker {
    faults: Vec<ScheduleFault>,
}

impl Checker {
    fn check(mut self, document: &ScheduleDocument) -> Vec<ScheduleFault> {
        self.expect(
            document.format == 1,
            "format",
            "write 1, the only format there is",
        );
        let rules = document.booking;
        self.expect(
            (0..=43_200).contains(&rules.lead_minutes),
            "booking.lead_minutes",
            "write 0 to 43200",
        );
        self.expect(
            (1..=365).contains(&rules.horizon_days),
            "booking.horizon_days",
            "write 1 to 365",
        );
        self.unique(
            "locations",
            document.locations.iter().map(|location| location.id.as_str()),
        );
        self.unique(
            "services",
            document.services.iter().map(|service| service.id.as_str()),
        );
        self.unique(
            "advisers",
            document.advisers.iter().map(|adviser| adviser.id.as_str()),
        );
        let locations: BTreeSet<_> = document.locations.iter().map(|location| &location.id).collect();
        let services: BTreeSet<_> = document.services.iter().map(|service| &service.id).collect();
        self.expect(
            locations.contains(&document.main_location),
            "main_location",
            "write the id of one of the locations",
        );
        for location in &document.locations {
            self.location(location);
        }
        for service in &document.services {
            self.service(service);
        }
        for adviser in &document.advisers {
            self.adviser(adviser, &locations, &services);
        }
        self.faults
    }

    fn location(&mut self, location: &Location) {
        let place = format!("locations {}", location.id);
        for hours in &location.hours {
            self.stretch(&place, hours.weekday, hours.opens, hours.closes);
        }
    }

    fn service(&mut self, service: &Service) {
        let place = format!("services {}", service.id);
        let units = |minutes: i64| minutes > 0 && minutes <= 480 && minutes % Unit::MINUTES == 0;
        self.expect(
            units(service.duration_minutes),
            &place,
            "duration_minutes: write a multiple of 5, at most 480",
        );
        self.expect(
            units(service.start_every_minutes),
            &place,
            "start_every_minutes: write a multiple of 5, at most 480",
        );
        self.expect(
            !RESERVED.contains(&service.id.as_str()),
            &place,
            "this word is used in addresses: choose another id",
        );
    }

    fn adviser(
        &mut self,
        adviser: &Adviser,
        locations: &BTreeSet<&LocationId>,
        services: &BTreeSet<&ServiceId>,
    ) {
        let place = format!("advisers {}", adviser.id);
        for service in &adviser.services {
            self.expect(
                services.contains(service),
                &place,
                &format!("there is no service {service}"),
            );
        }
        for shift in &adviser.shifts {
            self.expect(
                locations.contains(&shift.location),
                &place,
                &format!("there is no location {}", shift.location),
            );
            self.stretch(&place, shift.weekday, shift.from, shift.to);
        }
    }

    fn stretch(&mut self, place: &str, weekday: i8, from: Time, to: Time) {
        self.expect(
            (1..=7).contains(&weekday),
            place,
            "weekday: write 1 (Monday) to 7 (Sunday)",
        );
        self.expect(
            from < to,
            place,
            &format!("{from} to {to}: the end must come after the beginning"),
        );
        let whole = |time: Time| i64::from(time.minute()) % Unit::MINUTES == 0 && time.second() == 0;
        self.expect(
            whole(from) && whole(to),
            place,
            "write times on whole five minutes",
        );
    }

    fn unique<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            self.expect(
                seen.insert(id),
                place,
                &format!("the id {id} stands twice: rename one"),
            );
        }
    }

    fn expect(&mut self, holds: bool, place: &str, problem: &str) {
        if !holds {
            self.faults.push(ScheduleFault {
                place: place.to_owned(),
                problem: problem.to_owned(),
            });
        }
    }
}
