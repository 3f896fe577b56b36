//! Hands messages over to whoever carries them.

use std::fmt;

use domain::messages::{Channel, DeliveryProblem};
use store::outbox::Message;

use crate::config::Config;
use crate::mail::Mailer;
use crate::sms::SmsGateway;

/// The ways out of the house.
pub struct Post {
    mailer: Mailer,
    sms: SmsGateway,
}

/// A message could not be handed over.
#[derive(Debug)]
pub struct Undelivered {
    pub problem: DeliveryProblem,
    /// What the carrier said. It may name the recipient, so it goes to the database and not to the log.
    pub cause: String,
}

impl Post {
    /// As it is configured.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        Ok(Self {
            mailer: Mailer::new(config)?,
            sms: SmsGateway::new(config)?,
        })
    }

    /// Hands one message over.
    pub async fn send(&self, message: &Message) -> Result<(), Undelivered> {
        match message.channel {
            Channel::Email => self.mailer.send(message).await,
            Channel::Sms => self.sms.send(message).await,
            // Letters wait at the desk, and are never due.
            Channel::Letter => Ok(()),
        }
    }
}

impl fmt::Display for Undelivered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.cause)
    }
}

impl From<std::io::Error> for Undelivered {
    fn from(error: std::io::Error) -> Self {
        Self {
            problem: DeliveryProblem::Unreachable,
            cause: error.to_string(),
        }
    }
}
