//! Who may do what: `permissions.txt` says it of every address, and here it is held against the server.
//!
//! Each row is asked for by each [`Actor`]. 401 and 403 are a refusal; so is 404 where somebody else finds something. All
//! else has come past the door. 400 tells nothing, for the fields are read before a function asks who calls: the row then
//! lacks fields. So a function that forgets to ask cannot pass for one that anyone may call.

mod actors;
mod table;

use std::collections::BTreeSet;
use std::fmt::Write;

use axum::http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;
use server::web::{WebState, router};

pub use self::actors::{Actor, Request};
use self::actors::{Cast, everything_configured};
pub use self::table::{Row, Table};
use crate::schedule::book;
use crate::support::TestServer;

/// What axum calls the rest of an address of files, and every address that leads nowhere.
const PRIVATE: &str = "{*__private__axum";

#[tokio::test]
async fn every_address_has_a_row_and_every_row_an_address() {
    let server = TestServer::on_sqlite().await;
    let (functions, routes) = addresses(&server);
    let table = Table::read();
    let mut complaints = String::new();
    for (method, path) in &functions {
        if !table
            .rows
            .iter()
            .any(|row| row.method.as_str() == method && row.path == *path)
        {
            let _ = writeln!(complaints, "no row: {method} {path}");
        }
    }
    for path in &routes {
        if !table.rows.iter().any(|row| row.path == *path) {
            let _ = writeln!(complaints, "no row: GET {path}");
        }
    }
    for row in &table.rows {
        let is_function = functions.contains(&(row.method.to_string(), row.path.clone()));
        if !is_function && !routes.contains(&row.path) {
            let _ = writeln!(
                complaints,
                "leads nowhere: line {}: {} {}",
                row.line, row.method, row.path
            );
        }
    }
    assert!(
        complaints.is_empty(),
        "server/tests/routes/permissions/permissions.txt says how a row is written:\n{complaints}"
    );
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let server = TestServer::on_sqlite().await;
    // The appointment of the examples.
    book(&server, "bibliotek", "Åse Bæk", None).await;
    let table = Table::read();
    let mut cast = Cast::of(&server).await;
    let mut complaints = String::new();
    for row in &table.rows {
        let mut answers = Vec::new();
        for actor in Actor::ALL {
            answers.push((actor, cast.ask(&server, actor, row, &table).await));
        }
        complaints += &complaint(row, &answers);
    }
    assert!(
        complaints.is_empty(),
        "who may do what is otherwise than server/tests/routes/permissions/permissions.txt says:\n{complaints}"
    );
}

/// The server functions with their methods, and the paths of pages and of what is routed by hand. A language's pages are the
/// Danish ones over again.
fn addresses(server: &TestServer) -> (BTreeSet<(String, String)>, BTreeSet<String>) {
    let whole = router(WebState::new(server.context.clone(), everything_configured()));
    let functions: BTreeSet<_> = server_fn_paths()
        .map(|(path, method)| (method.to_string(), path.to_owned()))
        .collect();
    // A router tells its paths in no other way.
    let written = format!("{whole:?}");
    let routes = written
        .split('"')
        .filter(|text| text.starts_with('/') && !text.contains(PRIVATE))
        .filter(|path| !["/en", "/ar"].iter().any(|prefix| is_below(path, prefix)))
        .filter(|path| *path != "/api/{*function}" && !functions.iter().any(|(_, function)| function == path))
        .map(str::to_owned)
        .collect();
    (functions, routes)
}

fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is wrong with a row; nothing where it is as written.
fn complaint(row: &Row, answers: &[(Actor, StatusCode)]) -> String {
    let line = format!("line {}: {} {}", row.line, row.method, row.path);
    // Where nobody gets in, a bad signature may be a bad request: a provider's notices are answered so by their standard.
    let is_closed = |status: StatusCode| row.who.is_empty() && status == StatusCode::BAD_REQUEST;
    let unfit = |status: StatusCode| tells_nothing(status) && !is_closed(status);
    if let Some((_, status)) = answers.iter().find(|(_, status)| unfit(*status)) {
        return format!("{line}: {status}: fields are missing or unfit, so write them behind it\n");
    }
    let has_found =
        |status: StatusCode| !is_refusal(status) && !is_closed(status) && status != StatusCode::NOT_FOUND;
    let somebody_has = answers.iter().any(|(_, status)| has_found(*status));
    let mut text = String::new();
    for (actor, status) in answers {
        let is_missing = *status == StatusCode::NOT_FOUND && !somebody_has;
        let is_let_in = has_found(*status) || is_missing;
        if is_let_in != row.who.contains(actor) {
            let done = if is_let_in { "is let in" } else { "is refused" };
            let _ = writeln!(text, "{line}: {actor:?} {done} ({status})");
        }
    }
    text
}

fn is_refusal(status: StatusCode) -> bool {
    matches!(status.as_u16(), 401 | 403)
}

/// The request has not reached whoever decides, or nobody knows what has happened.
fn tells_nothing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400 | 405 | 413 | 415 | 422 | 500..)
}
