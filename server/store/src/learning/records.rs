//! A visitor's work on each step.
//!
//! The rules of a record are [`StepRecord`]'s. They are said once more here, as one statement for each event, so that answers
//! that arrive together are all counted; a test compares the two.

use std::collections::BTreeMap;

use domain::ids::{CourseId, StepId, VisitorId};
use domain::learning::{FirstAnswer, LatestAnswer, StepRecord};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Func, OnConflict, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Select,
};

use super::rows::{Row, by_course, json};
use super::visitors::number_today;
use crate::StoreError;
use crate::entities::step_results::{ActiveModel, COLUMN, Column, Entity, Model};

/// An answer to the task of a step, graded.
#[derive(Debug, Clone, Copy)]
pub struct GradedAnswer<'a> {
    pub course: &'a CourseId,
    pub step: &'a StepId,
    /// What was chosen or typed, as the form sent it.
    pub given: &'a [String],
    pub correct: bool,
}

/// A visitor's work in one course, in no particular order of the course.
pub async fn records(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
) -> Result<Vec<StepRecord>, StoreError> {
    let rows = of_visitor(visitor)
        .filter(COLUMN.course.eq(course.as_str()))
        .all(connection)
        .await?;
    rows.into_iter().map(StepRecord::try_from).collect()
}

