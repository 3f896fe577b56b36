//! What the program does, a file for each command.

mod backup;
mod content;
mod demo;
mod demo_learner;
mod migrate;
mod new_content;
mod schedule;
mod serve;
mod staff;
mod token;

use std::process::ExitCode;

use ::content::Severity;
use anyhow::Context as _;
use domain::ids::TokenId;
use store::Database;
use tracing_subscriber::EnvFilter;

use self::schedule::Orphans;
use self::serve::ContentReading;
use crate::cli::{
    Cli, Command, ContentCommand, DemoCommand, ScheduleCommand, Settings, StaffCommand, TokenCommand,
};
use crate::config::{Config, LogFormat};

/// Runs a command to its end.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    if let Command::Content(command) = &cli.command {
        return run_on_content(command, &cli.settings);
    }
    let config = Config::read(&cli.settings)?;
    log_to_stderr(&config)?;
    let runtime = tokio::runtime::Runtime::new().context("the runtime could not be started")?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve { watch_content: false } => serve::serve(config, ContentReading::AtStart).await?,
            Command::Serve { watch_content: true } => {
                serve::serve(config, ContentReading::OnEveryChange).await?;
            }
            Command::Migrate => drop(migrate::connect_and_migrate(&config).await?),
            Command::Content(_) => {}
            Command::Demo(DemoCommand::Load) => demo::load(&config).await?,
            Command::Demo(DemoCommand::Learner) => demo_learner::make(&config).await?,
            Command::Schedule(command) => run_on_schedule(&config, &command).await?,
            Command::Staff(command) => run_on_staff(&config, &command).await?,
            Command::Token(command) => run_on_tokens(&config, command).await?,
            Command::Backup { file } => backup::backup(&config, &file).await?,
            Command::Restore { file } => backup::restore(&config, &file).await?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// What is done with the schedule.
async fn run_on_schedule(config: &Config, command: &ScheduleCommand) -> anyhow::Result<()> {
    match command {
        ScheduleCommand::Import {
            file, dry_run: true, ..
        } => schedule::print_changes(config, file).await,
        ScheduleCommand::Import {
            file,
            accept_orphans: true,
            ..
        } => schedule::import(config, file, Orphans::Accepted).await,
        ScheduleCommand::Import { file, .. } => schedule::import(config, file, Orphans::Refused).await,
        ScheduleCommand::Export => schedule::export(config).await,
        ScheduleCommand::Schema => schedule::print_schema(),
    }
}

/// What is done with tokens.
async fn run_on_tokens(config: &Config, command: TokenCommand) -> anyhow::Result<()> {
    match command {
        TokenCommand::Add {
            name,
            scopes,
            locations,
        } => token::add(config, name, &scopes, &locations).await,
        TokenCommand::List => token::list(config).await,
        TokenCommand::Revoke { id } => token::revoke(config, TokenId(id)).await,
    }
}

/// What is done with those who can sign in.
async fn run_on_staff(config: &Config, command: &StaffCommand) -> anyhow::Result<()> {
    match command {
        StaffCommand::Add {
            username,
            name,
            role,
            locations,
        } => staff::add(config, username, name, *role, locations).await,
        StaffCommand::Link { username, subject } => staff::link(config, username, subject).await,
        StaffCommand::List => staff::list(config).await,
        StaffCommand::Change {
            username,
            role,
            locations,
        } => staff::change(config, username, *role, locations).await,
        StaffCommand::Adviser { username, adviser } => {
            staff::set_adviser(config, username, adviser.as_ref()).await
        }
        StaffCommand::Remove { username } => staff::remove(config, username).await,
    }
}

/// What needs no database and no log.
fn run_on_content(command: &ContentCommand, settings: &Settings) -> anyhow::Result<ExitCode> {
    match command {
        ContentCommand::Check {
            dir,
            deny_warnings: false,
        } => content::check(dir, Severity::Error),
        ContentCommand::Check {
            dir,
            deny_warnings: true,
        } => content::check(dir, Severity::Warning),
        ContentCommand::New(new) => new_content::write(&Config::read(settings)?.content, new),
    }
}

/// Logs go to standard error, so that what a command prints can be piped.
fn log_to_stderr(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log)
        .context("log: write a filter such as `info` or `info,store=debug`")?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    Ok(())
}

/// Connects without migrating.
async fn connect(config: &Config) -> anyhow::Result<Database> {
    Database::connect(&config.database_url)
        .await
        .context("the database cannot be reached: see --database-url")
}
