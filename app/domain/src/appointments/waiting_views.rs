//! What the pages of the waiting list show, and what their form sends.

use serde::{Deserialize, Serialize};

use super::needs::Needs;
use super::part_of_day::PartOfDay;
use super::service::Way;
use super::views::{LocationCard, ServiceCard, TimeCard};
use super::visit_address::VisitAddressError;
use crate::contact::ContactError;
use crate::ids::WaitingId;
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
    pub contact: ToldBy,
    /// For an SMS.
    pub phone: String,
    /// To be called.
    pub call: String,
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
    pub contact: ToldBy,
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
    pub visit: Option<VisitAsked>,
}

/// Where somebody is visited who takes a time: as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitAsked {
    pub address: String,
    pub error: Option<VisitAddressError>,
}

/// How somebody who waits is told of a time that has become free.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToldBy {
    #[default]
    #[serde(alias = "none")]
    Email,
    /// By SMS.
    Phone,
    /// Staff call them.
    Call,
}

/// The times that are held for people whom staff call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingCallsPage {
    /// Whose time is soonest to go on to somebody else comes first.
    pub calls: Vec<WaitingCall>,
    /// The one that was answered last had gone on to somebody else already.
    pub gone: bool,
}

/// Somebody to be called, and what is held for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingCall {
    pub waiting: WaitingId,
    pub name: String,
    pub phone: String,
    pub service: String,
    pub location: String,
    pub time: TimeCard,
    pub until: WallTime,
    pub visit: Option<VisitAsked>,
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallAnswer {
    /// They come.
    Accepted,
    /// Nobody answered, or this time does not suit: they wait on.
    Missed,
    /// They do not want a time any more.
    Left,
}
