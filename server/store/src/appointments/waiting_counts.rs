//! How many wait for what.

use domain::ids::{LocationId, ServiceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QuerySelect};

use crate::StoreError;
use crate::entities::waiting_list::{Column, Entity};

/// How many are on the waiting list of each service at each place.
pub async fn waiting_counts(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(ServiceId, LocationId, i64)>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Service)
        .column(Column::Location)
        .column_as(Column::Id.count(), "waiting")
        .group_by(Column::Service)
        .group_by(Column::Location)
        .into_tuple::<(String, String, i64)>()
        .all(connection)
        .await?;
    let parsed = |(service, location, waiting): (String, String, i64)| {
        let service = ServiceId::parse(&service).ok()?;
        Some((service, LocationId::parse(&location).ok()?, waiting))
    };
    Ok(rows.into_iter().filter_map(parsed).collect())
}
