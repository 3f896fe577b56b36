//! The form of a place.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, line};
use super::typed::TypedText;
use crate::appointments::Location;
use crate::ids::LocationId;

/// How a place is found and rung up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceForm {
    pub name: TypedText,
    pub address: String,
    pub phone: String,
    pub directions: TypedText,
}

impl PlaceForm {
    /// A place as it is.
    pub fn of(location: &Location) -> Self {
        Self {
            name: (&location.name).into(),
            address: location.address.clone(),
            phone: location.phone.clone(),
            directions: (&location.directions).into(),
        }
    }

    pub(super) fn read(&self, location: &LocationId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let address = problems.keep("address", line(&self.address));
        let phone = problems.keep("phone", line(&self.phone));
        let directions = problems.keep("directions_da", self.directions.read().ok_or(Problem::Missing));
        let texts = name.zip(directions).zip(address.zip(phone));
        problems.finish(
            texts.map(|((name, directions), (address, phone))| ScheduleEdit::Place {
                location: location.clone(),
                name,
                address,
                phone,
                directions,
            }),
        )
    }
}
