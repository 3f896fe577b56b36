use serde::{Deserialize, Serialize};

use crate::ids::{AdviserId, StaffId, TokenId};

/// Who saw an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenBy {
    Staff(StaffId, SeenIn),
    /// Another system, through the API.
    Token(TokenId),
    /// A calendar that fetches an adviser's appointments by their secret address.
    Feed(AdviserId),
}

/// Where in the program somebody saw an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenIn {
    /// A day of a place or an adviser.
    Day,
    Week,
    /// Whom a change of the schedule hits.
    Preview,
    CallList,
    /// Whom to call about a time that is held for them; the number is that of their place on the waiting list.
    WaitingCalls,
    /// Who is here and who is expected, at a place's desk.
    Desk,
    /// While booking for a citizen: who may have a time already, and the ticket.
    Booking,
    /// A booking that was looked up by its code, to its moving and cancelling.
    LookUp,
    /// The letters of the desk: the pile, the sheets, and the page on which one is written.
    Letters,
    /// Messages that have not reached their recipient.
    Undelivered,
}

impl SeenIn {
    /// Every place.
    pub const ALL: [Self; 10] = [
        Self::Day,
        Self::Week,
        Self::Preview,
        Self::CallList,
        Self::WaitingCalls,
        Self::Desk,
        Self::Booking,
        Self::LookUp,
        Self::Letters,
        Self::Undelivered,
    ];

    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Preview => "preview",
            Self::CallList => "call_list",
            Self::WaitingCalls => "waiting_calls",
            Self::Desk => "desk",
            Self::Booking => "booking",
            Self::LookUp => "look_up",
            Self::Letters => "letters",
            Self::Undelivered => "undelivered",
        }
    }

    /// The place with a name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == text)
    }
}
