//! Where and when an appointment is, for those who are told when that changes.

use domain::ids::{AppointmentId, LocationId};
use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

use crate::StoreError;
use crate::entities::appointments::{Column, Entity};

/// Where and when an appointment is, and how often it has moved.
pub(super) struct Placed {
    location: String,
    /// Seconds since 1970.
    starts_at: i64,
    pub(super) sequence: i64,
}

impl Placed {
    /// As the transaction sees it; `None` when there is no such appointment.
    pub(super) async fn find(
        connection: &impl ConnectionTrait,
        appointment: AppointmentId,
    ) -> Result<Option<Self>, StoreError> {
        let found = Entity::find_by_id(appointment.0)
            .select_only()
            .columns([Column::Location, Column::StartsAt, Column::Sequence])
            .into_tuple()
            .one(connection)
            .await?;
        Ok(found.map(|(location, starts_at, sequence)| Self {
            location,
            starts_at,
            sequence,
        }))
    }

    /// The place whose desk shows it: none unless it is today.
    pub(super) fn desk_today(&self, now: Timestamp) -> Option<LocationId> {
        let location = LocationId::parse(&self.location).ok()?;
        desk_of_today(&location, self.starts_at, now)
    }
}

/// The place whose desk shows an appointment that begins then, in seconds since 1970: none unless it is today.
pub(super) fn desk_of_today(location: &LocationId, starts_at: i64, now: Timestamp) -> Option<LocationId> {
    let starts_at = Timestamp::from_second(starts_at).ok()?;
    (date_in_denmark(starts_at) == date_in_denmark(now)).then(|| location.clone())
}
