//! A server that is killed in the middle of its work.
//!
//! It is this test program once more, run for one test alone that does nothing in an ordinary run.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use store::Database;

/// Tells the child which database to work on.
const URL: &str = "STORE_TEST_CRASH_URL";
/// Tells the child in which round it is, so that it does other work than its forerunners.
const ROUND: &str = "STORE_TEST_CRASH_ROUND";

/// What the child is to do; `None` in an ordinary run of the tests.
pub(crate) async fn task_of_child() -> Option<(Database, i64)> {
    let url = std::env::var(URL).ok()?;
    let round = std::env::var(ROUND).unwrap().parse().unwrap();
    Some((Database::connect(&url).await.unwrap(), round))
}

/// Tells the parent, from the child, that something is on disk.
pub(crate) fn confirm(number: i64) {
    println!("confirmed {number}");
}

/// Starts a child on a test, kills it (SIGKILL) in the middle of its work once it has confirmed so many things, and lists all
/// that it has confirmed.
pub(crate) fn run_and_kill(test: &str, url: &str, round: usize, after: usize) -> Vec<i64> {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture"])
        .env(URL, url)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    kill_after(child, after)
}

fn kill_after(mut child: Child, confirmations: usize) -> Vec<i64> {
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut confirmed = Vec::new();
    let mut line = String::new();
    while lines.read_line(&mut line).unwrap() > 0 {
        // A line that the kill cut off has no end.
        if let Some(number) = line
            .strip_prefix("confirmed ")
            .and_then(|number| number.strip_suffix('\n'))
        {
            confirmed.push(number.parse().unwrap());
        }
        line.clear();
        if confirmed.len() == confirmations {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(confirmed.len() >= confirmations, "the child stopped by itself");
    confirmed
}
