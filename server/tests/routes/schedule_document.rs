//! The schedule as a file, sent in a form of its own size.

use axum::http::StatusCode;
use domain::staff::Role;

use crate::support::{TestServer, Visitor};

/// As many bytes as no other form may have.
const LARGE: usize = 300 * 1024;

async fn send(coordinator: &mut Visitor, text: &str) -> crate::support::Answer {
    let fields = [("locale", "da"), ("text", text)];
    coordinator.post("/api/schedule/change-document", &fields).await
}

#[tokio::test]
async fn a_schedule_may_be_larger_than_any_other_form() {
    let server = TestServer::on_sqlite().await;
    let mut coordinator = server.staff(Role::Coordinator).await;
    let schedule = coordinator.get("/personale/plan/plan.json").await.body;
    let large = schedule + &" ".repeat(LARGE);
    assert_eq!(
        send(&mut coordinator, &large).await.leads_to(),
        "/personale/plan/tjek"
    );
    let refused = send(&mut coordinator, &(large + "}")).await;
    assert_eq!(refused.leads_to(), "/personale/plan/fil");
    let page = coordinator.get("/personale/plan/fil").await;
    assert!(page.has("Planen er afvist") && page.body.len() > LARGE);
}

#[tokio::test]
async fn what_is_no_schedule_any_more_is_refused_before_it_is_read() {
    let server = TestServer::on_sqlite().await;
    let mut coordinator = server.staff(Role::Coordinator).await;
    let answer = send(&mut coordinator, &"x".repeat(2 << 20)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.has("vælg en mindre"), "{}", answer.body);
    let elsewhere = [("locale", "da"), ("name", &*"x".repeat(LARGE))];
    let answer = coordinator.post("/api/schedule/add-adviser", &elsewhere).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_stranger_cannot_send_one() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let answer = send(&mut visitor, "{}").await;
    assert!(!answer.status.is_success(), "{}", answer.status);
    assert!(!answer.status.is_redirection() || answer.leads_to().contains("log-ind"));
}
