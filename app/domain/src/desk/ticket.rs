//! A number in the queue, and the address of its page.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How somebody came into the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketKind {
    /// With an appointment.
    Booked,
    /// Without one.
    #[default]
    WalkIn,
    /// Without one, with a support worker.
    Accompanied,
}

impl TicketKind {
    const ALL: [Self; 3] = [Self::Booked, Self::WalkIn, Self::Accompanied];

    /// The kind's name in the database and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::WalkIn => "walk_in",
            Self::Accompanied => "accompanied",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The letter before the number: it explains why somebody is called before a lower number. A support worker is nobody's
    /// business, so there is no letter for them.
    fn letter(self) -> char {
        match self {
            Self::Booked => 'A',
            Self::WalkIn | Self::Accompanied => 'B',
        }
    }
}

/// A number as it is called: "A12". The figure alone is somebody's of that place and day, so it is enough when only that is
/// heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TicketNumber {
    kind: TicketKind,
    figure: i64,
}

impl TicketNumber {
    /// The number of the `figure`th who came that day, from 1.
    pub fn new(kind: TicketKind, figure: i64) -> Self {
        Self { kind, figure }
    }

    /// Which it is of the place's day.
    pub fn figure(self) -> i64 {
        self.figure
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.kind.letter(), self.figure)
    }
}

/// What the page of a ticket is found by. Nobody can guess it, and the page behind it names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketKey(String);

/// A text is not the key of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a ticket's key is 32 of 0-9 and a-f")]
pub struct NotATicketKey;

impl TicketKey {
    /// The key of a random number.
    pub fn from_random(number: u128) -> Self {
        Self(format!("{number:032x}"))
    }

    /// Reads a key as it stands in an address.
    pub fn parse(text: &str) -> Result<Self, NotATicketKey> {
        let is_key = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_key.then(|| Self(text.to_owned())).ok_or(NotATicketKey)
    }

    /// The key as it is kept and stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TicketKey {
    type Error = NotATicketKey;

    fn try_from(text: String) -> Result<Self, NotATicketKey> {
        Self::parse(&text)
    }
}

impl From<TicketKey> for String {
    fn from(key: TicketKey) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_does_not_tell_who_has_a_support_worker() {
        let shown = |kind| TicketNumber::new(kind, 12).to_string();
        assert_eq!(shown(TicketKind::Booked), "A12");
        assert_eq!(shown(TicketKind::WalkIn), "B12");
        assert_eq!(shown(TicketKind::Accompanied), shown(TicketKind::WalkIn));
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let key = TicketKey::from_random(7);
        assert_eq!(TicketKey::parse(key.as_str()), Ok(key));
        for text in ["", "7", "0000000000000000000000000000000G"] {
            assert_eq!(TicketKey::parse(text), Err(NotATicketKey), "{text}");
        }
    }
}
