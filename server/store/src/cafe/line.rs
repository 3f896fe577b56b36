//! Who waits, and taking the next.

use domain::cafe::{Room, Skills, Waiting, next_for};
use domain::ids::{CafeQuestionId, StaffId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::news::{CafeChange, commit_and_tell};
use super::question::Question;
use crate::entities::cafe_questions::{COLUMN, Column, Entity};
use crate::entities::cafe_volunteers;
use crate::{Database, StoreError};

/// What became of asking for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeOutcome {
    Taken(CafeQuestionId),
    /// The volunteer has a room that is still open: pressing twice takes one.
    HasRoom(CafeQuestionId),
    /// Nobody waits whom this volunteer could help.
    NobodyFits,
    /// They are not on the roster.
    Unknown,
}

/// Everybody who waits, the one who has waited longest first.
pub async fn line(connection: &impl ConnectionTrait, now: Timestamp) -> Result<Vec<Waiting>, StoreError> {
    let rows = Entity::find()
        .filter(waits(now))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| Question::try_from(row).map(|question| question.waiting()))
        .collect()
}

/// Takes the question that has waited longest of those that a volunteer can help with, and opens its room.
pub async fn take_next(
    database: &Database,
    volunteer: StaffId,
    skills: &Skills,
    now: Timestamp,
) -> Result<TakeOutcome, StoreError> {
    let transaction = database.begin().await?;
    if !lock_volunteer(&transaction, volunteer).await? {
        return Ok(TakeOutcome::Unknown);
    }
    if let Some(room) = open_room_of(&transaction, volunteer, now).await? {
        return Ok(TakeOutcome::HasRoom(room));
    }
    let returned = return_the_unanswered(&transaction, now).await?;
    let taken = loop {
        let line = line(&transaction, now).await?;
        let Some(next) = next_for(&line, skills) else {
            break None;
        };
        // A colleague may have been quicker; then the line is another one.
        if take(&transaction, next.id, volunteer, now).await? {
            break Some(next.id);
        }
    };
    if taken.is_some() || returned > 0 {
        let room = taken.map(CafeChange::Room);
        let changes: Vec<_> = std::iter::once(CafeChange::Line).chain(room).collect();
        commit_and_tell(database, transaction, &changes).await?;
    }
    Ok(taken.map_or(TakeOutcome::NobodyFits, TakeOutcome::Taken))
}

/// Nobody has taken it, or whoever did never wrote.
pub(super) fn waits(now: Timestamp) -> Condition {
    Condition::any()
        .add(COLUMN.room_until.is_null())
        .add(ran_out(now))
}

/// The time of its room has passed without a word from the volunteer.
fn ran_out(now: Timestamp) -> Condition {
    Condition::all()
        .add(COLUMN.room_until.lte(now.as_second()))
        .add(COLUMN.replied_at.is_null())
        .add(COLUMN.ended_at.is_null())
}

/// Waits until the same volunteer does nothing else. `false` when there is no such volunteer.
async fn lock_volunteer(connection: &impl ConnectionTrait, id: StaffId) -> Result<bool, StoreError> {
    let row = cafe_volunteers::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(connection)
        .await?;
    Ok(row.is_some())
}

/// The room in which a volunteer helps just now.
pub async fn open_room_of(
    connection: &impl ConnectionTrait,
    volunteer: StaffId,
    now: Timestamp,
) -> Result<Option<CafeQuestionId>, StoreError> {
    let row = Entity::find()
        .filter(COLUMN.volunteer_id.eq(volunteer.0))
        .filter(COLUMN.room_until.gt(now.as_second()))
        .filter(COLUMN.ended_at.is_null())
        .one(connection)
        .await?;
    Ok(row.map(|row| CafeQuestionId(row.id)))
}

/// Rooms whose time has passed without a word from the volunteer: their questions wait again, where they stood.
async fn return_the_unanswered(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let returned = Entity::update_many()
        .col_expr(Column::VolunteerId, Expr::value(None::<i64>))
        .col_expr(Column::RoomUntil, Expr::value(None::<i64>))
        .col_expr(Column::Extended, Expr::value(false))
        .filter(ran_out(now))
        .exec(connection)
        .await?;
    Ok(returned.rows_affected)
}

/// Gives a question to a volunteer if it still waits.
async fn take(
    connection: &impl ConnectionTrait,
    id: CafeQuestionId,
    volunteer: StaffId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let room = Room::begin(now);
    let taken = Entity::update_many()
        .col_expr(Column::VolunteerId, Expr::value(volunteer.0))
        .col_expr(Column::RoomUntil, Expr::value(room.until.as_second()))
        .filter(COLUMN.id.eq(id.0))
        .filter(COLUMN.room_until.is_null())
        .exec(connection)
        .await?;
    Ok(taken.rows_affected == 1)
}
