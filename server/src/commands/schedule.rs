//! `startlinje schedule import`, `export` and `schema`

use std::path::Path;

use anyhow::Context as _;
use app::{read_schedule, schedule_changes};
use domain::appointments::{Booked, Schedule, ScheduleDocument, impact};
use jiff::Timestamp;
use serde_json::Value;
use store::appointments::booked_between;
use store::{Database, schedules};

use super::migrate::connect_and_migrate;
use crate::config::Config;

/// The page on which a document is sent, with a preview of whom it hits.
const UPLOAD: &str = "/personale/plan/fil";
/// The page of those whose appointment does not fit the schedule in force.
const CALL_LIST: &str = "/personale/plan/ringeliste";

/// Whether a document is put in force that booked appointments do not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orphans {
    Refused,
    /// They keep their times, and stand on the call list.
    Accepted,
}

/// Puts a schedule document in force. Whom it would hit is told as a number, and nobody is hit unless that is accepted.
pub async fn import(config: &Config, file: &Path, orphans: Orphans) -> anyhow::Result<()> {
    let schedule = read(file)?;
    let database = connect_and_migrate(config).await?;
    let now = Timestamp::now();
    let hit = count_hit(&database, &schedule, now).await?;
    if hit > 0 && orphans == Orphans::Refused {
        anyhow::bail!("{}", refusal(hit));
    }
    let version = schedules::import(database.write(), &schedule, now).await?;
    tracing::info!(version, "the schedule is in force");
    if hit > 0 {
        tracing::warn!(
            appointments = hit,
            "some do not fit the schedule: settle them on {CALL_LIST}"
        );
    }
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
    let hit = count_hit(&database, &schedule, Timestamp::now()).await?;
    if hit > 0 {
        println!("{}", refusal(hit));
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

/// How many appointments to come fit the schedule in force and not this one.
async fn count_hit(database: &Database, after: &Schedule, now: Timestamp) -> anyhow::Result<usize> {
    let Some((_, before)) = schedules::load_current(database.read()).await? else {
        return Ok(0);
    };
    let coming = booked_between(database.read(), now..Timestamp::MAX).await?;
    let booked: Vec<Booked> = coming.iter().map(Booked::from).collect();
    Ok(impact(&before, after, &booked).len())
}

fn refusal(hit: usize) -> String {
    format!(
        "booked appointments that do not fit this schedule: {hit}. Send it at {UPLOAD}, where they are moved, cancelled or written \
         to, or import it with --accept-orphans and settle them on {CALL_LIST}"
    )
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
