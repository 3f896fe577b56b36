//! Where a setting comes from, and what is refused. Each case runs the program as a person would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Runs `startlinje` in an empty folder with only these environment variables.
fn startlinje(folder: &TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_startlinje"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn flags_are_stronger_than_the_environment_and_that_than_the_file() {
    let folder = TempDir::new().unwrap();
    let made = |name: &str| folder.path().join(name).join("startlinje.db").exists();
    fs::write(
        folder.path().join("startlinje.toml"),
        "data_dir = \"from-file\"\n",
    )
    .unwrap();

    assert!(startlinje(&folder, &["migrate"], &[]).status.success());
    assert!(made("from-file"));
    let environment = [("STARTLINJE_DATA_DIR", "from-environment")];
    assert!(startlinje(&folder, &["migrate"], &environment).status.success());
    assert!(made("from-environment"));
    assert!(
        startlinje(&folder, &["migrate", "--data-dir", "from-flag"], &environment)
            .status
            .success()
    );
    assert!(made("from-flag"));
}

#[test]
fn unknown_keys_are_refused_by_name() {
    let folder = TempDir::new().unwrap();
    let by_environment = startlinje(&folder, &["migrate"], &[("STARTLINJE_DATADIR", "x")]);
    assert!(!by_environment.status.success());
    assert!(
        stderr(&by_environment).contains("datadir"),
        "{}",
        stderr(&by_environment)
    );

    fs::write(folder.path().join("wrong.toml"), "adress = \"127.0.0.1:1\"\n").unwrap();
    let by_file = startlinje(&folder, &["migrate", "--config", "wrong.toml"], &[]);
    assert!(!by_file.status.success());
    assert!(
        stderr(&by_file).contains("adress") && stderr(&by_file).contains("wrong.toml"),
        "{}",
        stderr(&by_file)
    );
}

#[test]
fn a_public_address_is_a_whole_site() {
    let folder = TempDir::new().unwrap();
    let migrate = |url| startlinje(&folder, &["migrate"], &[("STARTLINJE_PUBLIC_URL", url)]);
    assert!(migrate("https://digital.fjordby.example/").status.success());
    let refused = migrate("digital.fjordby.example");
    assert!(!refused.status.success());
    assert!(
        stderr(&refused).contains("without a path, such as https://"),
        "{}",
        stderr(&refused)
    );
}

#[test]
fn a_file_that_was_named_must_exist() {
    let folder = TempDir::new().unwrap();
    let output = startlinje(&folder, &["migrate", "--config", "gone.toml"], &[]);
    assert!(!output.status.success());
    assert!(stderr(&output).contains("gone.toml"), "{}", stderr(&output));
}

#[test]
fn a_course_without_an_answer_key_is_named_with_file_and_line() {
    let folder = TempDir::new().unwrap();
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");
    assert!(
        Command::new("cp")
            .args(["-r", content])
            .arg(folder.path())
            .status()
            .unwrap()
            .success()
    );
    let lesson = folder
        .path()
        .join("content/courses/digital-post/01-hvad-er-det.da.md");
    let text = fs::read_to_string(&lesson)
        .unwrap()
        .replace("correct = true\n", "");
    fs::write(&lesson, text).unwrap();
    let output = startlinje(&folder, &["content", "check", "content"], &[]);
    assert!(!output.status.success());
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(
        report.contains("01-hvad-er-det.da.md:") && report.contains("error"),
        "{report}"
    );
}

#[test]
fn a_backup_brings_everything_back() {
    let folder = TempDir::new().unwrap();
    assert!(startlinje(&folder, &["migrate"], &[]).status.success());
    let schedule = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/demo/fjordby.json");
    assert!(
        startlinje(&folder, &["schedule", "import", schedule], &[])
            .status
            .success()
    );
    let before = startlinje(&folder, &["schedule", "export"], &[]).stdout;
    assert!(startlinje(&folder, &["backup", "copy.db"], &[]).status.success());
    assert!(
        !startlinje(&folder, &["backup", "copy.db"], &[]).status.success(),
        "a backup is never overwritten"
    );
    fs::remove_dir_all(folder.path().join("data")).unwrap();
    let restored = startlinje(&folder, &["restore", "copy.db"], &[]);
    assert!(restored.status.success(), "{}", stderr(&restored));
    assert_eq!(startlinje(&folder, &["schedule", "export"], &[]).stdout, before);
}
