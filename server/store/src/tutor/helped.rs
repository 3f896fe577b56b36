//! The helper's log: how often, and how many steps. Numbers only; nobody is named, and no course.

use domain::ids::{PairingId, VisitorId};
use domain::tutor::{HelpedCount, Side};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter,
};

use super::pairing::Seat;
use crate::StoreError;
use crate::entities::{helped, pairing_steps};
use crate::handing_over::hand_rows_over;
use crate::learning::number_today;

/// How much a visitor has helped. Sitting down beside somebody counts from the first step that they did together.
pub async fn helped(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<HelpedCount, StoreError> {
    let rows = helped::Entity::find()
        .filter(helped::Column::VisitorId.into_expr().eq(number_today(visitor)))
        .filter(helped::Column::Steps.gt(0))
        .all(connection)
        .await?;
    Ok(HelpedCount {
        times: domain::count(&rows),
        steps: rows.iter().map(|row| row.steps).sum(),
    })
}

/// Notes whose help it is. Where another device takes over, it is its owner's from then on.
pub(super) async fn note_helper(
    transaction: &DatabaseTransaction,
    seat: Seat,
    visitor: VisitorId,
) -> Result<(), StoreError> {
    if seat.side != Side::Helper {
        return Ok(());
    }
    let row = helped::ActiveModel {
        pairing_id: Set(seat.pairing.0),
        visitor_id: Set(visitor.0),
        steps: Set(0),
    };
    helped::Entity::insert(row)
        .on_conflict(
            OnConflict::column(helped::Column::PairingId)
                .update_column(helped::Column::VisitorId)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Counts the steps of a pairing anew.
pub(super) async fn count_steps(
    transaction: &DatabaseTransaction,
    pairing: PairingId,
) -> Result<(), StoreError> {
    let steps = pairing_steps::Entity::find()
        .filter(pairing_steps::COLUMN.pairing_id.eq(pairing.0))
        .count(transaction)
        .await?;
    helped::Entity::update_many()
        .col_expr(helped::Column::Steps, Expr::value(steps.cast_signed()))
        .filter(helped::COLUMN.pairing_id.eq(pairing.0))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Gives one visitor's help to another, who is the same person on another device.
pub(crate) async fn hand_over(
    connection: &impl ConnectionTrait,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    hand_rows_over(connection, (helped::Entity, helped::Column::VisitorId), from, to).await
}
