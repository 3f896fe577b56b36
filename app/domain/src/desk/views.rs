//! What the pages of the desk show to those who work there.

use serde::{Deserialize, Serialize};

use super::counter::Counter;
use super::public_views::TicketPage;
use super::state::{MissedReason, Outcome, TicketState};
use super::ticket::{TicketKey, TicketKind};
use super::waiting::Wait;
use crate::help_topic::HelpTopic;
use crate::ids::{AdviserId, AppointmentId, LocationId, ServiceId, SupportWorkerId, TicketId};
use crate::time::WallTime;

/// A place whose desk somebody may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPlace {
    pub id: LocationId,
    pub name: String,
}

/// The page on which somebody chooses their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPlacesPage {
    pub places: Vec<DeskPlace>,
    /// Whether they also register support workers.
    pub registers_support_workers: bool,
}

/// Where the person who is signed in sits today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatView {
    pub counter: Counter,
    /// As whom of the schedule; without one they help with everything.
    pub adviser: Option<AdviserId>,
}

/// The desk of a place, today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPage {
    pub place: DeskPlace,
    /// When the queue was looked at, in milliseconds since 1970: what changes later is news.
    pub as_of: i64,
    pub now: WallTime,
    pub seat: Option<SeatView>,
    /// What was typed for a seat cannot be one.
    pub unfit_counter: bool,
    /// Those whom the schedule knows at the place.
    pub advisers: Vec<AdviserId>,
    /// Which of them the visitor is, if their account says so.
    pub own_adviser: Option<AdviserId>,
    /// Who is at the own counter.
    pub current: Option<TicketView>,
    /// Whom the visitor would call next.
    pub next: Option<String>,
    pub notice: Option<DeskNotice>,
    /// In the order in which they will be called.
    pub waiting: Vec<TicketView>,
    /// Called or being helped at other counters.
    pub elsewhere: Vec<TicketView>,
    pub parked: Vec<TicketView>,
    /// Booked today and not here yet, earliest first.
    pub expected: Vec<ExpectedView>,
    /// Helped or missed today, the latest first.
    pub ended: Vec<TicketView>,
    /// What somebody is told who comes now.
    pub wait: Option<Wait>,
}

/// Why a press at the desk has changed nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskNotice {
    /// A colleague was first, or the counter has somebody.
    NotNow,
    /// Nobody waits whom this clerk can help.
    NobodyForYou,
}

impl DeskNotice {
    const ALL: [Self; 2] = [Self::NotNow, Self::NobodyForYou];

    /// As it stands in the desk's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotNow => "ikke-nu",
            Self::NobodyForYou => "ingen",
        }
    }

    /// The notice with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.word() == word)
    }
}

/// Somebody in the queue, as staff see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketView {
    pub id: TicketId,
    pub key: TicketKey,
    /// "A12".
    pub number: String,
    pub kind: TicketKind,
    pub state: TicketState,
    pub service: String,
    pub came_at: WallTime,
    /// The time of the appointment.
    pub booked_at: Option<WallTime>,
    /// The name of whoever has booked.
    pub name: Option<String>,
    /// With whom they have booked.
    pub booked_with: Option<AdviserId>,
    /// What whoever helps must know, in few words each.
    pub noted: Vec<String>,
    pub counter: Option<Counter>,
    /// The step of a course that they booked help with.
    pub topic: Option<HelpTopic>,
    /// Passed on to this colleague.
    pub for_adviser: Option<AdviserId>,
    /// What to go through with them, a line each.
    pub check_list: Vec<String>,
    pub ended: Option<Ended>,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    Helped(Outcome),
    Missed(MissedReason),
}

/// Somebody who has booked and is not here yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedView {
    pub appointment: AppointmentId,
    pub at: WallTime,
    pub name: String,
    pub service: String,
    pub adviser: AdviserId,
    /// What whoever helps must know, in few words each.
    pub noted: Vec<String>,
}

/// A service that somebody may have come for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceChoice {
    pub id: ServiceId,
    pub name: String,
    pub minutes: i64,
}

/// The page on which staff give a number to somebody who walks in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTicketPage {
    pub place: DeskPlace,
    pub services: Vec<ServiceChoice>,
    /// Sent with the form, so that two presses give one number.
    pub key: TicketKey,
    pub problem: Option<NewTicketProblem>,
}

/// Why no number was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewTicketProblem {
    /// No service was chosen.
    NoService,
    /// No support worker has this code word.
    UnknownCode,
}

/// A number that was just given, as staff see and print it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenTicketPage {
    pub place: DeskPlace,
    pub ticket: TicketPage,
    /// What the number's own page is found by.
    pub key: TicketKey,
    pub kind: TicketKind,
    /// What came of sending it as an SMS.
    pub texted: Option<TextedTicket>,
    /// What to go through with them, a line each.
    pub check_list: Vec<String>,
}

/// A number that staff wanted sent as an SMS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextedTicket {
    pub ticket: TicketKey,
    /// The telephone number as it was typed.
    pub typed: String,
    /// Whether it is one, and the SMS on its way.
    pub is_sent: bool,
}

/// The support workers who are known here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportWorkersPage {
    pub workers: Vec<SupportWorkerView>,
    /// The one who was just added, with the code word that is shown this once.
    pub added: Option<(String, String)>,
    pub refused: Option<RefusedSupportWorker>,
}

/// Somebody who was not added: what was typed, so that it can be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedSupportWorker {
    pub name: String,
    pub organisation: String,
    /// What of it cannot be a name; never empty.
    pub unfit: Vec<SupportWorkerField>,
}

/// A field of the form that adds a support worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportWorkerField {
    Name,
    Organisation,
}

impl SupportWorkerField {
    /// As the form calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Organisation => "organisation",
        }
    }
}

/// A support worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportWorkerView {
    pub id: SupportWorkerId,
    pub name: String,
    pub organisation: String,
}
