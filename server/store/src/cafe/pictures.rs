//! Pictures of a task.

use domain::ids::{CafePictureId, CafeQuestionId};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QuerySelect,
};

use super::news::{CafeChange, commit_and_tell};
use super::question::{Question, Sender};
use super::rooms::{add_row, note_first_reply};
use crate::entities::{cafe_messages, cafe_pictures, cafe_questions};
use crate::{Database, StoreError};

/// Pictures of one question at most: the task, and a few of what was tried.
const MOST_PICTURES: u64 = 6;

/// What became of sending a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureOutcome {
    Sent,
    /// The room is over, or nobody but the asker is there yet.
    NotNow,
    /// There are as many as there may be.
    TooMany,
}

/// Sends a picture into a room. Whoever asked may do so while they wait too: the task is often in a book.
pub async fn send_picture(
    database: &Database,
    id: CafeQuestionId,
    sender: Sender,
    jpeg: Vec<u8>,
    now: Timestamp,
) -> Result<PictureOutcome, StoreError> {
    let transaction = database.begin().await?;
    let row = cafe_questions::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?;
    let Some(question) = row.map(Question::try_from).transpose()? else {
        return Ok(PictureOutcome::NotNow);
    };
    let waits = question.room.is_none() && sender == Sender::Asker;
    if !waits && !question.room.is_some_and(|room| room.is_open(now)) {
        return Ok(PictureOutcome::NotNow);
    }
    if count(&transaction, id).await? >= MOST_PICTURES {
        return Ok(PictureOutcome::TooMany);
    }
    let message = add_row(&transaction, id, sender, "", now).await?;
    let picture = cafe_pictures::ActiveModel {
        message_id: Set(message),
        jpeg: Set(jpeg),
        ..Default::default()
    };
    picture.insert(&transaction).await?;
    note_first_reply(&transaction, &question, sender, now).await?;
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(PictureOutcome::Sent)
}

/// A picture of a question, as JPEG; nothing where it is another question's.
pub async fn picture(
    connection: &impl ConnectionTrait,
    id: CafeQuestionId,
    picture: CafePictureId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(row) = cafe_pictures::Entity::find_by_id(picture.0)
        .one(connection)
        .await?
    else {
        return Ok(None);
    };
    let message = cafe_messages::Entity::find_by_id(row.message_id)
        .filter(cafe_messages::COLUMN.question_id.eq(id.0))
        .one(connection)
        .await?;
    Ok(message.map(|_| row.jpeg))
}

/// The pictures of some messages: number of the message, and of its picture.
pub(super) async fn pictures_of(
    connection: &impl ConnectionTrait,
    messages: &[cafe_messages::Model],
) -> Result<Vec<(i64, i64)>, StoreError> {
    let ids = messages.iter().map(|message| message.id);
    let pictures = cafe_pictures::Entity::find()
        .select_only()
        .column(cafe_pictures::Column::MessageId)
        .column(cafe_pictures::Column::Id)
        .filter(cafe_pictures::Column::MessageId.is_in(ids))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(pictures)
}

/// How many pictures a question has: their messages have no text.
async fn count(connection: &impl ConnectionTrait, id: CafeQuestionId) -> Result<u64, StoreError> {
    let messages = cafe_messages::Entity::find()
        .filter(cafe_messages::COLUMN.question_id.eq(id.0))
        .filter(cafe_messages::COLUMN.body.eq(""))
        .count(connection)
        .await?;
    Ok(messages)
}
