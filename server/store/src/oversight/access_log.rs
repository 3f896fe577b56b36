//! Who saw whose appointment, when and where in the program, or from outside it. It holds numbers, and no names of citizens.

use domain::appointments::Unit;
use domain::ids::{AdviserId, AppointmentId, StaffId, TokenId, WaitingId};
use domain::oversight::{SeenBy, SeenIn};
use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::figures::midnight;
use crate::StoreError;
use crate::entities::access_log::{ActiveModel, COLUMN, Column, Entity, Model};

/// Rows of one statement, so that no database has too many parameters.
const ROWS_AT_ONCE: usize = 500;

/// Somebody saw an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub by: SeenBy,
    pub appointment: AppointmentId,
    /// To five minutes; of a feed, the day.
    pub at: Timestamp,
}

/// The number of a member of staff that nobody has: of rows that other systems and calendars leave.
const NOT_STAFF: i64 = 0;

/// Words before the number of a token and the name of an adviser, where staff have the page on which they saw it.
const TOKEN: &str = "token ";
const FEED: &str = "feed ";

/// Notes that a member of staff sees appointments. The same within five minutes is noted once.
pub async fn note_seen(
    connection: &impl ConnectionTrait,
    staff: StaffId,
    appointments: &[AppointmentId],
    seen_in: SeenIn,
    now: Timestamp,
) -> Result<(), StoreError> {
    note_seen_by(connection, &SeenBy::Staff(staff, seen_in), appointments, now).await
}

/// Notes that somebody sees appointments. The same within five minutes is noted once; a calendar asks all day, so of a feed it
/// is the same day.
pub async fn note_seen_by(
    connection: &impl ConnectionTrait,
    by: &SeenBy,
    appointments: &[AppointmentId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let numbers: Vec<_> = appointments.iter().map(|appointment| appointment.0).collect();
    note(connection, by, &numbers, now).await
}

/// Notes that a member of staff sees who waits and is to be called: they have no appointment, so the number is that of their place.
pub async fn note_waiting_seen(
    connection: &impl ConnectionTrait,
    staff: StaffId,
    waiting: &[WaitingId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let numbers: Vec<_> = waiting.iter().map(|waiting| waiting.0).collect();
    let by = SeenBy::Staff(staff, SeenIn::WaitingCalls);
    note(connection, &by, &numbers, now).await
}

async fn note(
    connection: &impl ConnectionTrait,
    by: &SeenBy,
    numbers: &[i64],
    now: Timestamp,
) -> Result<(), StoreError> {
    let (staff, seen_in) = columns(by);
    let seen_at = noted_at(by, now);
    for numbers in numbers.chunks(ROWS_AT_ONCE) {
        let rows = numbers.iter().map(|number| ActiveModel {
            staff_id: Set(staff),
            appointment_id: Set(*number),
            seen_in: Set(seen_in.clone()),
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
        by: seen_by(&row).ok_or_else(|| corrupt("seen_in".to_owned()))?,
        appointment: AppointmentId(row.appointment_id),
        at: Timestamp::from_second(row.seen_at).map_err(|error| corrupt(error.to_string()))?,
    })
}

fn columns(by: &SeenBy) -> (i64, String) {
    match by {
        SeenBy::Staff(staff, seen_in) => (staff.0, seen_in.as_str().to_owned()),
        SeenBy::Token(token) => (NOT_STAFF, format!("{TOKEN}{}", token.0)),
        SeenBy::Feed(adviser) => (NOT_STAFF, format!("{FEED}{adviser}")),
    }
}

fn seen_by(row: &Model) -> Option<SeenBy> {
    if let Some(token) = row.seen_in.strip_prefix(TOKEN) {
        return Some(SeenBy::Token(TokenId(token.parse().ok()?)));
    }
    if let Some(adviser) = row.seen_in.strip_prefix(FEED) {
        return Some(SeenBy::Feed(AdviserId::parse(adviser).ok()?));
    }
    Some(SeenBy::Staff(StaffId(row.staff_id), SeenIn::parse(&row.seen_in)?))
}

/// In seconds since 1970.
fn noted_at(by: &SeenBy, now: Timestamp) -> i64 {
    match by {
        SeenBy::Staff(..) | SeenBy::Token(_) => Unit::containing(now).0 * Unit::MINUTES * 60,
        SeenBy::Feed(_) => midnight(date_in_denmark(now)),
    }
}
