//! What a schedule's advisers must hold to.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::adviser::{Absence, Adviser};
use super::schedule::ScheduleDocument;
use super::schedule_check::Checker;
use super::service::Service;
use super::slot::Unit;
use crate::ids::{LocationId, ServiceId};

impl Checker {
    pub(super) fn adviser(
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
    pub(super) fn shared_service(&mut self, document: &ScheduleDocument, adviser: &Adviser) {
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
}
