//! `startlinje schedule …`, run as a coordinator would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod program;

use std::process::Output;

use program::Workplace;

const FILE: &str = "content/demo/fjordby.json";

fn run(coordinator: &Workplace, arguments: &[&str]) -> Output {
    let mut command = coordinator.startlinje(&[&["schedule"], arguments].concat());
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_is_exported_is_what_was_imported() {
    let coordinator = Workplace::new();
    let imported = run(&coordinator, &["import", FILE]);
    assert!(imported.status.success(), "{}", err(&imported));
    let exported = out(&run(&coordinator, &["export"]));
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(&exported), json(&coordinator.read("demo/fjordby.json")));
}

#[test]
fn a_dry_run_tells_the_changes_and_makes_none() {
    let coordinator = Workplace::new();
    let first = out(&run(&coordinator, &["import", FILE, "--dry-run"]));
    assert!(first.contains("added services mitid\n"), "{first}");
    assert!(!run(&coordinator, &["export"]).status.success());

    run(&coordinator, &["import", FILE]);
    let before = out(&run(&coordinator, &["export"]));
    coordinator.replace(
        "demo/fjordby.json",
        "\"lead_minutes\": 60",
        "\"lead_minutes\": 30",
    );
    let changed = run(&coordinator, &["import", FILE, "--dry-run"]);
    assert_eq!(
        out(&changed),
        "changed booking: lead_minutes 60 -> 30\n",
        "{}",
        err(&changed)
    );
    assert_eq!(out(&run(&coordinator, &["export"])), before);
}

#[test]
fn a_faulty_document_is_refused_whole_with_every_fault() {
    let coordinator = Workplace::new();
    coordinator.replace(
        "demo/fjordby.json",
        "\"main_location\": \"borgerservice\"",
        "\"main_location\": \"nowhere\"",
    );
    coordinator.replace("demo/fjordby.json", "\"horizon_days\": 60", "\"horizon_days\": 0");
    for arguments in [&["import", FILE][..], &["import", FILE, "--dry-run"]] {
        let refused = run(&coordinator, arguments);
        assert!(!refused.status.success());
        for part in ["main_location", "horizon_days"] {
            assert!(err(&refused).contains(part), "{}", err(&refused));
        }
    }
    assert!(!run(&coordinator, &["export"]).status.success());
}

#[test]
fn the_schema_knows_the_parts_of_a_document() {
    let schema = out(&run(&Workplace::new(), &["schema"]));
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let parts = schema["properties"].as_object().unwrap();
    for part in ["municipality", "booking", "closing_days", "services", "advisers"] {
        assert!(parts.contains_key(part), "{part}");
    }
    let service = &schema["$defs"]["Service"];
    assert!(service["properties"]["buffer_before_minutes"].is_object());
    let required = service["required"].as_array().unwrap();
    assert!(
        !required.contains(&"buffer_before_minutes".into()),
        "{required:?}"
    );
}
