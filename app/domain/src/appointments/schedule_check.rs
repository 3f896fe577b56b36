//! What a schedule document must hold to: every reference leads somewhere and every number makes sense.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::adviser::{Absence, Adviser};
use super::resource::Resource;
use super::schedule::{Location, ScheduleDocument, ScheduleFault};
use super::service::Service;
use super::slot::Unit;
use crate::cafe::HomeworkHelp;
use crate::ids::{LocationId, ResourceKind, ServiceId};
use crate::recurrence::{Hours, Recurrence};

/// Words that stand where a service's id stands in addresses (`/tid/afbud`), and so cannot be one.
const RESERVED: [&str; 6] = ["afbud", "flyt", "kvittering", "tjek", "kalender", "venteliste"];

/// Words that stand where a place's id stands in addresses (`/tid/mitid/foerst`, `/skranke/ledsagere`).
const RESERVED_PLACES: [&str; 5] = ["beskeder", "book", "breve", "foerst", "ledsagere"];

/// The most seats a service can have: more people than any room for it holds.
const MOST_SEATS: i64 = 100;

/// The most things of a kind at a place.
const MOST_OF_A_RESOURCE: i64 = 100;

/// Everything that is wrong with a document.
pub(super) fn faults(document: &ScheduleDocument) -> Vec<ScheduleFault> {
    Checker::default().check(document)
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
        self.lead_and_horizon("booking", rules.lead_minutes, rules.horizon_days);
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
        self.unique(
            "resources",
            document.resources.iter().map(|resource| resource.id.as_str()),
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
        self.resources(&document.resources, &locations);
        let kinds: BTreeSet<_> = document.resources.iter().map(|resource| &resource.kind).collect();
        for service in &document.services {
            self.service(service);
            self.uses(service, &kinds);
        }
        for adviser in &document.advisers {
            self.adviser(adviser, &locations, &services);
            self.shared_service(document, adviser);
        }
        self.homework(&document.homework, &locations, &services);
        self.faults
    }

    fn lead_and_horizon(&mut self, place: &str, lead_minutes: i64, horizon_days: i64) {
        self.expect(
            (0..=43_200).contains(&lead_minutes),
            place,
            "lead_minutes: write 0 to 43200",
        );
        self.expect(
            (1..=365).contains(&horizon_days),
            place,
            "horizon_days: write 1 to 365",
        );
    }

    fn location(&mut self, location: &Location) {
        let place = format!("locations {}", location.id);
        self.expect(
            !RESERVED_PLACES.contains(&location.id.as_str()),
            &place,
            "this word is used in addresses: choose another id",
        );
        for hours in &location.hours {
            self.rule(&place, hours.weekday, hours.hours(), &hours.when);
        }
        if let Some(problem) = location.kept.fault() {
            self.fault(&place, problem.to_owned());
        }
    }

    fn homework(
        &mut self,
        help: &HomeworkHelp,
        locations: &BTreeSet<&LocationId>,
        services: &BTreeSet<&ServiceId>,
    ) {
        for hours in &help.online {
            self.rule("homework online", hours.weekday, hours.hours(), &hours.when);
        }
        for cafe in &help.cafes {
            let place = format!("homework cafes {}", cafe.location);
            self.expect(
                locations.contains(&cafe.location),
                &place,
                "location: write the id of one of the locations",
            );
            self.expect(
                cafe.booked_as.as_ref().is_none_or(|id| services.contains(id)),
                &place,
                "booked_as: write the id of one of the services",
            );
            for hours in &cafe.hours {
                self.rule(&place, hours.weekday, hours.hours(), &hours.when);
            }
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
        self.lead_and_horizon(
            &place,
            service.lead_minutes.unwrap_or(0),
            service.horizon_days.unwrap_or(1),
        );
        self.expect(
            (1..=MOST_SEATS).contains(&service.seats),
            &place,
            "seats: write 1 to 100",
        );
        let buffer = |minutes: i64| (0..=240).contains(&minutes) && minutes % Unit::MINUTES == 0;
        self.expect(
            buffer(service.buffer_before_minutes) && buffer(service.buffer_after_minutes),
            &place,
            "buffer_before_minutes, buffer_after_minutes: write a multiple of 5, at most 240",
        );
        let ways: BTreeSet<_> = service.ways.iter().collect();
        self.expect(
            !ways.is_empty() && ways.len() == service.ways.len(),
            &place,
            "ways: write at least one way, and each of them once",
        );
        self.expect(
            !RESERVED.contains(&service.id.as_str()),
            &place,
            "this word is used in addresses: choose another id",
        );
    }

    fn resources(&mut self, resources: &[Resource], locations: &BTreeSet<&LocationId>) {
        let mut seen = BTreeSet::new();
        for resource in resources {
            let place = format!("resources {}", resource.id);
            self.expect(
                locations.contains(&resource.location),
                &place,
                &format!("there is no location {}", resource.location),
            );
            self.expect(
                (0..=MOST_OF_A_RESOURCE).contains(&resource.count),
                &place,
                "count: write 0 to 100",
            );
            self.expect(
                seen.insert((&resource.location, &resource.kind)),
                &place,
                &format!(
                    "{} has {} already: write one entry with the count of all",
                    resource.location, resource.kind
                ),
            );
        }
    }

    fn uses(&mut self, service: &Service, kinds: &BTreeSet<&ResourceKind>) {
        let place = format!("services {}", service.id);
        let mut seen = BTreeSet::new();
        for kind in &service.uses {
            self.expect(
                kinds.contains(kind),
                &place,
                &format!("uses: no place has {kind}; write it among the resources"),
            );
            self.expect(
                seen.insert(kind),
                &place,
                &format!("uses: {kind} stands twice: an appointment takes one"),
            );
        }
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
            self.rule(&place, shift.weekday, shift.hours(), &shift.when);
        }
        for absence in &adviser.absences {
            self.absence(&place, absence);
        }
    }

    /// The guard against double booking counts the seats of an adviser's time, whatever they are for.
    fn shared_service(&mut self, document: &ScheduleDocument, adviser: &Adviser) {
        let is_shared = |service: &&Service| service.seats > 1 && adviser.services.contains(&service.id);
        let shared = document.services.iter().find(is_shared);
        if let Some(service) = shared.filter(|_| adviser.services.len() > 1) {
            let place = format!("advisers {}", adviser.id);
            let problem = format!(
                "{} has several seats, so it stands alone: write another entry with its hours, as for a person",
                service.id
            );
            self.fault(&place, problem);
        }
    }

    fn rule(&mut self, place: &str, weekday: i8, hours: Hours, when: &Recurrence) {
        self.expect(
            (1..=7).contains(&weekday),
            place,
            "weekday: write 1 (Monday) to 7 (Sunday)",
        );
        for problem in hours.fault().into_iter().chain(when.faults(weekday)) {
            self.fault(place, problem);
        }
    }

    fn absence(&mut self, place: &str, absence: &Absence) {
        let Absence { from, to, .. } = absence;
        self.expect(
            from < to,
            place,
            &format!("absent from {from} to {to}: the end must come after the beginning"),
        );
        let whole = |at: &DateTime| i64::from(at.minute()) % Unit::MINUTES == 0 && at.second() == 0;
        self.expect(
            whole(from) && whole(to),
            place,
            "absences: write times on whole five minutes",
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
            self.fault(place, problem.to_owned());
        }
    }

    fn fault(&mut self, place: &str, problem: String) {
        self.faults.push(ScheduleFault {
            place: place.to_owned(),
            problem,
        });
    }
}

#[cfg(test)]
#[path = "schedule_check_tests.rs"]
mod tests;
