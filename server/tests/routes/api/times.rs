use super::{ask, get};
use crate::support::{TestServer, on_both_databases};
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn services_and_places_are_told_in_the_language_that_is_asked_for() {
    let server = TestServer::on_sqlite().await;
    let english = ask(
        &server,
        Method::GET,
        "/services",
        "",
        &[("accept-language", "en-GB, da;q=0.5")],
    )
    .await;
    assert_eq!(english.headers["content-language"], "en");
    assert_eq!(english.text("services/0/name"), "Get MitID");
    let danish = get(&server, "/locations").await;
    assert_eq!(danish.headers["content-language"], "da");
    assert_eq!(danish.text("locations/0/name"), "Fjordby Borgerservice");
}

#[tokio::test]
async fn free_times_are_wall_times_with_their_offset_and_slots_in_utc() {
    let server = TestServer::on_sqlite().await;
    let found = get(&server, "/free-times?service=mitid&location=borgerservice&days=1").await;
    let slot: jiff::Timestamp = found.text("times/0/slot").parse().unwrap();
    let starts: jiff::Timestamp = found.text("times/0/starts_at").parse().unwrap();
    assert_eq!(slot, starts);
    let offset = &found.text("times/0/starts_at")[19..];
    assert!(["+01:00", "+02:00"].contains(&offset), "{offset}");
}

#[tokio::test]
async fn without_a_place_the_times_of_all_of_them_come_in_order() {
    on_both_databases(|server| async move {
        let mut path = "/free-times?service=mitid&days=2".to_owned();
        let mut slots = Vec::new();
        let mut places = std::collections::BTreeSet::new();
        for _ in 0..3 {
            let found = get(&server, &path).await;
            for time in found.json["times"].as_array().unwrap() {
                slots.push(time["slot"].as_str().unwrap().to_owned());
                places.insert(time["location"].as_str().unwrap().to_owned());
            }
            let more = found.text("more_from");
            path = format!("/free-times?service=mitid&days=2&from={more}");
        }
        assert!(slots.is_sorted());
        assert!(places.len() > 1, "{places:?}");
    })
    .await;
}

#[tokio::test]
async fn seats_and_dates_are_told_where_there_are_several() {
    let server = TestServer::on_sqlite().await;
    let first =
        async |query: &str| get(&server, &format!("/free-times?{query}")).await.json["times"][0].clone();
    let alone = first("service=mitid").await;
    assert!(
        alone["seats_left"].is_null() && alone["dates"].is_null(),
        "{alone}"
    );
    let cafe = first("service=it-cafe").await;
    assert_eq!(
        (&cafe["seats_left"], &cafe["dates"]),
        (&json!(8), &json!(null)),
        "{cafe}"
    );
    let course = first("service=it-kursus&location=bibliotek").await;
    assert_eq!(course["seats_left"], 8);
    assert_eq!(course["dates"].as_array().unwrap().len(), 4, "{course}");
    assert_eq!(course["dates"][0], course["slot"]);
}

#[tokio::test]
async fn what_cannot_be_looked_up_is_told_to_be_so() {
    let server = TestServer::on_sqlite().await;
    for (query, refusal) in [
        ("service=findes-ikke", (404, "not_found")),
        ("service=mitid&location=findes-ikke", (404, "not_found")),
        ("service=../etc", (400, "invalid_request")),
        ("", (400, "invalid_request")),
        ("service=mitid&days=0", (400, "invalid_request")),
        ("service=mitid&days=32", (400, "invalid_request")),
        ("service=mitid&from=i-morgen", (400, "invalid_request")),
        ("service=mitid&unknown=1", (400, "invalid_request")),
    ] {
        let refused = get(&server, &format!("/free-times?{query}")).await;
        assert_eq!(refused.refusal(), refusal, "{query}");
    }
    for from in ["1970-01-01", "9999-12-31", "-009999-01-01"] {
        let found = get(&server, &format!("/free-times?service=mitid&from={from}")).await;
        assert_eq!(found.status, 200, "{from}: {}", found.json);
    }
}
