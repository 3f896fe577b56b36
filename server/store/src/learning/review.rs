//! Items that a visitor missed, and when they come back.

use domain::ids::{CourseId, StepId, VisitorId};
use domain::learning::{Memory, ReviewCard};
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    Select,
};

use super::rows::Row;
use super::visitors::number_today;
use crate::StoreError;
use crate::entities::review_cards::{ActiveModel, COLUMN, Column, Entity, Model};

/// All of a visitor's cards, due or not.
pub async fn cards(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Vec<ReviewCard>, StoreError> {
    let rows = of_visitor(visitor).all(connection).await?;
    rows.into_iter().map(ReviewCard::try_from).collect()
}

/// How many of a visitor's cards are due.
pub async fn count_due(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let due = of_visitor(visitor).filter(COLUMN.due_at.lte(now.as_second()));
    let due = due.count(connection).await?;
    Ok(i64::try_from(due).unwrap_or(i64::MAX))
}

/// Adds the card of an item that was missed, unless there is one.
///
/// Fails on a foreign key when the visitor has been erased.
pub async fn add_card(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    card: &ReviewCard,
) -> Result<(), StoreError> {
    Entity::insert(row(visitor, card))
        .on_conflict(
            OnConflict::columns([Column::VisitorId, Column::Course, Column::Step])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Keeps what became of a card. `false`, and nothing is changed, when `before` is no longer what is kept: the same answer has
/// arrived twice.
pub async fn save_review(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    before: &ReviewCard,
    after: &ReviewCard,
) -> Result<bool, StoreError> {
    let updated = Entity::update_many()
        .set(row(visitor, after))
        .filter(COLUMN.visitor_id.eq(visitor.0))
        .filter(COLUMN.course.eq(before.course.as_str()))
        .filter(COLUMN.step.eq(before.step.as_str()))
        .filter(COLUMN.reviewed_at.eq(before.reviewed_at.as_second()))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// The query for all of a visitor's rows, also for somebody whose session knows them by an old number.
pub(super) fn of_visitor(visitor: VisitorId) -> Select<Entity> {
    Entity::find().filter(Column::VisitorId.into_expr().eq(number_today(visitor)))
}

/// A card as a row.
pub(super) fn row(visitor: VisitorId, card: &ReviewCard) -> ActiveModel {
    ActiveModel {
        visitor_id: Set(visitor.0),
        course: Set(card.course.as_str().to_owned()),
        step: Set(card.step.as_str().to_owned()),
        reviewed_at: Set(card.reviewed_at.as_second()),
        due_at: Set(card.due.as_second()),
        stability: Set(card.memory.stability()),
        difficulty: Set(card.memory.difficulty()),
    }
}

impl TryFrom<Model> for ReviewCard {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self, StoreError> {
        let row = Row {
            table: "review_cards",
            visitor_id: model.visitor_id,
        };
        Ok(Self {
            course: row.parsed(CourseId::parse(&model.course))?,
            step: row.parsed(StepId::parse(&model.step))?,
            reviewed_at: row.moment(model.reviewed_at)?,
            due: row.moment(model.due_at)?,
            memory: row.parsed(Memory::new(model.stability, model.difficulty))?,
        })
    }
}
