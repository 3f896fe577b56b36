//! What a schedule document must hold to: every reference leads somewhere and every number makes sense.

use std::collections::BTreeSet;

use super::schedule::{Location, ScheduleDocument, ScheduleFault};
use crate::cafe::HomeworkHelp;
use crate::ids::{LocationId, ServiceId};
use crate::recurrence::{Hours, Recurrence};

/// Words that stand where a place's id stands in addresses (`/tid/mitid/foerst`, `/skranke/ledsagere`).
pub const RESERVED_PLACES: [&str; 6] = ["beskeder", "book", "breve", "foerst", "ledsagere", "ring"];

/// Everything that is wrong with a document.
pub(super) fn faults(document: &ScheduleDocument) -> Vec<ScheduleFault> {
    Checker::default().check(document)
}

/// Collects the faults of a document.
#[derive(Default)]
pub(super) struct Checker {
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
            self.series(document, service);
        }
        for adviser in &document.advisers {
            self.adviser(adviser, &locations, &services);
            self.shared_service(document, adviser);
        }
        self.homework(&document.homework, &locations, &services);
        self.faults
    }

    pub(super) fn lead_and_horizon(&mut self, place: &str, lead_minutes: i64, horizon_days: i64) {
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

    pub(super) fn rule(&mut self, place: &str, weekday: i8, hours: Hours, when: &Recurrence) {
        self.expect(
            (1..=7).contains(&weekday),
            place,
            "weekday: write 1 (Monday) to 7 (Sunday)",
        );
        for problem in hours.fault().into_iter().chain(when.faults(weekday)) {
            self.fault(place, problem);
        }
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

    pub(super) fn expect(&mut self, holds: bool, place: &str, problem: &str) {
        if !holds {
            self.fault(place, problem.to_owned());
        }
    }

    pub(super) fn fault(&mut self, place: &str, problem: String) {
        self.faults.push(ScheduleFault {
            place: place.to_owned(),
            problem,
        });
    }
}

#[cfg(test)]
#[path = "schedule_check_tests.rs"]
mod tests;
