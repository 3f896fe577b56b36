//! What is drawn on a room's paper.
//!
//! What is taken back is gone for the two, and stays for whoever runs the café until the question goes: nothing can read a
//! drawing but people, and what was shown for a moment must not be out of their sight.

use domain::cafe::{DrawnMark, Figure, MOST_MARKS, Mark, Place, Stroke, TakeBack};
use domain::ids::CafeQuestionId;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::news::{CafeChange, commit_and_tell};
use super::question::{Question, Sender};
use super::rooms::{RoomOutcome, note_first_reply, open_room};
use crate::entities::cafe_marks::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::{Database, StoreError};

/// Something on the paper, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMark {
    pub sender: Sender,
    pub mark: Mark,
    pub taken_back: bool,
}

/// What became of drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SketchOutcome {
    Drawn,
    /// The room is over. Nothing has changed.
    NotNow,
    /// There are as many marks as there may be.
    Full,
    /// Figures have every place already.
    NoPlace,
}

/// What is on the paper of a question, in the order in which it came.
pub async fn sketch(
    connection: &impl ConnectionTrait,
    id: CafeQuestionId,
) -> Result<Vec<SentMark>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.question_id.eq(id.0))
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(SentMark::try_from).collect()
}

/// Which of some questions something was drawn in, taken back or not.
pub async fn with_sketch(
    connection: &impl ConnectionTrait,
    questions: impl IntoIterator<Item = CafeQuestionId>,
) -> Result<Vec<CafeQuestionId>, StoreError> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::QuestionId)
        .distinct()
        .filter(Column::QuestionId.is_in(questions.into_iter().map(|id| id.0)))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(ids.into_iter().map(CafeQuestionId).collect())
}

/// Draws strokes while the room is open.
pub async fn draw(
    database: &Database,
    id: CafeQuestionId,
    sender: Sender,
    strokes: Vec<Stroke>,
    now: Timestamp,
) -> Result<SketchOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some((question, _)) = open_room(&transaction, id, now).await? else {
        return Ok(SketchOutcome::NotNow);
    };
    let marks = strokes.into_iter().map(Mark::Stroke).collect();
    if !add(&transaction, &question, sender, marks, now).await? {
        return Ok(SketchOutcome::Full);
    }
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(SketchOutcome::Drawn)
}

/// Draws a figure at the first place that is free.
pub async fn draw_figure(
    database: &Database,
    id: CafeQuestionId,
    sender: Sender,
    figure: Figure,
    now: Timestamp,
) -> Result<SketchOutcome, StoreError> {
    let transaction = database.begin().await?;
    let Some((question, _)) = open_room(&transaction, id, now).await? else {
        return Ok(SketchOutcome::NotNow);
    };
    let drawn = sketch(&transaction, id).await?;
    let seen = drawn.iter().filter(|drawn| !drawn.taken_back);
    let Some(place) = Place::free_of(seen.map(|drawn| &drawn.mark)) else {
        return Ok(SketchOutcome::NoPlace);
    };
    let mark = Mark::Figure(place, figure);
    if !add(&transaction, &question, sender, vec![mark], now).await? {
        return Ok(SketchOutcome::Full);
    }
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(SketchOutcome::Drawn)
}

/// Takes back one's own latest mark, or all of them; what the other has drawn stays.
pub async fn take_back(
    database: &Database,
    id: CafeQuestionId,
    sender: Sender,
    what: TakeBack,
    now: Timestamp,
) -> Result<RoomOutcome, StoreError> {
    let transaction = database.begin().await?;
    if open_room(&transaction, id, now).await?.is_none() {
        return Ok(RoomOutcome::NotNow);
    }
    let own = Entity::find()
        .filter(COLUMN.question_id.eq(id.0))
        .filter(COLUMN.sender.eq(sender.as_str()))
        .filter(COLUMN.taken_back.eq(false))
        .order_by_desc(Column::Id);
    let own = match what {
        TakeBack::Last => own.limit(1),
        TakeBack::All => own,
    };
    let ids = own.all(&transaction).await?.into_iter().map(|row| row.id);
    Entity::update_many()
        .col_expr(Column::TakenBack, Expr::value(true))
        .filter(Column::Id.is_in(ids))
        .exec(&transaction)
        .await?;
    commit_and_tell(database, transaction, &[CafeChange::Room(id)]).await?;
    Ok(RoomOutcome::Done)
}

/// Adds marks, unless there would be more than there may be: `false`.
async fn add(
    transaction: &DatabaseTransaction,
    question: &Question,
    sender: Sender,
    marks: Vec<Mark>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let drawn = count(transaction, question.id).await?;
    if drawn + u64::try_from(marks.len()).unwrap_or(u64::MAX) > MOST_MARKS {
        return Ok(false);
    }
    let row = |mark: Mark| ActiveModel {
        question_id: Set(question.id.0),
        sender: Set(sender.as_str().to_owned()),
        mark: Set(mark.to_string()),
        taken_back: Set(false),
        ..Default::default()
    };
    Entity::insert_many(marks.into_iter().map(row))
        .exec_without_returning(transaction)
        .await?;
    note_first_reply(transaction, question, sender, now).await?;
    Ok(true)
}

async fn count(connection: &impl ConnectionTrait, id: CafeQuestionId) -> Result<u64, StoreError> {
    let marks = Entity::find()
        .filter(COLUMN.question_id.eq(id.0))
        .count(connection)
        .await?;
    Ok(marks)
}

impl From<SentMark> for DrawnMark {
    fn from(SentMark { mark, taken_back, .. }: SentMark) -> Self {
        Self { mark, taken_back }
    }
}

impl TryFrom<Model> for SentMark {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |column: &str| StoreError::Corrupt {
            table: "cafe_marks",
            row: row.id,
            problem: column.to_owned(),
        };
        Ok(Self {
            sender: Sender::parse(&row.sender).ok_or_else(|| corrupt("sender"))?,
            mark: row.mark.parse().map_err(|_| corrupt("mark"))?,
            taken_back: row.taken_back,
        })
    }
}
