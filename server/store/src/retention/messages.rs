//! Messages, and the answers to them.

use jiff::Timestamp;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::{outbox, sms_received};
use crate::outbox::{QUEUE_NUMBER, TUTOR_HANDOUT};

pub(super) async fn erase_messages(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = outbox::Entity::delete_many()
        .filter(
            Condition::any().add(outbox::COLUMN.sent_at.lt(before)).add(
                Condition::all()
                    .add(outbox::COLUMN.sent_at.is_null())
                    .add(outbox::COLUMN.created_at.lt(before)),
            ),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// The address was given for one mail: it goes as soon as that is sent, or is of no use any more.
pub(super) async fn erase_tutor_handouts(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let deleted = outbox::Entity::delete_many()
        .filter(outbox::COLUMN.kind.eq(TUTOR_HANDOUT))
        .filter(
            Condition::any()
                .add(outbox::COLUMN.sent_at.is_not_null())
                .add(outbox::COLUMN.expires_at.lte(now.as_second())),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// The telephone number was given for one SMS about one morning in a queue: it goes when that is of no use any more.
pub(super) async fn erase_queue_numbers(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let deleted = outbox::Entity::delete_many()
        .filter(outbox::COLUMN.kind.starts_with(QUEUE_NUMBER))
        .filter(outbox::COLUMN.expires_at.lte(now.as_second()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// A signature is refused by its age long before.
pub(super) async fn erase_received_sms(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = sms_received::Entity::delete_many()
        .filter(sms_received::COLUMN.received_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
