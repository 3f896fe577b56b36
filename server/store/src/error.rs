//! What can go wrong in the store.

use std::fmt;

use sea_orm::sqlx::Error as DriverError;
use sea_orm::{DbErr, RuntimeErr, SqlErr};
use thiserror::Error;

/// Why the store could not do what it was asked for.
///
/// Neither `Display` nor `Debug` shows rows: PostgreSQL's detail ("Failing row contains (…)") is left out of both, so
/// that errors can be logged without logging people.
#[derive(Error)]
pub enum StoreError {
    /// The database refused or could not be reached; see [`StoreError::is_unavailable`].
    #[error("{0}")]
    Database(#[from] DbErr),
    /// The address of the database is not one we can use. The text never repeats the address, which may hold a password.
    #[error("database address: {0}")]
    Address(String),
    /// A row cannot be read back as what was stored: somebody else has written it, or a rule has become stricter.
    #[error("{table} row {row}: {problem}")]
    Corrupt {
        table: &'static str,
        row: i64,
        problem: String,
    },
    /// A file could not be read or written.
    #[error("{action}: {source}")]
    File { action: String, source: std::io::Error },
    /// A backup could not be made or restored; the text says what to do.
    #[error("{0}")]
    Backup(String),
}

impl fmt::Debug for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "StoreError({self})")
    }
}

impl StoreError {
    /// Whether the database is away or overloaded, so that the same request may well succeed later.
    ///
    /// The server answers 503 instead of 500 then.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Database(DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => true,
            Self::Database(error) => driver_error(error).is_some_and(driver_is_unavailable),
            _ => false,
        }
    }

    /// SQLite could not have the file to itself just now: another process works on it.
    pub(crate) fn is_busy(&self) -> bool {
        self.driver_code()
            .and_then(|code| code.parse::<u32>().ok())
            .is_some_and(|number| number & 0xff == 5)
    }

    /// Two transactions waited for each other and the database gave up this one; it may be tried again at once.
    pub(crate) fn is_transaction_conflict(&self) -> bool {
        self.driver_code()
            .is_some_and(|code| matches!(code.as_str(), "40P01" | "40001"))
    }

    pub(crate) fn is_unique_violation(&self) -> bool {
        matches!(
            self,
            Self::Database(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
        )
    }

    pub(crate) fn file(action: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let action = action.into();
        move |source| Self::File { action, source }
    }

    fn driver_code(&self) -> Option<String> {
        let Self::Database(error) = self else {
            return None;
        };
        let code = driver_error(error)?.as_database_error()?.code()?;
        Some(code.into_owned())
    }
}

fn driver_error(error: &DbErr) -> Option<&DriverError> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}

fn driver_is_unavailable(error: &DriverError) -> bool {
    match error {
        DriverError::Io(_)
        | DriverError::Tls(_)
        | DriverError::PoolTimedOut
        | DriverError::PoolClosed
        | DriverError::WorkerCrashed => true,
        DriverError::Database(error) => error.code().is_some_and(|code| code_is_unavailable(&code)),
        _ => false,
    }
}

/// Codes of both databases. SQLSTATEs have five characters; SQLite's result codes are numbers whose low byte tells the
/// kind: busy (5), locked (6), read-only (8), input or output (10), full (13) and cannot open (14).
///
/// Sources: PostgreSQL 15 appendix A, <https://sqlite.org/rescode.html>.
fn code_is_unavailable(code: &str) -> bool {
    if code.len() == 5 {
        // Connection exceptions, resources, operator intervention such as a shutdown, a fail-over to a standby, system.
        return ["08", "53", "57", "58"]
            .iter()
            .any(|class| code.starts_with(class))
            || code == "25006";
    }
    code.parse::<u32>()
        .is_ok_and(|number| matches!(number & 0xff, 5 | 6 | 8 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn being_away_is_told_apart_from_being_wrong() {
        for code in ["08006", "53300", "57P01", "5", "261", "522", "14"] {
            assert!(code_is_unavailable(code), "{code}");
        }
        for code in ["23505", "42P01", "40P01", "1", "19", "2067"] {
            assert!(!code_is_unavailable(code), "{code}");
        }
    }
}