/// A visitor's work in every course, in one query.
pub async fn records_of_all_courses(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<BTreeMap<CourseId, Vec<StepRecord>>, StoreError> {
    let rows = of_visitor(visitor).all(connection).await?;
    by_course(rows, |row| row_of(row).parsed(CourseId::parse(&row.course)))
}

/// Keeps an answer: one more attempt, the latest result, and the first result if there was none.
///
/// Fails on a foreign key when the visitor has been erased.
pub async fn save_answer(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    answer: GradedAnswer<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut record = StepRecord::untouched(answer.step.clone());
    record.answered(LatestAnswer {
        at: now,
        correct: answer.correct,
        given: answer.given.to_vec(),
    });
    upsert(
        connection,
        row(visitor, answer.course, &record, now),
        once_more(answer, now),
    )
    .await
}

/// Keeps how far somebody has come in an exercise, without an answer.
pub async fn save_path(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    path: &[String],
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut record = StepRecord::untouched(step.clone());
    record.went_on(now, path.to_vec());
    let on = same_step()
        .update_columns([
            Column::LatestAt,
            Column::Correct,
            Column::LastAnswer,
            Column::UpdatedAt,
        ])
        .to_owned();
    upsert(connection, row(visitor, course, &record, now), on).await
}

/// Notes that a hint has been shown.
pub async fn note_hint(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut record = StepRecord::untouched(step.clone());
    record.hint_shown();
    let once_more = same_step()
        .update_column(Column::UpdatedAt)
        .value(Column::Hints, kept("hints").add(1))
        .to_owned();
    upsert(connection, row(visitor, course, &record, now), once_more).await
}

/// Notes that a visitor has moved on from a step. Doing it twice is the same as doing it once.
pub async fn mark_done(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut record = StepRecord::untouched(step.clone());
    record.moved_on();
    let again = same_step()
        .update_columns([Column::Done, Column::UpdatedAt])
        .to_owned();
    upsert(connection, row(visitor, course, &record, now), again).await
}

/// The query for all of a visitor's rows, also for somebody whose session knows them by an old number.
pub(super) fn of_visitor(visitor: VisitorId) -> Select<Entity> {
    Entity::find()
        .filter(Column::VisitorId.into_expr().eq(number_today(visitor)))
        .order_by_asc(Column::Course)
        .order_by_asc(Column::Step)
}

/// A record as a row.
pub(super) fn row(visitor: VisitorId, course: &CourseId, record: &StepRecord, now: Timestamp) -> ActiveModel {
    let (first, latest) = (record.first, record.latest.as_ref());
    ActiveModel {
        visitor_id: Set(visitor.0),
        course: Set(course.as_str().to_owned()),
        step: Set(record.step.as_str().to_owned()),
        done: Set(record.done),
        attempts: Set(record.attempts),
        failures: Set(record.failures),
        hints: Set(record.hints),
        first_at: Set(first.map(|first| first.at.as_second())),
        first_correct: Set(first.map(|first| first.correct)),
        first_hinted: Set(first.map(|first| first.hinted)),
        latest_at: Set(latest.map(|latest| latest.at.as_second())),
        correct: Set(latest.map(|latest| latest.correct)),
        last_answer: Set(latest.map(|latest| json(latest.given.iter().map(String::as_str)))),
        solved: Set(record.solved),
        updated_at: Set(now.as_second()),
    }
}

/// Where a row cannot be read.
pub(super) fn row_of(model: &Model) -> Row {
    Row {
        table: "step_results",
        visitor_id: model.visitor_id,
    }
}

impl TryFrom<Model> for StepRecord {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self, StoreError> {
        Ok(Self {
            step: row_of(&model).parsed(StepId::parse(&model.step))?,
            done: model.done,
            attempts: model.attempts,
            failures: model.failures,
            hints: model.hints,
            first: first_answer(&model)?,
            latest: latest_answer(&model)?,
            solved: model.solved,
        })
    }
}

fn first_answer(model: &Model) -> Result<Option<FirstAnswer>, StoreError> {
    let Some(correct) = model.first_correct else {
        return Ok(None);
    };
    Ok(Some(FirstAnswer {
        at: answered_at(model, model.first_at)?,
        correct,
        hinted: model.first_hinted.unwrap_or_default(),
    }))
}

fn latest_answer(model: &Model) -> Result<Option<LatestAnswer>, StoreError> {
    let Some((correct, given)) = model.correct.zip(model.last_answer.as_deref()) else {
        return Ok(None);
    };
    Ok(Some(LatestAnswer {
        at: answered_at(model, model.latest_at)?,
        correct,
        given: row_of(model).parsed(serde_json::from_str(given))?,
    }))
}

/// A server of the release before, which may run beside this one, writes no moments of answers.
fn answered_at(model: &Model, at: Option<i64>) -> Result<Timestamp, StoreError> {
    row_of(model).moment(at.unwrap_or(model.updated_at))
}

async fn upsert(
    connection: &impl ConnectionTrait,
    row: ActiveModel,
    on_conflict: OnConflict,
) -> Result<(), StoreError> {
    Entity::insert(row)
        .on_conflict(on_conflict)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// What an answer changes in a row that is there. Columns that are only named get the value of a first answer's row.
fn once_more(answer: GradedAnswer<'_>, now: Timestamp) -> OnConflict {
    let mut change = same_step();
    change
        .update_columns([
            Column::LatestAt,
            Column::Correct,
            Column::LastAnswer,
            Column::UpdatedAt,
        ])
        .value(Column::Attempts, kept("attempts").add(1))
        .value(Column::FirstAt, kept_or("first_at", Expr::value(now.as_second())))
        .value(
            Column::FirstCorrect,
            kept_or("first_correct", Expr::value(answer.correct)),
        )
        .value(Column::FirstHinted, kept_or("first_hinted", kept("hints").gt(0)));
    if answer.correct {
        change.update_columns([Column::Failures, Column::Solved]);
    } else {
        change.value(Column::Failures, kept("failures").add(1));
    }
    change
}

fn same_step() -> OnConflict {
    OnConflict::columns([Column::VisitorId, Column::Course, Column::Step])
}

/// The value that a row has before an upsert changes it.
fn kept(column: &'static str) -> SimpleExpr {
    Expr::col(("step_results", column))
}

fn kept_or(column: &'static str, otherwise: SimpleExpr) -> SimpleExpr {
    Func::coalesce([kept(column), otherwise]).into()
}
