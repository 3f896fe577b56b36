//! Sessions of visitors and staff, as opaque text under an opaque id.
//!
//! The id is what the cookie holds; it is made by the session layer, not here.

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::sessions;

/// Stores a new session. `false`, and nothing is changed, when there is one with this id.
///
/// `expires_at` is in seconds since 1970, UTC.
pub async fn create(
    connection: &impl ConnectionTrait,
    id: &str,
    data: &str,
    expires_at: i64,
) -> Result<bool, StoreError> {
    let inserted = sessions::Entity::insert(row(id, data, expires_at))
        .on_conflict(OnConflict::column(sessions::Column::Id).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores a session, whether or not there is one with this id.
pub async fn save(
    connection: &impl ConnectionTrait,
    id: &str,
    data: &str,
    expires_at: i64,
) -> Result<(), StoreError> {
    sessions::Entity::insert(row(id, data, expires_at))
        .on_conflict(
            OnConflict::column(sessions::Column::Id)
                .update_columns([sessions::Column::Data, sessions::Column::ExpiresAt])
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The data of a session that has not expired.
pub async fn load(
    connection: &impl ConnectionTrait,
    id: &str,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let session = sessions::Entity::find_by_id(id)
        .filter(sessions::COLUMN.expires_at.gt(now.as_second()))
        .one(connection)
        .await?;
    Ok(session.map(|session| session.data))
}

/// Deletes a session. Deleting what is not there is no error.
pub async fn delete(connection: &impl ConnectionTrait, id: &str) -> Result<(), StoreError> {
    sessions::Entity::delete_by_id(id).exec(connection).await?;
    Ok(())
}

/// Deletes what has expired and tells how many sessions that were.
pub async fn delete_expired(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let deleted = sessions::Entity::delete_many()
        .filter(sessions::COLUMN.expires_at.lte(now.as_second()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// The ids and data of sessions whose data has a word in it.
pub async fn with_word(
    connection: &impl ConnectionTrait,
    word: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let found = sessions::Entity::find()
        .filter(sessions::COLUMN.data.contains(word))
        .all(connection)
        .await?;
    Ok(found
        .into_iter()
        .map(|session| (session.id, session.data))
        .collect())
}

/// Changes the data of a session, if they are still the former. `false` when somebody has written others.
pub async fn replace(
    connection: &impl ConnectionTrait,
    id: &str,
    (former, new): (&str, &str),
) -> Result<bool, StoreError> {
    let changed = sessions::Entity::update_many()
        .col_expr(sessions::Column::Data, Expr::value(new))
        .filter(sessions::COLUMN.id.eq(id))
        .filter(sessions::COLUMN.data.eq(former))
        .exec(connection)
        .await?;
    Ok(changed.rows_affected == 1)
}

fn row(id: &str, data: &str, expires_at: i64) -> sessions::ActiveModel {
    sessions::ActiveModel {
        id: Set(id.to_owned()),
        data: Set(data.to_owned()),
        expires_at: Set(expires_at),
    }
}
