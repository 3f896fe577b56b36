//! Anonymous visitors: numbers without names.

use domain::ids::VisitorId;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::StoreError;
use crate::entities::{moved_visitors, visitors};

/// Begins to remember an anonymous visitor.
pub async fn create_visitor(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<VisitorId, StoreError> {
    let visitor = visitors::ActiveModel {
        created_at: Set(now.as_second()),
        last_seen_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = visitors::Entity::insert(visitor).exec(connection).await?;
    Ok(VisitorId(inserted.last_insert_id))
}

/// When a visitor was noted to have been here last, in seconds since 1970; `None` when they have been erased, or have become
/// somebody else: ask [`moved_to`] then.
pub async fn last_seen(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Option<i64>, StoreError> {
    let seen = visitors::Entity::find_by_id(visitor.0)
        .select_only()
        .column(visitors::Column::LastSeenAt)
        .into_tuple()
        .one(connection)
        .await?;
    Ok(seen)
}

/// Notes that a visitor has been here, which puts off their erasure. `false` when there is no such visitor.
///
/// Once a day is enough: see [`crate::retention::VISITOR_DAYS`].
pub async fn touch_visitor(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let updated = visitors::Entity::update_many()
        .col_expr(visitors::Column::LastSeenAt, Expr::value(now.as_second()))
        .filter(visitors::COLUMN.id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Who a visitor has become by a recovery code. It happens while other devices of theirs still know the old number.
pub async fn moved_to(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Option<VisitorId>, StoreError> {
    let moved = moved_visitors::Entity::find_by_id(visitor.0)
        .one(connection)
        .await?;
    Ok(moved.map(|moved| VisitorId(moved.now_id)))
}

/// The number that a visitor's rows stand under, for the queries that read them: their own, or that of whoever they have
/// become. It is looked up within the query, so that nobody's page costs another one.
pub(crate) fn number_today(visitor: VisitorId) -> Expr {
    let moved = Query::select()
        .column(moved_visitors::Column::NowId)
        .from(moved_visitors::Entity)
        .and_where(moved_visitors::Column::VisitorId.eq(visitor.0))
        .to_owned();
    let moved = Expr::SubQuery(None, Box::new(moved.into()));
    Func::coalesce([moved, Expr::value(visitor.0)]).into()
}

/// Forgets a visitor and everything of theirs at once: whoever leaves a shared computer may ask for it. `false` when there
/// is nobody to forget.
pub async fn forget_visitor(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<bool, StoreError> {
    let deleted = visitors::Entity::delete_by_id(visitor.0).exec(connection).await?;
    Ok(deleted.rows_affected == 1)
}
