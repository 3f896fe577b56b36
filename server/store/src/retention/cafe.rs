//! The homework café.

use jiff::Timestamp;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter};

use super::{CAFE_DAYS, CAFE_REPORTED_DAYS, days_before};
use crate::StoreError;
use crate::entities::cafe_questions;

/// What was said goes with the question.
pub(super) async fn erase_cafe_questions(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let asked_before = |days| cafe_questions::COLUMN.asked_at.lt(days_before(now, days));
    let unreported = Condition::all()
        .add(asked_before(CAFE_DAYS))
        .add(cafe_questions::COLUMN.reported_at.is_null());
    let deleted = cafe_questions::Entity::delete_many()
        .filter(
            Condition::any()
                .add(unreported)
                .add(asked_before(CAFE_REPORTED_DAYS)),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
