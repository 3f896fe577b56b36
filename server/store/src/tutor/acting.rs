//! What two do with their lesson.

use domain::ids::{PairingId, StepId};
use domain::learning::CourseOutline;
use domain::tutor::{Act, After, Phase, Presses, Together};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};

use super::helped::count_steps;
use super::news::commit_and_tell;
use super::pairing::{Pairing, Seat, lock};
use crate::entities::{pairing_steps, pairing_ticks, pairings};
use crate::{Database, StoreError};

/// What came of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActOutcome {
    Taken,
    /// It was not theirs to do, or they have moved meanwhile, or it is over. Nothing has changed, and the page shows how it is.
    NotNow,
}

/// Does something, if the rules allow it on the step that was `seen`.
pub async fn act(
    database: &Database,
    seat: Seat,
    act: Act,
    seen: &StepId,
    course: &CourseOutline,
    now: Timestamp,
) -> Result<ActOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some(pairing) = at_work(&transaction, seat, now).await? else {
        return Ok(ActOutcome::NotNow);
    };
    let Ok(after) = pairing.together.after(course, seat.side, act, seen) else {
        return Ok(ActOutcome::NotNow);
    };
    if act == Act::GoOn {
        note_passed(&transaction, &pairing).await?;
    }
    match after {
        After::Stays(together) | After::Moves(together) => {
            place(&transaction, pairing.id, &together, now).await?;
        }
        After::Ends => end(&transaction, pairing.id, now).await?,
    }
    commit_and_tell(database, transaction, pairing.id).await?;
    Ok(ActOutcome::Taken)
}

/// Presses a line of a step's check list that was seen in some state. Both sides may, at once and over bad lines.
pub async fn press(
    database: &Database,
    seat: Seat,
    step: &StepId,
    item: i64,
    seen: Presses,
    now: Timestamp,
) -> Result<ActOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some(pairing) = at_work(&transaction, seat, now).await? else {
        return Ok(ActOutcome::NotNow);
    };
    join_presses(&transaction, pairing.id, step, item, seen.pressed()).await?;
    pairings::Entity::update_many()
        .col_expr(pairings::Column::ActiveAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.id.eq(pairing.id.0))
        .exec(&transaction)
        .await?;
    commit_and_tell(database, transaction, pairing.id).await?;
    Ok(ActOutcome::Taken)
}

/// How often each line has been pressed: step, line from 1, presses.
pub async fn ticks(
    connection: &impl ConnectionTrait,
    pairing: PairingId,
) -> Result<Vec<(StepId, i64, Presses)>, StoreError> {
    let rows = pairing_ticks::Entity::find()
        .filter(pairing_ticks::COLUMN.pairing_id.eq(pairing.0))
        .order_by_asc(pairing_ticks::Column::Item)
        .all(connection)
        .await?;
    let ticks = rows
        .into_iter()
        .map(|row| Ok((step_id(pairing, &row.step)?, row.item, Presses::new(row.presses))));
    ticks.collect()
}

/// The steps that the citizen has moved on from, in no order.
pub async fn passed(
    connection: &impl ConnectionTrait,
    pairing: PairingId,
) -> Result<Vec<StepId>, StoreError> {
    let rows = pairing_steps::Entity::find()
        .filter(pairing_steps::COLUMN.pairing_id.eq(pairing.0))
        .all(connection)
        .await?;
    rows.into_iter().map(|row| step_id(pairing, &row.step)).collect()
}

/// The pairing, if there is still something to be done in it.
async fn at_work(
    transaction: &DatabaseTransaction,
    seat: Seat,
    now: Timestamp,
) -> Result<Option<Pairing>, StoreError> {
    let pairing = lock(transaction, seat).await?;
    let is_alive = |pairing: &Pairing| matches!(pairing.life.phase(now), Phase::Together | Phase::Waiting);
    Ok(pairing.filter(is_alive))
}

/// The larger of both counts stays: see [`Presses::join`].
async fn join_presses(
    transaction: &DatabaseTransaction,
    pairing: PairingId,
    step: &StepId,
    item: i64,
    presses: Presses,
) -> Result<(), StoreError> {
    let row = pairing_ticks::ActiveModel {
        pairing_id: Set(pairing.0),
        step: Set(step.to_string()),
        item: Set(item),
        presses: Set(presses.number()),
    };
    let line = [
        pairing_ticks::Column::PairingId,
        pairing_ticks::Column::Step,
        pairing_ticks::Column::Item,
    ];
    let kept = Expr::col(("pairing_ticks", "presses"));
    pairing_ticks::Entity::insert(row)
        .on_conflict(
            OnConflict::columns(line)
                .value(pairing_ticks::Column::Presses, Expr::value(presses.number()))
                .action_and_where(kept.lt(presses.number()))
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

async fn note_passed(transaction: &DatabaseTransaction, pairing: &Pairing) -> Result<(), StoreError> {
    let row = pairing_steps::ActiveModel {
        pairing_id: Set(pairing.id.0),
        step: Set(pairing.together.here.step.to_string()),
    };
    let once = [pairing_steps::Column::PairingId, pairing_steps::Column::Step];
    pairing_steps::Entity::insert(row)
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    count_steps(transaction, pairing.id).await
}

async fn place(
    transaction: &DatabaseTransaction,
    pairing: PairingId,
    together: &Together,
    now: Timestamp,
) -> Result<(), StoreError> {
    pairings::Entity::update_many()
        .col_expr(
            pairings::Column::Lesson,
            Expr::value(together.here.lesson.as_str()),
        )
        .col_expr(pairings::Column::Step, Expr::value(together.here.step.as_str()))
        .col_expr(pairings::Column::Proposed, Expr::value(together.is_proposed))
        .col_expr(pairings::Column::ActiveAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.id.eq(pairing.0))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Its code, if it still has one, leads nowhere any more.
async fn end(
    transaction: &DatabaseTransaction,
    pairing: PairingId,
    now: Timestamp,
) -> Result<(), StoreError> {
    pairings::Entity::update_many()
        .col_expr(pairings::Column::CodeHash, Expr::value(None::<String>))
        .col_expr(pairings::Column::EndedAt, Expr::value(now.as_second()))
        .col_expr(pairings::Column::ActiveAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.id.eq(pairing.0))
        .exec(transaction)
        .await?;
    Ok(())
}

fn step_id(pairing: PairingId, text: &str) -> Result<StepId, StoreError> {
    StepId::parse(text).map_err(|error| StoreError::Corrupt {
        table: "pairing_steps",
        row: pairing.0,
        problem: error.to_string(),
    })
}
