//! What the pages show that citizens and waiting rooms see: numbers, and nobody's name.

use serde::{Deserialize, Serialize};

use super::counter::Counter;
use super::state::TicketState;
use super::views::DeskPlace;
use super::waiting::Wait;
use crate::ids::LocationId;
use crate::pages::QrCode;
use crate::time::WallTime;

/// A number as its owner sees it. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketPage {
    /// When the queue was looked at, in milliseconds since 1970: what changes later is news.
    pub as_of: i64,
    pub number: String,
    pub location: LocationId,
    pub place: String,
    pub service: String,
    pub state: TicketState,
    /// Where to go, once they have been called.
    pub counter: Option<Counter>,
    /// How many are called before.
    pub ahead: i64,
    /// `None` when nobody knows, or it is not waited any more.
    pub wait: Option<Wait>,
    pub came_at: WallTime,
    /// The page's address, whole and as a code.
    pub address: String,
    pub qr: QrCode,
}

/// The page at the entrance on which somebody says that they have come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KioskPage {
    pub place: DeskPlace,
    pub problem: Option<CheckInProblem>,
}

/// Why somebody could not be told as here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckInProblem {
    /// It is not three words that we use.
    NotACode,
    /// No appointment has this code.
    Unknown,
    /// Too many wrong codes that begin like this one have been tried today.
    TooMany,
    /// The appointment is on another day.
    AnotherDay,
    /// The appointment is at another place.
    AnotherPlace,
}

impl CheckInProblem {
    /// Every problem.
    pub const ALL: [Self; 5] = [
        Self::NotACode,
        Self::Unknown,
        Self::TooMany,
        Self::AnotherDay,
        Self::AnotherPlace,
    ];

    /// As it stands in the kiosk's address. Nothing is kept between two people who use the same screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotACode => "ikke-en-kode",
            Self::Unknown => "ukendt",
            Self::TooMany => "for-mange",
            Self::AnotherDay => "en-anden-dag",
            Self::AnotherPlace => "et-andet-sted",
        }
    }

    /// The problem with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.word() == word)
    }
}

/// "You are told as here": what the kiosk says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivedPage {
    pub place: DeskPlace,
    /// `None` once there was time to read it: then the screen is the next person's.
    pub number: Option<String>,
}

/// The screen in the waiting room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallDisplayPage {
    pub place: DeskPlace,
    /// When the queue was looked at, in milliseconds since 1970: what changes later is news.
    pub as_of: i64,
    /// The latest first; at most [`CallDisplayPage::MOST`].
    pub calls: Vec<CallView>,
    pub waiting: i64,
}

impl CallDisplayPage {
    /// As many calls as can be read from across a room.
    pub const MOST: usize = 5;
}

/// A number that has been called, and where to go. Nothing else is said to a room full of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    pub number: String,
    pub counter: Counter,
    /// Differs from one call to the next, also of the same number.
    pub call: i64,
}
