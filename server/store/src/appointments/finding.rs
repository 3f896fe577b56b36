//! An appointment is found by its code and name.

use std::ops::Range;

use domain::appointments::BookingCode;
use domain::ids::ServiceId;
use jiff::Timestamp;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Appointment, AppointmentStatus, BOOKED, all_by_code_hash, code_hash, is_somebodys};
use crate::entities::appointments::{COLUMN, Column, Entity};
use crate::guesses::{Guess, GuessedCode};
use crate::{ByCode, Database, StoreError};

/// Coming appointments with a service, or in a stretch of time: among them are those that somebody may have already who is
/// about to get another one. There are no more than within the horizon.
pub async fn coming_of_service_or_within(
    connection: &impl ConnectionTrait,
    service: &ServiceId,
    seconds: Range<i64>,
    now: Timestamp,
) -> Result<Vec<Appointment>, StoreError> {
    let within = Condition::all()
        .add(COLUMN.starts_at.gte(seconds.start))
        .add(COLUMN.starts_at.lt(seconds.end));
    let rows = Entity::find()
        .filter(COLUMN.ends_at.gt(now.as_second()))
        .filter(COLUMN.status.eq(BOOKED))
        .filter(is_somebodys())
        .filter(
            Condition::any()
                .add(COLUMN.service.eq(service.as_str()))
                .add(within),
        )
        .order_by_asc(Column::StartsAt)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

/// Finds a coming appointment; of a series the next date. It is counted as a guess unless it is right.
pub async fn find_by_code(
    database: &Database,
    secret: &str,
    code: &BookingCode,
    name: &str,
    now: Timestamp,
) -> Result<ByCode<Appointment>, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Booking, first_word, now);
    let is_meant = |appointment: &Appointment| {
        appointment.status == AppointmentStatus::Booked
            && appointment.slot.moment() > now
            && appointment.name.is_said_as(name)
    };
    let search = async {
        let with_code = all_by_code_hash(database.read(), &code_hash(secret, code)).await?;
        Ok(with_code.into_iter().find(is_meant))
    };
    guess.look_up(database, search).await
}
