use jiff::civil::{datetime, time};

use super::super::adviser::{Absence, AbsenceReason};
use super::super::schedule::Schedule;
use super::super::schedule_fixture::{adviser, document};
use super::super::service::Way;
use super::*;
use crate::recurrence::Repeats;

fn told(document: ScheduleDocument) -> String {
    let faults = Schedule::try_from(document).unwrap_err();
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_fault_of_a_document_is_told() {
    let (from, to) = (time(8, 0, 0, 0), time(9, 3, 0, 0));
    let mut broken = document(vec![adviser("a", &["unknown"], from, to)]);
    broken.format = 2;
    broken.services[0].duration_minutes = 7;
    broken.services[0].buffer_after_minutes = -5;
    broken.services[0].ways = vec![Way::Video, Way::Video];
    broken.services[0].horizon_days = Some(0);
    broken.services[0].seats = 0;
    broken.services[1].id = ServiceId::parse("afbud").unwrap();
    broken.locations[0].kept.walk_ins = 101;
    let mut first = broken.locations[0].clone();
    first.id = LocationId::parse("foerst").unwrap();
    broken.locations.push(first);
    broken.locations[0].hours[0].when.repeats = Repeats::NthOfMonth { nth: 6 };
    broken.advisers[0].absences = vec![Absence {
        from: datetime(2026, 12, 2, 0, 0, 0, 0),
        to: datetime(2026, 12, 1, 0, 2, 0, 0),
        reason: AbsenceReason::Leave,
    }];
    let text = told(broken);
    for part in [
        "format:",
        "services mitid: duration",
        "services mitid: buffer_before",
        "services mitid: ways",
        "services mitid: horizon_days",
        "services mitid: seats",
        "services afbud: this word",
        "locations foerst: this word",
        "locations library: kept",
        "locations library: repeats: nth",
        "no service unknown",
        "advisers a: write times on whole five",
        "advisers a: absent from",
        "advisers a: absences: write times",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn a_service_with_several_seats_stands_alone() {
    let (from, to) = (time(9, 0, 0, 0), time(11, 0, 0, 0));
    let mut cafe = document(vec![adviser("a", &["mitid", "post"], from, to)]);
    cafe.services[0].seats = 8;
    assert!(told(cafe.clone()).contains("advisers a: mitid has several seats"));
    cafe.advisers[0].services.truncate(1);
    cafe.advisers.push(adviser("b", &["post"], from, to));
    assert!(Schedule::try_from(cafe).is_ok());
}

#[test]
fn two_times_the_wrong_way_round_are_no_night() {
    let backwards = document(vec![adviser(
        "a",
        &["mitid"],
        time(15, 0, 0, 0),
        time(10, 0, 0, 0),
    )]);
    assert!(told(backwards).contains("the end must come after the beginning"));
    let night = adviser("a", &["mitid"], time(22, 0, 0, 0), time(2, 0, 0, 0));
    assert!(Schedule::try_from(document(vec![night])).is_ok());
}

#[test]
fn a_place_is_not_named_like_a_page_of_the_desk() {
    let mut document = document(vec![]);
    document.locations[0].id = LocationId::parse("ledsagere").unwrap();
    assert!(told(document).contains("locations ledsagere: this word"));
}

/// A document as it was written before anything but these fields could be said.
const EARLIER: &str = r#"{
    "format": 1,
    "municipality": { "name": "Fjordby", "phone": "", "email": "", "address": "" },
    "main_location": "hall",
    "booking": { "lead_minutes": 60, "horizon_days": 28 },
    "closing_days": [],
    "locations": [{
        "id": "hall", "name": { "da": "Hallen" }, "address": "", "phone": "", "directions": { "da": "" },
        "hours": [{ "weekday": 1, "opens": "10:00:00", "closes": "15:00:00" }]
    }],
    "services": [{
        "id": "mitid", "name": { "da": "MitID" }, "summary": { "da": "" }, "picture": "",
        "duration_minutes": 45, "start_every_minutes": 15, "bring": []
    }],
    "advisers": [{
        "id": "bo", "services": ["mitid"],
        "shifts": [{ "location": "hall", "weekday": 1, "from": "10:00:00", "to": "14:00:00" }]
    }]
}"#;

#[test]
fn an_earlier_document_is_read_and_written_as_it_was() {
    let document: ScheduleDocument = serde_json::from_str(EARLIER).unwrap();
    let before: serde_json::Value = serde_json::from_str(EARLIER).unwrap();
    assert_eq!(serde_json::to_value(&document).unwrap(), before);
    let schedule = Schedule::try_from(document).unwrap();
    let service = &schedule.services[0];
    assert_eq!(service.ways, [Way::InPerson]);
    assert_eq!(
        (schedule.lead_minutes(service), schedule.horizon_days(service)),
        (60, 28)
    );
}
