//! The appointments of a place.

use std::ops::Range;

use domain::ids::LocationId;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Appointment;
use crate::StoreError;
use crate::entities::appointments::{COLUMN, Column, Entity};

/// What begins at a place within a stretch of time, cancelled ones too, the earliest first. What is past is there until it is
/// erased (see [`crate::retention`]).
pub async fn at_place(
    connection: &impl ConnectionTrait,
    location: &LocationId,
    stretch: Range<Timestamp>,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.location.eq(location.as_str()))
        .filter(COLUMN.starts_at.gte(stretch.start.as_second()))
        .filter(COLUMN.starts_at.lt(stretch.end.as_second()))
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}
