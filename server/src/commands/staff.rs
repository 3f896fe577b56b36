//! `startlinje staff add`, `list`, `change`, `link`, `adviser` and `remove`

use anyhow::Context as _;
use app::password;
use domain::ids::{AdviserId, LocationId};
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::provider;
use store::schedules;
use store::staff::{self, NewStaff};

use super::migrate::connect_and_migrate;
use super::serve::code_key;
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

/// Makes an identity of the provider somebody's.
pub async fn link(config: &Config, username: &str, subject: &str) -> anyhow::Result<()> {
    let oidc = config
        .oidc
        .as_ref()
        .context("there is no [oidc] in the configuration")?;
    let database = connect_and_migrate(config).await?;
    let key = code_key(&database).await?;
    let account = staff::find_by_username(database.read(), username).await?;
    let account = account
        .with_context(|| format!("nobody has the username {username}: see `startlinje staff list`"))?;
    let identity = provider::identity_hash(&key, oidc.issuer.as_str(), subject);
    let linked = provider::link(database.write(), &identity, account.id, Timestamp::now()).await?;
    anyhow::ensure!(linked, "somebody has that subject already");
    tracing::info!("linked");
    Ok(())
}

/// Prints who can sign in.
#[allow(clippy::print_stdout, reason = "the list is what the command is for")]
pub async fn list(config: &Config) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    for account in staff::all(database.read()).await? {
        let places = match &account.workplaces {
            Workplaces::All => "every place".to_owned(),
            Workplaces::Only(places) => places
                .iter()
                .map(LocationId::as_str)
                .collect::<Vec<_>>()
                .join(" "),
        };
        println!(
            "{}\t{}\t{}\t{places}",
            account.id.0,
            account.username,
            account.role.as_str()
        );
    }
    Ok(())
}

/// Changes what somebody may do.
pub async fn change(
    config: &Config,
    username: &str,
    role: Role,
    locations: &[LocationId],
) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    let changed = staff::set_role(database.write(), username, role, &workplaces(locations)).await?;
    anyhow::ensure!(
        changed,
        "nobody has the username {username}: see `startlinje staff list`"
    );
    tracing::info!(role = role.as_str(), "changed");
    Ok(())
}

/// Says which adviser of the schedule somebody is.
pub async fn set_adviser(config: &Config, username: &str, adviser: Option<&AdviserId>) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    if let Some(adviser) = adviser {
        let schedule = schedules::load_current(database.read()).await?;
        let is_there = schedule.is_some_and(|(_, schedule)| {
            let mut advisers = schedule.advisers.iter();
            advisers.any(|other| other.id == *adviser)
        });
        anyhow::ensure!(
            is_there,
            "the schedule has no adviser {adviser}: see /personale/plan"
        );
    }
    let linked = staff::set_adviser(database.write(), username, adviser).await?;
    anyhow::ensure!(
        linked,
        "nobody has the username {username}: see `startlinje staff list`"
    );
    tracing::info!("linked");
    Ok(())
}

/// Removes somebody.
pub async fn remove(config: &Config, username: &str) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    let removed = staff::remove(database.write(), username).await?;
    anyhow::ensure!(
        removed,
        "nobody has the username {username}: see `startlinje staff list`"
    );
    tracing::info!("removed");
    Ok(())
}

fn workplaces(locations: &[LocationId]) -> Workplaces {
    if locations.is_empty() {
        Workplaces::All
    } else {
        Workplaces::Only(locations.to_vec())
    }
}
