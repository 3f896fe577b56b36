//! What a family does together.

use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::shared_readings;

pub(super) async fn erase_shared_readings(
    connection: &impl ConnectionTrait,
    before: i64,
) -> Result<u64, StoreError> {
    let deleted = shared_readings::Entity::delete_many()
        .filter(shared_readings::COLUMN.read_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}
