//! What is new in a schedule: a place, a service, an adviser, what a place has.

use serde::{Deserialize, Serialize};

use super::edit::EditProblem;
use super::new_id::UsedIds;
use crate::appointments::{Adviser, Location, Resource, ScheduleDocument, Service};
use crate::ids::{AdviserId, LocationId, NotASlug, ResourceId, ServiceId};

/// Something that a schedule does not have yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addition {
    Location(Location),
    Service(Service),
    Adviser(Adviser),
    /// Where a service can use it is said on the service's page.
    Resource(Resource),
}

impl Addition {
    /// The same with an id that nothing has had; an error where no number fits behind it any more.
    pub fn with_unused_id(mut self, used: &UsedIds) -> Result<Self, NotASlug> {
        match &mut self {
            Self::Location(new) => new.id = LocationId::parse(&used.unused(new.id.as_str()))?,
            Self::Service(new) => new.id = ServiceId::parse(&used.unused(new.id.as_str()))?,
            Self::Adviser(new) => new.id = AdviserId::parse(&used.unused(new.id.as_str()))?,
            Self::Resource(new) => new.id = ResourceId::parse(&used.unused(new.id.as_str()))?,
        }
        Ok(self)
    }

    /// The page on which the rest of it is said, after `/personale/plan/`.
    pub fn page(&self) -> String {
        match self {
            Self::Location(new) => format!("sted/{}", new.id),
            Self::Service(new) => format!("ydelse/{}", new.id),
            Self::Adviser(new) => format!("medarbejder/{}", new.id),
            Self::Resource(new) => format!("sted/{}", new.location),
        }
    }

    pub(super) fn apply(&self, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        match self {
            Self::Location(new) => add(&mut document.locations, new, |other| other.id == new.id),
            Self::Service(new) => add(&mut document.services, new, |other| other.id == new.id),
            Self::Adviser(new) => add(&mut document.advisers, new, |other| other.id == new.id),
            Self::Resource(new) => add(&mut document.resources, new, |other| {
                other.id == new.id || (&other.kind, &other.location) == (&new.kind, &new.location)
            }),
        }
    }
}

fn add<T: Clone>(list: &mut Vec<T>, new: &T, is_same: impl Fn(&T) -> bool) -> Result<(), EditProblem> {
    if list.iter().any(is_same) {
        return Err(EditProblem::ThereAlready);
    }
    list.push(new.clone());
    Ok(())
}
