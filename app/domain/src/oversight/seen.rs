use serde::{Deserialize, Serialize};

use crate::ids::{AdviserId, StaffId, TokenId};

/// Who saw an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl SeenIn {
    const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Preview,
        Self::CallList,
        Self::WaitingCalls,
    ];

    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Preview => "preview",
            Self::CallList => "call_list",
            Self::WaitingCalls => "waiting_calls",
        }
    }

    /// The place with a name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == text)
    }
}
