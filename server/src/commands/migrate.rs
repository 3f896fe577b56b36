//! `startlinje migrate`

use anyhow::Context as _;
use store::Database;

use super::connect;
use crate::config::Config;

/// Connects and brings the database to the newest form. Several servers may do so at once.
pub async fn connect_and_migrate(config: &Config) -> anyhow::Result<Database> {
    let database = connect(config).await?;
    migration::migrate(database.write())
        .await
        .context("the database could not be migrated")?;
    Ok(database)
}
