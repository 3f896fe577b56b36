//! Where the pupils of a class are just now, and who has asked for help.

use domain::ids::{ClassId, CourseId, PupilId, StepId, VisitorId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany};

use super::work::visitors_of;
use crate::StoreError;
use crate::entities::{pupils, step_results};

/// The step that somebody worked at last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    pub visitor: VisitorId,
    pub course: CourseId,
    pub step: StepId,
    /// Wrong answers in a row.
    pub failures: i64,
}

/// Where the pupils of a class have worked since a moment, the latest last; one query for the whole class.
pub async fn whereabouts(
    connection: &impl ConnectionTrait,
    class: ClassId,
    since: Timestamp,
) -> Result<Vec<Whereabouts>, StoreError> {
    let rows: Vec<(i64, String, String, i64)> = step_results::Entity::find()
        .select_only()
        .columns([
            step_results::Column::VisitorId,
            step_results::Column::Course,
            step_results::Column::Step,
            step_results::Column::Failures,
        ])
        .filter(step_results::Column::VisitorId.in_subquery(visitors_of(class)))
        .filter(step_results::Column::UpdatedAt.gte(since.as_second()))
        .order_by_asc(step_results::Column::UpdatedAt)
        .into_tuple()
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// A pupil asks for help. Asking again changes nothing.
pub async fn ask_for_help(
    connection: &impl ConnectionTrait,
    pupil: PupilId,
    now: Timestamp,
) -> Result<(), StoreError> {
    pupils::Entity::update_many()
        .col_expr(pupils::Column::AskedAt, Expr::value(now.as_second()))
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .filter(pupils::COLUMN.asked_at.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// A pupil can go on alone after all.
pub async fn take_back(connection: &impl ConnectionTrait, pupil: PupilId) -> Result<(), StoreError> {
    helped()
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// The teacher says that they are on their way. Nothing happens where nobody has asked, or to another class's pupil.
pub async fn come(
    connection: &impl ConnectionTrait,
    class: ClassId,
    pupil: PupilId,
    now: Timestamp,
) -> Result<(), StoreError> {
    pupils::Entity::update_many()
        .col_expr(pupils::Column::ComingAt, Expr::value(now.as_second()))
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .filter(pupils::COLUMN.asked_at.is_not_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// The teacher has helped.
pub async fn note_helped(
    connection: &impl ConnectionTrait,
    class: ClassId,
    pupil: PupilId,
) -> Result<(), StoreError> {
    helped()
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .exec(connection)
        .await?;
    Ok(())
}

fn helped() -> UpdateMany<pupils::Entity> {
    pupils::Entity::update_many()
        .col_expr(pupils::Column::AskedAt, Expr::value(None::<i64>))
        .col_expr(pupils::Column::ComingAt, Expr::value(None::<i64>))
}

fn read((visitor, course, step, failures): (i64, String, String, i64)) -> Result<Whereabouts, StoreError> {
    let corrupt = |column: &str| StoreError::Corrupt {
        table: "step_results",
        row: visitor,
        problem: column.to_owned(),
    };
    Ok(Whereabouts {
        visitor: VisitorId(visitor),
        course: CourseId::parse(&course).map_err(|_| corrupt("course"))?,
        step: StepId::parse(&step).map_err(|_| corrupt("step"))?,
        failures,
    })
}
