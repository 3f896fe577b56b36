//! `startlinje token …`, run as an administrator would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, reason = "each test program uses its part")]
mod program;

use program::Workplace;

/// What a command printed, which must have gone well.
fn printed(workplace: &Workplace, arguments: &[&str]) -> String {
    let mut command = workplace.startlinje(&[&["token"], arguments].concat());
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_token_is_shown_once_listed_without_its_secret_and_revoked() {
    let workplace = Workplace::new();
    let scopes = ["--scope", "appointments:read", "--scope", "schedule:read"];
    let add = [
        &["add", "--name", "Skærm", "--location", "bibliotek"],
        &scopes[..],
    ]
    .concat();
    let token = printed(&workplace, &add);
    assert!(token.starts_with("startlinje_"), "{token}");

    let listed = printed(&workplace, &["list"]);
    assert_eq!(
        listed,
        "1  Skærm  appointments:read schedule:read  bibliotek  never used\n"
    );
    printed(&workplace, &["revoke", "1"]);
    assert!(printed(&workplace, &["list"]).ends_with("revoked\n"));
    let again = workplace.startlinje(&["token", "revoke", "1"]).output().unwrap();
    assert!(!again.status.success());
}

#[test]
fn a_scope_that_is_none_is_refused_with_those_that_are() {
    let workplace = Workplace::new();
    let add = ["token", "add", "--name", "Skærm", "--scope", "everything"];
    let refused = workplace.startlinje(&add).output().unwrap();
    let errors = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && errors.contains("schedule:read"),
        "{errors}"
    );
}
