//! Secrets that all servers of an installation share.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::StoreError;
use crate::entities::secrets;

/// The secret with this name; `generated` becomes it when there is none yet.
///
/// However many servers ask at once, all get the same one. Draw `generated` from the system's random source, at least 32
/// bytes, and write it as text. Two queries; needs a connection that may write.
pub async fn get_or_create(
    connection: &impl ConnectionTrait,
    name: &str,
    generated: &str,
) -> Result<String, StoreError> {
    let offered = secrets::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(generated.to_owned()),
    };
    secrets::Entity::insert(offered)
        .on_conflict(OnConflict::column(secrets::Column::Name).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    let kept = secrets::Entity::find_by_id(name).one(connection).await?;
    Ok(kept.map_or_else(|| generated.to_owned(), |secret| secret.value))
}
