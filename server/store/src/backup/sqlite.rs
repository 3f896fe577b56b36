//! Backups of SQLite files.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::{create_new_file, sync};
use crate::StoreError;

/// How long a restore waits for a server that is still shutting down.
const IN_USE_TIMEOUT: Duration = Duration::from_secs(2);

/// Copies a database into an empty file. Readers and the writer go on meanwhile: it is one long read.
pub(super) async fn create(database: &Path, target: &Path) -> Result<(), StoreError> {
    let absolute = std::path::absolute(target).map_err(StoreError::file("the backup's path"))?;
    let name = absolute
        .to_str()
        .ok_or_else(|| StoreError::Backup("the backup's path must be UTF-8".into()))?;
    let connection = open(database, Access::Write).await?;
    let copied = connection
        .execute_raw(Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO ?",
            [name.into()],
        ))
        .await;
    connection.close().await?;
    copied?;
    check(target).await
}

/// Replaces a database by a checked copy of `source`.
///
/// The order matters: the old write-ahead log goes before the new file comes, or it would be replayed over it.
pub(super) async fn restore(database: &Path, source: &Path) -> Result<(), StoreError> {
    check(source).await?;
    refuse_if_in_use(database).await?;
    // On a new machine the folder is not there yet.
    if let Some(folder) = database.parent() {
        std::fs::create_dir_all(folder)
            .map_err(StoreError::file("the database's folder could not be made"))?;
    }
    let incoming = beside(database, ".restoring");
    copy(source, &incoming)?;
    for leftover in ["-wal", "-shm", "-journal"] {
        remove_if_there(&beside(database, leftover))?;
    }
    std::fs::rename(&incoming, database).map_err(StoreError::file("the database could not be replaced"))?;
    let restored = File::open(database).map_err(StoreError::file("the restored database"))?;
    sync(&restored, database)
}

/// Whether a file is a sound database of ours.
async fn check(path: &Path) -> Result<(), StoreError> {
    let refuse = |problem: &str| StoreError::Backup(format!("{}: {problem}", path.display()));
    let log = beside(path, "-wal");
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(refuse(
            "it has a write-ahead log beside it, so it was copied by hand: make backups with the backup command",
        ));
    }
    let connection = open(path, Access::Read)
        .await
        .map_err(|_| refuse("it cannot be opened"))?;
    let sound = query_text(&connection, "PRAGMA integrity_check").await;
    let migrated = query_text(&connection, "SELECT version FROM seaql_migrations LIMIT 1").await;
    connection.close().await?;
    if sound.as_deref() != Some("ok") {
        return Err(refuse("it is damaged: use an earlier backup"));
    }
    migrated
        .map(|_| ())
        .ok_or_else(|| refuse("it is a database, but not one of Startlinje"))
}

/// Leaving WAL mode needs the database for oneself alone, so it shows whether anybody else has it open.
///
/// A database that is damaged cannot answer; that is no reason not to replace it.
async fn refuse_if_in_use(database: &Path) -> Result<(), StoreError> {
    if !database.exists() {
        return Ok(());
    }
    let Ok(connection) = open(database, Access::Write).await else {
        return Ok(());
    };
    let left = connection
        .query_one_raw(Statement::from_string(
            DbBackend::Sqlite,
            "PRAGMA journal_mode = DELETE",
        ))
        .await;
    connection.close().await?;
    match left.map_err(StoreError::from) {
        Err(error) if error.is_unavailable() => Err(StoreError::Backup(format!(
            "{} is in use: stop the server first",
            database.display()
        ))),
        _ => Ok(()),
    }
}

#[derive(Clone, Copy)]
enum Access {
    Read,
    Write,
}

/// One connection to an existing file, with none of the settings that the server's connections have.
async fn open(path: &Path, access: Access) -> Result<DatabaseConnection, StoreError> {
    let path = path.to_owned();
    let mut options = ConnectOptions::new("sqlite:");
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite.filename(&path).busy_timeout(IN_USE_TIMEOUT);
            match access {
                // Immutable, so that looking at a backup leaves no files beside it.
                Access::Read => sqlite.read_only(true).immutable(true),
                Access::Write => sqlite,
            }
        });
    Ok(sea_orm::Database::connect(options).await?)
}

async fn query_text(connection: &DatabaseConnection, sql: &str) -> Option<String> {
    let row = connection
        .query_one_raw(Statement::from_string(DbBackend::Sqlite, sql))
        .await
        .ok()??;
    row.try_get_by_index(0).ok()
}

fn copy(source: &Path, target: &Path) -> Result<(), StoreError> {
    // A copy that an earlier restore left half-way is of no use to anybody.
    remove_if_there(target)?;
    let mut reader = File::open(source).map_err(StoreError::file("the backup could not be read"))?;
    let mut writer = create_new_file(target)?;
    std::io::copy(&mut reader, &mut writer).map_err(StoreError::file("the backup could not be copied"))?;
    sync(&writer, target)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::file(format!(
            "{} could not be removed",
            path.display()
        ))(error)),
        _ => Ok(()),
    }
}

/// The file beside a database whose name goes on with `ending`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
