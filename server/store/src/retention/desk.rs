//! Those who came, with a number or with somebody.

use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, TransactionTrait};

use super::number_of;
use crate::StoreError;
use crate::entities::{queue_days, support_workers, tickets};
use crate::oversight::figures;

pub(super) async fn erase_tickets(connection: &DatabaseConnection, before: i64) -> Result<u64, StoreError> {
    let transaction = connection.begin().await?;
    let deleted = tickets::Entity::delete_many()
        .filter(tickets::COLUMN.came_at.lt(before))
        .exec_with_returning(&transaction)
        .await?;
    figures::keep(&transaction, deleted.iter().filter_map(figures::of_ticket)).await?;
    transaction.commit().await?;
    // The days themselves say nothing about anybody; without them the table never grows.
    let date = date_in_denmark(Timestamp::from_second(before).unwrap_or(Timestamp::MIN));
    queue_days::Entity::delete_many()
        .filter(queue_days::COLUMN.date.lt(date.to_string()))
        .exec(connection)
        .await?;
    Ok(number_of(&deleted))
}

pub(super) async fn erase_support_workers(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = support_workers::Entity::delete_many()
        .filter(support_workers::COLUMN.last_seen_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
