//! `startlinje content …`, run as an author would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod program;

use std::process::Output;

use program::Workplace;

fn run(author: &Workplace, arguments: &[&str]) -> Output {
    author.startlinje(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn whatever_is_begun_passes_the_check() {
    let author = Workplace::new();
    for arguments in [
        &["course", "cykel"][..],
        &["lesson", "cykel", "lap-et-daek"],
        &["guide", "laes-hoejt"],
        &["scenario", "bestil-tid"],
    ] {
        let made = run(&author, &[&["content", "new"], arguments].concat());
        assert!(made.status.success(), "{}", err(&made));
        assert!(
            out(&made).contains("startlinje content check content"),
            "{}",
            out(&made)
        );
    }
    assert!(author.path("courses/cykel/02-lap-et-daek.da.md").is_file());
    let check = run(&author, &["content", "check", "content"]);
    assert!(check.status.success(), "{}", out(&check));
    assert!(
        out(&check).contains("courses: 2\nlessons: 5\n"),
        "{}",
        out(&check)
    );
    assert!(
        out(&check).contains("`SKRIV: kursets navn` is still to be written"),
        "{}",
        out(&check)
    );
}

#[test]
fn nothing_is_written_over_another_file() {
    let author = Workplace::new();
    let before = author.read("guides/laes-sammen.da.md");
    let guide = run(&author, &["content", "new", "guide", "laes-sammen"]);
    assert!(!guide.status.success());
    assert!(
        err(&guide).contains("laes-sammen.da.md is there already"),
        "{}",
        err(&guide)
    );
    assert_eq!(author.read("guides/laes-sammen.da.md"), before);

    let lesson = run(
        &author,
        &["content", "new", "lesson", "laan-en-bog", "find-bogen"],
    );
    assert!(!lesson.status.success());
    assert!(err(&lesson).contains("01-find-bogen.da.md"), "{}", err(&lesson));

    let course = run(&author, &["content", "new", "course", "laan-en-bog"]);
    assert!(!course.status.success());
    assert!(
        !author.path("courses/laan-en-bog/01-begynd.da.md").exists(),
        "no half of it is written"
    );
}

#[test]
fn a_drawing_that_is_there_serves_as_well() {
    let author = Workplace::new();
    let before = author.read("pictures/bog.svg");
    assert!(run(&author, &["content", "new", "guide", "bog"]).status.success());
    assert_eq!(author.read("pictures/bog.svg"), before);
}

#[test]
fn what_cannot_be_begun_is_said_with_what_to_do() {
    let author = Workplace::new();
    for (arguments, said) in [
        (
            &["new", "lesson", "mangler", "a"][..],
            "startlinje content new course mangler",
        ),
        (&["new", "course", "Æbler"], "a-z, 0-9 and '-'"),
        (&["new", "guide", "a", "--content", "mangler"], "set --content"),
    ] {
        let output = run(&author, &[&["content"], arguments].concat());
        assert!(!output.status.success(), "{arguments:?}");
        assert!(err(&output).contains(said), "{}", err(&output));
    }
}

#[test]
fn a_warning_fails_the_check_only_where_that_is_asked_for() {
    let author = Workplace::new();
    let strict = ["content", "check", "content", "--deny-warnings"];
    assert!(run(&author, &strict).status.success());
    author.replace(
        "pages/om-biblioteket.da.md",
        "Vi er et lille bibliotek",
        "SKRIV: hvem vi er",
    );
    assert!(run(&author, &["content", "check", "content"]).status.success());
    let failed = run(&author, &strict);
    assert!(!failed.status.success());
    assert!(
        out(&failed).ends_with("0 errors, 1 warnings\n"),
        "{}",
        out(&failed)
    );
}

#[test]
fn days_of_review_that_have_passed_are_warnings() {
    let author = Workplace::new();
    for file in ["guides/laes-sammen.da.md", "facts.toml"] {
        author.replace(file, "\"2099-11-01\"", "\"2026-11-20\"");
    }
    let check = run(&author, &["content", "check", "content"]);
    assert!(check.status.success());
    for place in ["guides/laes-sammen.da.md:13", "facts.toml:10"] {
        let warning = format!("{place}: warning: The review was due on 2026-11-20");
        assert!(out(&check).contains(&warning), "{}", out(&check));
    }
}

#[test]
fn a_translation_that_is_missing_is_a_warning_only_where_one_was_begun() {
    let author = Workplace::new();
    let missing = |name: &str| {
        let report = out(&run(&author, &["content", "check", "content"]));
        report.contains(&format!("{name}:1: warning: The file is missing"))
    };
    std::fs::remove_file(author.path("courses/laan-en-bog/03-proev-selv.en.md")).unwrap();
    assert!(missing("03-proev-selv.en.md"));
    for rest in ["course", "01-find-bogen", "02-laan-og-aflever"] {
        std::fs::remove_file(author.path(&format!("courses/laan-en-bog/{rest}.en.md"))).unwrap();
    }
    assert!(!missing("03-proev-selv.en.md") && !missing("course.en.md"));
}
