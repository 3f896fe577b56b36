//! Lessons that two share.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::{helped, pairings};

/// With their ticks and steps.
pub(super) async fn erase_pairings(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = pairings::Entity::delete_many()
        .filter(pairings::COLUMN.active_at.lt(before))
        .exec(connection)
        .await?;
    // Sitting down beside somebody without a step is no help to be counted; without these rows the table never grows.
    let alive = Query::select()
        .column(pairings::Column::Id)
        .from(pairings::Entity)
        .to_owned();
    helped::Entity::delete_many()
        .filter(helped::COLUMN.steps.eq(0_i64))
        .filter(helped::Column::PairingId.not_in_subquery(alive))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
