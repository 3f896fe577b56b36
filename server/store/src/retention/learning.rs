//! What is learned, and who has learned it.

use jiff::Timestamp;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::days_since_1970;
use crate::StoreError;
use crate::entities::{follow_codes, moved_visitors, recovery_guesses, step_results, visitors};

/// Work on a course counts as a visit, whether or not the visit was noted.
pub(super) async fn erase_visitors(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let lately_at_work = Query::select()
        .column(step_results::Column::VisitorId)
        .from(step_results::Entity)
        .and_where(step_results::Column::UpdatedAt.gte(before))
        .to_owned();
    let deleted = visitors::Entity::delete_many()
        .filter(visitors::COLUMN.last_seen_at.lt(before))
        .filter(visitors::Column::Id.not_in_subquery(lately_at_work))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

pub(super) async fn erase_moved_visitors(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = moved_visitors::Entity::delete_many()
        .filter(moved_visitors::COLUMN.moved_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

pub(super) async fn erase_follow_codes(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = follow_codes::Entity::delete_many()
        .filter(follow_codes::COLUMN.created_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

pub(super) async fn erase_past_guesses(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let deleted = recovery_guesses::Entity::delete_many()
        .filter(recovery_guesses::COLUMN.day.lt(days_since_1970(now)))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
