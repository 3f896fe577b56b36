//! `startlinje staff add`

use app::password;
use domain::staff::Role;
use jiff::Timestamp;
use store::staff::{self, NewStaff};

use super::migrate::connect_and_migrate;
use crate::config::Config;

/// Adds somebody who can sign in. The password comes from standard input, so that it stands in no shell history.
pub async fn add(config: &Config, username: &str, name: &str, role: Role) -> anyhow::Result<()> {
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let password_hash = password::hash(password.trim_end_matches(['\r', '\n']))?;
    let database = connect_and_migrate(config).await?;
    let newcomer = NewStaff {
        username,
        display_name: name,
        password_hash: &password_hash,
        role,
    };
    let added = staff::add(database.write(), newcomer, Timestamp::now()).await?;
    anyhow::ensure!(
        added.is_some(),
        "the username {username} is taken: choose another"
    );
    tracing::info!(role = role.as_str(), "added");
    Ok(())
}
