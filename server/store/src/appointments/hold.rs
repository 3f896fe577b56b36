//! A time is held while somebody fills in a form.

use std::ops::Range;

use domain::appointments::{HoldKey, ResourceUse};
use domain::ids::AdviserId;
use jiff::Timestamp;
use sea_orm::DatabaseTransaction;

use super::guard::{Stretch, Taker, occupy, take_all};
use crate::retrying::retrying;
use crate::{Database, StoreError};

/// A time that somebody wants held.
#[derive(Debug, Clone)]
pub struct NewHold {
    pub key: HoldKey,
    /// Who could help, in the order in which they are tried.
    pub candidates: Vec<AdviserId>,
    /// The units of their time; see [`domain::appointments::Unit`].
    pub units: Range<i64>,
    /// The same on the other dates of a series.
    pub later_units: Vec<Range<i64>>,
    /// How many can have each unit.
    pub seats: i64,
    /// What is held beside the adviser.
    pub uses: Vec<ResourceUse>,
    /// When it runs out.
    pub until: Timestamp,
}

/// Holds a time with the first candidate who is free for all of it, and gives back what the key held before.
///
/// `false`, and nothing has changed, when none of them is free. Holding the same time again changes until when. A hold that
/// has run out is still the visitor's until somebody else takes the time or it is erased. On PostgreSQL two who change to
/// each other's times at once may meet in a deadlock; then one of them is tried again.
pub async fn hold(database: &Database, wanted: &NewHold, now: Timestamp) -> Result<bool, StoreError> {
    for adviser in &wanted.candidates {
        if retrying(|| try_candidate(database, wanted, adviser, now)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn try_candidate(
    database: &Database,
    wanted: &NewHold,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let held = take_each_date(&transaction, wanted, adviser, now).await?;
    if held {
        transaction.commit().await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(held)
}

/// Holds every date, and gives back what the key held before; `false` when somebody has one of them.
///
/// Taking the first date gives back all that the key had elsewhere, also on the later dates, which are then taken anew.
pub(super) async fn take_each_date(
    transaction: &DatabaseTransaction,
    wanted: &NewHold,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let taker = Taker::Hold(&wanted.key, wanted.until);
    let stretch = |units| Stretch {
        adviser,
        units,
        seats: wanted.seats,
        uses: &wanted.uses,
    };
    if !occupy(transaction, &taker, &stretch(&wanted.units), now).await? {
        return Ok(false);
    }
    for units in &wanted.later_units {
        if !take_all(transaction, &taker, &stretch(units), now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}
