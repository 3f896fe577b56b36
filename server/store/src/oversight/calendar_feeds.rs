//! The secret address of an adviser's calendar. Whoever has it sees when the adviser is booked, and nothing about whom.

use domain::ids::AdviserId;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::calendar_feeds::{ActiveModel, COLUMN, Column, Entity};
use crate::keyed_hash::keyed_hash;

/// Gives an adviser's calendar an address; the one before no longer leads anywhere.
pub async fn make_feed(
    connection: &impl ConnectionTrait,
    secret: &str,
    adviser: &AdviserId,
    token: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        adviser: Set(adviser.as_str().to_owned()),
        token_hash: Set(token_hash(secret, token)),
        created_at: Set(now.as_second()),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Adviser)
                .update_columns([Column::TokenHash, Column::CreatedAt])
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Takes the address away.
pub async fn revoke_feed(connection: &impl ConnectionTrait, adviser: &AdviserId) -> Result<(), StoreError> {
    Entity::delete_by_id(adviser.as_str().to_owned())
        .exec(connection)
        .await?;
    Ok(())
}

/// Whose calendar an address is.
pub async fn feed_of(
    connection: &impl ConnectionTrait,
    secret: &str,
    token: &str,
) -> Result<Option<AdviserId>, StoreError> {
    let row = Entity::find()
        .filter(COLUMN.token_hash.eq(token_hash(secret, token)))
        .one(connection)
        .await?;
    Ok(row.and_then(|row| AdviserId::parse(&row.adviser).ok()))
}

/// Those whose calendar has an address.
pub async fn feeds(connection: &impl ConnectionTrait) -> Result<Vec<AdviserId>, StoreError> {
    let rows = Entity::find().all(connection).await?;
    Ok(rows
        .iter()
        .filter_map(|row| AdviserId::parse(&row.adviser).ok())
        .collect())
}

fn token_hash(secret: &str, token: &str) -> String {
    keyed_hash(secret, &format!("calendar feed {token}"))
}
