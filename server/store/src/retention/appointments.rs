//! Appointments, the time that they take, and those who wait for one.

use domain::appointments::Unit;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, TransactionTrait};

use super::number_of;
use crate::StoreError;
use crate::appointments::NOBODY;
use crate::entities::{appointments, occupancy, waiting_list};
use crate::oversight::figures;

/// Empties what tells whose an appointment was and what they said. Its code leads nowhere any more.
pub(super) async fn erase_persons(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    use appointments::Column::{Contact, ContactKind, Name, Needs, Note, Topic, VisitAddress};
    let emptied = appointments::Entity::update_many()
        .col_expr(Name, Expr::value(NOBODY))
        .col_expr(ContactKind, Expr::value("none"))
        .col_expr(Contact, Expr::value(None::<String>))
        .col_expr(Topic, Expr::value(None::<String>))
        .col_expr(Needs, Expr::value(None::<String>))
        .col_expr(Note, Expr::value(None::<String>))
        .col_expr(VisitAddress, Expr::value(None::<String>))
        .filter(is_over(before))
        .filter(appointments::COLUMN.name.ne(NOBODY))
        .exec(connection)
        .await?;
    Ok(emptied.rows_affected)
}

/// Deletes what is over and keeps what it counts for. A row is given back to one server alone, so it is counted once.
pub(super) async fn erase_appointments(
    connection: &DatabaseConnection,
    before: i64,
) -> Result<u64, StoreError> {
    let transaction = connection.begin().await?;
    let deleted = appointments::Entity::delete_many()
        .filter(is_over(before))
        .exec_with_returning(&transaction)
        .await?;
    figures::keep(&transaction, deleted.iter().filter_map(figures::of_appointment)).await?;
    transaction.commit().await?;
    Ok(number_of(&deleted))
}

/// Which appointments have ended, or were cancelled, before a moment.
fn is_over(before: i64) -> Condition {
    Condition::any()
        .add(appointments::COLUMN.ends_at.lt(before))
        .add(appointments::COLUMN.cancelled_at.lt(before))
}

/// Nobody books the past, so its rows guard nothing; without them the table never grows. Neither do holds that have run out.
pub(super) async fn erase_past_occupancy(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let deleted = occupancy::Entity::delete_many()
        .filter(
            Condition::any()
                .add(occupancy::COLUMN.unit.lt(Unit::containing(now).0))
                .add(occupancy::COLUMN.expires_at.lte(now.as_second())),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

pub(super) async fn erase_waiting(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = waiting_list::Entity::delete_many()
        .filter(waiting_list::COLUMN.created_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
