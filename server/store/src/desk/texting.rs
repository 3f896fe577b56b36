//! A number is sent to whoever has it as an SMS.

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::calling::lock;
use super::{QueueDay, Ticket};
use crate::entities::outbox;
use crate::outbox::{NewMessage, QUEUE_NUMBER, enqueue};
use crate::{Database, StoreError};

/// Puts a number's message into the outbox. `false` when it is on its way to that telephone already: whoever presses twice sends
/// one. The message's kind is [`QUEUE_NUMBER`], and it expires, for its telephone number goes then.
pub async fn text_ticket(
    database: &Database,
    ticket: &Ticket,
    message: NewMessage,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let day = QueueDay {
        location: ticket.location.clone(),
        date: ticket.date,
    };
    let message = NewMessage {
        kind: format!("{QUEUE_NUMBER}-{}", ticket.id.0),
        ..message
    };
    let transaction = database.begin().await?;
    lock(&transaction, &day).await?;
    if is_written(&transaction, &message).await? {
        transaction.rollback().await?;
        return Ok(false);
    }
    enqueue(&transaction, &message, now).await?;
    transaction.commit().await?;
    Ok(true)
}

async fn is_written(connection: &impl ConnectionTrait, message: &NewMessage) -> Result<bool, StoreError> {
    let same = outbox::Entity::find()
        .filter(outbox::COLUMN.kind.eq(&message.kind))
        .filter(outbox::COLUMN.recipient.eq(&message.recipient));
    Ok(same.count(connection).await? > 0)
}
