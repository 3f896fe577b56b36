//! Backups: one file that holds everything, made while the servers go on.
//!
//! A backup holds personal data and the installation's secrets, so its file can be read by its owner alone. Nothing in it
//! is encrypted; whoever carries it away should encrypt it.

mod postgres;
mod sqlite;

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::connection::Location;
use crate::{Database, StoreError};

/// Writes a consistent copy of the database into a file that must not exist yet.
///
/// SQLite: a database, by `VACUUM INTO`. PostgreSQL: an archive for `pg_restore`, by `pg_dump`, which must be on the PATH and
/// no older than the database. When this returns the copy is on disk; when it fails there is no file.
pub async fn create(database: &Database, target: &Path) -> Result<(), StoreError> {
    let file = create_new_file(target)?;
    let written = match database.location() {
        Location::SqliteFile(path) => sqlite::create(path, target).await,
        Location::Postgres(url) => postgres::create(url, &file).await,
    };
    let synced = written.and_then(|()| sync(&file, target));
    if synced.is_err() {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(target);
    }
    synced
}

/// Replaces the database at `url` by a backup, once the backup has been checked. All servers must have been stopped.
///
/// SQLite: refuses while another process has the database open, and replaces the file in one step. PostgreSQL: one
/// transaction, by `pg_restore`, which must be on the PATH.
pub async fn restore(url: &str, source: &Path) -> Result<(), StoreError> {
    match Location::parse(url)? {
        Location::SqliteFile(path) => sqlite::restore(&path, source).await,
        Location::Postgres(url) => postgres::restore(&url, source).await,
    }
}

/// A new, empty file that only its owner can read.
fn create_new_file(path: &Path) -> Result<File, StoreError> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Backup(format!(
                "{} exists already: choose another name or remove it",
                path.display()
            )),
            _ => StoreError::file(format!("{} could not be made", path.display()))(error),
        })
}

/// Waits until a file and its name are on disk.
fn sync(file: &File, path: &Path) -> Result<(), StoreError> {
    let synced = file.sync_all().and_then(|()| {
        let absolute = std::path::absolute(path)?;
        match absolute.parent() {
            Some(directory) => File::open(directory)?.sync_all(),
            None => Ok(()),
        }
    });
    synced.map_err(StoreError::file(format!(
        "{} could not be written",
        path.display()
    )))
}
