//! The plan for the week's homework. Every query names its visitor, so nobody can touch what is somebody else's.

use domain::homework::{LONGEST_PLAN, PlanDay, PlanEntry, PlanState, PlanTask, Subject};
use domain::ids::{PlanEntryId, VisitorId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use crate::entities::plan_entries;
use crate::handing_over::hand_rows_over;
use crate::learning::number_today;
use crate::{Database, StoreError};

/// Something that is to be written on a plan.
pub struct NewPlanEntry {
    pub day: PlanDay,
    pub subject: Option<Subject>,
    pub task: PlanTask,
}

/// What a visitor has on the plan, by day and then as it was written.
pub async fn week_plan(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Vec<PlanEntry>, StoreError> {
    let rows = plan_entries::Entity::find()
        .filter(
            plan_entries::Column::VisitorId
                .into_expr()
                .eq(number_today(visitor)),
        )
        .order_by_asc(plan_entries::Column::Day)
        .order_by_asc(plan_entries::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(PlanEntry::try_from).collect()
}

/// Writes something on a visitor's plan. `false`, and nothing is written, when there are [`LONGEST_PLAN`] entries on it.
///
/// Two who write at once may both see the last free line; a plan that is one longer harms nobody.
pub async fn add_entry(
    database: &Database,
    visitor: VisitorId,
    entry: &NewPlanEntry,
) -> Result<bool, StoreError> {
    let written = plan_entries::Entity::find()
        .filter(plan_entries::COLUMN.visitor_id.eq(visitor.0))
        .count(database.read())
        .await?;
    if written >= LONGEST_PLAN.unsigned_abs() {
        return Ok(false);
    }
    let row = plan_entries::ActiveModel {
        visitor_id: Set(visitor.0),
        day: Set(entry.day.into()),
        subject: Set(entry.subject.map(|subject| subject.as_str().to_owned())),
        task: Set(entry.task.as_str().to_owned()),
        done: Set(false),
        ..Default::default()
    };
    plan_entries::Entity::insert(row)
        .exec_without_returning(database.write())
        .await?;
    Ok(true)
}

/// Ticks something off, or takes the tick away. `false` when the visitor has no such entry.
pub async fn set_entry_state(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    entry: PlanEntryId,
    state: PlanState,
) -> Result<bool, StoreError> {
    let updated = plan_entries::Entity::update_many()
        .col_expr(plan_entries::Column::Done, Expr::value(state == PlanState::Done))
        .filter(plan_entries::COLUMN.id.eq(entry.0))
        .filter(plan_entries::COLUMN.visitor_id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Takes something off the plan. `false` when the visitor has no such entry.
pub async fn remove_entry(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    entry: PlanEntryId,
) -> Result<bool, StoreError> {
    let deleted = plan_entries::Entity::delete_many()
        .filter(plan_entries::COLUMN.id.eq(entry.0))
        .filter(plan_entries::COLUMN.visitor_id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Empties a visitor's plan, for a new week.
pub async fn clear_plan(connection: &impl ConnectionTrait, visitor: VisitorId) -> Result<(), StoreError> {
    plan_entries::Entity::delete_many()
        .filter(plan_entries::COLUMN.visitor_id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Gives one visitor's plan to another, who is the same person on another device: both write on one plan from now on.
pub(super) async fn hand_over(
    connection: &impl ConnectionTrait,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    hand_rows_over(
        connection,
        (plan_entries::Entity, plan_entries::Column::VisitorId),
        from,
        to,
    )
    .await
}

impl TryFrom<plan_entries::Model> for PlanEntry {
    type Error = StoreError;

    fn try_from(row: plan_entries::Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "plan_entries",
            row: row.id,
            problem: problem.to_owned(),
        };
        Ok(Self {
            id: PlanEntryId(row.id),
            day: PlanDay::try_from(row.day).map_err(corrupt)?,
            // A subject that is no longer taught says nothing; the task stays.
            subject: row.subject.as_deref().and_then(Subject::parse),
            task: PlanTask::parse(&row.task).map_err(|problem| corrupt(&problem.to_string()))?,
            state: if row.done {
                PlanState::Done
            } else {
                PlanState::Open
            },
        })
    }
}
