//! What a schedule's services must hold to, and what they use.

use std::collections::BTreeSet;

use super::resource::Resource;
use super::schedule_check::Checker;
use super::service::Service;
use super::slot::Unit;
use crate::ids::{LocationId, ResourceKind};

/// Words that stand where a service's id stands in addresses (`/tid/afbud`), and so cannot be one.
pub const RESERVED_SERVICES: [&str; 7] = [
    "adresse",
    "afbud",
    "flyt",
    "kvittering",
    "tjek",
    "kalender",
    "venteliste",
];

/// The most seats a service can have: more people than any room for it holds.
const MOST_SEATS: i64 = 100;

/// The most things of a kind at a place.
const MOST_OF_A_RESOURCE: i64 = 100;

impl Checker {
    pub(super) fn service(&mut self, service: &Service) {
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
            !RESERVED_SERVICES.contains(&service.id.as_str()),
            &place,
            "this word is used in addresses: choose another id",
        );
    }

    pub(super) fn resources(&mut self, resources: &[Resource], locations: &BTreeSet<&LocationId>) {
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

    pub(super) fn uses(&mut self, service: &Service, kinds: &BTreeSet<&ResourceKind>) {
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
}
