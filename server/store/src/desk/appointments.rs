//! Appointments as the desk meets them: today's, and the one whose code somebody types at the entrance.

use domain::appointments::BookingCode;
use domain::ids::LocationId;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::appointments::{Appointment, AppointmentStatus, code_hash, find_by_code_hash};
use crate::entities::appointments;
use crate::guesses::{Guess, GuessedCode};
use crate::{ByCode, Database, StoreError};

/// What is booked at a place, by when it begins, earliest first.
pub async fn booked_between(
    connection: &impl ConnectionTrait,
    location: &LocationId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.location.eq(location.as_str()))
        .filter(appointments::COLUMN.starts_at.gte(from.as_second()))
        .filter(appointments::COLUMN.starts_at.lt(until.as_second()))
        .filter(appointments::COLUMN.status.eq("booked"))
        .order_by_asc(appointments::Column::StartsAt)
        .order_by_asc(appointments::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

/// Finds a booked appointment by its code alone, at whatever place and time; of a series the next date, or the one that is on. At the entrance nobody says their name aloud or types it on a screen that
/// others see. All that a right guess gives is a number in a queue, and guesses are counted as everywhere.
pub async fn find_by_code(
    database: &Database,
    secret: &str,
    code: &BookingCode,
    now: Timestamp,
) -> Result<ByCode<Appointment>, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Booking, first_word, now);
    let search = async {
        let found = find_by_code_hash(database.read(), &code_hash(secret, code), now).await?;
        Ok(found.filter(|appointment| appointment.status == AppointmentStatus::Booked))
    };
    guess.look_up(database, search).await
}
