use axum::http::Method;
use serde_json::json;

use super::{ask, post};
use crate::support::TestServer;

const JSON: (&str, &str) = ("content-type", "application/json");
const KEY: (&str, &str) = ("idempotency-key", "a-key-that-is-long-enough");

#[tokio::test]
async fn bad_requests_are_told_what_is_wrong_with_them() {
    let server = TestServer::on_sqlite().await;
    let large = format!("{{\"name\": \"{}\"}}", "x".repeat(100_000));
    for (body, headers, refusal) in [
        ("{}", &[JSON][..], (400, "idempotency_key_missing")),
        ("{}", &[KEY], (415, "not_json")),
        ("{", &[KEY, JSON], (400, "invalid_request")),
        ("", &[KEY, JSON], (400, "invalid_request")),
        ("[]", &[KEY, JSON], (422, "invalid_fields")),
        ("{\"unknown\": 1}", &[KEY, JSON], (422, "invalid_fields")),
        ("{\"service\": \"../etc\"}", &[KEY, JSON], (422, "invalid_fields")),
        (&large, &[KEY, JSON], (413, "too_large")),
    ] {
        let refused = ask(&server, Method::POST, "/appointments", body, headers).await;
        assert_eq!(refused.refusal(), refusal, "{body:.40}: {}", refused.json);
        let kind = format!("/api/v1#{}", refusal.1);
        assert_eq!(refused.text("type"), kind);
    }
}

#[tokio::test]
async fn addresses_that_lead_nowhere_are_no_pages() {
    let server = TestServer::on_sqlite().await;
    for path in ["/nowhere", "/appointments/nowhere", "/services/mitid/more"] {
        let refused = ask(&server, Method::GET, path, "", &[("accept", "text/html")]).await;
        assert_eq!(refused.refusal(), (404, "not_found"), "{path}");
    }
    let refused = ask(&server, Method::DELETE, "/services", "", &[]).await;
    assert_eq!(refused.refusal(), (405, "method_not_allowed"));
    assert_eq!(refused.headers["allow"], "GET,HEAD");
}

#[tokio::test]
async fn a_program_with_an_origin_is_answered_and_a_cookie_changes_nothing() {
    let server = TestServer::on_sqlite().await;
    let sought = json!({"code": "aborre-aborre-aborre", "name": "Bo"});
    let headers = [
        ("origin", "https://another.example"),
        ("sec-fetch-site", "cross-site"),
        ("cookie", "startlinje=AAAAAAAAAAAAAAAAAAAAAA"),
    ];
    let answer = post(&server, "/appointments/find", &sought, &headers).await;
    assert_eq!(answer.refusal(), (404, "not_found"));
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn problems_are_told_in_the_language_that_is_asked_for() {
    let server = TestServer::on_sqlite().await;
    for (language, title) in [("da", "Det findes ikke"), ("en", "It does not exist")] {
        let headers = [("accept-language", language)];
        let refused = ask(&server, Method::GET, "/nowhere", "", &headers).await;
        assert!(refused.text("title").starts_with(title), "{}", refused.json);
        assert_eq!(refused.headers["content-language"], language);
    }
}
