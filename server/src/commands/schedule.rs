//! `startlinje schedule import`, `export` and `schema`

use std::path::Path;

use anyhow::Context as _;
use app::{read_schedule, schedule_changes};
use domain::appointments::{Schedule, ScheduleDocument};
use jiff::Timestamp;
use serde_json::Value;
use store::schedules;

use super::migrate::connect_and_migrate;
use crate::config::Config;

/// Puts a schedule document in force.
pub async fn import(config: &Config, file: &Path) -> anyhow::Result<()> {
    let schedule = read(file)?;
    let database = connect_and_migrate(config).await?;
    let version = schedules::import(database.write(), &schedule, Timestamp::now()).await?;
    tracing::info!(version, "the schedule is in force");
    Ok(())
}

/// Prints what a document would change, and changes nothing.
#[allow(clippy::print_stdout, reason = "the changes are what the command is for")]
pub async fn print_changes(config: &Config, file: &Path) -> anyhow::Result<()> {
    let schedule = read(file)?;
    let database = connect_and_migrate(config).await?;
    let before = match schedules::load_current(database.read()).await? {
        Some((_, current)) => written(&current)?,
        None => Value::Null,
    };
    let changes = schedule_changes(&before, &written(&schedule)?);
    if changes.is_empty() {
        println!("nothing changes");
    }
    for change in changes {
        println!("{change}");
    }
    Ok(())
}

/// Prints the JSON schema of the document.
#[allow(clippy::print_stdout, reason = "the schema is what the command is for")]
pub fn print_schema() -> anyhow::Result<()> {
    let schema = schemars::schema_for!(ScheduleDocument);
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}

/// Prints the schedule in force.
#[allow(clippy::print_stdout, reason = "the document is what the command is for")]
pub async fn export(config: &Config) -> anyhow::Result<()> {
    let database = connect_and_migrate(config).await?;
    let (_, schedule) = schedules::load_current(database.read())
        .await?
        .context("there is no schedule yet")?;
    let document: &ScheduleDocument = &schedule;
    println!("{}", serde_json::to_string_pretty(document)?);
    Ok(())
}

fn written(schedule: &Schedule) -> anyhow::Result<Value> {
    let document: &ScheduleDocument = schedule;
    Ok(serde_json::to_value(document)?)
}

/// Reads and checks a document; every fault is told.
pub fn read(file: &Path) -> anyhow::Result<Schedule> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    read_schedule(&text)
        .map_err(|faults| anyhow::anyhow!("{} is refused:\n  {}", file.display(), faults.join("\n  ")))
}
