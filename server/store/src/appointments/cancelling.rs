//! An appointment is cancelled.

use domain::ids::AppointmentId;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};

use super::placed::Placed;
use super::{AppointmentStatus, BOOKED, CANCELLED, find};
use crate::desk::commit_and_tell;
use crate::entities::{appointments, occupancy};
use crate::outbox::{self, About, NewMessage};
use crate::reminders::withdraw;
use crate::retrying::retrying;
use crate::{Database, StoreError};

/// What became of a wish to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelOutcome {
    Cancelled,
    /// It has been cancelled before, or is no more.
    NotBooked,
    /// It has moved since it was read, or one of several dates has been cancelled, so the message tells of a time that is none of
    /// them. Nothing is changed: read them again.
    Changed,
}

/// Cancels an appointment, gives its time back and puts `message` into the outbox, all or nothing. On PostgreSQL somebody who wants
/// its time in the same moment may end in a deadlock with this one, which is tried again.
///
/// `false`, and nothing is changed or sent, when it has been cancelled before or does not exist. Call it on POST only: mail
/// scanners follow links.
pub async fn cancel(
    database: &Database,
    id: AppointmentId,
    now: Timestamp,
    message: Option<NewMessage>,
) -> Result<bool, StoreError> {
    let each = [(id, Condition::all())];
    retrying(|| cancel_each(database, &each, message.as_ref(), now)).await
}

/// Cancels appointments as they were read, all or none, so that `message` tells the times that are given back: one, or dates of a
/// series. The message is about the first.
pub async fn cancel_as_read(
    database: &Database,
    read: &[About],
    message: Option<NewMessage>,
    now: Timestamp,
) -> Result<CancelOutcome, StoreError> {
    let each: Vec<_> = read
        .iter()
        .map(|read| {
            let unmoved = Condition::all().add(appointments::Column::Sequence.eq(read.sequence));
            (read.appointment, unmoved)
        })
        .collect();
    if retrying(|| cancel_each(database, &each, message.as_ref(), now)).await? {
        return Ok(CancelOutcome::Cancelled);
    }
    for About { appointment, .. } in read {
        let standing = find(database.read(), *appointment).await?;
        if standing.is_some_and(|standing| standing.status == AppointmentStatus::Booked) {
            return Ok(CancelOutcome::Changed);
        }
    }
    Ok(CancelOutcome::NotBooked)
}

/// One transaction. `false`, and nothing is changed, when one of them is not booked or not what it was.
async fn cancel_each(
    database: &Database,
    each: &[(AppointmentId, Condition)],
    message: Option<&NewMessage>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let mut desks = Vec::new();
    for (id, condition) in each {
        if !cancel_one(&transaction, *id, condition.clone(), now).await? {
            transaction.rollback().await?;
            return Ok(false);
        }
        let placed = Placed::find(&transaction, *id).await?;
        desks.extend(placed.and_then(|placed| placed.desk_today(now)));
    }
    if let (Some(message), Some((first, _))) = (message, each.first())
        && let Some(placed) = Placed::find(&transaction, *first).await?
    {
        let about = About {
            appointment: *first,
            sequence: placed.sequence,
        };
        outbox::enqueue_about(&transaction, about, message, now).await?;
    }
    commit_and_tell(database, transaction, &desks).await?;
    Ok(true)
}

/// `false` when it is not booked or not what it was; then the transaction must be rolled back.
async fn cancel_one(
    transaction: &DatabaseTransaction,
    id: AppointmentId,
    condition: Condition,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let cancelled = appointments::Entity::update_many()
        .col_expr(appointments::Column::Status, Expr::value(CANCELLED))
        .col_expr(appointments::Column::CancelledAt, Expr::value(now.as_second()))
        .filter(appointments::COLUMN.id.eq(id.0))
        .filter(appointments::COLUMN.status.eq(BOOKED))
        .filter(condition)
        .exec(transaction)
        .await?;
    if cancelled.rows_affected == 0 {
        return Ok(false);
    }
    occupancy::Entity::delete_many()
        .filter(occupancy::COLUMN.appointment_id.eq(id.0))
        .exec(transaction)
        .await?;
    withdraw(transaction, id).await?;
    Ok(true)
}
