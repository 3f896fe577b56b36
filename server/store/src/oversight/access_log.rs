//! Who saw whose appointment, when and where in the program. It holds numbers, and no names.

use domain::appointments::Unit;
use domain::ids::{AppointmentId, StaffId};
use domain::oversight::SeenIn;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::StoreError;
use crate::entities::access_log::{ActiveModel, COLUMN, Column, Entity, Model};

/// Rows of one statement, so that no database has too many parameters.
const ROWS_AT_ONCE: usize = 500;

/// Somebody saw an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub staff: StaffId,
    pub appointment: AppointmentId,
    pub seen_in: SeenIn,
    /// To five minutes.
    pub at: Timestamp,
}

/// Notes that somebody sees appointments. The same within five minutes is noted once.
pub async fn note_seen(
    connection: &impl ConnectionTrait,
    staff: StaffId,
    appointments: &[AppointmentId],
    seen_in: SeenIn,
    now: Timestamp,
) -> Result<(), StoreError> {
    let seen_at = Unit::containing(now).0 * Unit::MINUTES * 60;
    for appointments in appointments.chunks(ROWS_AT_ONCE) {
        let rows = appointments.iter().map(|appointment| ActiveModel {
            staff_id: Set(staff.0),
            appointment_id: Set(appointment.0),
            seen_in: Set(seen_in.as_str().to_owned()),
            seen_at: Set(seen_at),
        });
        Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([
                    Column::StaffId,
                    Column::AppointmentId,
                    Column::SeenIn,
                    Column::SeenAt,
                ])
                .do_nothing()
                .to_owned(),
            )
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

/// What was seen before a moment, the latest first, at most so many.
pub async fn seen_before(
    connection: &impl ConnectionTrait,
    before: Timestamp,
    most: u64,
) -> Result<Vec<Seen>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.seen_at.lt(before.as_second()))
        .order_by_desc(Column::SeenAt)
        .order_by_asc(Column::StaffId)
        .order_by_asc(Column::AppointmentId)
        .limit(most)
        .all(connection)
        .await?;
    rows.into_iter().map(seen).collect()
}

fn seen(row: Model) -> Result<Seen, StoreError> {
    let corrupt = |problem: String| StoreError::Corrupt {
        table: "access_log",
        row: row.appointment_id,
        problem,
    };
    Ok(Seen {
        staff: StaffId(row.staff_id),
        appointment: AppointmentId(row.appointment_id),
        seen_in: SeenIn::parse(&row.seen_in).ok_or_else(|| corrupt("seen_in".to_owned()))?,
        at: Timestamp::from_second(row.seen_at).map_err(|error| corrupt(error.to_string()))?,
    })
}
