//! What a schedule no longer has: a place, a service, an adviser, what a place has. What is booked there is another matter: see
//! [`crate::appointments::impact`].

use serde::{Deserialize, Serialize};

use super::edit::{EditProblem, take_out};
use crate::appointments::ScheduleDocument;
use crate::ids::{AdviserId, LocationId, ResourceId, ResourceKind, ServiceId};

/// Something that is to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    Location(LocationId),
    Service(ServiceId),
    Adviser(AdviserId),
    Resource(ResourceId),
}

impl Removal {
    /// Takes it out, and with it everything that only says something about it.
    pub(super) fn apply(&self, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        match self {
            Self::Location(id) => remove_location(document, id),
            Self::Service(id) => remove_service(document, id),
            Self::Adviser(id) => remove_adviser(document, id),
            Self::Resource(id) => {
                take_out(&mut document.resources, |resource| resource.id == *id)?;
                keep_what_is_used(document)
            }
        }
    }
}

fn remove_location(document: &mut ScheduleDocument, id: &LocationId) -> Result<(), EditProblem> {
    if document.main_location == *id {
        return Err(EditProblem::MainPlace);
    }
    take_out(&mut document.locations, |location| location.id == *id)?;
    for adviser in &mut document.advisers {
        adviser.shifts.retain(|shift| shift.location != *id);
    }
    document.resources.retain(|resource| resource.location != *id);
    for series in document
        .services
        .iter_mut()
        .filter_map(|service| service.series.as_mut())
    {
        series.retain(|series| series.location != *id);
    }
    document.homework.cafes.retain(|cafe| cafe.location != *id);
    keep_what_is_used(document)
}

/// Nobody can be given a service that uses what no place has.
fn keep_what_is_used(document: &ScheduleDocument) -> Result<(), EditProblem> {
    let is_left = |kind: &ResourceKind| document.resources.iter().any(|resource| resource.kind == *kind);
    let mut used = document.services.iter().flat_map(|service| &service.uses);
    used.all(is_left).then_some(()).ok_or(EditProblem::UsedOnlyThere)
}

fn remove_adviser(document: &mut ScheduleDocument, id: &AdviserId) -> Result<(), EditProblem> {
    take_out(&mut document.advisers, |adviser| adviser.id == *id)?;
    for series in document
        .services
        .iter_mut()
        .filter_map(|service| service.series.as_mut())
    {
        series.retain(|series| series.adviser != *id);
    }
    Ok(())
}

fn remove_service(document: &mut ScheduleDocument, id: &ServiceId) -> Result<(), EditProblem> {
    take_out(&mut document.services, |service| service.id == *id)?;
    for adviser in &mut document.advisers {
        adviser.services.retain(|service| service != id);
    }
    for cafe in &mut document.homework.cafes {
        cafe.booked_as.take_if(|service| service == id);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appointments::Schedule;

    fn fjordby() -> ScheduleDocument {
        serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
    }

    fn without(removal: &Removal) -> Result<ScheduleDocument, EditProblem> {
        let mut document = fjordby();
        removal.apply(&mut document)?;
        Ok(document)
    }

    #[test]
    fn whatever_is_removed_leaves_a_schedule_or_is_refused_with_a_reason() {
        let document = fjordby();
        let locations = document
            .locations
            .iter()
            .map(|found| Removal::Location(found.id.clone()));
        let services = document
            .services
            .iter()
            .map(|found| Removal::Service(found.id.clone()));
        let advisers = document
            .advisers
            .iter()
            .map(|found| Removal::Adviser(found.id.clone()));
        let resources = document
            .resources
            .iter()
            .map(|found| Removal::Resource(found.id.clone()));
        for removal in locations.chain(services).chain(advisers).chain(resources) {
            match without(&removal) {
                Ok(document) => assert_eq!(Schedule::try_from(document).err(), None, "{removal:?}"),
                Err(problem) => assert!(
                    matches!(problem, EditProblem::MainPlace | EditProblem::UsedOnlyThere),
                    "{removal:?}: {problem}"
                ),
            }
        }
    }

    #[test]
    fn the_main_place_stays() {
        let main = Removal::Location(fjordby().main_location);
        assert_eq!(without(&main), Err(EditProblem::MainPlace));
    }

    #[test]
    fn what_has_gone_cannot_go_again() {
        let gone = Removal::Service(ServiceId::parse("nothing").unwrap());
        assert_eq!(without(&gone), Err(EditProblem::Gone));
    }

    #[test]
    fn a_place_stays_whose_things_a_service_cannot_do_without() {
        let mut document = fjordby();
        let main = document.main_location.clone();
        let other = document
            .locations
            .iter()
            .find(|found| found.id != main)
            .unwrap()
            .id
            .clone();
        let kind = document.resources[0].kind.clone();
        document.resources.truncate(1);
        document.resources[0].location = other.clone();
        for service in &mut document.services {
            service.uses.clear();
        }
        document.services[0].uses = vec![kind];
        let removal = Removal::Location(other);
        assert_eq!(removal.apply(&mut document), Err(EditProblem::UsedOnlyThere));
    }
}
