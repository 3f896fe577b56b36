//! `startlinje staff add`

use app::password;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::staff::{self, NewStaff};

use super::migrate::connect_and_migrate;
use crate::config::Config;

/// Adds somebody who can sign in. The password comes from standard input, so that it stands in no shell history.
pub async fn add(
    config: &Config,
    username: &str,
    name: &str,
    role: Role,
    locations: &[LocationId],
) -> anyhow::Result<()> {
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let password_hash = password::hash(password.trim_end_matches(['\r', '\n']))?;
    let database = connect_and_migrate(config).await?;
    let newcomer = NewStaff {
        username,
        display_name: name,
        password_hash: &password_hash,
        role,
        workplaces: workplaces(locations),
    };
    let added = staff::add(database.write(), newcomer, Timestamp::now()).await?;
    anyhow::ensure!(
        added.is_some(),
        "the username {username} is taken: choose another"
    );
    tracing::info!(role = role.as_str(), "added");
    Ok(())
}

fn workplaces(locations: &[LocationId]) -> Workplaces {
    if locations.is_empty() {
        Workplaces::All
    } else {
        Workplaces::Only(locations.to_vec())
    }
}
