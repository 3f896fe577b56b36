//! Who runs this installation, and what stands at the same place on every page.

use serde::{Deserialize, Serialize};

use crate::opening::OpeningDay;

/// The municipality's name and how to reach it. Configuration, not code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// "Fjordby Kommune".
    pub name: String,
    /// As it is written: "99 00 00 00".
    pub phone: String,
    pub email: String,
    /// The main place's address on one line.
    pub address: String,
}

/// The help band of every page: whom to ring, where to go, and whether anybody is there today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpBand {
    pub municipality: Municipality,
    /// Today at the main place.
    pub today: OpeningDay,
}
