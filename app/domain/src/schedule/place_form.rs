//! The form of a place.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, line};
use super::new_id::id_of;
use super::typed::TypedText;
use crate::appointments::{KeptShares, Location};
use crate::ids::LocationId;

/// How a place is found and rung up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceForm {
    pub name: TypedText,
    pub address: String,
    pub phone: String,
    pub directions: TypedText,
    /// Whether one gets in, and to the advisers, without a step.
    #[serde(default)]
    pub step_free: bool,
}

impl PlaceForm {
    /// A place as it is.
    pub fn of(location: &Location) -> Self {
        Self {
            name: (&location.name).into(),
            address: location.address.clone(),
            phone: location.phone.clone(),
            directions: (&location.directions).into(),
            step_free: location.step_free,
        }
    }

    pub(super) fn read(&self, location: &LocationId) -> Read<ScheduleEdit> {
        self.read_new().map(|read| ScheduleEdit::Place {
            location: location.clone(),
            name: read.name,
            address: read.address,
            phone: read.phone,
            directions: read.directions,
            step_free: read.step_free,
        })
    }

    /// A place that is closed until somebody says when it is open.
    pub(super) fn read_new(&self) -> Read<Location> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let address = problems.keep("address", line(&self.address));
        let phone = problems.keep("phone", line(&self.phone));
        let directions = problems.keep("directions_da", self.directions.read().ok_or(Problem::Missing));
        let texts = name.zip(directions).zip(address.zip(phone));
        problems.finish(texts.map(|((name, directions), (address, phone))| Location {
            id: LocationId::parse(&id_of(&name.da, "sted")).expect("it is made of the letters of ids"),
            name,
            address,
            phone,
            directions,
            hours: vec![],
            step_free: self.step_free,
            kept: KeptShares::default(),
        }))
    }
}
