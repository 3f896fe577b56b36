//! `startlinje token add`, `list` and `revoke`

use app::server_side::now;
use domain::api_access::{ApiToken, Scope};
use domain::ids::{LocationId, TokenId};
use domain::staff::Workplaces;
use jiff::Timestamp;
use store::api_tokens::{self, KeptToken, NewToken};

use super::migrate::connect_and_migrate;
use super::serve::code_key;
use crate::config::Config;

/// Makes a token and prints it, once.
#[allow(clippy::print_stdout, reason = "the token is what the command is for")]
pub async fn add(
    config: &Config,
    name: String,
    scopes: &[Scope],
    locations: &[LocationId],
) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    let key = code_key(&database).await?;
    let token = ApiToken::from_random([rand::random(), rand::random()]);
    let new = NewToken {
        name,
        scopes: scopes.iter().copied().collect(),
        workplaces: if locations.is_empty() {
            Workplaces::All
        } else {
            Workplaces::Only(locations.to_vec())
        },
    };
    let id = api_tokens::add(database.write(), &key, &token, &new, now()).await?;
    tracing::info!(id = id.0, "added; the token is shown this once");
    println!("{}", token.secret());
    Ok(())
}

/// Prints every token's number, and what it is for.
#[allow(clippy::print_stdout, reason = "the list is what the command is for")]
pub async fn list(config: &Config) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    for token in api_tokens::list(database.read()).await? {
        println!("{}", line(&token));
    }
    Ok(())
}

/// Takes a token out of force.
pub async fn revoke(config: &Config, id: TokenId) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    let revoked = api_tokens::revoke(database.write(), id, now()).await?;
    anyhow::ensure!(
        revoked,
        "no token in force has the number {}: see `startlinje token list`",
        id.0
    );
    tracing::info!(id = id.0, "revoked");
    Ok(())
}

/// `3  Skærm i borgerservice  appointments:read  every place  used 2026-11-22`
fn line(token: &KeptToken) -> String {
    let scopes: Vec<_> = token.scopes.iter().map(|scope| scope.as_str()).collect();
    let places = match &token.workplaces {
        Workplaces::All => "every place".to_owned(),
        Workplaces::Only(locations) => {
            let ids: Vec<_> = locations.iter().map(LocationId::as_str).collect();
            ids.join(" ")
        }
    };
    let state = match (token.is_revoked, token.last_used_day) {
        (true, _) => "revoked".to_owned(),
        (false, None) => "never used".to_owned(),
        (false, Some(day)) => format!("used {}", date_of(day)),
    };
    [
        &*token.id.0.to_string(),
        &*token.name,
        &*scopes.join(" "),
        &*places,
        &*state,
    ]
    .join("  ")
}

/// The date of a day that is counted from 1970 in UTC.
fn date_of(day: i64) -> String {
    let midnight = Timestamp::from_second(day * 24 * 60 * 60).unwrap_or(Timestamp::MAX);
    midnight.strftime("%Y-%m-%d").to_string()
}
