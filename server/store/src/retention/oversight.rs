//! Who saw what, and how soon a time could be had.

use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter};

use super::OFFER_DAYS;
use crate::StoreError;
use crate::entities::{access_log, offers};

pub(super) async fn erase_access_log(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = access_log::Entity::delete_many()
        .filter(access_log::COLUMN.seen_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

pub(super) async fn erase_offers(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let first = date_in_denmark(now).saturating_sub(OFFER_DAYS.days());
    let deleted = offers::Entity::delete_many()
        .filter(offers::COLUMN.day.lt(first.to_string()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
