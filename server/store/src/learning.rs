//! Visitors of the first door and what they have done.

use std::collections::BTreeMap;

use domain::ids::{CourseId, OptionId, StepId, VisitorId};
use domain::learning::StepRecord;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Func, OnConflict, SimpleExpr};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Select};

use crate::StoreError;
use crate::entities::{step_results, visitors};

/// What is kept of a visitor's work on one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepState {
    pub step: StepId,
    /// The visitor has moved on from it.
    pub done: bool,
    /// How often the step's question has been answered.
    pub attempts: i64,
    /// The first answer ever was right. Never changes, so that it tells what people knew beforehand.
    pub first_correct: Option<bool>,
    /// The latest answer was right.
    pub correct: Option<bool>,
    /// What was chosen last; `None` where nothing has been answered.
    pub last_answer: Option<Vec<OptionId>>,
}

impl From<&StepState> for StepRecord {
    fn from(state: &StepState) -> Self {
        Self {
            step: state.step.clone(),
            done: state.done,
            correct: state.correct,
        }
    }
}

/// An answer to the question of a step, graded.
#[derive(Debug, Clone, Copy)]
pub struct GradedAnswer<'a> {
    pub course: &'a CourseId,
    pub step: &'a StepId,
    pub chosen: &'a [OptionId],
    pub correct: bool,
}

/// Begins to remember an anonymous visitor.
pub async fn create_visitor(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<VisitorId, StoreError> {
    let visitor = visitors::ActiveModel {
        created_at: Set(now.as_second()),
        last_seen_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = visitors::Entity::insert(visitor).exec(connection).await?;
    Ok(VisitorId(inserted.last_insert_id))
}

/// Notes that a visitor has been here, which puts off their erasure. `false` when they have been erased already.
///
/// Once a day is enough: see [`crate::retention::VISITOR_DAYS`].
pub async fn touch_visitor(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let updated = visitors::Entity::update_many()
        .col_expr(visitors::Column::LastSeenAt, Expr::value(now.as_second()))
        .filter(visitors::COLUMN.id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// A visitor's work in one course, in no particular order of the course.
pub async fn records(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
) -> Result<Vec<StepState>, StoreError> {
    let rows = of_visitor(visitor)
        .filter(step_results::COLUMN.course.eq(course.as_str()))
        .all(connection)
        .await?;
    rows.into_iter().map(StepState::try_from).collect()
}

/// A visitor's work in every course, in one query.
pub async fn records_of_all_courses(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<BTreeMap<CourseId, Vec<StepState>>, StoreError> {
    let mut courses: BTreeMap<CourseId, Vec<StepState>> = BTreeMap::new();
    for row in of_visitor(visitor).all(connection).await? {
        let course = CourseId::parse(&row.course).map_err(|error| corrupt(visitor, &error))?;
        courses.entry(course).or_default().push(StepState::try_from(row)?);
    }
    Ok(courses)
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
    let row = step_results::ActiveModel {
        attempts: Set(1),
        first_correct: Set(Some(answer.correct)),
        correct: Set(Some(answer.correct)),
        last_answer: Set(Some(written(answer.chosen))),
        ..untouched(visitor, answer.course, answer.step, now)
    };
    step_results::Entity::insert(row)
        .on_conflict(
            same_step()
                .update_columns([
                    step_results::Column::Correct,
                    step_results::Column::LastAnswer,
                    step_results::Column::UpdatedAt,
                ])
                .value(step_results::Column::Attempts, kept("attempts").add(1))
                .value(
                    step_results::Column::FirstCorrect,
                    Func::coalesce([kept("first_correct"), Expr::value(answer.correct)]),
                )
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Notes that a visitor has moved on from a step. Doing it twice is the same as doing it once.
pub async fn mark_done(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = step_results::ActiveModel {
        done: Set(true),
        ..untouched(visitor, course, step, now)
    };
    step_results::Entity::insert(row)
        .on_conflict(
            same_step()
                .update_columns([step_results::Column::Done, step_results::Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

impl TryFrom<step_results::Model> for StepState {
    type Error = StoreError;

    fn try_from(row: step_results::Model) -> Result<Self, StoreError> {
        let visitor = VisitorId(row.visitor_id);
        let last_answer = row
            .last_answer
            .map(|json| serde_json::from_str(&json))
            .transpose()
            .map_err(|error| corrupt(visitor, &error))?;
        Ok(Self {
            step: StepId::parse(&row.step).map_err(|error| corrupt(visitor, &error))?,
            done: row.done,
            attempts: row.attempts,
            first_correct: row.first_correct,
            correct: row.correct,
            last_answer,
        })
    }
}

fn of_visitor(visitor: VisitorId) -> Select<step_results::Entity> {
    step_results::Entity::find()
        .filter(step_results::COLUMN.visitor_id.eq(visitor.0))
        .order_by_asc(step_results::Column::Course)
        .order_by_asc(step_results::Column::Step)
}

/// A step on which nothing has been done yet.
fn untouched(
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    now: Timestamp,
) -> step_results::ActiveModel {
    step_results::ActiveModel {
        visitor_id: Set(visitor.0),
        course: Set(course.as_str().to_owned()),
        step: Set(step.as_str().to_owned()),
        done: Set(false),
        attempts: Set(0),
        first_correct: Set(None),
        correct: Set(None),
        last_answer: Set(None),
        updated_at: Set(now.as_second()),
    }
}

fn written(chosen: &[OptionId]) -> String {
    serde_json::to_string(chosen).expect("option ids are strings")
}

fn same_step() -> OnConflict {
    OnConflict::columns([
        step_results::Column::VisitorId,
        step_results::Column::Course,
        step_results::Column::Step,
    ])
}

/// The value that a row has before an upsert changes it.
fn kept(column: &'static str) -> SimpleExpr {
    Expr::col(("step_results", column))
}

fn corrupt(visitor: VisitorId, error: &dyn std::error::Error) -> StoreError {
    StoreError::Corrupt {
        table: "step_results",
        row: visitor.0,
        problem: error.to_string(),
    }
}
