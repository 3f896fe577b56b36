//! The guard against double booking: whoever wants a time takes its rows, and only one can.

use std::ops::Range;

use domain::appointments::HoldKey;
use domain::ids::{AdviserId, AppointmentId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, Condition, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter};

use crate::StoreError;
use crate::entities::occupancy::{self, Column};

/// Who takes units of time.
pub(super) enum Taker<'a> {
    /// A visitor who fills in a form, until a moment.
    Hold(&'a HoldKey, Timestamp),
    /// A new appointment, and the hold that it comes from.
    New(AppointmentId, Option<&'a HoldKey>),
    /// An appointment that moves.
    Moving(AppointmentId),
}

/// Takes every unit and gives back whatever else the taker had, or tells with `false` that somebody has one of the units;
/// then the transaction must be rolled back.
///
/// A unit can be taken that has no row, or one of the taker's own, or one of a hold that has run out. All are taken by one
/// statement, in the order of units, so it does not matter what others do in the meantime.
pub(super) async fn occupy(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    adviser: &AdviserId,
    units: &Range<i64>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let wanted = u64::try_from(units.end - units.start).unwrap_or_default();
    let expired = column(Column::ExpiresAt).lte(now.as_second());
    let got = occupancy::Entity::insert_many(units.clone().map(|unit| taker.row(adviser, unit)))
        .on_conflict(
            OnConflict::columns([Column::Resource, Column::Unit, Column::Seat])
                .update_columns([Column::AppointmentId, Column::Hold, Column::ExpiresAt])
                .action_cond_where(Condition::any().add(expired).add_option(taker.own()))
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    if got != wanted {
        return Ok(false);
    }
    if let Some(own) = taker.own() {
        let elsewhere = Condition::any()
            .add(column(Column::Resource).ne(adviser.as_str()))
            .add(column(Column::Unit).lt(units.start))
            .add(column(Column::Unit).gte(units.end));
        occupancy::Entity::delete_many()
            .filter(Condition::all().add(own).add(elsewhere))
            .exec(transaction)
            .await?;
    }
    Ok(true)
}

impl Taker<'_> {
    fn row(&self, adviser: &AdviserId, unit: i64) -> occupancy::ActiveModel {
        let (appointment, hold) = match self {
            Self::Hold(key, until) => (None, Some((key, until))),
            Self::New(id, _) | Self::Moving(id) => (Some(id.0), None),
        };
        occupancy::ActiveModel {
            resource: Set(adviser.as_str().to_owned()),
            unit: Set(unit),
            seat: Set(0),
            appointment_id: Set(appointment),
            hold: Set(hold.map(|(key, _)| key.as_str().to_owned())),
            expires_at: Set(hold.map(|(_, until)| until.as_second())),
        }
    }

    /// Which rows were the taker's before.
    fn own(&self) -> Option<Expr> {
        match self {
            Self::Hold(key, _) | Self::New(_, Some(key)) => Some(column(Column::Hold).eq(key.as_str())),
            Self::New(_, None) => None,
            Self::Moving(id) => Some(column(Column::AppointmentId).eq(id.0)),
        }
    }
}

/// A column of the row that is there already, which `ON CONFLICT` tells from the new one by its table.
fn column(column: Column) -> Expr {
    Expr::col((occupancy::Entity, column))
}
