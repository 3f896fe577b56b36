use std::os::unix::fs::PermissionsExt;

use migration::{Migrator, MigratorTrait};
use sea_orm::ConnectionTrait;
use store::{Database, StoreError, sessions};
use tempfile::TempDir;

use crate::support::{Kind, now, number, on_each_database, on_each_empty_database, sqlite_url};

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_migrate_once() {
    on_each_empty_database(async |url| {
        let starting: Vec<_> = (0..8)
            .map(|_| {
                let url = url.to_owned();
                tokio::spawn(async move {
                    let database = Database::connect(&url).await.unwrap();
                    migration::migrate(database.write()).await.unwrap();
                    database.ping().await.unwrap();
                    database.close().await.unwrap();
                })
            })
            .collect();
        for server in starting {
            server.await.unwrap();
        }
        let database = Database::connect(url).await.unwrap();
        let migrated = number(&database, "SELECT count(*) AS number FROM seaql_migrations").await;
        assert_eq!(migrated, domain::count(&Migrator::migrations()));
    })
    .await;
}

#[tokio::test]
async fn a_dropped_transaction_changes_nothing() {
    on_each_database(async |database| {
        let transaction = database.begin().await.unwrap();
        sessions::save(&transaction, "a", "{}", i64::MAX).await.unwrap();
        drop(transaction);
        assert_eq!(sessions::load(database.read(), "a", now()).await.unwrap(), None);

        let transaction = database.begin().await.unwrap();
        sessions::save(&transaction, "a", "{}", i64::MAX).await.unwrap();
        transaction.commit().await.unwrap();
        assert!(
            sessions::load(database.read(), "a", now())
                .await
                .unwrap()
                .is_some()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn transactions_that_read_before_they_write_get_their_turn() {
    on_each_database(async |database| {
        let servers = [database.open_again().await, database.open_again().await];
        let writing: Vec<_> = (0..16_usize)
            .map(|client| {
                let server = servers[client % 2].clone();
                tokio::spawn(async move {
                    let transaction = server.begin().await.unwrap();
                    sessions::load(&transaction, "a", now()).await.unwrap();
                    tokio::task::yield_now().await;
                    sessions::save(&transaction, "a", "{}", i64::MAX).await.unwrap();
                    transaction.commit().await.unwrap();
                })
            })
            .collect();
        for client in writing {
            client.await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn readers_do_not_wait_for_a_writer_and_cannot_write_on_sqlite() {
    on_each_database(async |database| {
        let transaction = database.begin().await.unwrap();
        sessions::save(&transaction, "a", "{}", i64::MAX).await.unwrap();
        assert_eq!(sessions::load(database.read(), "a", now()).await.unwrap(), None);
        transaction.commit().await.unwrap();
        let written = sessions::save(database.read(), "b", "{}", i64::MAX).await;
        assert_eq!(written.is_err(), database.kind == Kind::Sqlite);
    })
    .await;
}

#[tokio::test]
async fn sqlite_keeps_every_commit_and_every_reference() {
    on_each_database(async |database| {
        if database.kind == Kind::Sqlite {
            for (pragma, value) in [("synchronous", 2), ("foreign_keys", 1)] {
                let sql = format!("SELECT {pragma} AS number FROM pragma_{pragma}");
                let row = database
                    .write()
                    .query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql))
                    .await
                    .unwrap()
                    .unwrap();
                assert_eq!(row.try_get::<i64>("", "number").unwrap(), value, "{pragma}");
            }
            let mode = std::fs::metadata(database.path("test.db"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
            assert!(database.path("test.db-wal").exists());
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_repeating_it() {
    for url in [
        "",
        "mysql://root:hemmelig@host/db",
        "sqlite::memory:",
        "postgres://u:hemmelig@[/x",
    ] {
        let error = Database::connect(url).await.unwrap_err();
        assert!(matches!(error, StoreError::Address(_)), "{url}: {error}");
        assert!(!format!("{error} {error:?}").contains("hemmelig"));
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_told() {
    let error = Database::connect("postgres://u:hemmelig@127.0.0.1:1/x")
        .await
        .unwrap_err();
    assert!(error.is_unavailable(), "{error}");
    assert!(!format!("{error} {error:?}").contains("hemmelig"));

    let directory = TempDir::new().unwrap();
    let url = sqlite_url(directory.path().join("empty.db"));
    let database = Database::connect(&url).await.unwrap();
    assert!(
        database.ping().await.is_err(),
        "without a schema a server is not ready"
    );
    database.clone().close().await.unwrap();
    assert!(database.ping().await.unwrap_err().is_unavailable());
}
