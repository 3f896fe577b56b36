//! What a lesson's goal was when a visitor began it, and when they reached it.

use std::collections::BTreeMap;

use domain::ids::{CourseId, LessonId, StepId, VisitorId};
use domain::learning::LessonRecord;
use sea_orm::sea_query::{Expr, Func, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, Select};

use super::rows::{Row, by_course, json};
use super::visitors::number_today;
use crate::StoreError;
use crate::entities::lesson_records::{ActiveModel, COLUMN, Column, Entity, Model};

/// The lessons of a course that a visitor has begun.
pub async fn lesson_records(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
) -> Result<Vec<LessonRecord>, StoreError> {
    let rows = of_visitor(visitor)
        .filter(COLUMN.course.eq(course.as_str()))
        .all(connection)
        .await?;
    rows.into_iter().map(LessonRecord::try_from).collect()
}

/// The lessons of every course that a visitor has begun, in one query.
pub async fn lesson_records_of_all_courses(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<BTreeMap<CourseId, Vec<LessonRecord>>, StoreError> {
    let rows = of_visitor(visitor).all(connection).await?;
    by_course(rows, |row| row_of(row).parsed(CourseId::parse(&row.course)))
}

/// Keeps that a lesson has been begun, or that its goal has been reached. Of several that arrive, the first beginning and the
/// first time of being ready stand.
///
/// Fails on a foreign key when the visitor has been erased.
pub async fn save_lesson(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    lesson: &LessonRecord,
) -> Result<(), StoreError> {
    let ready_at = lesson.ready_at.map(jiff::Timestamp::as_second);
    let kept = Expr::col(("lesson_records", "ready_at"));
    Entity::insert(row(visitor, course, lesson))
        .on_conflict(
            OnConflict::columns([Column::VisitorId, Column::Course, Column::Lesson])
                .value(Column::ReadyAt, Func::coalesce([kept, Expr::value(ready_at)]))
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The query for all of a visitor's rows, also for somebody whose session knows them by an old number.
pub(super) fn of_visitor(visitor: VisitorId) -> Select<Entity> {
    Entity::find().filter(Column::VisitorId.into_expr().eq(number_today(visitor)))
}

/// A record as a row.
pub(super) fn row(visitor: VisitorId, course: &CourseId, lesson: &LessonRecord) -> ActiveModel {
    ActiveModel {
        visitor_id: Set(visitor.0),
        course: Set(course.as_str().to_owned()),
        lesson: Set(lesson.lesson.as_str().to_owned()),
        criterion: Set(lesson.criterion.to_string()),
        steps: Set(json(lesson.steps.iter().map(StepId::as_str))),
        started_at: Set(lesson.started_at.as_second()),
        ready_at: Set(lesson.ready_at.map(jiff::Timestamp::as_second)),
    }
}

/// Where a row cannot be read.
pub(super) fn row_of(model: &Model) -> Row {
    Row {
        table: "lesson_records",
        visitor_id: model.visitor_id,
    }
}

impl TryFrom<Model> for LessonRecord {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self, StoreError> {
        let row = row_of(&model);
        Ok(Self {
            lesson: row.parsed(LessonId::parse(&model.lesson))?,
            criterion: row.parsed(model.criterion.parse())?,
            steps: row.parsed(serde_json::from_str(&model.steps))?,
            started_at: row.moment(model.started_at)?,
            ready_at: model.ready_at.map(|at| row.moment(at)).transpose()?,
        })
    }
}
