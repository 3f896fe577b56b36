//! Calling the next, and everything else that happens to a ticket.

use std::slice;

use domain::desk::{Counter, MissedReason, Outcome, Step, TicketState};
use domain::ids::{AdviserId, ServiceId, TicketId};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::news::commit_and_tell;
use super::{QueueDay, Ticket};
use crate::entities::{queue_days, tickets};
use crate::{Database, StoreError};

/// Who calls.
#[derive(Debug, Clone)]
pub struct ClerkAt {
    pub counter: Counter,
    /// As whom of the schedule: those who were passed on to others are not called, and nobody for what they do not do.
    pub adviser: Option<ClerkSkills>,
}

/// Who of the schedule somebody is, and what they help with.
#[derive(Debug, Clone)]
pub struct ClerkSkills {
    pub id: AdviserId,
    pub services: Vec<ServiceId>,
}

/// What came of calling the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallOutcome {
    Called(Ticket),
    /// Somebody is at this counter already: pressing twice calls one.
    Occupied(Ticket),
    /// Nobody waits whom this clerk could help.
    NobodyWaits,
}

/// What a clerk does with a ticket, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Call(Counter),
    CallAgain,
    Start,
    Park,
    Return,
    PassOn(AdviserId),
    Finish(Outcome),
    Miss(MissedReason),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepOutcome {
    Taken,
    /// It may not be done any more: a colleague was first, or the counter has somebody. Nothing has changed.
    NotNow,
    /// There is no such ticket in this queue.
    Unknown,
}

impl ClerkAt {
    /// Whether somebody who waits would be called by this clerk, in their turn.
    pub fn helps(&self, ticket: &Ticket) -> bool {
        match (&self.adviser, &ticket.adviser) {
            (None, passed_on) => passed_on.is_none(),
            (Some(own), Some(passed_on)) => own.id == *passed_on,
            (Some(own), None) => own.services.contains(&ticket.service),
        }
    }
}

impl Action {
    /// The step that it is.
    pub fn step(&self) -> Step {
        match self {
            Self::Call(_) => Step::Call,
            Self::CallAgain => Step::CallAgain,
            Self::Start => Step::Start,
            Self::Park => Step::Park,
            Self::Return => Step::Return,
            Self::PassOn(_) => Step::PassOn,
            Self::Finish(_) => Step::Finish,
            Self::Miss(_) => Step::Miss,
        }
    }
}

/// Calls whoever has the earliest turn of those whom a clerk can help.
pub async fn call_next(
    database: &Database,
    day: &QueueDay,
    clerk: &ClerkAt,
    now: Timestamp,
) -> Result<CallOutcome, StoreError> {
    let transaction = database.begin().await?;
    lock(&transaction, day).await?;
    if let Some(there) = at_counter(&transaction, day, &clerk.counter).await? {
        transaction.rollback().await?;
        return Ok(CallOutcome::Occupied(there.try_into()?));
    }
    let Some(next) = next_for(&transaction, day, clerk).await? else {
        transaction.rollback().await?;
        return Ok(CallOutcome::NobodyWaits);
    };
    let called = change(
        &transaction,
        next,
        TicketState::Called,
        &Action::Call(clerk.counter.clone()),
        now,
    )
    .await?;
    commit_and_tell(database, transaction, slice::from_ref(&day.location)).await?;
    Ok(CallOutcome::Called(called))
}

/// Takes a step with a ticket of this queue, if it may be taken now.
pub async fn take_step(
    database: &Database,
    day: &QueueDay,
    ticket: TicketId,
    action: &Action,
    now: Timestamp,
) -> Result<StepOutcome, StoreError> {
    let transaction = database.begin().await?;
    lock(&transaction, day).await?;
    let Some(row) = of_queue(day)
        .filter(tickets::COLUMN.id.eq(ticket.0))
        .one(&transaction)
        .await?
    else {
        transaction.rollback().await?;
        return Ok(StepOutcome::Unknown);
    };
    let next = TicketState::from_name(&row.state).and_then(|state| state.after(action.step()));
    let is_free = match action {
        Action::Call(counter) => at_counter(&transaction, day, counter).await?.is_none(),
        _ => true,
    };
    let Some(next) = next.filter(|_| is_free) else {
        transaction.rollback().await?;
        return Ok(StepOutcome::NotNow);
    };
    change(&transaction, row, next, action, now).await?;
    commit_and_tell(database, transaction, slice::from_ref(&day.location)).await?;
    Ok(StepOutcome::Taken)
}

