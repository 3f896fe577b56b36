use app::password;
use axum::http::StatusCode;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::staff::{self, NewStaff};

use crate::support::{TestServer, Visitor, on_both_databases};

async fn add_asta(server: &TestServer) {
    let password_hash = password::hash("en lang adgangskode").unwrap();
    let asta = NewStaff {
        username: "asta",
        display_name: "Asta",
        password_hash: &password_hash,
        role: Role::Adviser,
        workplaces: Workplaces::All,
    };
    staff::add(server.database.write(), asta, Timestamp::now())
        .await
        .unwrap();
}

async fn sign_in(visitor: &mut Visitor, username: &str, password: &str) -> String {
    let fields = [("locale", "da"), ("username", username), ("password", password)];
    visitor
        .post("/api/staff/sign-in", &fields)
        .await
        .leads_to()
        .to_owned()
}

#[tokio::test]
async fn staff_sign_in_and_out() {
    on_both_databases(|server| async move {
        add_asta(&server).await;
        let mut visitor = server.visitor();
        assert_eq!(visitor.get("/personale").await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(
            sign_in(&mut visitor, "Asta", "en lang adgangskode").await,
            "/personale"
        );
        let home = visitor.get("/personale").await;
        assert!(home.has("Asta") && home.has("Servicekonsulent"), "{}", home.body);
        visitor.post("/api/staff/sign-out", &[("locale", "da")]).await;
        assert_eq!(visitor.get("/personale").await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_look_the_same() {
    on_both_databases(|server| async move {
        add_asta(&server).await;
        let mut messages = Vec::new();
        for username in ["asta", "nobody"] {
            let mut visitor = server.visitor();
            assert_eq!(
                sign_in(&mut visitor, username, "forkert").await,
                "/personale/log-ind"
            );
            let page = visitor.get("/personale/log-ind").await;
            assert!(!page.has("forkert"), "the password is never sent back");
            messages.push(page.has("Brugernavnet eller adgangskoden passer ikke"));
        }
        assert_eq!(messages, [true, true]);
    })
    .await;
}

#[tokio::test]
async fn after_five_wrong_passwords_the_account_rests() {
    on_both_databases(|server| async move {
        add_asta(&server).await;
        let mut visitor = server.visitor();
        for _ in 0..5 {
            sign_in(&mut visitor, "asta", "forkert").await;
        }
        assert_eq!(
            sign_in(&mut visitor, "asta", "en lang adgangskode").await,
            "/personale/log-ind"
        );
        assert!(visitor.get("/personale/log-ind").await.has("Vent et kvarter"));
    })
    .await;
}
