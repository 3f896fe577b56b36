//! How an appointment is arranged: what has been said of it beside who comes, and when and where.

use serde::{Deserialize, Serialize};

use super::needs::Needs;
use super::service::Way;
use super::visit_address::VisitAddress;
use crate::free_text::FreeText;

/// How they meet, what is needed, and what it is about. It is kept with the appointment and goes with the person's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// As the service's first way, where nothing is said: on the waiting list, and in appointments of the time before it was kept.
    pub way: Option<Way>,
    pub needs: Needs,
    /// What it is about, in the citizen's own words.
    pub note: Option<FreeText>,
    /// Where they are visited, if they are.
    pub address: Option<VisitAddress>,
}
