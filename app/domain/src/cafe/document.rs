use serde::{Deserialize, Serialize};

use super::language::HelpLanguage;
use crate::homework::Subject;
use crate::ids::{LocationId, ServiceId};
use crate::opening::WeeklyHours;

/// Where and when there is help with homework, as a part of the schedule document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HomeworkHelp {
    /// When the online café is open, in wall time. Without hours there is none.
    #[serde(default)]
    pub online: Vec<WeeklyHours>,
    /// The cafés at a table.
    #[serde(default)]
    pub cafes: Vec<HomeworkCafe>,
}

/// A homework café at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HomeworkCafe {
    pub location: LocationId,
    /// When somebody sits there; the place itself may be open longer.
    pub hours: Vec<WeeklyHours>,
    pub languages: Vec<HelpLanguage>,
    pub subjects: Vec<Subject>,
    /// The service by which a seat is booked; without one people just come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_as: Option<ServiceId>,
}

impl HomeworkHelp {
    /// Whether nothing is said, so that it need not be written.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}
