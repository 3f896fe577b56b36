//! The dates of a series: appointments that were booked together and share a code.

use jiff::Timestamp;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Appointment, AppointmentStatus, is_somebodys};
use crate::StoreError;
use crate::entities::appointments::{COLUMN, Column, Entity};

/// The key of a later date of a series, which is the first date's with a number from 1 before it: no form's or program's key
/// begins with a number and a slash.
pub fn key_of_date(key: &str, number: usize) -> String {
    format!("{number}/{key}")
}

/// Every appointment with a code, the earliest first: one, or the dates of a series; see [`super::code_hash`]. They may be
/// cancelled or past.
pub async fn all_by_code_hash(
    connection: &impl ConnectionTrait,
    code_hash: &str,
) -> Result<Vec<Appointment>, StoreError> {
    let has_code = Condition::any()
        .add(COLUMN.code_hash.eq(code_hash))
        .add(COLUMN.series.eq(code_hash));
    found(connection, has_code).await
}

/// The appointment with a code. Of a series it is the next date that is booked and not over; the first, where none is.
pub async fn find_by_code_hash(
    connection: &impl ConnectionTrait,
    code_hash: &str,
    now: Timestamp,
) -> Result<Option<Appointment>, StoreError> {
    let mut dates = all_by_code_hash(connection, code_hash).await?;
    let next = dates.iter().position(|date| date.comes_after(now));
    Ok((!dates.is_empty()).then(|| dates.swap_remove(next.unwrap_or(0))))
}

/// All that was booked together with an appointment, itself too, the earliest first, cancelled dates among them. What is known of
/// nobody any more is left out.
pub async fn dates_of(
    connection: &impl ConnectionTrait,
    appointment: &Appointment,
) -> Result<Vec<Appointment>, StoreError> {
    match &appointment.series {
        Some(series) => {
            found(
                connection,
                Condition::all().add(COLUMN.series.eq(series.as_str())),
            )
            .await
        }
        None => Ok(vec![appointment.clone()]),
    }
}

async fn found(connection: &impl ConnectionTrait, which: Condition) -> Result<Vec<Appointment>, StoreError> {
    let rows = Entity::find()
        .filter(which)
        .filter(is_somebodys())
        .order_by_asc(Column::StartsAt)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

impl Appointment {
    /// Whether it is booked and not over at a moment.
    fn comes_after(&self, now: Timestamp) -> bool {
        let ends_at = self.slot.seconds() + self.minutes * 60;
        self.status == AppointmentStatus::Booked && ends_at > now.as_second()
    }
}
