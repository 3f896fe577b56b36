//! What happens in a room.

use domain::cafe::{CafeText, Room, RoomStep};
use domain::ids::{CafePictureId, CafeQuestionId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::news::{CafeChange, commit_and_tell};
use super::pictures::pictures_of;
use super::question::{CafeMessage, Question, Sender};
use crate::entities::cafe_questions::{ActiveModel, COLUMN, Column, Entity};
use crate::entities::{cafe_messages, cafe_volunteers};
use crate::{Database, StoreError};

/// Questions that the log shows.
const RECENT: u64 = 100;

/// What became of doing something in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomOutcome {
    Done,
    /// The room is over, or was extended already. Nothing has changed.
    NotNow,
}

/// A question by its number.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: CafeQuestionId,
) -> Result<Option<Question>, StoreError> {
    let row = Entity::find_by_id(id.0).one(connection).await?;
    row.map(Question::try_from).transpose()
}

/// The latest questions: those that were reported first, then the newest.
pub async fn recent(connection: &impl ConnectionTrait) -> Result<Vec<Question>, StoreError> {
    let rows = Entity::find()
        .order_by_asc(COLUMN.reported_at.is_null())
        .order_by_desc(Column::AskedAt)
        .limit(RECENT)
        .all(connection)
        .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// What was written in a room, in order.
pub async fn messages(
    connection: &impl ConnectionTrait,
    id: CafeQuestionId,
) -> Result<Vec<CafeMessage>, StoreError> {
    let rows = cafe_messages::Entity::find()
        .filter(cafe_messages::COLUMN.question_id.eq(id.0))
        .order_by_asc(cafe_messages::Column::Id)
        .all(connection)
        .await?;
    let pictures = pictures_of(connection, &rows).await?;
    let with_picture = |row: cafe_messages::Model| {
        let picture = pictures.iter().find(|(message, _)| *message == row.id);
        Ok(CafeMessage {
            picture: picture.map(|(_, id)| CafePictureId(*id)),
            ..CafeMessage::try_from(row)?
        })
    };
    rows.into_iter().map(with_picture).collect()
}

/// Writes something in a room while it is open. A volunteer's first word is counted for their thanks.
pub async fn write(
    database: &Database,
    id: CafeQuestionId,
    sender: Sender,
    text: &CafeText,
    now: Timestamp,
) -> Result<RoomOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some((question, _)) = open_room(&transaction, id, now).await? else {
        return Ok(RoomOutcome::NotNow);
    };
    add_message(&transaction, id, sender, text, now).await?;
    note_first_reply(&transaction, &question, sender, now).await?;
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(RoomOutcome::Done)
}

/// Extends or ends a room.
pub async fn step(
    database: &Database,
    id: CafeQuestionId,
    step: RoomStep,
    now: Timestamp,
) -> Result<RoomOutcome, StoreError> {
    change(database, id, step, None, now).await
}

/// Ends a room with what whoever asked wants to try next.
pub async fn end(
    database: &Database,
    id: CafeQuestionId,
    next_try: Option<&CafeText>,
    now: Timestamp,
) -> Result<RoomOutcome, StoreError> {
    change(database, id, RoomStep::End, next_try, now).await
}

/// Notes that somebody wants a coordinator to look at a room. The first time counts.
pub async fn report(database: &Database, id: CafeQuestionId, now: Timestamp) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    Entity::update_many()
        .col_expr(Column::ReportedAt, Expr::value(now.as_second()))
        .filter(COLUMN.id.eq(id.0))
        .filter(COLUMN.reported_at.is_null())
        .exec(&transaction)
        .await?;
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await
}

pub(super) async fn add_message(
    transaction: &DatabaseTransaction,
    id: CafeQuestionId,
    sender: Sender,
    text: &CafeText,
    now: Timestamp,
) -> Result<(), StoreError> {
    add_row(transaction, id, sender, text.as_str(), now).await?;
    Ok(())
}

/// Adds a message with its text, or without one for a picture, and gives its number.
pub(super) async fn add_row(
    transaction: &DatabaseTransaction,
    id: CafeQuestionId,
    sender: Sender,
    text: &str,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let row = cafe_messages::ActiveModel {
        question_id: Set(id.0),
        sender: Set(sender.as_str().to_owned()),
        body: Set(text.to_owned()),
        sent_at: Set(now.as_second()),
        ..Default::default()
    };
    Ok(row.insert(transaction).await?.id)
}

async fn change(
    database: &Database,
    id: CafeQuestionId,
    step: RoomStep,
    next_try: Option<&CafeText>,
    now: Timestamp,
) -> Result<RoomOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some((_, room)) = open_room(&transaction, id, now).await? else {
        return Ok(RoomOutcome::NotNow);
    };
    let Ok(room) = room.after(step, now) else {
        return Ok(RoomOutcome::NotNow);
    };
    let mut row = ActiveModel {
        id: Set(id.0),
        room_until: Set(Some(room.until.as_second())),
        extended: Set(room.extended),
        ended_at: Set(room.ended_at.map(Timestamp::as_second)),
        ..Default::default()
    };
    if let Some(text) = next_try {
        row.next_try = Set(Some(text.as_str().to_owned()));
    }
    row.update(&transaction).await?;
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(RoomOutcome::Done)
}

/// The question and its room, if that is open. Whoever else changes it waits.
pub(super) async fn open_room(
    transaction: &DatabaseTransaction,
    id: CafeQuestionId,
    now: Timestamp,
) -> Result<Option<(Question, Room)>, StoreError> {
    let row = Entity::find_by_id(id.0).lock_exclusive().one(transaction).await?;
    let question = row.map(Question::try_from).transpose()?;
    Ok(question.and_then(|question| {
        let room = question.room.filter(|room| room.is_open(now))?;
        Some((question, room))
    }))
}

/// Notes when the volunteer has first answered, and counts the room for their thanks.
pub(super) async fn note_first_reply(
    transaction: &DatabaseTransaction,
    question: &Question,
    sender: Sender,
    now: Timestamp,
) -> Result<(), StoreError> {
    if sender == Sender::Asker || question.replied_at.is_some() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::RepliedAt, Expr::value(now.as_second()))
        .filter(COLUMN.id.eq(question.id.0))
        .exec(transaction)
        .await?;
    if let Some(volunteer) = question.volunteer {
        cafe_volunteers::Entity::update_many()
            .col_expr(cafe_volunteers::Column::Rooms, Expr::col("rooms").add(1))
            .filter(cafe_volunteers::COLUMN.staff_id.eq(volunteer.0))
            .exec(transaction)
            .await?;
    }
    Ok(())
}
