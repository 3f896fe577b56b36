//! How much somebody has practised who is followed. Of others nothing is counted.

use domain::drills::{Drill, DrillKind, Level, PracticeCount};
use domain::ids::VisitorId;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};

use super::followers::count_followers;
use crate::StoreError;
use crate::entities::practised_drills::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::learning::{number_today, touch_visitor};

/// How many exercises of a drill somebody has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PractisedDrill {
    pub drill: Drill,
    pub done: i64,
    /// Right at once, without a hint.
    pub right: i64,
}

/// Counts the first answers to exercises, if anybody follows the visitor.
pub async fn note_practice(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    drill: Drill,
    count: PracticeCount,
    now: Timestamp,
) -> Result<(), StoreError> {
    if count.answered == 0 || count_followers(connection, visitor).await? == 0 {
        return Ok(());
    }
    let row = ActiveModel {
        visitor_id: Set(visitor.0),
        kind: Set(drill.kind.as_str().to_owned()),
        level: Set(drill.level.number()),
        done: Set(count.answered),
        right_at_once: Set(count.right_at_once),
    };
    let counted = |column: &'static str| Expr::col(("practised_drills", column));
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::VisitorId, Column::Kind, Column::Level])
                .value(Column::Done, counted("done").add(count.answered))
                .value(
                    Column::RightAtOnce,
                    counted("right_at_once").add(count.right_at_once),
                )
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    touch_visitor(connection, visitor, now).await?;
    Ok(())
}

/// What a visitor has practised since somebody follows.
pub async fn practised(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Vec<PractisedDrill>, StoreError> {
    let rows = Entity::find()
        .filter(Column::VisitorId.into_expr().eq(number_today(visitor)))
        .order_by_asc(Column::Kind)
        .order_by_asc(Column::Level)
        .all(connection)
        .await?;
    // A kind that is no longer offered says nothing.
    Ok(rows.into_iter().filter_map(drill_of).collect())
}

/// Gives what one visitor has practised to another. Where both have practised the same, the other's count stands.
pub(super) async fn hand_over(
    connection: &impl ConnectionTrait,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    let there = practised(connection, to).await?;
    for PractisedDrill { drill, .. } in practised(connection, from).await? {
        if there.iter().any(|other| other.drill == drill) {
            continue;
        }
        Entity::update_many()
            .col_expr(Column::VisitorId, Expr::value(to.0))
            .filter(COLUMN.visitor_id.eq(from.0))
            .filter(COLUMN.kind.eq(drill.kind.as_str()))
            .filter(COLUMN.level.eq(drill.level.number()))
            .exec(connection)
            .await?;
    }
    Ok(())
}

fn drill_of(row: Model) -> Option<PractisedDrill> {
    Some(PractisedDrill {
        drill: Drill {
            kind: DrillKind::parse(&row.kind)?,
            level: Level::new(row.level)?,
        },
        done: row.done,
        right: row.right_at_once,
    })
}
