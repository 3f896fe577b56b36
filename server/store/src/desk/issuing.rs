//! Somebody comes, and gets a number.

use std::slice;

use domain::desk::{Arrival, Lane, TicketKey, TicketKind, turn};
use domain::ids::{AdviserId, AppointmentId, ServiceId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect,
};

use super::news::commit_and_tell;
use super::{QueueDay, Ticket};
use crate::entities::{queue_days, tickets};
use crate::{Database, StoreError};

/// Somebody who comes.
#[derive(Debug, Clone)]
pub struct NewTicket {
    /// Made when the form is shown, so that two presses of its button give one number.
    pub key: TicketKey,
    pub service: ServiceId,
    /// How long the help is meant to take.
    pub minutes: i64,
    pub coming: Coming,
}

/// How they come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coming {
    Booked(Appointed),
    WalkIn,
    /// With a support worker; so many minutes of the day are kept for all who do.
    Accompanied {
        kept_minutes: i64,
    },
}

/// With an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointed {
    pub appointment: AppointmentId,
    pub due: Timestamp,
    /// Who alone can help, because of what is needed.
    pub waits_for: Option<AdviserId>,
}

impl Coming {
    fn kind(&self) -> TicketKind {
        match self {
            Self::Booked(_) => TicketKind::Booked,
            Self::WalkIn => TicketKind::WalkIn,
            Self::Accompanied { .. } => TicketKind::Accompanied,
        }
    }

    fn appointed(&self) -> Option<&Appointed> {
        match self {
            Self::Booked(appointed) => Some(appointed),
            Self::WalkIn | Self::Accompanied { .. } => None,
        }
    }
}

/// Gives the next number of the day.
///
/// A key that has one already, and an appointment that has one that day, get that one again: whoever checks in twice, or
/// presses twice, has one place in the queue.
pub async fn issue(
    database: &Database,
    day: &QueueDay,
    new: &NewTicket,
    now: Timestamp,
) -> Result<Ticket, StoreError> {
    let transaction = database.begin().await?;
    let figure = next_figure(&transaction, day).await?;
    if let Some(earlier) = earlier(&transaction, day, new).await? {
        transaction.rollback().await?;
        return Ok(earlier);
    }
    let turn = turn_of(&transaction, day, new, now).await?;
    tickets::Entity::insert(row(day, new, figure, turn, now))
        .exec_without_returning(&transaction)
        .await?;
    let issued = earlier(&transaction, day, new).await?;
    commit_and_tell(database, transaction, slice::from_ref(&day.location)).await?;
    issued.ok_or_else(|| DbErr::RecordNotInserted.into())
}

/// Locks the day, which begins with its first number, and counts on.
async fn next_figure(transaction: &DatabaseTransaction, day: &QueueDay) -> Result<i64, StoreError> {
    let first = queue_days::ActiveModel {
        location: Set(day.location.as_str().to_owned()),
        date: Set(day.date.to_string()),
        last_figure: Set(1),
    };
    let one_more = Expr::col(("queue_days", "last_figure")).add(1);
    queue_days::Entity::insert(first)
        .on_conflict(
            OnConflict::columns([queue_days::Column::Location, queue_days::Column::Date])
                .value(queue_days::Column::LastFigure, one_more)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    let figure = queue_days::Entity::find()
        .select_only()
        .column(queue_days::Column::LastFigure)
        .filter(queue_days::COLUMN.location.eq(day.location.as_str()))
        .filter(queue_days::COLUMN.date.eq(day.date.to_string()))
        .into_tuple::<i64>()
        .one(transaction)
        .await?;
    figure.ok_or_else(|| DbErr::RecordNotFound("the day that was just begun".into()).into())
}

/// The ticket that this press, or this appointment, has already.
async fn earlier(
    transaction: &DatabaseTransaction,
    day: &QueueDay,
    new: &NewTicket,
) -> Result<Option<Ticket>, StoreError> {
    let same_appointment = new.coming.appointed().map(|appointed| {
        Condition::all()
            .add(tickets::Column::AppointmentId.eq(appointed.appointment.0))
            .add(tickets::Column::Date.eq(day.date.to_string()))
    });
    let row = tickets::Entity::find()
        .filter(
            Condition::any()
                .add(tickets::Column::Key.eq(new.key.as_str()))
                .add_option(same_appointment),
        )
        .one(transaction)
        .await?;
    row.map(Ticket::try_from).transpose()
}

async fn turn_of(
    transaction: &DatabaseTransaction,
    day: &QueueDay,
    new: &NewTicket,
    now: Timestamp,
) -> Result<Timestamp, StoreError> {
    let arrival = match &new.coming {
        Coming::Booked(appointed) => Arrival::Booked(appointed.due),
        Coming::WalkIn => Arrival::WalkIn,
        Coming::Accompanied { kept_minutes } => {
            let used = used_of_lane(transaction, day).await?;
            Arrival::Accompanied(Lane::with_room(*kept_minutes, used, new.minutes))
        }
    };
    Ok(turn(arrival, now))
}

/// The minutes of the day's lane that have been given away: those whose turn was before their coming.
async fn used_of_lane(transaction: &DatabaseTransaction, day: &QueueDay) -> Result<i64, StoreError> {
    let minutes = tickets::Entity::find()
        .select_only()
        .column(tickets::Column::Minutes)
        .filter(tickets::COLUMN.location.eq(day.location.as_str()))
        .filter(tickets::COLUMN.date.eq(day.date.to_string()))
        .filter(tickets::COLUMN.kind.eq(TicketKind::Accompanied.as_str()))
        .filter(Expr::col("turn_at").lt(Expr::col("came_at")))
        .into_tuple::<i64>()
        .all(transaction)
        .await?;
    Ok(minutes.into_iter().sum())
}

fn row(
    day: &QueueDay,
    new: &NewTicket,
    figure: i64,
    turn: Timestamp,
    now: Timestamp,
) -> tickets::ActiveModel {
    let appointed = new.coming.appointed();
    let waits_for = appointed.and_then(|appointed| appointed.waits_for.as_ref());
    tickets::ActiveModel {
        key: Set(new.key.as_str().to_owned()),
        location: Set(day.location.as_str().to_owned()),
        date: Set(day.date.to_string()),
        figure: Set(figure),
        kind: Set(new.coming.kind().as_str().to_owned()),
        service: Set(new.service.as_str().to_owned()),
        minutes: Set(new.minutes),
        appointment_id: Set(appointed.map(|appointed| appointed.appointment.0)),
        booked_at: Set(appointed.map(|appointed| appointed.due.as_second())),
        adviser: Set(waits_for.map(|adviser| adviser.as_str().to_owned())),
        state: Set(domain::desk::TicketState::Waiting.as_str().to_owned()),
        turn_at: Set(turn.as_second()),
        came_at: Set(now.as_second()),
        calls: Set(0),
        ..Default::default()
    }
}
