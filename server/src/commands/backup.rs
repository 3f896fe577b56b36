//! `startlinje backup` and `restore`

use std::path::Path;

use anyhow::Context as _;
use store::backup;

use super::connect;
use crate::config::Config;

/// Writes a consistent copy, also while the database is being served.
pub async fn backup(config: &Config, file: &Path) -> anyhow::Result<()> {
    let database = connect(config).await?;
    backup::create(&database, file)
        .await
        .context("no backup was made")?;
    tracing::info!(file = %file.display(), "the backup is written");
    Ok(())
}

/// Puts a backup in the database's place.
pub async fn restore(config: &Config, file: &Path) -> anyhow::Result<()> {
    backup::restore(&config.database_url, file)
        .await
        .context("nothing was restored")?;
    tracing::info!(file = %file.display(), "restored");
    Ok(())
}
