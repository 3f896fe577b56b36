//! Those who wait are offered times. An offer is an ordinary hold.

use domain::appointments::{HoldKey, Slot};
use domain::ids::{AdviserId, WaitingId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter};

use super::guard::release;
use super::hold::{NewHold, take_each_date};
use super::waiting::{Waiting, has_no_live_offer};
use crate::entities::waiting_list::{COLUMN, Column, Entity};
use crate::outbox::{self, NewMessage};
use crate::retrying::retrying;
use crate::{Database, StoreError};

/// Offers a time to somebody: holds it and tells them, all or nothing. Whoever is called has no message.
///
/// `false`, and nothing has changed, when the time is taken, or when they have been offered another or have left in the
/// meantime. So nobody has two offers, and no time is offered to two.
pub async fn offer_time(
    database: &Database,
    waiting: &Waiting,
    hold: &NewHold,
    slot: Slot,
    message: Option<&NewMessage>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    for adviser in &hold.candidates {
        let attempt = retrying(|| try_candidate(database, waiting, (hold, adviser), slot, message, now));
        match attempt.await? {
            OfferOutcome::Offered => return Ok(true),
            OfferOutcome::NoLongerWanted => return Ok(false),
            OfferOutcome::Taken => {}
        }
    }
    Ok(false)
}

/// What became of an offer with one candidate.
enum OfferOutcome {
    Offered,
    /// The candidate is not free for all of the time.
    Taken,
    /// They have another offer, or have left.
    NoLongerWanted,
}

/// One candidate, one transaction. Whatever is not `Offered` has changed nothing.
async fn try_candidate(
    database: &Database,
    waiting: &Waiting,
    (hold, adviser): (&NewHold, &AdviserId),
    slot: Slot,
    message: Option<&NewMessage>,
    now: Timestamp,
) -> Result<OfferOutcome, StoreError> {
    let transaction = database.begin().await?;
    if !note_offer(&transaction, waiting, hold, slot, now).await? {
        transaction.rollback().await?;
        return Ok(OfferOutcome::NoLongerWanted);
    }
    if !take_each_date(&transaction, hold, adviser, now).await? {
        transaction.rollback().await?;
        return Ok(OfferOutcome::Taken);
    }
    if let Some(message) = message {
        outbox::enqueue(&transaction, message, now).await?;
    }
    transaction.commit().await?;
    Ok(OfferOutcome::Offered)
}

/// Declines the latest offer; the time is free for the next, and whoever declined waits on, behind those who have not.
///
/// `false` when there is another offer by now, or none.
pub async fn decline_offer(database: &Database, id: WaitingId, hold: &HoldKey) -> Result<bool, StoreError> {
    retrying(|| decline(database, id, hold)).await
}

async fn decline(database: &Database, id: WaitingId, hold: &HoldKey) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let declined = Entity::update_many()
        .col_expr(Column::OfferHold, Expr::value(None::<String>))
        .col_expr(Column::OfferUntil, Expr::value(None::<i64>))
        .col_expr(Column::Missed, Expr::col(Column::Missed).add(1))
        .filter(COLUMN.id.eq(id.0))
        .filter(COLUMN.offer_hold.eq(hold.as_str()))
        .exec(&transaction)
        .await?;
    release(&transaction, hold).await?;
    transaction.commit().await?;
    Ok(declined.rows_affected == 1)
}

async fn note_offer(
    transaction: &DatabaseTransaction,
    waiting: &Waiting,
    hold: &NewHold,
    slot: Slot,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let noted = Entity::update_many()
        .col_expr(Column::OfferHold, Expr::value(hold.key.as_str()))
        .col_expr(Column::OfferUnit, Expr::value(slot.unit().0))
        .col_expr(Column::OfferUntil, Expr::value(hold.until.as_second()))
        .col_expr(Column::Missed, Expr::value(waiting.missed()))
        .filter(COLUMN.id.eq(waiting.id.0))
        .filter(has_no_live_offer(now))
        .exec(transaction)
        .await?;
    Ok(noted.rows_affected == 1)
}
