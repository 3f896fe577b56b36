//! Fresh databases for tests, and what tests book.

mod appointments;
mod killed;
mod learning;
mod postgres;

use std::ops::Deref;
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use sea_orm::{FromQueryResult, Statement};
use store::Database;
use tempfile::TempDir;

pub(crate) use appointments::{
    adviser, appointment, arrangement, assert_no_half_bookings, fight_for, message,
};
pub(crate) use killed::{confirm, run_and_kill, task_of_child};
pub(crate) use learning::{
    SECRET, answer, card, code, course, lesson, records, step, steps, visitor, visitor_with_code,
};

/// A migrated database of a test's own.
pub(crate) struct TestDatabase {
    pub(crate) url: String,
    pub(crate) kind: Kind,
    /// For files of the test; removed with it.
    pub(crate) directory: TempDir,
    database: Database,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

impl Deref for TestDatabase {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

/// Runs a test on a fresh SQLite file, then on a fresh PostgreSQL database.
pub(crate) async fn on_each_database(test: impl AsyncFn(TestDatabase)) {
    println!("on SQLite");
    test(sqlite().await).await;
    if let Some(url) = postgres::create_database().await {
        println!("on PostgreSQL");
        test(open(Kind::Postgres, &url).await).await;
        postgres::drop_database(&url).await;
    }
}

/// Runs a test on addresses of databases that exist and are empty.
pub(crate) async fn on_each_empty_database(test: impl AsyncFn(&str)) {
    let directory = TempDir::new().unwrap();
    test(&sqlite_url(directory.path().join("new/empty.db"))).await;
    if let Some(url) = postgres::create_empty_database().await {
        test(&url).await;
        postgres::drop_database(&url).await;
    }
}

impl TestDatabase {
    /// Another server's connections to the same database.
    pub(crate) async fn open_again(&self) -> Database {
        Database::connect(&self.url).await.unwrap()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// A single number.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        number(&self.database, sql).await
    }
}

/// A single number from a query.
pub(crate) async fn number(database: &Database, sql: &str) -> i64 {
    rows::<Number>(database, sql).await[0].number
}

/// Rows of a query that the store does not offer.
pub(crate) async fn rows<R: FromQueryResult>(database: &Database, sql: &str) -> Vec<R> {
    let backend = database.read().get_database_backend();
    R::find_by_statement(Statement::from_string(backend, sql))
        .all(database.read())
        .await
        .unwrap()
}

#[derive(FromQueryResult)]
struct Number {
    number: i64,
}

/// The moment at which tests happen: a Saturday in November 2026.
pub(crate) fn now() -> Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

pub(crate) fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(days * 24)
}

pub(crate) fn sqlite_url(path: PathBuf) -> String {
    format!("sqlite://{}", path.to_str().unwrap())
}

async fn sqlite() -> TestDatabase {
    let directory = TempDir::new().unwrap();
    let url = sqlite_url(directory.path().join("test.db"));
    let database = Database::connect(&url).await.unwrap();
    migration::migrate(database.write()).await.unwrap();
    TestDatabase {
        url,
        kind: Kind::Sqlite,
        directory,
        database,
    }
}

async fn open(kind: Kind, url: &str) -> TestDatabase {
    TestDatabase {
        url: url.to_owned(),
        kind,
        directory: TempDir::new().unwrap(),
        database: Database::connect(url).await.unwrap(),
    }
}
