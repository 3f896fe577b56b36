//! Connections to the database.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::{Duration, Instant};

use log::LevelFilter;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::broadcast;

use crate::StoreError;
use crate::cafe::CafeChange;
use crate::classroom::ClassNews;
use crate::desk::DeskNews;
use crate::oversight::NotedToday;
use crate::tutor::TutorNews;

/// How long a request waits for a connection before it is told that the database is away.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
/// How long SQLite waits while another *process* writes. Within a process writers queue for the one connection.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a server that starts waits before it asks SQLite once more.
const BUSY_PAUSE: Duration = Duration::from_millis(20);
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
/// For so long a connection that was given back in order is used again without being asked whether it still stands: the driver
/// asks when it is given back, and asking again would be a round trip for every query.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);
/// Changes in the homework café that somebody may be behind before they are told that they have missed some.
const CAFE_CHANGES_KEPT: usize = 1024;

/// A database: where to read and where to write.
///
/// On SQLite there is one connection that writes and a few that only read, so that readers never wait for a writer and
/// writers never meet `SQLITE_BUSY` half-way. On PostgreSQL both are the same pool. Cloning is cheap.
#[derive(Debug, Clone)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
    location: Location,
    desk_news: DeskNews,
    tutor_news: TutorNews,
    class_news: ClassNews,
    cafe_changes: broadcast::Sender<CafeChange>,
    noted_today: NotedToday,
}

/// Where a database is, as the backup needs to know it.
#[derive(Clone)]
pub(crate) enum Location {
    SqliteFile(PathBuf),
    /// The address with its password.
    Postgres(String),
}

impl std::fmt::Debug for Location {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SqliteFile(path) => write!(formatter, "SqliteFile({})", path.display()),
            Self::Postgres(_) => formatter.write_str("Postgres"),
        }
    }
}

impl Database {
    /// Connects to `sqlite:///absolute/path`, `sqlite:relative/path` or `postgres://user:password@host/name`.
    ///
    /// A missing SQLite file is created with its directory, readable by this user alone. The schema is not touched: run
    /// `migration::migrate` on [`Database::write`].
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let location = Location::parse(url)?;
        let (read, write) = match &location {
            Location::SqliteFile(path) => {
                create_private_file(path)?;
                let write = connect_sqlite_writer(url).await?;
                (connect(sqlite_readers(url)).await?, write)
            }
            Location::Postgres(_) => {
                let pool = connect(postgres_pool(url)).await?;
                (pool.clone(), pool)
            }
        };
        Ok(Self {
            read,
            write,
            location,
            desk_news: DeskNews::begin(),
            tutor_news: TutorNews::default(),
            class_news: ClassNews::default(),
            cafe_changes: broadcast::Sender::new(CAFE_CHANGES_KEPT),
            noted_today: NotedToday::default(),
        })
    }

    /// For queries that change nothing. On SQLite a write is refused here.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For single statements that write. Several that belong together go through [`Database::begin`].
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Begins a transaction that writes; dropping it rolls it back.
    ///
    /// SQLite begins `IMMEDIATE`: it takes the write lock at once instead of failing when it turns out to be needed.
    /// PostgreSQL uses `READ COMMITTED`.
    pub async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Begins a transaction that only reads, and sees the database as it is at its first query.
    pub async fn begin_snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        // SQLite's transactions are snapshots already.
        let isolation_level = (self.read.get_database_backend() == DbBackend::Postgres)
            .then_some(IsolationLevel::RepeatableRead);
        let options = TransactionOptions {
            isolation_level,
            ..TransactionOptions::default()
        };
        Ok(self.read.begin_with_options(options).await?)
    }

    /// Whether the database answers and has a schema. Fails when it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.read
            .execute_unprepared("SELECT 1 FROM seaql_migrations LIMIT 1")
            .await?;
        Ok(())
    }

    /// Waits for open connections and closes them. SQLite folds its write-ahead log into the file then.
    pub async fn close(self) -> Result<(), StoreError> {
        self.read.close_by_ref().await?;
        if self.write.get_database_backend() == DbBackend::Sqlite {
            self.write.close_by_ref().await?;
        }
        Ok(())
    }

    pub(crate) fn location(&self) -> &Location {
        &self.location
    }

    /// Where it is told that a place's queue has changed; see [`crate::desk::changes`].
    pub(crate) fn desk_news(&self) -> &DeskNews {
        &self.desk_news
    }

    /// Where it is told what has changed in the homework café; see [`crate::cafe::changes`].
    pub(crate) fn cafe_changes(&self) -> &broadcast::Sender<CafeChange> {
        &self.cafe_changes
    }

    /// Where it is told that something has changed in a class; see [`crate::classroom::changes`].
    pub(crate) fn class_news(&self) -> &ClassNews {
        &self.class_news
    }

    /// What this server has noted in the access log today; see [`crate::oversight::note_seen`].
    pub(crate) fn noted_today(&self) -> &NotedToday {
        &self.noted_today
    }

    /// Where it is told that two who share a lesson have changed it; see [`crate::tutor::changes`].
    pub(crate) fn tutor_news(&self) -> &TutorNews {
        &self.tutor_news
    }
}

