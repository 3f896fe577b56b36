use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use store::appointments::{BookOutcome, book};
use store::{Database, StoreError, backup, sessions};

use crate::support::{
    Kind, TestDatabase, appointment, assert_no_half_bookings, now, number, on_each_database,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_serving_is_consistent_and_can_be_restored() {
    on_each_database(async |database| {
        let file = database.path("backup");
        for key in 0..20 {
            book_one(&database, key).await;
        }
        let stop = Arc::new(AtomicBool::new(false));
        let serving = tokio::spawn(keep_booking(Database::clone(&database), Arc::clone(&stop)));
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        backup::create(&database, &file).await.unwrap();
        stop.store(true, Ordering::Relaxed);
        let booked_meanwhile = serving.await.unwrap();
        assert!(booked_meanwhile > 0);
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );

        let restored = restore(database, &file).await;
        let kept = number(&restored, "SELECT count(*) AS number FROM appointments").await;
        assert!((20..=20 + booked_meanwhile).contains(&kept), "{kept}");
        assert_no_half_bookings(&restored).await;
        // The restored database serves on: ids go on where they were.
        migration::migrate(restored.write()).await.unwrap();
        book_one(&restored, 1_000_000).await;
        assert_no_half_bookings(&restored).await;
    })
    .await;
}

#[tokio::test]
async fn what_came_after_the_backup_is_gone_after_the_restore() {
    on_each_database(async |database| {
        let file = database.path("backup");
        sessions::save(database.write(), "before", "{}", i64::MAX)
            .await
            .unwrap();
        backup::create(&database, &file).await.unwrap();
        sessions::save(database.write(), "after", "{}", i64::MAX)
            .await
            .unwrap();

        let restored = restore(database, &file).await;
        assert!(
            sessions::load(restored.read(), "before", now())
                .await
                .unwrap()
                .is_some()
        );
        assert!(
            sessions::load(restored.read(), "after", now())
                .await
                .unwrap()
                .is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_exists_is_never_written_over() {
    on_each_database(async |database| {
        let file = database.path("precious");
        std::fs::write(&file, "").unwrap();
        let error = backup::create(&database, &file).await.unwrap_err();
        assert!(
            matches!(&error, StoreError::Backup(told) if told.contains("exists already")),
            "{error}"
        );
        assert_eq!(std::fs::read(&file).unwrap(), b"");

        let error = backup::create(&database, &database.path("no/such/directory"))
            .await
            .unwrap_err();
        assert!(matches!(error, StoreError::File { .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_backup_is_refused_and_changes_nothing() {
    on_each_database(async |database| {
        sessions::save(database.write(), "mine", "{}", i64::MAX)
            .await
            .unwrap();
        let (missing, garbage) = (database.path("missing"), database.path("garbage"));
        std::fs::write(&garbage, vec![b'x'; 100_000]).unwrap();
        for file in [missing, garbage] {
            let error = backup::restore(&database.url, &file).await.unwrap_err();
            assert!(matches!(error, StoreError::Backup(_)), "{error}");
        }
        assert!(
            sessions::load(database.read(), "mine", now())
                .await
                .unwrap()
                .is_some()
        );
    })
    .await;
}

#[tokio::test]
async fn sqlite_checks_the_backup_and_that_no_server_runs() {
    on_each_database(async |database| {
        if database.kind == Kind::Postgres {
            return;
        }
        let file = database.path("backup");
        backup::create(&database, &file).await.unwrap();
        assert_refused(&database.url, &file, "in use: stop the server").await;

        let mut bytes = std::fs::read(&file).unwrap();
        // The head of the second page, which a table or an index begins with.
        bytes[4096..4196].fill(0xff);
        let damaged = database.path("damaged");
        std::fs::write(&damaged, bytes).unwrap();
        assert_refused(&database.url, &damaged, "damaged").await;

        let foreign = database.path("foreign.db");
        let url = crate::support::sqlite_url(foreign.clone());
        Database::connect(&url).await.unwrap().close().await.unwrap();
        assert_refused(&database.url, &foreign, "not one of Startlinje").await;
    })
    .await;
}

#[tokio::test]
async fn a_damaged_sqlite_database_can_be_replaced() {
    on_each_database(async |database| {
        if database.kind == Kind::Postgres {
            return;
        }
        let file = database.path("backup");
        sessions::save(database.write(), "mine", "{}", i64::MAX)
            .await
            .unwrap();
        backup::create(&database, &file).await.unwrap();
        Database::clone(&database).close().await.unwrap();
        std::fs::write(database.path("test.db"), vec![b'x'; 50_000]).unwrap();
        std::fs::write(database.path("test.db-wal"), "left over").unwrap();

        backup::restore(&database.url, &file).await.unwrap();
        let restored = database.open_again().await;
        assert!(
            sessions::load(restored.read(), "mine", now())
                .await
                .unwrap()
                .is_some()
        );
    })
    .await;
}

/// Stops the server, restores, and starts another.
async fn restore(database: TestDatabase, file: &Path) -> Restored {
    Database::clone(&database).close().await.unwrap();
    backup::restore(&database.url, file).await.unwrap();
    Restored {
        server: database.open_again().await,
        _files: database,
    }
}

struct Restored {
    server: Database,
    _files: TestDatabase,
}

impl std::ops::Deref for Restored {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.server
    }
}

async fn assert_refused(url: &str, file: &Path, because: &str) {
    let error = backup::restore(url, file).await.unwrap_err();
    assert!(error.to_string().contains(because), "{error}");
}

async fn keep_booking(database: Database, stop: Arc<AtomicBool>) -> i64 {
    let mut booked = 0;
    while !stop.load(Ordering::Relaxed) {
        book_one(&database, 100 + booked).await;
        booked += 1;
    }
    booked
}

async fn book_one(database: &Database, number: i64) {
    let start = 5_981_000 + number * 6;
    let outcome = book(
        database,
        &appointment(&number.to_string(), start..start + 6),
        now(),
    )
    .await
    .unwrap();
    assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
}
