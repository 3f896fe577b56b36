//! What the pages of the waiting list show, and what their form sends.

use serde::{Deserialize, Serialize};

use super::needs::Needs;
use super::part_of_day::PartOfDay;
use super::service::Way;
use super::views::{LocationCard, ServiceCard, TimeCard};
use crate::contact::{ContactError, ContactKind};
use crate::time::WallTime;

/// The form with which somebody joins the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    /// How they want to meet, which decides how they must be reachable.
    pub way: Way,
    pub needs: Needs,
    /// What was typed before, and what was wrong with it.
    pub form: JoinForm,
    pub errors: Vec<ContactError>,
}

/// Who waits, and what suits them. Where no day or part of the day is named all suit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JoinForm {
    pub name: String,
    pub contact: ContactKind,
    pub phone: String,
    pub email: String,
    /// 1 (Monday) to 7.
    pub weekdays: Vec<i8>,
    pub parts: Vec<PartOfDay>,
}

/// Somebody's place on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub way: Way,
    pub needs: Needs,
    /// How they are told of an offer.
    pub contact: ContactKind,
    pub code: String,
    /// The time that is held for them.
    pub offer: Option<OfferView>,
    /// A time was offered to them, and has gone on to the next.
    pub missed: bool,
}

/// A time that is held for somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    pub time: TimeCard,
    pub until: WallTime,
}
