//! Messages that have not reached their recipients, until somebody has seen to it that they know.

use domain::ids::{AppointmentId, MessageId};
use domain::messages::{Channel, DeliveryProblem};
use domain::staff::Workplaces;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, UpdateMany,
};

use crate::StoreError;
use crate::appointments::Appointment;
use crate::entities::outbox;
use crate::outbox::{MAX_ATTEMPTS, given_up, seen_from, with_appointments};

/// Failures from which on a message is told of that is still tried: a mail server that was away for some minutes is nobody's
/// concern.
const WORTH_TELLING: i64 = 3;

/// A message that has not been delivered, and the appointment that it is about.
#[derive(Clone, PartialEq, Eq)]
pub struct Undelivered {
    pub id: MessageId,
    pub appointment: Appointment,
    pub channel: Channel,
    pub kind: String,
    pub problem: DeliveryProblem,
    pub written_at: Timestamp,
    /// When it is tried again by itself; `None` where it has been given up.
    pub next_attempt_at: Option<Timestamp>,
}

/// What has not been delivered, the oldest first, at most `limit`.
pub async fn undelivered(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<Undelivered>, StoreError> {
    let rows = find(workplaces, now)
        .order_by_asc(outbox::Column::Id)
        .limit(limit)
        .all(connection)
        .await?;
    let messages = with_appointments(connection, rows).await?.into_iter();
    Ok(messages
        .filter_map(|(row, appointment)| of_row(row, appointment, now))
        .collect())
}

/// How many there are.
pub async fn count_undelivered(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    now: Timestamp,
) -> Result<u64, StoreError> {
    Ok(find(workplaces, now).count(connection).await?)
}

/// Has a message tried again at once, with as many attempts as a new one. `false` when it has been sent or settled in the
/// meantime, or is of no use any more.
pub async fn retry(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    id: MessageId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let useful = Condition::any()
        .add(outbox::COLUMN.expires_at.is_null())
        .add(outbox::COLUMN.expires_at.gt(now.as_second()));
    let retried = outbox::Entity::update_many()
        .col_expr(outbox::Column::Attempts, Expr::value(0_i64))
        .col_expr(outbox::Column::NextAttemptAt, Expr::value(now.as_second()))
        .col_expr(outbox::Column::Problem, Expr::value(None::<String>))
        .filter(theirs(workplaces, id))
        .filter(useful)
        .exec(connection)
        .await?;
    Ok(retried.rows_affected == 1)
}

/// Notes that the recipient has been told in another way; the message is not tried any more. `false` when it has been sent or
/// settled in the meantime.
pub async fn settle(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    id: MessageId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let settled = settled_at(now)
        .filter(theirs(workplaces, id))
        .exec(connection)
        .await?;
    Ok(settled.rows_affected == 1)
}

/// Notes the same of every message that has failed about an appointment: a letter tells it all.
pub async fn settle_about(
    connection: &impl ConnectionTrait,
    appointment: AppointmentId,
    now: Timestamp,
) -> Result<(), StoreError> {
    settled_at(now)
        .filter(outbox::COLUMN.appointment_id.eq(appointment.0))
        .filter(outbox::COLUMN.channel.ne(Channel::Letter.as_str()))
        .filter(outbox::COLUMN.sent_at.is_null())
        .filter(given_up(now).or(outbox::Column::Problem.is_not_null()))
        .exec(connection)
        .await?;
    Ok(())
}

/// What is settled is of no use any more, so nobody sends it.
fn settled_at(now: Timestamp) -> UpdateMany<outbox::Entity> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::SettledAt, Expr::value(now.as_second()))
        .col_expr(outbox::Column::ExpiresAt, Expr::value(now.as_second()))
        .col_expr(outbox::Column::BodyText, Expr::value(""))
        .col_expr(outbox::Column::BodyHtml, Expr::value(None::<String>))
        .col_expr(outbox::Column::Attachment, Expr::value(None::<String>))
}

fn find(workplaces: &Workplaces, now: Timestamp) -> Select<outbox::Entity> {
    outbox::Entity::find()
        .filter(outbox::COLUMN.channel.ne(Channel::Letter.as_str()))
        .filter(outbox::COLUMN.settled_at.is_null())
        .filter(outbox::COLUMN.sent_at.is_null())
        .filter(given_up(now).or(fails(WORTH_TELLING)))
        .filter(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
}

/// Failed so often, and still tried.
fn fails(times: i64) -> SimpleExpr {
    outbox::Column::Problem
        .is_not_null()
        .and(outbox::Column::Attempts.gte(times))
}

/// The message, if it is still to be seen to, and by them.
fn theirs(workplaces: &Workplaces, id: MessageId) -> Condition {
    Condition::all()
        .add(outbox::COLUMN.id.eq(id.0))
        .add(outbox::COLUMN.channel.ne(Channel::Letter.as_str()))
        .add(outbox::COLUMN.sent_at.is_null())
        .add(outbox::COLUMN.settled_at.is_null())
        .add(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
}

fn of_row(row: outbox::Model, appointment: Appointment, now: Timestamp) -> Option<Undelivered> {
    let is_over = row
        .expires_at
        .is_some_and(|expires_at| expires_at <= now.as_second());
    let known = row.problem.as_deref().and_then(DeliveryProblem::from_name);
    let problem = if is_over {
        DeliveryProblem::TooLate
    } else {
        known.unwrap_or(DeliveryProblem::Unreachable)
    };
    let is_tried = !is_over && row.attempts < MAX_ATTEMPTS;
    Some(Undelivered {
        id: MessageId(row.id),
        appointment,
        channel: Channel::from_name(&row.channel)?,
        kind: row.kind,
        problem,
        written_at: Timestamp::from_second(row.created_at).ok()?,
        next_attempt_at: is_tried
            .then(|| Timestamp::from_second(row.next_attempt_at).ok())
            .flatten(),
    })
}
