//! Backups of PostgreSQL databases, by its own programs.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgSslMode};
use url::Url;

use crate::StoreError;

/// Writes an archive of the database into an empty file.
pub(super) async fn create(url: &str, target: &File) -> Result<(), StoreError> {
    let target = target
        .try_clone()
        .map_err(StoreError::file("the backup's file"))?;
    let mut command = command("pg_dump", url)?;
    command
        .args(["--format=custom", "--no-owner", "--no-privileges"])
        .stdout(target);
    run(command).await.map(|_| ())
}

/// Replaces what the database holds by what an archive holds, in one transaction.
pub(super) async fn restore(url: &str, source: &Path) -> Result<(), StoreError> {
    check(url, source).await?;
    let database = connect_options(url)?
        .get_database()
        .unwrap_or_default()
        .to_owned();
    let mut command = command("pg_restore", url)?;
    command
        .args(["--clean", "--if-exists", "--no-owner", "--no-privileges"])
        .args(["--single-transaction", "--exit-on-error"])
        .arg(format!("--dbname={database}"))
        .arg(source);
    run(command).await.map(|_| ())
}

/// Whether a file is an archive of ours.
async fn check(url: &str, source: &Path) -> Result<(), StoreError> {
    let mut command = command("pg_restore", url)?;
    command.arg("--list").arg(source);
    let listed = run(command).await?;
    if String::from_utf8_lossy(&listed.stdout).contains("seaql_migrations") {
        return Ok(());
    }
    Err(StoreError::Backup(format!(
        "{}: it is an archive, but not one of Startlinje",
        source.display()
    )))
}

/// A program that will find the database by its environment. Arguments can be seen by everybody on the machine, so neither
/// the password nor the address stands among them.
fn command(program: &str, url: &str) -> Result<Command, StoreError> {
    let options = connect_options(url)?;
    let mut command = Command::new(program);
    let socket = options.get_socket().map(|path| path.display().to_string());
    command
        .env("PGHOST", socket.as_deref().unwrap_or_else(|| options.get_host()))
        .env("PGPORT", options.get_port().to_string())
        .env("PGUSER", options.get_username())
        .env(
            "PGDATABASE",
            options.get_database().unwrap_or_else(|| options.get_username()),
        )
        .env("PGSSLMODE", ssl_mode(options.get_ssl_mode()))
        .env("PGAPPNAME", "startlinje-backup")
        .stdin(Stdio::null());
    let parameters = UrlParameters::read(url)?;
    if let Some(password) = parameters.password {
        command.env("PGPASSWORD", password);
    }
    if let Some(certificate) = parameters.root_certificate {
        command.env("PGSSLROOTCERT", certificate);
    }
    Ok(command)
}

/// What the driver reads from an address but does not tell again.
struct UrlParameters {
    password: Option<String>,
    root_certificate: Option<String>,
}

impl UrlParameters {
    fn read(url: &str) -> Result<Self, StoreError> {
        let url = Url::parse(url).map_err(|_| not_an_address())?;
        let parameter = |names: &[&str]| {
            url.query_pairs()
                .find(|(name, _)| names.contains(&name.as_ref()))
                .map(|(_, value)| value.into_owned())
        };
        let password = url
            .password()
            .map(|encoded| percent_decode_str(encoded).decode_utf8_lossy().into_owned());
        Ok(Self {
            password: parameter(&["password"]).or(password),
            root_certificate: parameter(&["sslrootcert", "ssl-root-cert", "ssl-ca"]),
        })
    }
}

fn connect_options(url: &str) -> Result<PgConnectOptions, StoreError> {
    PgConnectOptions::from_str(url).map_err(|_| not_an_address())
}

fn not_an_address() -> StoreError {
    StoreError::Address("write postgres://user:password@host/name".into())
}

fn ssl_mode(mode: PgSslMode) -> &'static str {
    match mode {
        PgSslMode::Disable => "disable",
        PgSslMode::Allow => "allow",
        PgSslMode::Prefer => "prefer",
        PgSslMode::Require => "require",
        PgSslMode::VerifyCa => "verify-ca",
        PgSslMode::VerifyFull => "verify-full",
    }
}

/// Runs a program to its end, away from the threads that serve requests.
async fn run(mut command: Command) -> Result<Output, StoreError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = tokio::task::spawn_blocking(move || command.stderr(Stdio::piped()).output())
        .await
        .map_err(|error| StoreError::Backup(format!("{program} was interrupted: {error}")))?
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::Backup(format!(
                "{program} was not found: install PostgreSQL's client programs (Debian: apt-get install postgresql-client)"
            )),
            _ => StoreError::file(format!("{program} could not be started"))(error),
        })?;
    if output.status.success() {
        return Ok(output);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(StoreError::Backup(format!("{program} failed: {}", told.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_in_the_environment_and_not_among_the_arguments() {
        let command = command(
            "pg_dump",
            "postgres://maja:p%C3%A6n%40@db.fjordby.dk:5433/tid?sslmode=require",
        )
        .unwrap();
        let environment: Vec<_> = command
            .get_envs()
            .filter_map(|(name, value)| Some((name.to_str()?, value?.to_str()?)))
            .collect();
        for expected in [
            ("PGHOST", "db.fjordby.dk"),
            ("PGPORT", "5433"),
            ("PGUSER", "maja"),
            ("PGDATABASE", "tid"),
            ("PGPASSWORD", "pæn@"),
            ("PGSSLMODE", "require"),
        ] {
            assert!(environment.contains(&expected), "{expected:?}");
        }
        assert_eq!(command.get_args().count(), 0);
    }

    #[test]
    fn a_socket_is_reached_by_its_directory() {
        let command = command("pg_dump", "postgres://maja@%2Frun%2Fpostgresql/tid").unwrap();
        let host = command.get_envs().find(|(name, _)| *name == "PGHOST");
        assert_eq!(host.unwrap().1.unwrap(), "/run/postgresql");
    }

    #[tokio::test]
    async fn a_missing_program_is_told_with_what_to_do() {
        let error = run(Command::new("pg_dump_of_the_future")).await.unwrap_err();
        assert!(
            error.to_string().contains("install PostgreSQL's client programs"),
            "{error}"
        );
    }
}
