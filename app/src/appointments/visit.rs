//! Where somebody is visited, while their booking is being filled in.

use domain::appointments::{VisitAddress, VisitAddressError};
use domain::cpr::hide_cpr;
use serde::{Deserialize, Serialize};

use super::draft::Draft;

/// Letters of an address that are shown again: more than any that is accepted.
const SHOWN: usize = 300;

/// An address as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct TypedVisit {
    pub address: String,
    pub error: Option<VisitAddressError>,
}

impl Draft {
    /// With the address that somebody has typed, where they are visited.
    pub fn with_address(mut self, typed: &str) -> Self {
        if self.visit.is_some() {
            let read = VisitAddress::parse(typed);
            self.visit = Some(TypedVisit {
                address: hide_cpr(typed).chars().take(SHOWN).collect(),
                error: read.as_ref().err().copied(),
            });
            self.arrangement.address = read.ok();
        }
        self
    }

    /// With the address of an earlier draft: what was typed for another time is still true of the person.
    pub fn with_address_of(self, earlier: Option<Self>) -> Self {
        match earlier.and_then(|earlier| earlier.arrangement.address) {
            Some(address) => self.with_address(address.as_str()),
            None => self,
        }
    }

    /// Whether an address is missing.
    pub fn lacks_address(&self) -> bool {
        self.visit.is_some() && self.arrangement.address.is_none()
    }

    /// The page after the one that asks who comes.
    pub fn next_page(&self) -> &'static str {
        if self.visit.is_some() {
            "/tid/adresse"
        } else {
            "/tid/tjek"
        }
    }
}
