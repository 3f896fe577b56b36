//! What stands in a queue.

use domain::desk::TicketKey;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{QueueDay, Ticket};
use crate::StoreError;
use crate::entities::tickets;

/// Everybody who came on a day, in the order of their turns.
pub async fn of_day(connection: &impl ConnectionTrait, day: &QueueDay) -> Result<Vec<Ticket>, StoreError> {
    let rows = tickets::Entity::find()
        .filter(tickets::COLUMN.location.eq(day.location.as_str()))
        .filter(tickets::COLUMN.date.eq(day.date.to_string()))
        .order_by_asc(tickets::Column::TurnAt)
        .order_by_asc(tickets::Column::Figure)
        .all(connection)
        .await?;
    rows.into_iter().map(Ticket::try_from).collect()
}

/// The ticket whose page is asked for, of whatever place and day.
pub async fn find_by_key(
    connection: &impl ConnectionTrait,
    key: &TicketKey,
) -> Result<Option<Ticket>, StoreError> {
    let row = tickets::Entity::find()
        .filter(tickets::COLUMN.key.eq(key.as_str()))
        .one(connection)
        .await?;
    row.map(Ticket::try_from).transpose()
}
