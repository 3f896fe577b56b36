use axum::http::Method;
use domain::api_access::Scope;
use domain::staff::Workplaces;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::staff::{ask_with, token};
use super::{get, post};
use crate::support::{TestServer, on_both_databases};

const KEY: (&str, &str) = ("idempotency-key", "a-key-for-whoever-needs-something");

async fn first(server: &TestServer, query: &str) -> Value {
    get(server, &format!("/free-times?{query}&days=1")).await.json["times"][0].clone()
}

fn minutes(time: &Value) -> i64 {
    let moment = |name: &str| time[name].as_str().unwrap().parse::<Timestamp>().unwrap();
    moment("ends_at").duration_since(moment("starts_at")).as_mins()
}

#[tokio::test]
async fn there_are_only_times_that_fit_what_is_needed() {
    let server = TestServer::on_sqlite().await;
    let usual = first(&server, "service=mitid&location=borgerservice").await;
    assert_eq!(minutes(&usual), 45);
    let longer = first(&server, "service=mitid&location=borgerservice&extra_time=true").await;
    assert_eq!(minutes(&longer), 70);
    // A course lasts as long for everybody.
    let course = "service=it-kursus&location=bibliotek";
    let (usual, longer) = (
        first(&server, course).await,
        first(&server, &format!("{course}&extra_time=true")).await,
    );
    assert_eq!(minutes(&usual), minutes(&longer));
    for nowhere in [
        "service=mitid&location=medborgerhus&step_free=true",
        "service=mitid&spoken_language=zh",
    ] {
        assert_eq!(first(&server, nowhere).await, Value::Null, "{nowhere}");
    }
    let spoken = first(&server, "service=mitid&spoken_language=ar").await;
    assert!(spoken["slot"].is_string(), "{spoken}");
}

#[tokio::test]
async fn needs_that_cannot_be_read_or_ways_that_are_not_given_are_told() {
    let server = TestServer::on_sqlite().await;
    for (query, refusal) in [
        ("way=due", (400, "invalid_request")),
        ("way=home_visit", (404, "not_found")),
        ("spoken_language=arabisk", (400, "invalid_request")),
        ("step_free=ja", (400, "invalid_request")),
        ("extra_time=", (400, "invalid_request")),
    ] {
        let refused = get(&server, &format!("/free-times?service=mitid&{query}")).await;
        assert_eq!(refused.refusal(), refusal, "{query}");
        assert!(refused.json["detail"].is_string(), "{query}: {}", refused.json);
    }
}

#[tokio::test]
async fn what_is_needed_is_booked_told_again_and_seen_by_staff() {
    on_both_databases(|server| async move {
        let time = first(&server, "service=mitid&spoken_language=ar&extra_time=true").await;
        let wish = json!({
            "service": "mitid", "location": time["location"], "slot": time["slot"], "name": "Amir",
            "needs": {"spoken_language": "ar", "extra_time": true, "companion": true},
            "note": "Jeg har fået en ny telefon.",
        });
        let booked = post(&server, "/appointments", &wish, &[KEY]).await;
        assert_eq!(booked.status, 201, "{}", booked.json);
        assert_eq!(booked.text("ends_at"), time["ends_at"]);
        assert_eq!(booked.text("needs/spoken_language"), "ar");
        assert_eq!(booked.json["needs"]["companion"], true);

        let mut without = wish.clone();
        without["needs"] = json!({});
        let other = post(&server, "/appointments", &without, &[KEY]).await;
        assert_eq!(other.refusal(), (422, "idempotency_key_used"));

        let day = format!(
            "/staff/appointments?location={}&date={}",
            time["location"].as_str().unwrap(),
            &booked.text("starts_at")[..10]
        );
        for (number, scopes, note) in [
            (1, &[Scope::ReadAppointments][..], Value::Null),
            (
                2,
                &[Scope::ReadAppointments, Scope::ReadContacts],
                wish["note"].clone(),
            ),
        ] {
            let program = token(&server, number, scopes, Workplaces::All).await;
            let seen = ask_with(&server, Method::GET, &day, &program).await;
            assert_eq!(seen.json["appointments"][0]["note"], note);
            assert_eq!(seen.text("appointments/0/needs/spoken_language"), "ar");
        }
    })
    .await;
}

#[tokio::test]
async fn a_time_that_does_not_fit_what_is_needed_is_not_free() {
    let server = TestServer::on_sqlite().await;
    let time = first(&server, "service=mitid&location=borgerservice").await;
    let wish = json!({
        "service": "mitid", "location": "borgerservice", "slot": time["slot"], "name": "Amir",
        "needs": {"spoken_language": "zh"},
    });
    let refused = post(&server, "/appointments", &wish, &[KEY]).await;
    assert_eq!(refused.refusal(), (409, "time_taken"));
}
