//! An appointment is cancelled.

use domain::ids::AppointmentId;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::placed::Placed;
use super::{AppointmentStatus, BOOKED, CANCELLED, find};
use crate::desk::commit_and_tell;
use crate::entities::{appointments, occupancy};
use crate::outbox::{self, About, NewMessage};
use crate::reminders::withdraw;
use crate::{Database, StoreError};

/// What became of a wish to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelOutcome {
    Cancelled,
    /// It has been cancelled before, or is no more.
    NotBooked,
    /// It has moved since it was read, so the message tells of a time that it had before. Nothing is changed: read it again.
    Moved,
}

/// Cancels an appointment, gives its time back and puts `message` into the outbox, all or nothing.
///
/// `false`, and nothing is changed or sent, when it has been cancelled before or does not exist. Call it on POST only: mail
/// scanners follow links.
pub async fn cancel(
    database: &Database,
    id: AppointmentId,
    now: Timestamp,
    message: Option<NewMessage>,
) -> Result<bool, StoreError> {
    cancel_where(database, id, Condition::all(), message, now).await
}

/// Cancels an appointment as it was read, so that `message` tells the time that is given back.
pub async fn cancel_as_read(
    database: &Database,
    read: About,
    message: Option<NewMessage>,
    now: Timestamp,
) -> Result<CancelOutcome, StoreError> {
    let About {
        appointment: id,
        sequence,
    } = read;
    let unmoved = Condition::all().add(appointments::Column::Sequence.eq(sequence));
    if cancel_where(database, id, unmoved, message, now).await? {
        return Ok(CancelOutcome::Cancelled);
    }
    let standing = find(database.read(), id).await?;
    Ok(match standing {
        Some(moved) if moved.status == AppointmentStatus::Booked => CancelOutcome::Moved,
        _ => CancelOutcome::NotBooked,
    })
}

async fn cancel_where(
    database: &Database,
    id: AppointmentId,
    condition: Condition,
    message: Option<NewMessage>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let cancelled = appointments::Entity::update_many()
        .col_expr(appointments::Column::Status, Expr::value(CANCELLED))
        .col_expr(appointments::Column::CancelledAt, Expr::value(now.as_second()))
        .filter(appointments::COLUMN.id.eq(id.0))
        .filter(appointments::COLUMN.status.eq(BOOKED))
        .filter(condition)
        .exec(&transaction)
        .await?;
    if cancelled.rows_affected == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    occupancy::Entity::delete_many()
        .filter(occupancy::COLUMN.appointment_id.eq(id.0))
        .exec(&transaction)
        .await?;
    withdraw(&transaction, id).await?;
    let placed = Placed::find(&transaction, id).await?;
    if let (Some(message), Some(placed)) = (message, &placed) {
        let about = About {
            appointment: id,
            sequence: placed.sequence,
        };
        outbox::enqueue_about(&transaction, about, &message, now).await?;
    }
    let desk = placed.and_then(|placed| placed.desk_today(now));
    commit_and_tell(database, transaction, desk.as_slice()).await?;
    Ok(true)
}
