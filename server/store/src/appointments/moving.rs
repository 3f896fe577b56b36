//! An appointment gets another time.

use std::ops::Range;

use domain::appointments::ResourceUse;
use domain::ids::{AdviserId, AppointmentId, LocationId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, EntityTrait, QueryFilter};

use super::guard::{Stretch, Taker, occupy};
use super::placed::{Placed, desk_of_today};
use super::{AppointmentStatus, BOOKED, UNIT_SECONDS, find};
use crate::desk::commit_and_tell;
use crate::entities::appointments::{COLUMN, Column, Entity};
use crate::letters::follow_move;
use crate::outbox::{self, About, NewMessage};
use crate::retrying::retrying;
use crate::{Database, StoreError};

/// Another time for an appointment.
#[derive(Clone)]
pub struct Move {
    pub appointment: AppointmentId,
    /// How often it had moved when this was chosen: of two who move it at once, one does.
    pub sequence: i64,
    pub location: LocationId,
    /// Who could help, in the order in which they are tried.
    pub candidates: Vec<AdviserId>,
    /// The units of their time, buffers included.
    pub units: Range<i64>,
    /// How many can have each unit.
    pub seats: i64,
    /// What it takes beside the adviser.
    pub uses: Vec<ResourceUse>,
    /// The units in which the citizen is there: the time that they are told.
    pub attended: Range<i64>,
    /// Tells the new time; sent if and only if the appointment moves.
    pub message: Option<NewMessage>,
}

/// What became of a wish for another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveOutcome {
    Moved,
    /// It has this time and place already, by an earlier press of the button.
    AlreadyMoved,
    /// None of the candidates is free for all of the time. The old time stands.
    Taken,
    /// It has been cancelled or moved elsewhere in the meantime, or erased. Nothing is changed.
    Changed,
}

/// Moves an appointment to the first candidate who is free for all of the time.
///
/// One transaction for each candidate that is tried: it takes the new time and then gives back the old one, so the
/// appointment never has both, or none, for anybody who looks. The code stays. Whoever cancels or moves it at the same time
/// waits for the appointment's row and then sees what has become of it.
pub async fn move_appointment(
    database: &Database,
    wanted: &Move,
    now: Timestamp,
) -> Result<MoveOutcome, StoreError> {
    for adviser in &wanted.candidates {
        match retrying(|| try_candidate(database, wanted, adviser, now)).await {
            Ok(MoveOutcome::Taken) => {}
            decided => return decided,
        }
    }
    Ok(MoveOutcome::Taken)
}

/// One candidate, one transaction. Whatever is not `Moved` has changed nothing.
async fn try_candidate(
    database: &Database,
    wanted: &Move,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<MoveOutcome, StoreError> {
    let transaction = database.begin().await?;
    let before = Placed::find(&transaction, wanted.appointment).await?;
    let outcome = attempt(&transaction, wanted, adviser, now).await?;
    if outcome == MoveOutcome::Moved {
        let starts_at = wanted.attended.start * UNIT_SECONDS;
        let left = before.and_then(|before| before.desk_today(now));
        let reached = desk_of_today(&wanted.location, starts_at, now);
        let desks: Vec<_> = left.into_iter().chain(reached).collect();
        commit_and_tell(database, transaction, &desks).await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(outcome)
}

async fn attempt(
    transaction: &DatabaseTransaction,
    wanted: &Move,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<MoveOutcome, StoreError> {
    if !note_new_time(transaction, wanted, adviser, now).await? {
        return what_has_changed(transaction, wanted).await;
    }
    let taker = Taker::Moving(wanted.appointment);
    let stretch = Stretch {
        adviser,
        units: &wanted.units,
        seats: wanted.seats,
        uses: &wanted.uses,
    };
    if !occupy(transaction, &taker, &stretch, now).await? {
        return Ok(MoveOutcome::Taken);
    }
    follow_move(transaction, wanted.appointment, now).await?;
    if let Some(message) = &wanted.message {
        let about = About {
            appointment: wanted.appointment,
            sequence: wanted.sequence + 1,
        };
        outbox::enqueue_about(transaction, about, message, now).await?;
    }
    Ok(MoveOutcome::Moved)
}

/// `false` when the appointment is not what it was when the new time was chosen.
async fn note_new_time(
    transaction: &DatabaseTransaction,
    wanted: &Move,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let noted = Entity::update_many()
        .col_expr(Column::Location, Expr::value(wanted.location.as_str()))
        .col_expr(Column::Adviser, Expr::value(adviser.as_str()))
        .col_expr(
            Column::StartsAt,
            Expr::value(wanted.attended.start * UNIT_SECONDS),
        )
        .col_expr(Column::EndsAt, Expr::value(wanted.attended.end * UNIT_SECONDS))
        .col_expr(Column::ChosenAt, Expr::value(now.as_second()))
        .col_expr(Column::Sequence, Expr::value(wanted.sequence + 1))
        .filter(COLUMN.id.eq(wanted.appointment.0))
        .filter(COLUMN.status.eq(BOOKED))
        .filter(COLUMN.sequence.eq(wanted.sequence))
        .exec(transaction)
        .await?;
    Ok(noted.rows_affected == 1)
}

async fn what_has_changed(
    transaction: &DatabaseTransaction,
    wanted: &Move,
) -> Result<MoveOutcome, StoreError> {
    let is_there = find(transaction, wanted.appointment)
        .await?
        .is_some_and(|appointment| {
            appointment.status == AppointmentStatus::Booked
                && appointment.location == wanted.location
                && appointment.slot.unit().0 == wanted.attended.start
        });
    Ok(if is_there {
        MoveOutcome::AlreadyMoved
    } else {
        MoveOutcome::Changed
    })
}
