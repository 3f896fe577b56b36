//! A new schedule comes into force together with what becomes of the appointments that it hits.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::appointments::{ResourceUse, Schedule};
use domain::ids::{AdviserId, AppointmentId, LocationId};
use domain::messages::PostalAddress;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, EntityTrait, QueryFilter, TransactionTrait};

use super::guard::{Stretch, Taker, occupy};
use super::placed::Placed;
use super::{BOOKED, CANCELLED, UNIT_SECONDS};
use crate::desk::commit_and_tell;
use crate::entities::appointments::{COLUMN, Column, Entity};
use crate::entities::occupancy;
use crate::outbox::{self, About, NewMessage};
use crate::reminders::withdraw;
use crate::retrying::retrying;
use crate::{Database, StoreError, letters, schedules};

/// A schedule that is to come into force, and what goes with it.
pub struct Rearrangement<'a> {
    /// The version that the change was made on.
    pub based_on: i64,
    pub schedule: &'a Schedule,
    pub appointments: Vec<Rearranged>,
    /// Appointments that stay and take other units than before, because their service needs more or less around them.
    pub around: Vec<Around>,
}

/// What becomes of an appointment.
pub struct Rearranged {
    pub appointment: AppointmentId,
    /// How often it had moved when this was decided.
    pub sequence: i64,
    pub becomes: Becomes,
}

/// What can become of an appointment that a change hits. One that only waits for a call is left as it is.
pub enum Becomes {
    /// The same time with somebody else, which the citizen need not be told.
    With {
        adviser: AdviserId,
        units: Range<i64>,
        /// How many can have each unit.
        seats: i64,
        uses: Vec<ResourceUse>,
    },
    /// Another time, and what tells it.
    Moved {
        adviser: AdviserId,
        units: Range<i64>,
        /// How many can have each unit.
        seats: i64,
        uses: Vec<ResourceUse>,
        attended: Range<i64>,
        told: Telling,
    },
    Cancelled {
        told: Telling,
    },
}

/// How somebody is told.
pub enum Telling {
    Message(NewMessage),
    /// A letter that is posted there. It is made of the appointment as it stands when it is printed.
    Letter(PostalAddress),
}

