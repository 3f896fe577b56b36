//! Messages as rows.

use domain::messages::Channel;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;

use super::{About, Attachment, Message, MessageId, NewMessage};
use crate::StoreError;
use crate::entities::outbox;

/// The row of a message that nobody has tried to send yet.
pub(crate) fn row(message: &NewMessage, about: Option<About>, now: Timestamp) -> outbox::ActiveModel {
    let attachment = message.attachment.clone();
    outbox::ActiveModel {
        channel: Set(message.channel.as_str().to_owned()),
        kind: Set(message.kind.clone()),
        appointment_id: Set(about.map(|about| about.appointment.0)),
        sequence: Set(about.map(|about| about.sequence)),
        recipient: Set(message.recipient.clone()),
        subject: Set(message.subject.clone()),
        body_text: Set(message.body_text.clone()),
        body_html: Set(message.body_html.clone()),
        attachment_name: Set(attachment.as_ref().map(|file| file.name.clone())),
        attachment: Set(attachment.map(|file| file.text)),
        created_at: Set(now.as_second()),
        attempts: Set(0),
        next_attempt_at: Set(now.as_second()),
        expires_at: Set(message.expires_at.map(Timestamp::as_second)),
        ..Default::default()
    }
}

impl TryFrom<outbox::Model> for Message {
    type Error = StoreError;

    fn try_from(row: outbox::Model) -> Result<Self, StoreError> {
        let channel = Channel::from_name(&row.channel).ok_or_else(|| StoreError::Corrupt {
            table: "outbox",
            row: row.id,
            problem: "channel".to_owned(),
        })?;
        let attachment = row
            .attachment_name
            .zip(row.attachment)
            .map(|(name, text)| Attachment { name, text });
        Ok(Self {
            id: MessageId(row.id),
            channel,
            kind: row.kind,
            recipient: row.recipient,
            subject: row.subject,
            body_text: row.body_text,
            body_html: row.body_html,
            attachment,
            created_at: row.created_at,
            attempts: row.attempts,
            next_attempt_at: row.next_attempt_at,
        })
    }
}
