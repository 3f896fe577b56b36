//! Who saw whose appointment, when and where in the program, or from outside it. It holds numbers, and no names of citizens.

use domain::ids::{AdviserId, AppointmentId, StaffId, TokenId, WaitingId};
use domain::oversight::{SeenBy, SeenIn};
use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use crate::entities::access_log::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::{Database, StoreError};

/// Rows of one statement, so that no database has too many parameters.
const ROWS_AT_ONCE: usize = 500;

/// Somebody saw an appointment, for the first time that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub by: SeenBy,
    pub appointment: AppointmentId,
    /// To the second.
    pub at: Timestamp,
}

/// Which part of the log is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogOf {
    Everybody,
    /// Who saw the appointment with this number; also who saw the place on the waiting list that has it.
    Appointment(AppointmentId),
}

/// The number of a member of staff that nobody has: of rows that other systems and calendars leave.
const NOT_STAFF: i64 = 0;

/// Words before the number of a token and the name of an adviser, where staff have the page on which they saw it.
const TOKEN: &str = "token ";
const FEED: &str = "feed ";

/// Notes that a member of staff sees appointments. The same place on the same day is noted once, when it is seen first.
pub async fn note_seen(
    database: &Database,
    staff: StaffId,
    appointments: &[AppointmentId],
    seen_in: SeenIn,
    now: Timestamp,
) -> Result<(), StoreError> {
    note_seen_by(database, &SeenBy::Staff(staff, seen_in), appointments, now).await
}

/// Notes that somebody sees appointments, once a day: screens that are live and calendars ask all day long.
pub async fn note_seen_by(
    database: &Database,
    by: &SeenBy,
    appointments: &[AppointmentId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let numbers: Vec<_> = appointments.iter().map(|appointment| appointment.0).collect();
    note(database, by, &numbers, now).await
}

/// Notes that a member of staff sees who waits and is to be called: they have no appointment, so the number is that of their place.
pub async fn note_waiting_seen(
    database: &Database,
    staff: StaffId,
    waiting: &[WaitingId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let numbers: Vec<_> = waiting.iter().map(|waiting| waiting.0).collect();
    let by = SeenBy::Staff(staff, SeenIn::WaitingCalls);
    note(database, &by, &numbers, now).await
}

/// What this server has noted today it does not write again; what another server has, the unique index refuses.
async fn note(database: &Database, by: &SeenBy, numbers: &[i64], now: Timestamp) -> Result<(), StoreError> {
    let day = date_in_denmark(now);
    let new = database.noted_today().lacks(day, by, numbers);
    let (staff, seen_in) = columns(by);
    for numbers in new.chunks(ROWS_AT_ONCE) {
        let rows = numbers.iter().map(|number| ActiveModel {
            staff_id: Set(staff),
            appointment_id: Set(*number),
            seen_in: Set(seen_in.clone()),
            seen_at: Set(now.as_second()),
            day: Set(Some(day.to_string())),
        });
        Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(database.write())
            .await?;
    }
    database.noted_today().add(day, by, &new);
    Ok(())
}

/// What was seen before a moment, the latest first: so many rows, and all of the second that the last one is of, so that whoever
/// reads on from there misses none.
pub async fn seen_before(
    connection: &impl ConnectionTrait,
    log: LogOf,
    before: Timestamp,
    most: u64,
) -> Result<Vec<Seen>, StoreError> {
    let mut rows = in_order(log)
        .filter(COLUMN.seen_at.lt(before.as_second()))
        .limit(most)
        .all(connection)
        .await?;
    let is_full = u64::try_from(rows.len()).is_ok_and(|found| found == most);
    if let Some(last) = rows.last().map(|row| row.seen_at).filter(|_| is_full) {
        rows.retain(|row| row.seen_at != last);
        rows.extend(
            in_order(log)
                .filter(COLUMN.seen_at.eq(last))
                .all(connection)
                .await?,
        );
    }
    rows.into_iter().map(seen).collect()
}

/// What was seen at once by the same stands together.
fn in_order(log: LogOf) -> Select<Entity> {
    let found = match log {
        LogOf::Everybody => Entity::find(),
        LogOf::Appointment(number) => Entity::find().filter(Column::AppointmentId.eq(number.0)),
    };
    found
        .order_by_desc(Column::SeenAt)
        .order_by_asc(Column::StaffId)
        .order_by_asc(Column::SeenIn)
        .order_by_asc(Column::AppointmentId)
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