/// The units that an appointment takes from now on.
pub struct Around {
    pub appointment: AppointmentId,
    pub adviser: AdviserId,
    pub units: Range<i64>,
    /// How many can have each unit.
    pub seats: i64,
    pub uses: Vec<ResourceUse>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RearrangeOutcome {
    /// This version is in force, and every appointment is as it was decided.
    Done(i64),
    /// Another version has come into force in the meantime. Nothing is changed.
    ScheduleChanged,
    /// An appointment has changed, or a time has been taken, in the meantime. Nothing is changed.
    AppointmentsChanged,
}

/// Puts a schedule in force and rearranges what it hits, all or nothing; each message is sent if and only if it stands.
///
/// A visitor who only holds a time loses it to an appointment: they have not been promised anything yet. On PostgreSQL a
/// deadlock with somebody who books is tried again.
pub async fn rearrange(
    database: &Database,
    change: &Rearrangement<'_>,
    now: Timestamp,
) -> Result<RearrangeOutcome, StoreError> {
    retrying(|| try_once(database, change, now)).await
}

async fn try_once(
    database: &Database,
    change: &Rearrangement<'_>,
    now: Timestamp,
) -> Result<RearrangeOutcome, StoreError> {
    let transaction = database.begin().await?;
    let mut desks = desks_of(&transaction, change, now).await?;
    let outcome = within(&transaction, change, now).await?;
    if let RearrangeOutcome::Done(_) = outcome {
        desks.extend(desks_of(&transaction, change, now).await?);
        commit_and_tell(database, transaction, &Vec::from_iter(desks)).await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(outcome)
}

/// The places whose desks show one of the appointments today.
async fn desks_of(
    transaction: &DatabaseTransaction,
    change: &Rearrangement<'_>,
    now: Timestamp,
) -> Result<BTreeSet<LocationId>, StoreError> {
    let mut desks = BTreeSet::new();
    for rearranged in &change.appointments {
        let placed = Placed::find(transaction, rearranged.appointment).await?;
        desks.extend(placed.and_then(|placed| placed.desk_today(now)));
    }
    Ok(desks)
}

async fn within(
    transaction: &DatabaseTransaction,
    change: &Rearrangement<'_>,
    now: Timestamp,
) -> Result<RearrangeOutcome, StoreError> {
    let Some(version) = schedules::replace(transaction, change.based_on, change.schedule, now).await? else {
        return Ok(RearrangeOutcome::ScheduleChanged);
    };
    for rearranged in &change.appointments {
        if !apply(transaction, rearranged, now).await? {
            return Ok(RearrangeOutcome::AppointmentsChanged);
        }
    }
    for around in &change.around {
        take_if_free(transaction, around, now).await?;
    }
    Ok(RearrangeOutcome::Done(version))
}

/// `false` when the appointment or the time is not what it was.
async fn apply(
    transaction: &DatabaseTransaction,
    rearranged: &Rearranged,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let Rearranged {
        appointment: id,
        becomes,
        ..
    } = rearranged;
    if !note(transaction, rearranged, now).await? {
        return Ok(false);
    }
    let has_time = match becomes {
        Becomes::With {
            adviser,
            units,
            seats,
            uses,
        }
        | Becomes::Moved {
            adviser,
            units,
            seats,
            uses,
            ..
        } => {
            let stretch = Stretch {
                adviser,
                units,
                seats: *seats,
                uses,
            };
            take_from_holds(transaction, &stretch).await?;
            occupy(transaction, &Taker::Moving(*id), &stretch, now).await?
        }
        Becomes::Cancelled { .. } => {
            give_back(transaction, *id).await?;
            true
        }
    };
    if has_time {
        tell(transaction, rearranged, now).await?;
    }
    Ok(has_time)
}

/// What was written about the old time is no longer true. Whoever was told of it in a letter gets one about the new time too.
async fn tell(
    transaction: &DatabaseTransaction,
    rearranged: &Rearranged,
    now: Timestamp,
) -> Result<(), StoreError> {
    let id = rearranged.appointment;
    let told = match &rearranged.becomes {
        Becomes::With { .. } => return Ok(()),
        Becomes::Moved { told, .. } => {
            letters::follow_move(transaction, id, now).await?;
            told
        }
        Becomes::Cancelled { told } => {
            withdraw(transaction, id).await?;
            told
        }
    };
    let about = About {
        appointment: id,
        sequence: rearranged.sequence + 1,
    };
    match told {
        Telling::Message(message) => outbox::enqueue_about(transaction, about, message, now).await?,
        Telling::Letter(address) => letters::queue_letter(transaction, id, Some(address), now).await?,
    };
    Ok(())
}

/// Writes what becomes of it into the appointment's own row; `false` when that is not what it was.
async fn note(
    transaction: &DatabaseTransaction,
    rearranged: &Rearranged,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let update = Entity::update_many()
        .filter(COLUMN.id.eq(rearranged.appointment.0))
        .filter(COLUMN.status.eq(BOOKED))
        .filter(COLUMN.sequence.eq(rearranged.sequence));
    let update = match &rearranged.becomes {
        Becomes::With { adviser, .. } => update.col_expr(Column::Adviser, Expr::value(adviser.as_str())),
        Becomes::Moved {
            adviser, attended, ..
        } => update
            .col_expr(Column::Adviser, Expr::value(adviser.as_str()))
            .col_expr(Column::StartsAt, Expr::value(attended.start * UNIT_SECONDS))
            .col_expr(Column::EndsAt, Expr::value(attended.end * UNIT_SECONDS))
            .col_expr(Column::Sequence, Expr::value(rearranged.sequence + 1)),
        Becomes::Cancelled { .. } => update
            .col_expr(Column::Status, Expr::value(CANCELLED))
            .col_expr(Column::CancelledAt, Expr::value(now.as_second())),
    };
    Ok(update.exec(transaction).await?.rows_affected == 1)
}

async fn give_back(transaction: &DatabaseTransaction, id: AppointmentId) -> Result<(), StoreError> {
    occupancy::Entity::delete_many()
        .filter(occupancy::COLUMN.appointment_id.eq(id.0))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn take_from_holds(transaction: &DatabaseTransaction, stretch: &Stretch<'_>) -> Result<(), StoreError> {
    occupancy::Entity::delete_many()
        .filter(occupancy::COLUMN.resource.is_in(stretch.names()))
        .filter(occupancy::COLUMN.unit.gte(stretch.units.start))
        .filter(occupancy::COLUMN.unit.lt(stretch.units.end))
        .filter(occupancy::COLUMN.appointment_id.is_null())
        .exec(transaction)
        .await?;
    Ok(())
}

/// Takes the units around an appointment. Where another appointment that waits for a call has one of them, it keeps what it
/// had.
async fn take_if_free(
    transaction: &DatabaseTransaction,
    around: &Around,
    now: Timestamp,
) -> Result<(), StoreError> {
    let attempt = transaction.begin().await?;
    let taker = Taker::Moving(around.appointment);
    let stretch = Stretch {
        adviser: &around.adviser,
        units: &around.units,
        seats: around.seats,
        uses: &around.uses,
    };
    take_from_holds(&attempt, &stretch).await?;
    // Where there are fewer seats than before, its own may be none of them.
    give_back(&attempt, around.appointment).await?;
    if occupy(&attempt, &taker, &stretch, now).await? {
        attempt.commit().await?;
    } else {
        attempt.rollback().await?;
    }
    Ok(())
}
