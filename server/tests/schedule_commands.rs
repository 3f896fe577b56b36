//! `startlinje schedule …`, run as a coordinator would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod program;

use std::process::Output;

use app::read_schedule;
use domain::appointments::{Arrangement, FreeTime, Occupied, Query, Schedule, free_times};
use domain::contact::{Contact, PersonName};
use domain::locale::Locale;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use program::Workplace;
use store::Database;
use store::appointments::{BookOutcome, NewAppointment, book};

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

#[tokio::test]
async fn whoever_is_booked_is_orphaned_only_when_somebody_accepts_it() {
    let coordinator = Workplace::new();
    run(&coordinator, &["import", FILE]);
    let date = book_in_a_week(&coordinator).await;
    let before = out(&run(&coordinator, &["export"]));
    assert!(run(&coordinator, &["import", FILE]).status.success());
    let closed =
        format!("\"closing_days\": [{{ \"date\": \"{date}\", \"reason\": {{ \"da\": \"Flytning\" }} }},");
    coordinator.replace("demo/fjordby.json", "\"closing_days\": [", &closed);

    let told = "booked appointments that do not fit this schedule: 1.";
    let dry = out(&run(&coordinator, &["import", FILE, "--dry-run"]));
    assert!(dry.contains(told) && dry.contains(&date), "{dry}");
    let refused = run(&coordinator, &["import", FILE]);
    assert!(!refused.status.success());
    for part in [
        told,
        "/personale/plan/fil",
        "--accept-orphans",
        "/personale/plan/ringeliste",
    ] {
        assert!(err(&refused).contains(part), "{part}: {}", err(&refused));
    }
    assert!(!err(&refused).contains("Birthe"), "numbers, and no names");
    assert_eq!(out(&run(&coordinator, &["export"])), before);

    let accepted = run(&coordinator, &["import", FILE, "--accept-orphans"]);
    let said = format!("{}{}", out(&accepted), err(&accepted));
    assert!(accepted.status.success(), "{said}");
    assert!(said.contains("/personale/plan/ringeliste"), "{said}");
    assert!(out(&run(&coordinator, &["export"])).contains("Flytning"));
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

/// Somebody books a free time a week from now or soon after; its date.
async fn book_in_a_week(coordinator: &Workplace) -> String {
    let schedule = read_schedule(&coordinator.read("demo/fjordby.json")).unwrap();
    let free = free_in_a_week(&schedule);
    let service = &schedule.services[0];
    let wanted = NewAppointment {
        code_hash: "code".to_owned(),
        sealed_code: String::new(),
        idempotency_key: "key".to_owned(),
        service: service.id.clone(),
        location: schedule.locations[0].id.clone(),
        units: service.taken(free.slot),
        attended: service.attended(free.slot),
        candidates: free.advisers,
        seats: 1,
        uses: vec![],
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Birthe Holm").unwrap(),
        contact: Contact::None,
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: None,
        letter: false,
    };
    let file = coordinator.path("../data/startlinje.db");
    let database = Database::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    let booked = book(&database, &wanted, Timestamp::now()).await.unwrap();
    assert!(matches!(booked, BookOutcome::Booked(_)), "{booked:?}");
    date_in_denmark(free.slot.moment()).to_string()
}

fn free_in_a_week(schedule: &Schedule) -> FreeTime {
    let now = Timestamp::now();
    let from = date_in_denmark(now).saturating_add(7.days());
    let query = Query {
        service: &schedule.services[0],
        location: &schedule.locations[0],
        from,
        until: from.saturating_add(21.days()),
        now,
    };
    free_times(schedule, &query, &Occupied::default()).swap_remove(0)
}
