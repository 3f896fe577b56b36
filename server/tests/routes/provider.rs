//! Signing in by a provider that nobody can reach: the browser tests have a real one.

use axum::http::StatusCode;
use domain::staff::{Role, Workplaces};
use server::config::Config;
use store::staff;

use crate::support::{TestServer, Visitor, on_both_databases};

/// Nobody listens there.
fn configured() -> Config {
    let provider = serde_json::json!({
        "issuer": "http://127.0.0.1:9", "client_id": "startlinje", "name": "Fjordby",
        "rules": {"role_claim": "groups", "roles": []},
    });
    Config {
        oidc: Some(serde_json::from_value(provider).unwrap()),
        ..Config::default()
    }
}

async fn problem_of(visitor: &mut Visitor, leads_to: &str) -> String {
    assert_eq!(leads_to, "/personale/log-ind");
    visitor.get(leads_to).await.body
}

#[tokio::test]
async fn the_door_is_there_where_it_is_configured() {
    let server = TestServer::on_sqlite().await;
    let page = server.visitor_where(configured()).get("/personale/log-ind").await;
    assert!(
        page.has("Log ind med Fjordby") && page.has("Brugernavn"),
        "{}",
        page.body
    );
    let mut without = server.visitor();
    assert!(!without.get("/personale/log-ind").await.has("Log ind med"));
    let answer = without.post("/personale/log-ind/udbyder", &[]).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
}

#[tokio::test]
async fn a_provider_that_is_away_is_told_and_nobody_comes_in_by_an_invented_return() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor_where(configured());
        let sent = visitor
            .post("/personale/log-ind/udbyder", &[("locale", "da")])
            .await;
        let page = problem_of(&mut visitor, sent.leads_to()).await;
        assert!(page.contains("Login virker ikke lige nu"), "{page}");
        for query in [
            "",
            "?state=x&code=y",
            "?error=access_denied&state=x",
            "?error=%3Cscript%3E",
        ] {
            let returned = visitor.get(&format!("/personale/log-ind/retur{query}")).await;
            let page = problem_of(&mut visitor, returned.leads_to()).await;
            assert!(page.contains("Det tog for lang tid"), "{query}: {page}");
        }
        assert_eq!(visitor.get("/personale").await.status, StatusCode::UNAUTHORIZED);
        let told = visitor
            .post("/personale/log-ud/besked", &[("logout_token", "a.b.c")])
            .await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_removed_is_signed_out_and_a_changed_role_counts_at_once() {
    on_both_databases(|server| async move {
        let mut asta = server.staff(Role::Adviser).await;
        assert_eq!(asta.get("/skranke").await.status, StatusCode::OK);
        let account = staff::all(server.database.read()).await.unwrap().remove(0);
        let name = &account.username;
        staff::set_role(server.database.write(), name, Role::Teacher, &Workplaces::All)
            .await
            .unwrap();
        assert_eq!(asta.get("/skranke").await.status, StatusCode::FORBIDDEN);
        staff::remove(server.database.write(), name).await.unwrap();
        assert_eq!(asta.get("/personale").await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}
