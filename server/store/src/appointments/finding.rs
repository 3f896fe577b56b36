//! An appointment is found by its code and name.

use std::ops::Range;

use domain::appointments::BookingCode;
use domain::ids::ServiceId;
use jiff::Timestamp;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Appointment, AppointmentStatus, BOOKED, all_by_code_hash, code_hash, is_somebodys};
use crate::entities::appointments::{COLUMN, Column, Entity};
use crate::guesses::{Guess, GuessedCode};
use crate::{Database, StoreError};

/// What became of a typed code and name.
#[derive(Clone, PartialEq, Eq)]
pub enum FindOutcome {
    Found(Box<Appointment>),
    /// No coming appointment has this code and name; which of them is wrong is not told.
    Unknown,
    /// Too many wrong ones whose code begins like this one have been tried today: see [`crate::GUESSES_A_DAY`].
    TooManyGuesses,
}

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

/// Finds a coming appointment; of a series the next date. It is counted as a guess unless it is right, whoever asks: a library has one address, and
/// whoever guesses has many.
pub async fn find_by_code(
    database: &Database,
    secret: &str,
    code: &BookingCode,
    name: &str,
    now: Timestamp,
) -> Result<FindOutcome, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Booking, first_word, now);
    if !guess.count(database.write()).await? {
        return Ok(FindOutcome::TooManyGuesses);
    }
    let with_code = all_by_code_hash(database.read(), &code_hash(secret, code)).await?;
    let is_meant = |appointment: &Appointment| {
        appointment.status == AppointmentStatus::Booked
            && appointment.slot.moment() > now
            && appointment.name.is_said_as(name)
    };
    let Some(found) = with_code.into_iter().find(is_meant) else {
        return Ok(FindOutcome::Unknown);
    };
    guess.forgive(database.write()).await?;
    Ok(FindOutcome::Found(Box::new(found)))
}
