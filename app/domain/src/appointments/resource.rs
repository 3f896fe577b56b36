//! What is limited beside advisers' time: rooms, tablets that are lent out, equipment for a video call.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{AdviserId, LocationId, ResourceId, ResourceKind};
use crate::locale::LocalizedText;

/// Things of one kind at a place, of which each appointment that needs one has its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resource {
    pub id: ResourceId,
    /// What services ask for, whatever the place; a place has a kind once.
    pub kind: ResourceKind,
    pub location: LocationId,
    pub name: LocalizedText,
    /// How many there are, 0 to 100. None while they are being mended.
    pub count: i64,
}

/// A resource that an appointment takes one of, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceUse {
    pub resource: ResourceId,
    pub count: i64,
}

/// Something with units of time that are taken: an adviser, or a resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bookable {
    Adviser(AdviserId),
    Resource(ResourceId),
}

/// No id has a stroke, so no adviser is taken for a resource.
const RESOURCE_PREFIX: &str = "resource/";

impl Bookable {
    /// What is meant by a name that [`Bookable`] has written.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.strip_prefix(RESOURCE_PREFIX) {
            Some(id) => ResourceId::parse(id).ok().map(Self::Resource),
            None => AdviserId::parse(name).ok().map(Self::Adviser),
        }
    }
}

impl fmt::Display for Bookable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Adviser(id) => write!(formatter, "{id}"),
            Self::Resource(id) => write!(formatter, "{RESOURCE_PREFIX}{id}"),
        }
    }
}

impl From<&AdviserId> for Bookable {
    fn from(id: &AdviserId) -> Self {
        Self::Adviser(id.clone())
    }
}

impl From<&ResourceId> for Bookable {
    fn from(id: &ResourceId) -> Self {
        Self::Resource(id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adviser_and_a_resource_of_one_name_are_two() {
        let adviser = Bookable::from(&AdviserId::parse("tablet").unwrap());
        let resource = Bookable::from(&ResourceId::parse("tablet").unwrap());
        assert_ne!(adviser.to_string(), resource.to_string());
        for bookable in [adviser, resource] {
            assert_eq!(Bookable::from_name(&bookable.to_string()), Some(bookable));
        }
        assert_eq!(Bookable::from_name("resource/A b"), None);
    }
}

#[cfg(test)]
#[path = "resource_tests.rs"]
mod rules;
