//! How much is booked, without whom.

use std::ops::Range;

use domain::ids::{LocationId, ServiceId};
use domain::oversight::UseOfSlot;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::StoreError;
use crate::appointments::CANCELLED;
use crate::entities::appointments::{COLUMN, Column, Entity};

/// What was booked to begin within these moments, booked and cancelled alike.
///
/// It reaches as far back as appointments are kept; see [`crate::retention`].
pub async fn use_by_day(
    connection: &impl ConnectionTrait,
    moments: Range<Timestamp>,
) -> Result<Vec<UseOfSlot>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([
            Column::Service,
            Column::Location,
            Column::Status,
            Column::StartsAt,
        ])
        .filter(COLUMN.starts_at.gte(moments.start.as_second()))
        .filter(COLUMN.starts_at.lt(moments.end.as_second()))
        .into_tuple::<(String, String, String, i64)>()
        .all(connection)
        .await?;
    // What is no id was never booked here.
    Ok(rows
        .into_iter()
        .filter_map(|(service, location, status, starts_at)| {
            Some(UseOfSlot {
                service: ServiceId::parse(&service).ok()?,
                location: LocationId::parse(&location).ok()?,
                begins: Timestamp::from_second(starts_at).ok()?,
                cancelled: i64::from(status == CANCELLED),
            })
        })
        .collect())
}
