//! Databases on the PostgreSQL server of `TEST_DATABASE_URL`, cloned from a template that is migrated once a run.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection};
use store::Database;
use tokio::sync::OnceCell;

static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// The address of a fresh, migrated database; `None` where there is no server and there need not be one.
pub(crate) async fn create_database() -> Option<String> {
    let server = server()?;
    let template = TEMPLATE.get_or_init(|| create_template(&server)).await;
    Some(create(&server, &format!("TEMPLATE {template}")).await)
}

/// The address of a fresh, empty database.
pub(crate) async fn create_empty_database() -> Option<String> {
    let server = server()?;
    Some(create(&server, "TEMPLATE template0").await)
}

/// Drops a database after a test has passed; after a failure it stays, to be looked at.
pub(crate) async fn drop_database(url: &str) {
    let (_, name) = url.rsplit_once('/').unwrap();
    let server = server().unwrap();
    execute(&server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

fn server() -> Option<String> {
    let server = std::env::var("TEST_DATABASE_URL").ok();
    if server.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "a missing PostgreSQL fails in CI: run the tests through scripts/with-postgres.sh"
        );
        println!("PostgreSQL was skipped: TEST_DATABASE_URL is not set");
    }
    server
}

async fn create_template(server: &str) -> String {
    let name = format!("startlinje_template_{}", std::process::id());
    execute(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    execute(server, &format!("CREATE DATABASE {name}")).await;
    let database = Database::connect(&address(server, &name)).await.unwrap();
    migration::migrate(database.write()).await.unwrap();
    // Nobody may be connected to a database that is cloned.
    database.close().await.unwrap();
    name
}

async fn create(server: &str, template: &str) -> String {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("startlinje_test_{}_{number}", std::process::id());
    execute(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    execute(server, &format!("CREATE DATABASE {name} {template}")).await;
    address(server, &name)
}

fn address(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

async fn execute(server: &str, sql: &str) {
    let connection = connect(server).await;
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

async fn connect(server: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    sea_orm::Database::connect(options).await.unwrap()
}
