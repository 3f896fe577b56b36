use std::collections::BTreeSet;

use axum::http::Method;
use domain::api_access::{ApiToken, Scope};
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use serde_json::json;
use store::api_tokens::{self, NewToken};

use super::{ApiAnswer, ask, get, post};
use crate::support::{CODE_KEY, TestServer, on_both_databases};

const LIST: &str = "/staff/appointments?location=borgerservice";

/// Makes a token, and the header that a program sends it in.
pub async fn token(server: &TestServer, number: u128, scopes: &[Scope], workplaces: Workplaces) -> String {
    let token = ApiToken::from_random([number, number]);
    let new = NewToken {
        name: "Testens program".to_owned(),
        scopes: scopes.iter().copied().collect(),
        workplaces,
    };
    api_tokens::add(server.database.write(), CODE_KEY, &token, &new, Timestamp::now())
        .await
        .unwrap();
    format!("Bearer {}", token.secret())
}

pub async fn ask_with(server: &TestServer, method: Method, path: &str, token: &str) -> ApiAnswer {
    ask(server, method, path, "", &[("authorization", token)]).await
}

/// Books for Birthe, and gives the address of her day at the place.
async fn book_for_birthe(server: &TestServer) -> String {
    let times = get(server, "/free-times?service=mitid&location=borgerservice&days=1").await;
    let wish = json!({
        "service": "mitid", "location": "borgerservice", "slot": times.text("times/0/slot"),
        "name": "Birthe Holm", "contact": "phone", "phone": "10 20 30 40",
    });
    let key = [("idempotency-key", "a-key-of-a-program-of-staff")];
    let booked = post(server, "/appointments", &wish, &key).await;
    format!("{LIST}&date={}", &booked.text("starts_at")[..10])
}

#[tokio::test]
async fn each_operation_asks_for_its_scope() {
    let server = TestServer::on_sqlite().await;
    let cancel = "/staff/appointments/1/cancel";
    let operations = [
        (Method::GET, LIST, Scope::ReadAppointments),
        (Method::POST, cancel, Scope::WriteAppointments),
        (Method::GET, "/staff/schedule", Scope::ReadSchedule),
    ];
    for (number, (method, path, scope)) in (0..).zip(operations) {
        for wrong in ["", "Bearer", "Bearer startlinje_1", "Basic YTpi"] {
            let refused = ask_with(&server, method.clone(), path, wrong).await;
            assert_eq!(refused.refusal(), (401, "token_missing"), "{path}");
            assert_eq!(refused.headers["www-authenticate"], "Bearer");
        }
        let others: BTreeSet<_> = Scope::ALL.into_iter().filter(|other| *other != scope).collect();
        let others: Vec<_> = others.into_iter().collect();
        let without = token(&server, number * 2, &others, Workplaces::All).await;
        let refused = ask_with(&server, method.clone(), path, &without).await;
        assert_eq!(refused.refusal(), (403, "forbidden"), "{path}");
        assert!(
            refused.text("detail").ends_with(scope.as_str()),
            "{}",
            refused.json
        );
        let with = token(&server, number * 2 + 1, &[scope], Workplaces::All).await;
        let allowed = ask_with(&server, method, path, &with).await;
        assert!(allowed.status == 200 || allowed.status == 404, "{}", allowed.json);
    }
}

#[tokio::test]
async fn a_day_is_shown_and_how_people_are_reached_only_to_those_who_may() {
    on_both_databases(|server| async move {
        let day = book_for_birthe(&server).await;
        let names = token(&server, 1, &[Scope::ReadAppointments], Workplaces::All).await;
        let seen = ask_with(&server, Method::GET, &day, &names).await;
        assert_eq!(seen.text("appointments/0/name"), "Birthe Holm");
        assert!(!seen.json.to_string().contains("10203040"), "{}", seen.json);

        let scopes = [Scope::ReadAppointments, Scope::ReadContacts];
        let contacts = token(&server, 2, &scopes, Workplaces::All).await;
        let seen = ask_with(&server, Method::GET, &day, &contacts).await;
        assert_eq!(seen.text("appointments/0/contact/value"), "10203040");

        let log = server.staff(Role::Admin).await.get("/personale/adgang").await;
        assert!(log.has("Nøgle nr. 1") && log.has("Nøgle nr. 2"), "{}", log.body);

        let tomorrow = format!("{LIST}&date=2030-01-01");
        let seen = ask_with(&server, Method::GET, &tomorrow, &names).await;
        assert_eq!(seen.json, json!({"appointments": []}));
    })
    .await;
}

#[tokio::test]
async fn a_token_of_one_place_shows_and_cancels_nothing_of_another() {
    on_both_databases(|server| async move {
        let day = book_for_birthe(&server).await;
        let scopes = [Scope::ReadAppointments, Scope::WriteAppointments];
        let library = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        let of_library = token(&server, 1, &scopes, library).await;
        let of_all = token(&server, 2, &scopes, Workplaces::All).await;
        let seen = ask_with(&server, Method::GET, &day, &of_all).await;
        let cancel = format!(
            "/staff/appointments/{}/cancel",
            seen.json["appointments"][0]["id"]
        );
        for (method, path) in [(Method::GET, &day), (Method::POST, &cancel)] {
            let refused = ask_with(&server, method, path, &of_library).await;
            assert_eq!(refused.refusal(), (403, "forbidden"), "{path}");
        }
        // Twice is as good as once.
        for _ in 0..2 {
            let cancelled = ask_with(&server, Method::POST, &cancel, &of_all).await;
            assert_eq!(cancelled.text("status"), "cancelled");
        }
    })
    .await;
}

#[tokio::test]
async fn the_schedule_is_exported_as_it_was_imported() {
    on_both_databases(|server| async move {
        let program = token(&server, 1, &[Scope::ReadSchedule], Workplaces::All).await;
        let exported = ask_with(&server, Method::GET, "/staff/schedule", &program).await;
        let document: domain::appointments::ScheduleDocument = serde_json::from_value(exported.json).unwrap();
        assert_eq!(document, *crate::support::demo_schedule());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_told_to_be_so() {
    let server = TestServer::on_sqlite().await;
    let program = token(&server, 1, &Scope::ALL, Workplaces::All).await;
    for (method, path, refusal) in [
        (
            Method::GET,
            "/staff/appointments?location=findes-ikke",
            (404, "not_found"),
        ),
        (Method::GET, "/staff/appointments", (400, "invalid_request")),
        (Method::POST, "/staff/appointments/x/cancel", (404, "not_found")),
        (Method::POST, "/staff/appointments/0/cancel", (404, "not_found")),
    ] {
        let refused = ask_with(&server, method, path, &program).await;
        assert_eq!(refused.refusal(), refusal, "{path}");
    }
    for date in ["9999-12-30", "-009999-01-01"] {
        let seen = ask_with(&server, Method::GET, &format!("{LIST}&date={date}"), &program).await;
        assert!(
            [200, 400].contains(&seen.status.as_u16()),
            "{date}: {}",
            seen.json
        );
    }
}
