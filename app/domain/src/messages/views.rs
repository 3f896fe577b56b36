//! What the desk's pages of letters and messages show.

use serde::{Deserialize, Serialize};

use super::{Channel, DeliveryProblem, MessageSection};
use crate::ids::{AppointmentId, MessageId};
use crate::time::WallTime;

/// What waits for somebody at the desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageCounts {
    pub letters: i64,
    pub undelivered: i64,
}

/// A letter that is to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueuedLetter {
    pub id: MessageId,
    pub name: String,
    pub service: String,
    pub location: String,
    pub at: WallTime,
    /// It is posted, rather than handed over.
    pub posted: bool,
}

/// Letters that were printed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchView {
    /// What it is called in addresses.
    pub id: String,
    pub printed_at: WallTime,
    pub letters: i64,
}

/// The pile of letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LettersPage {
    pub queued: Vec<QueuedLetter>,
    /// Printed lately, the latest first.
    pub printed: Vec<BatchView>,
    /// Somebody else took the letters first.
    pub nothing_left: bool,
}

/// One sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSheet {
    /// Of the municipality: "Fjordby Kommune, Havnegade 12, 0999 Fjordby".
    pub sender: String,
    /// The name and the address, a line each.
    pub recipient: Vec<String>,
    /// "Fjordby Kommune".
    pub municipality: String,
    /// The day on which it is printed, in words.
    pub date: String,
    /// In Danish, and then in the appointment's language where that is another.
    pub sections: Vec<MessageSection>,
}

/// Letters to be printed, a sheet each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LettersToPrint {
    pub batch: String,
    pub sheets: Vec<LetterSheet>,
}

/// What was typed to write a letter, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterForm {
    /// What stands above the street, such as a care home.
    pub care_of: String,
    pub street: String,
    pub city: String,
    pub problem: Option<LetterProblem>,
}

/// Why a letter was not put into the pile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterProblem {
    /// More lines, or longer ones, than stand in an envelope's window.
    TooLong,
    HasCpr,
}

/// Where whoever has written a letter goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterLetter {
    /// To the pile of letters.
    #[default]
    Pile,
    /// Back to the preview of a change of the schedule, which tells them of it in a letter.
    Plan,
}

impl AfterLetter {
    /// What `?efter=` names; anything else is the pile.
    pub fn named(name: &str) -> Self {
        match name {
            "plan" => Self::Plan,
            _ => Self::Pile,
        }
    }

    /// As forms name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pile => "pile",
            Self::Plan => "plan",
        }
    }

    /// The page on which the letter is written.
    pub fn page(self, appointment: AppointmentId) -> String {
        match self {
            Self::Pile => format!("/skranke/breve/ny/{}", appointment.0),
            Self::Plan => format!("/skranke/breve/ny/{}?efter=plan", appointment.0),
        }
    }
}

/// The page on which a letter is ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPage {
    pub appointment: AppointmentId,
    pub name: String,
    pub service: String,
    pub location: String,
    pub at: WallTime,
    pub form: LetterForm,
    pub then: AfterLetter,
}

/// What a message was meant to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageSubject {
    Confirmation,
    Moved,
    Cancelled,
    Reminder,
    Other,
}

impl MessageSubject {
    /// Of a kind of message, as the outbox names it.
    pub fn of_kind(kind: &str) -> Self {
        match kind {
            "booking-confirmation" => Self::Confirmation,
            "booking-moved" => Self::Moved,
            "booking-cancelled" => Self::Cancelled,
            "reminder-day" | "reminder-hours" => Self::Reminder,
            _ => Self::Other,
        }
    }
}

/// A message that has not reached its recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeliveredMessage {
    pub id: MessageId,
    pub appointment: AppointmentId,
    pub name: String,
    /// To be rung instead.
    pub phone: Option<String>,
    pub service: String,
    pub location: String,
    pub at: WallTime,
    /// The appointment has been cancelled.
    pub cancelled: bool,
    pub channel: Channel,
    pub subject: MessageSubject,
    pub problem: DeliveryProblem,
    pub written_at: WallTime,
    /// When it is tried again by itself; `None` where it has been given up.
    pub next_attempt: Option<WallTime>,
    /// Trying again can help.
    pub may_retry: bool,
}

/// The page of what has not been delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeliveredPage {
    pub messages: Vec<UndeliveredMessage>,
}
