use axum::http::Method;
use serde_json::{Value, json};

use super::{ask, first_free, post};
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

/// What cannot be read is told as such, whatever it is that cannot be read, and nothing of it is written back as a page.
#[tokio::test]
async fn bodies_that_are_no_honest_json_are_refused() {
    let server = TestServer::on_sqlite().await;
    let deep = format!("{}{}", "[".repeat(40_000), "]".repeat(40_000));
    let deep_field = format!("{{\"service\": {deep}}}");
    let in_latin_1 = b"{\"service\": \"mitid\", \"name\": \"\xc5se\"}";
    for (body, kind, refusal) in [
        (deep.as_bytes(), JSON.1, (422, "invalid_fields")),
        (deep_field.as_bytes(), JSON.1, (422, "invalid_fields")),
        (
            in_latin_1,
            "application/json; charset=iso-8859-1",
            (400, "invalid_request"),
        ),
        (b"{}", "application/json; charset=utf-8", (422, "invalid_fields")),
        (b"{}", "application/vnd.example+json", (422, "invalid_fields")),
        (
            b"service=mitid",
            "application/x-www-form-urlencoded",
            (415, "not_json"),
        ),
        (b"{}", "text/plain", (415, "not_json")),
        (b"{}", "nonsense", (415, "not_json")),
        (b"\xef\xbb\xbf{}", JSON.1, (400, "invalid_request")),
        (b"\xff\xfe{\0}\0", JSON.1, (400, "invalid_request")),
        (b"{\"service\": 1e999}", JSON.1, (400, "invalid_request")),
        (
            b"{\"service\": \"mitid\", \"service\": \"mitid\"}",
            JSON.1,
            (422, "invalid_fields"),
        ),
    ] {
        let headers = [KEY, ("content-type", kind)];
        let body_of = axum::body::Body::from(body.to_vec());
        let answer = server
            .visitor()
            .send(Method::POST, "/api/v1/appointments", body_of, &headers)
            .await;
        let refused = super::ApiAnswer::of(answer);
        let shown = String::from_utf8_lossy(&body[..body.len().min(40)]);
        assert_eq!(refused.refusal(), refusal, "{shown} as {kind}: {}", refused.json);
        assert!(
            refused.json.to_string().len() < 1_000,
            "{shown}: {}",
            refused.json
        );
    }
}

/// One field at a time, while the others are as they should be: the answer names it or says what it should be.
#[tokio::test]
async fn each_field_that_is_wrong_is_told_by_itself() {
    let server = TestServer::on_sqlite().await;
    let slot = first_free(&server, "mitid", "borgerservice").await;
    let long = "æ".repeat(10_000);
    let wrong = |field: &str, value: Value| {
        let mut wish = json!({"service": "mitid", "location": "borgerservice", "slot": slot, "name": "Bo"});
        wish[field] = value;
        wish
    };
    for (field, value, status) in [
        ("service", json!(""), 422),
        ("service", json!("findes-ikke"), 404),
        ("service", json!(long), 422),
        ("service", json!(null), 422),
        ("location", json!("findes-ikke"), 404),
        ("location", json!(["borgerservice"]), 422),
        ("slot", json!("2027-02-31T10:00Z"), 422),
        ("slot", json!("i morgen"), 422),
        ("slot", json!(-1), 422),
        ("slot", json!("99999-01-01T10:00Z"), 422),
        ("name", json!(""), 422),
        ("name", json!(long), 422),
        ("name", json!("\u{0}\u{7}"), 422),
        ("name", json!("\u{202e}\u{200f}"), 422),
        ("name", json!("010203-1234"), 422),
        ("name", json!(1), 422),
        ("contact", json!("due"), 422),
        ("contact", json!("phone"), 422),
        ("contact", json!("email"), 422),
        ("way", json!("home_visit"), 422),
        ("way", json!("due"), 422),
        ("language", json!("de"), 422),
        ("note", json!(long), 422),
        ("note", json!("Mit nummer er 010203-1234."), 422),
        ("needs", json!({"spoken_language": "<b>"}), 422),
        ("needs", json!({"step_free": "ja"}), 422),
        ("needs", json!({"illness": "ja"}), 422),
        ("needs", json!(null), 422),
        ("another", json!(1), 422),
    ] {
        let refused = post(&server, "/appointments", &wrong(field, value.clone()), &[KEY]).await;
        let shown: String = value.to_string().chars().take(30).collect();
        assert_eq!(refused.status, status, "{field}: {shown}: {}", refused.json);
        let says = refused.json.to_string();
        assert!(says.len() < 1_000, "{field}: {shown}: {says}");
        assert!(
            status == 404 || says.contains(field) || field == "contact",
            "{field}: {shown}: {says}"
        );
    }
}
