//! What the pages show on which a time that was chosen becomes an appointment.

use serde::{Deserialize, Serialize};

use super::needs::Needs;
use super::reminder::Reminder;
use super::service::Way;
use super::views::{AppointmentView, LocationCard, ServiceCard, TimeCard};
use super::visit_address::VisitAddressError;
use crate::contact::{ContactError, ContactKind};
use crate::free_text::FreeTextError;
use crate::help_topic::HelpTopicView;
use crate::locale::Locale;
use crate::messages::Channel;
use crate::pages::QrCode;
use crate::time::WallTime;

/// The time is held for the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldView {
    pub until: WallTime,
    /// More time can be asked for, once.
    pub may_be_longer: bool,
}

/// Which button of the form that asks who comes was pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DetailsPress {
    #[default]
    Check,
    MoreTime,
}

/// The page of a time that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChosenTimePage {
    /// It is free, or held for the visitor: who comes?
    Free(Box<DetailsPage>),
    /// Somebody else has it by now, as when a form was left open for long.
    Taken(Box<TakenTime>),
    /// The visitor has just booked it, and come back.
    Booked,
}

/// Where to look for another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenTime {
    pub service: ServiceCard,
    pub location: LocationCard,
}

/// The page that asks who comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetailsPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub time: TimeCard,
    pub held: Option<HeldView>,
    /// How they meet, which may ask for one way to be reached.
    pub way: Way,
    /// What was typed before, and what was wrong with it.
    pub form: DetailsForm,
    pub errors: Vec<ContactError>,
    pub note_error: Option<FreeTextError>,
}

/// What a citizen tells of themselves: a name, one way to be reached or none, and what it is about if they like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DetailsForm {
    pub name: String,
    pub contact: ContactKind,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub note: String,
}

/// "Is this right?": the last page before the booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub time: TimeCard,
    pub held: Option<HeldView>,
    pub form: DetailsForm,
    /// What the person who helps will be told that it is about.
    pub topic: Option<HelpTopicView>,
    pub way: Way,
    pub needs: Needs,
    /// Where they are visited, if they are.
    pub visit: Option<String>,
}

/// The page that asks where somebody is visited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub time: TimeCard,
    pub held: Option<HeldView>,
    /// As it was typed.
    pub address: String,
    pub error: Option<VisitAddressError>,
}

/// The ticket: shown after the booking, and never again with its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptPage {
    pub appointment: AppointmentView,
    pub code: String,
    /// Says "I am here" when they come; none where they come nowhere.
    pub arrival: Option<QrCode>,
    pub told: Option<ToldView>,
    pub locale: Locale,
}

/// What is sent about an appointment to whoever has chosen mail or SMS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldView {
    pub by: Channel,
    /// Those that are still to come, the earlier one first.
    pub reminders: Vec<Reminder>,
}