/// Waits until nobody else changes this queue. A day without a row has nobody in it.
pub(super) async fn lock(transaction: &DatabaseTransaction, day: &QueueDay) -> Result<(), StoreError> {
    queue_days::Entity::find()
        .filter(queue_days::COLUMN.location.eq(day.location.as_str()))
        .filter(queue_days::COLUMN.date.eq(day.date.to_string()))
        .lock_exclusive()
        .one(transaction)
        .await?;
    Ok(())
}

fn of_queue(day: &QueueDay) -> sea_orm::Select<tickets::Entity> {
    tickets::Entity::find()
        .filter(tickets::COLUMN.location.eq(day.location.as_str()))
        .filter(tickets::COLUMN.date.eq(day.date.to_string()))
}

async fn at_counter(
    connection: &impl ConnectionTrait,
    day: &QueueDay,
    counter: &Counter,
) -> Result<Option<tickets::Model>, StoreError> {
    let states = TicketState::ALL
        .into_iter()
        .filter(|state| state.is_at_counter())
        .map(TicketState::as_str);
    Ok(of_queue(day)
        .filter(tickets::COLUMN.counter.eq(counter.as_str()))
        .filter(tickets::COLUMN.state.is_in(states))
        .one(connection)
        .await?)
}

async fn next_for(
    connection: &impl ConnectionTrait,
    day: &QueueDay,
    clerk: &ClerkAt,
) -> Result<Option<tickets::Model>, StoreError> {
    let mut waiting = of_queue(day).filter(tickets::COLUMN.state.eq(TicketState::Waiting.as_str()));
    if let Some(adviser) = &clerk.adviser {
        let skills = adviser.services.iter().map(ServiceId::as_str);
        let own = tickets::COLUMN.adviser.eq(adviser.id.as_str());
        let anybodys = Condition::all()
            .add(tickets::COLUMN.adviser.is_null())
            .add(tickets::COLUMN.service.is_in(skills));
        waiting = waiting.filter(Condition::any().add(own).add(anybodys));
    } else {
        waiting = waiting.filter(tickets::COLUMN.adviser.is_null());
    }
    Ok(waiting
        .order_by_asc(tickets::Column::TurnAt)
        .order_by_asc(tickets::Column::Figure)
        .one(connection)
        .await?)
}

async fn change(
    transaction: &DatabaseTransaction,
    row: tickets::Model,
    state: TicketState,
    action: &Action,
    now: Timestamp,
) -> Result<Ticket, StoreError> {
    let was_missed = row.state == TicketState::Missed.as_str();
    let (calls, now) = (row.calls, now.as_second());
    let mut row: tickets::ActiveModel = row.into();
    row.state = Set(state.as_str().to_owned());
    match action {
        Action::Call(counter) => {
            row.counter = Set(Some(counter.as_str().to_owned()));
            row.called_at = Set(Some(now));
            row.calls = Set(calls + 1);
        }
        Action::CallAgain => {
            row.called_at = Set(Some(now));
            row.calls = Set(calls + 1);
        }
        Action::Start => row.started_at = Set(Some(now)),
        Action::Park => row.counter = Set(None),
        Action::Return => {
            row.counter = Set(None);
            row.ended_at = Set(None);
            row.missed_reason = Set(None);
            // Their turn has passed while they were not here; it is now.
            if was_missed {
                row.turn_at = Set(now);
            }
        }
        Action::PassOn(adviser) => {
            row.counter = Set(None);
            row.adviser = Set(Some(adviser.as_str().to_owned()));
        }
        Action::Finish(outcome) => {
            row.ended_at = Set(Some(now));
            row.outcome = Set(Some(outcome.as_str().to_owned()));
        }
        Action::Miss(reason) => {
            row.ended_at = Set(Some(now));
            row.missed_reason = Set(Some(reason.as_str().to_owned()));
        }
    }
    row.update(transaction).await?.try_into()
}