impl Location {
    pub(crate) fn parse(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            PgConnectOptions::from_str(url)
                .map_err(|_| StoreError::Address("write postgres://user:password@host/name".into()))?;
            return Ok(Self::Postgres(url.to_owned()));
        }
        let unknown = || {
            StoreError::Address("write sqlite:///path/to/file or postgres://user:password@host/name".into())
        };
        // The driver would take any other text for a file's name, password and all.
        if !url.starts_with("sqlite:") {
            return Err(unknown());
        }
        let path = SqliteConnectOptions::from_str(url)
            .map_err(|_| unknown())?
            .get_filename()
            .to_owned();
        // The driver calls a database in memory a file named "file:…". Its readers would each see their own, empty one.
        if path.to_string_lossy().starts_with("file:") || path.as_os_str().is_empty() {
            return Err(StoreError::Address("an SQLite database must be a file".into()));
        }
        Ok(Self::SqliteFile(path))
    }
}

async fn connect(options: ConnectOptions) -> Result<DatabaseConnection, StoreError> {
    Ok(sea_orm::Database::connect(options).await?)
}

/// Connects the connection that writes, waiting for others that start on the same file.
///
/// Turning the write-ahead log on needs the file alone. Where two want that at once, waiting could last for ever, so
/// SQLite answers "busy" without its timeout. Source: <https://sqlite.org/c3ref/busy_handler.html>.
async fn connect_sqlite_writer(url: &str) -> Result<DatabaseConnection, StoreError> {
    let started = Instant::now();
    loop {
        match connect(sqlite_writer(url)).await {
            Err(error) if error.is_busy() && started.elapsed() < BUSY_TIMEOUT => {
                tokio::time::sleep(BUSY_PAUSE).await;
            }
            result => return result,
        }
    }
}

fn sqlite_writer(url: &str) -> ConnectOptions {
    let mut options = common(url);
    options
        .max_connections(1)
        .min_connections(1)
        .acquire_timeout(BUSY_TIMEOUT)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // A confirmed booking survives a power cut: every commit reaches the disk.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(BUSY_TIMEOUT)
        });
    options
}

fn sqlite_readers(url: &str) -> ConnectOptions {
    let mut options = common(url);
    options
        .max_connections(SQLITE_READERS)
        .min_connections(1)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(false)
                .foreign_keys(true)
                .busy_timeout(BUSY_TIMEOUT)
                .pragma("query_only", "ON")
        });
    options
}

fn postgres_pool(url: &str) -> ConnectOptions {
    let mut options = common(url);
    options
        .max_connections(POSTGRES_CONNECTIONS)
        .test_before_acquire_if_idle_for(TRUSTED_IDLE)
        .map_sqlx_postgres_opts(|postgres| {
            postgres.application_name("startlinje").options([
                ("default_transaction_isolation", "read committed"),
                // A server that freezes inside a transaction must not keep others from booking.
                ("idle_in_transaction_session_timeout", "30s"),
            ])
        });
    options
}

/// Settings of every pool. Statements are told at the level trace only, and without their values, which are personal data:
/// tests count them.
fn common(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .sqlx_logging_level(LevelFilter::Trace)
        .sqlx_slow_statements_logging_settings(LevelFilter::Off, Duration::ZERO)
        .record_stmt_in_spans(false);
    options
}

/// Creates an empty file that only this user can read, unless there is one already. An empty file is a database to SQLite,
/// and the files beside it (`-wal`, `-shm`) take over its permissions.
fn create_private_file(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};

    if let Some(directory) = path
        .parent()
        .filter(|directory| !directory.as_os_str().is_empty())
    {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(directory)
            .map_err(StoreError::file("the database's directory could not be made"))?;
    }
    // A file that is there is not opened: closing it again would drop the locks that this process has on it.
    let created = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match created {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(StoreError::file("the database's file could not be made")(error))
        }
        _ => Ok(()),
    }
}
