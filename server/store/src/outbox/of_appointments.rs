//! Messages together with the appointments that they are about, for those who work where these are.

use std::collections::HashMap;

use domain::ids::LocationId;
use domain::staff::Workplaces;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::appointments::Appointment;
use crate::entities::{appointments, outbox};

/// Each message with its appointment, in the same order. One that is about none is left out.
pub(crate) async fn with_appointments(
    connection: &impl ConnectionTrait,
    messages: Vec<outbox::Model>,
) -> Result<Vec<(outbox::Model, Appointment)>, StoreError> {
    let ids = messages.iter().filter_map(|message| message.appointment_id);
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.id.is_in(ids))
        .all(connection)
        .await?;
    let about: HashMap<i64, Appointment> = rows
        .into_iter()
        .map(|row| Ok((row.id, Appointment::try_from(row)?)))
        .collect::<Result<_, StoreError>>()?;
    let pairs = messages.into_iter().filter_map(|message| {
        let appointment = about.get(&message.appointment_id?)?.clone();
        Some((message, appointment))
    });
    Ok(pairs.collect())
}

/// The appointments whose citizens somebody sees.
pub(crate) fn seen_from(workplaces: &Workplaces) -> SelectStatement {
    let mut seen = Query::select();
    seen.column(appointments::Column::Id).from(appointments::Entity);
    if let Workplaces::Only(locations) = workplaces {
        let locations = locations.iter().map(LocationId::as_str);
        seen.and_where(appointments::Column::Location.is_in(locations));
    }
    seen
}
