//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::api_access::Scope;
use domain::ids::{AdviserId, CourseId, GuideId, LessonId, LocationId, ScenarioId};
use domain::staff::Role;
use serde::Serialize;

/// Startlinje: a municipality's platform for digital help.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub settings: Settings,
}

/// Settings that can be given as flags. They are stronger than the environment (`STARTLINJE_…`, `DATABASE_URL`), which is
/// stronger than the configuration file.
#[derive(Debug, Default, Args, Serialize)]
pub struct Settings {
    /// Configuration file in TOML [default: startlinje.toml, if there is one]
    #[arg(long, global = true, env = "STARTLINJE_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Address to serve on [default: 127.0.0.1:3000]
    #[arg(long, global = true, value_name = "HOST:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addr: Option<SocketAddr>,
    /// Database: `sqlite://FILE` or `postgres://…` [default: startlinje.db in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// Folder of courses, guides and pages [default: content]
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<PathBuf>,
    /// Folder for the embedded database and messages that are not sent [default: data]
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_dir: Option<PathBuf>,
    /// Folder of the built site [default: site beside the program, or target/site]
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_root: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Migrate the database and serve until told to stop
    Serve {
        /// For authors: read the content again when a file in it changes, and let open pages load themselves again
        #[arg(long)]
        watch_content: bool,
    },
    /// Bring the database to the newest form and stop
    Migrate,
    /// Look after courses, guides and pages
    #[command(subcommand)]
    Content(ContentCommand),
    /// Fill the database for a demonstration
    #[command(subcommand)]
    Demo(DemoCommand),
    /// Look after the schedule: places, services, staff and hours
    #[command(subcommand)]
    Schedule(ScheduleCommand),
    /// Look after those who can sign in
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Look after the tokens by which other systems do what staff may
    #[command(subcommand)]
    Token(TokenCommand),
    /// Write a consistent copy of the database, also while it is being served
    Backup {
        /// Where to write it; must not exist
        file: PathBuf,
    },
    /// Put a backup in the database's place; stop the server first
    Restore {
        /// What `backup` wrote
        file: PathBuf,
    },
}

/// `startlinje content …`
#[derive(Debug, Subcommand)]
pub enum ContentCommand {
    /// Check a content folder: every fault with file, line and cure, then how much there is of each kind
    Check {
        /// The folder
        dir: PathBuf,
        /// Fail on warnings too: something is still to be written, to be reviewed, or too hard to read
        #[arg(long)]
        deny_warnings: bool,
    },
    /// Begin something new: writes files to fill in into the folder of --content, and never over another
    #[command(subcommand)]
    New(NewContent),
}

/// `startlinje content new …`
///
/// Ids have a-z, 0-9 and '-'. People's progress hangs on them, so they never change once they have been published.
#[derive(Debug, Subcommand)]
pub enum NewContent {
    /// A course: its cover, a first lesson and a drawing
    Course {
        /// Its id, such as `digital-post`
        #[arg(value_parser = CourseId::parse)]
        id: CourseId,
    },
    /// A lesson, behind the others of its course
    Lesson {
        /// The id of the course
        #[arg(value_parser = CourseId::parse)]
        course: CourseId,
        /// The id of the lesson, without a number: that is found
        #[arg(value_parser = LessonId::parse)]
        name: LessonId,
    },
    /// A guide for parents
    Guide {
        /// Its id, such as `broeker-5-klasse`
        #[arg(value_parser = GuideId::parse)]
        id: GuideId,
    },
    /// A pretend service to practise on
    Scenario {
        /// Its id, such as `indbakke-svar`
        #[arg(value_parser = ScenarioId::parse)]
        id: ScenarioId,
    },
}

/// `startlinje demo …`
#[derive(Debug, Subcommand)]
pub enum DemoCommand {
    /// Load the invented municipality Fjordby and one sign-in for each role; changes nothing that is there already
    Load,
    /// Make a learner who missed questions some days ago, and print the recovery code: it shows Genopfrisk with something due
    Learner,
}

/// `startlinje schedule …`
#[derive(Debug, Subcommand)]
pub enum ScheduleCommand {
    /// Put a schedule document in force; refused whole when anything in it is wrong
    Import {
        /// The document, JSON
        file: PathBuf,
        /// Only check it, and print what it would change
        #[arg(long)]
        dry_run: bool,
        /// Put it in force although appointments do not fit it: they stand on the call list until somebody settles them
        #[arg(long, conflicts_with = "dry_run")]
        accept_orphans: bool,
    },
    /// Print the schedule in force
    Export,
    /// Print the JSON schema of the document, for editors that complete and check while somebody writes
    Schema,
}

/// `startlinje staff …`
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Add somebody who can sign in; the password is read from standard input
    Add {
        username: String,
        /// The name that is shown
        #[arg(long)]
        name: String,
        /// adviser, coordinator, teacher, volunteer or admin
        #[arg(long)]
        role: Role,
        /// The id of a place whose citizens they see; several times for several places [default: every place]
        #[arg(long = "location", value_name = "ID", value_parser = LocationId::parse)]
        locations: Vec<LocationId>,
    },
    /// Let somebody sign in by the provider of the configuration to the account that they have
    Link {
        username: String,
        /// The provider's word for them: the claim `sub` of its tokens
        #[arg(long)]
        subject: String,
    },
    /// Print everybody who can sign in: number, username, role and places
    List,
    /// Change what somebody may do and whose citizens they see, from their next sign-in on
    Change {
        username: String,
        /// adviser, coordinator, teacher, volunteer or admin
        #[arg(long)]
        role: Role,
        /// The id of a place whose citizens they see; several times for several places [default: every place]
        #[arg(long = "location", value_name = "ID", value_parser = LocationId::parse)]
        locations: Vec<LocationId>,
    },
    /// Say which adviser of the schedule somebody is: their day, their queue and their calendar open with what is theirs
    Adviser {
        username: String,
        /// The adviser's id in the schedule; nothing for none
        #[arg(value_parser = AdviserId::parse)]
        adviser: Option<AdviserId>,
    },
    /// Remove somebody; who is signed in stays so for ten hours at most
    Remove { username: String },
}

/// `startlinje token …`
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token and print it; it is kept as a hash, so it is never shown again
    Add {
        /// Which system has it
        #[arg(long)]
        name: String,
        /// appointments:read, appointments:write, contacts:read or schedule:read; several times for several scopes
        #[arg(long = "scope", value_name = "SCOPE", required = true)]
        scopes: Vec<Scope>,
        /// The id of a place whose citizens it shows; several times for several places [default: every place]
        #[arg(long = "location", value_name = "ID", value_parser = LocationId::parse)]
        locations: Vec<LocationId>,
    },
    /// Print every token's number, name, scopes and places, and when it was last used
    List,
    /// Take a token out of force, at once
    Revoke {
        /// Its number, as `list` shows it
        id: i64,
    },
}
