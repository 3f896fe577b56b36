//! Answers to SMS: whose they are, and that each is heeded once.

use domain::contact::{ContactKind, PhoneNumber};
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::StoreError;
use crate::appointments::{Appointment, BOOKED, contact_kind_text};
use crate::entities::{appointments, outbox, sms_received};

/// Notes that an answer with this signature has come. `false` when it has come before.
pub async fn note_received(
    connection: &impl ConnectionTrait,
    signature: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let received = sms_received::ActiveModel {
        signature: Set(signature.to_owned()),
        received_at: Set(now.as_second()),
    };
    let inserted = sms_received::Entity::insert(received)
        .on_conflict(
            OnConflict::column(sms_received::Column::Signature)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Forgets that an answer has come, so that the gateway may bring it again: it could not be heeded.
pub async fn forget_received(connection: &impl ConnectionTrait, signature: &str) -> Result<(), StoreError> {
    sms_received::Entity::delete_by_id(signature.to_owned())
        .exec(connection)
        .await?;
    Ok(())
}

/// The booked appointments to come of whoever has this number, the earliest first.
pub async fn coming_of(
    connection: &impl ConnectionTrait,
    phone: &PhoneNumber,
    now: Timestamp,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.status.eq(BOOKED))
        .filter(appointments::COLUMN.starts_at.gt(now.as_second()))
        .filter(
            appointments::COLUMN
                .contact_kind
                .eq(contact_kind_text(ContactKind::Phone)),
        )
        .filter(appointments::COLUMN.contact.eq(phone.as_str()))
        .order_by_asc(appointments::Column::StartsAt)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

/// Whether a number has been sent a kind of message since a moment. Two machines that answer each other must end somewhere.
pub async fn was_told_since(
    connection: &impl ConnectionTrait,
    kind: &str,
    phone: &PhoneNumber,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let told = outbox::Entity::find()
        .filter(outbox::COLUMN.kind.eq(kind))
        .filter(outbox::COLUMN.recipient.eq(phone.as_str()))
        .filter(outbox::COLUMN.created_at.gt(since.as_second()))
        .count(connection)
        .await?;
    Ok(told > 0)
}
