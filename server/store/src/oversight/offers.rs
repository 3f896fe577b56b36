//! How soon a time could be had, day by day: what was free then cannot be counted afterwards.

use std::ops::Range;

use domain::ids::{LocationId, ServiceId};
use domain::oversight::OfferDay;
use jiff::civil::Date;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::StoreError;
use crate::entities::offers::{ActiveModel, COLUMN, Column, Entity, Model};

/// Whether it is known of a day.
pub async fn has_offers(connection: &impl ConnectionTrait, day: Date) -> Result<bool, StoreError> {
    let kept = Entity::find()
        .filter(COLUMN.day.eq(day.to_string()))
        .count(connection)
        .await?;
    Ok(kept > 0)
}

/// Keeps what was free. Of two servers that look at once the first is believed.
pub async fn keep_offers(connection: &impl ConnectionTrait, offers: &[OfferDay]) -> Result<(), StoreError> {
    if offers.is_empty() {
        return Ok(());
    }
    let rows = offers.iter().map(|offer| ActiveModel {
        day: Set(offer.day.to_string()),
        service: Set(offer.service.as_str().to_owned()),
        location: Set(offer.location.as_str().to_owned()),
        first_free: Set(offer.first_free.map(|date| date.to_string())),
    });
    Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns([Column::Day, Column::Service, Column::Location])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// What is known of these days, in no order.
pub async fn offers_of(
    connection: &impl ConnectionTrait,
    days: Range<Date>,
) -> Result<Vec<OfferDay>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.day.gte(days.start.to_string()))
        .filter(COLUMN.day.lt(days.end.to_string()))
        .all(connection)
        .await?;
    // What is no id was never offered here.
    Ok(rows.iter().filter_map(offer).collect())
}

fn offer(row: &Model) -> Option<OfferDay> {
    Some(OfferDay {
        day: row.day.parse().ok()?,
        service: ServiceId::parse(&row.service).ok()?,
        location: LocationId::parse(&row.location).ok()?,
        first_free: row.first_free.as_deref().and_then(|date| date.parse().ok()),
    })
}
