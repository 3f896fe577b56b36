//! What is written to people about their appointments, and the ways in which it reaches them.

mod letter_wish;
mod postal_address;
mod section;
mod sms_command;
mod sms_text;
mod views;

pub use letter_wish::LetterWish;
pub use postal_address::{PostalAddress, PostalAddressError};
pub use section::{MessageCode, MessageSection};
pub use sms_command::SmsCommand;
pub use sms_text::{LONGEST_SMS, shortest_that_fits};
pub use views::{
    AfterLetter, BatchView, LetterForm, LetterPage, LetterProblem, LetterSheet, LettersPage, LettersToPrint,
    MessageCounts, MessageSubject, QueuedLetter, UndeliveredMessage, UndeliveredPage,
};

use serde::{Deserialize, Serialize};

use crate::contact::Contact;

/// How a message reaches somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    Email,
    Sms,
    /// Paper, printed at the desk.
    Letter,
}

impl Channel {
    /// The way somebody has chosen. Whoever has chosen none is sent nothing by itself: staff may write a letter.
    pub fn of(contact: &Contact) -> Option<Self> {
        match contact {
            Contact::None => None,
            Contact::Phone(_) => Some(Self::Sms),
            Contact::Email(_) => Some(Self::Email),
        }
    }

    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Letter => "letter",
        }
    }

    /// The channel with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Email, Self::Sms, Self::Letter]
            .into_iter()
            .find(|channel| channel.as_str() == name)
    }
}

/// Why a message has not been delivered, as staff are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryProblem {
    /// Whoever carries it does not take it: there is no such address or number. Trying again does not help.
    Refused,
    /// The mail server or the SMS gateway does not answer, or cannot take it at the moment.
    Unreachable,
    /// It was not sent before the moment from which it is of no use.
    TooLate,
}

impl DeliveryProblem {
    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::TooLate => "too_late",
        }
    }

    /// The problem with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Refused, Self::Unreachable, Self::TooLate]
            .into_iter()
            .find(|problem| problem.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::ContactKind;

    #[test]
    fn a_message_takes_the_way_that_somebody_has_chosen() {
        let contact = |kind| Contact::parse(kind, "12 34 56 78", "bo@example.dk").unwrap();
        let channels = [ContactKind::Email, ContactKind::Phone, ContactKind::None]
            .map(|kind| Channel::of(&contact(kind)));
        assert_eq!(channels, [Some(Channel::Email), Some(Channel::Sms), None]);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for channel in [Channel::Email, Channel::Sms, Channel::Letter] {
            assert_eq!(Channel::from_name(channel.as_str()), Some(channel));
        }
        for problem in [
            DeliveryProblem::Refused,
            DeliveryProblem::Unreachable,
            DeliveryProblem::TooLate,
        ] {
            assert_eq!(DeliveryProblem::from_name(problem.as_str()), Some(problem));
        }
    }
}
