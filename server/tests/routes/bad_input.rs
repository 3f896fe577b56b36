use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::support::{TestServer, on_both_databases};

#[tokio::test]
async fn addresses_that_lead_nowhere_say_so() {
    on_both_databases(|server| async move {
        for path in [
            "/findes-ikke",
            "/en/findes-ikke",
            "/laer/findes-ikke",
            "/laer/digital-post/findes/ikke",
            "/lektier/findes-ikke",
            "/tid/findes-ikke",
            "/tid/mitid/findes-ikke",
            "/tid/fritagelse/medborgerhus",
            "/muligheder/findes-ikke",
            "/tid/mitid/borgerservice/i-morgen",
            "/tid/mitid/borgerservice/2020-01-06T10:00Z",
            "/tid/mitid/borgerservice/2026-11-25T03:00Z",
            "/tid/..%2f..%2fetc",
            "/laer/%C3%28",
        ] {
            let answer = server.visitor().get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(
                answer.has("Vi kan ikke finde siden") || answer.has("We cannot find"),
                "{path}: {}",
                answer.body
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_before_it_is_read() {
    let server = TestServer::on_sqlite().await;
    let name = "x".repeat(1 << 20);
    let answer = server
        .visitor()
        .post("/api/appointments/save-details", &[("name", &name)])
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.has("Det var for meget på én gang"), "{}", answer.body);
}

#[tokio::test]
async fn broken_forms_are_told_to_be_broken() {
    let server = TestServer::on_sqlite().await;
    for body in [
        b"service=mitid&name=\xff\xfe".to_vec(),
        b"service=..&location=x".to_vec(),
        b"%%%".to_vec(),
        Vec::new(),
    ] {
        let answer = server
            .visitor()
            .post_raw("/api/appointments/save-details", body.clone())
            .await;
        assert_eq!(
            answer.status,
            StatusCode::BAD_REQUEST,
            "{body:?}: {}",
            answer.body
        );
        assert!(answer.has("Det forstod vi ikke"), "{}", answer.body);
        assert!(
            !answer.has("panicked") && !answer.has("sqlite") && !answer.has("serde"),
            "{}",
            answer.body
        );
    }
}

#[tokio::test]
async fn programs_get_a_code_and_a_status() {
    let server = TestServer::on_sqlite().await;
    let path = "/api/learning/course?id=findes-ikke&locale=da";
    let answer = server
        .visitor()
        .send(
            Method::GET,
            path,
            Body::empty(),
            &[("accept", "application/json")],
        )
        .await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::NOT_FOUND, "\"not_found\"")
    );
}

#[tokio::test]
async fn a_tampered_cookie_is_a_new_visitor() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        for cookie in [
            "startlinje=AAAAAAAAAAAAAAAAAAAAAA",
            "startlinje=%00'; drop table sessions",
            "startlinje=",
        ] {
            visitor.cookie = Some(cookie.into());
            let answer = visitor.get("/laer").await;
            assert_eq!(answer.status, StatusCode::OK, "{cookie}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_on_somebody_elses_page_is_refused() {
    let server = TestServer::on_sqlite().await;
    let foreign = [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    let path = "/api/appointments/cancel";
    let answer = server
        .visitor()
        .send(Method::POST, path, Body::from("locale=da"), &foreign)
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn pages_of_a_lost_session_say_what_to_do() {
    let server = TestServer::on_sqlite().await;
    for path in [
        "/tid/tjek",
        "/tid/kvittering",
        "/tid/afbud/tjek",
        "/tid/afbud/slut",
        "/tid/flyt",
        "/tid/flyt/bibliotek/2030-01-07T10:00Z",
    ] {
        let answer = server.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
        assert!(answer.has("Begynd forfra"), "{path}");
    }
}
