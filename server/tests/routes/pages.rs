use axum::body::Body;
use axum::http::{Method, StatusCode};

use domain::appointments::Schedule;
use jiff::Timestamp;
use store::schedules;

use crate::support::{TestServer, demo_schedule, on_both_databases};

/// Every page that needs nothing but its address.
const PAGES: [&str; 27] = [
    "/",
    "/laer",
    "/laer/digital-post",
    "/laer/digital-post/slut",
    "/laer/digital-post/hvad-er-det/postkassen",
    "/laer/digital-post/hvad-er-det/ark",
    "/lektier",
    "/lektier?fag=matematik&klasse=5",
    "/lektier/broeker-5-klasse",
    "/penge",
    "/penge/budget",
    "/penge/budget?indkomst=14.500&bolig=4.200",
    "/penge/loenseddel",
    "/penge/laan",
    "/penge/laan?beloeb=meget",
    "/penge/opsparing",
    "/penge/abonnementer",
    "/tid",
    "/tid/mitid",
    "/tid/mitid/borgerservice",
    "/tid/afbud",
    "/muligheder/borger",
    "/soeg?q=fritagelse",
    "/hjaelp",
    "/privatliv",
    "/tilgaengelighed",
    "/personale/log-ind",
];

#[tokio::test]
async fn every_page_is_there_in_every_language() {
    on_both_databases(|server| async move {
        for page in PAGES {
            for prefix in ["", "/en"] {
                let path = if page == "/" && !prefix.is_empty() {
                    prefix.to_owned()
                } else {
                    format!("{prefix}{page}")
                };
                let answer = server.visitor().get(&path).await;
                assert_eq!(answer.status, StatusCode::OK, "{path}");
                assert_eq!(
                    answer.body.matches("<h1").count(),
                    1,
                    "{path} has one main heading"
                );
                let language = if prefix.is_empty() {
                    "lang=\"da\""
                } else {
                    "lang=\"en\""
                };
                assert!(answer.body.contains(&format!("<html {language}")), "{path}");
                assert!(answer.has("10 20 30 40"), "{path} has the telephone number");
                assert!(
                    !answer.headers.contains_key("set-cookie"),
                    "{path} sets a cookie with nothing to keep"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_says_what_it_mended_and_what_it_missed() {
    let server = TestServer::on_sqlite().await;
    let answer = server.visitor().get("/soeg?q=digtal+post+xyzzy").await;
    assert!(answer.has("href=\"/soeg?q=digital%20post%20xyzzy\""));
    assert!(answer.has("Vi fandt ikke noget om \"xyzzy\""));
    assert!(answer.has("href=\"/laer/digital-post\""));
    assert!(answer.has("href=\"/tid/digital-post\""));
    let nothing = server.visitor().get("/soeg?q=xyzzy").await;
    assert!(nothing.has("href=\"/tid\"") && !nothing.has("card-link"));
}

#[tokio::test]
async fn headers_keep_scripts_and_frames_out() {
    let server = TestServer::on_sqlite().await;
    let answer = server.visitor().get("/").await;
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    let script = policy
        .split("; ")
        .find(|part| part.starts_with("script-src"))
        .unwrap();
    assert!(
        script.contains("'nonce-") && !script.contains("unsafe-inline"),
        "{script}"
    );
    assert!(policy.contains("frame-ancestors 'none'"));
    let nonce = script
        .split("'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap();
    let scripts = answer.body.matches("<script").count();
    assert_eq!(
        answer.body.matches(&format!("nonce=\"{nonce}\"")).count(),
        scripts,
        "every script has the nonce"
    );
    assert_eq!(answer.headers["referrer-policy"], "same-origin");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn was_leads_to_the_accessibility_statement() {
    let server = TestServer::on_sqlite().await;
    assert_eq!(server.visitor().get("/was").await.leads_to(), "/tilgaengelighed");
}

#[tokio::test]
async fn pictures_are_asked_for_again_by_their_tag() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let first = visitor.get("/pictures/brev.svg").await;
    let tag = first.headers["etag"].to_str().unwrap();
    let again = visitor
        .send(
            Method::GET,
            "/pictures/brev.svg",
            Body::empty(),
            &[("if-none-match", tag)],
        )
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
}

#[tokio::test]
async fn ready_means_that_the_database_answers() {
    on_both_databases(|server| async move {
        assert_eq!(server.visitor().get("/health/ready").await.status, StatusCode::OK);
        server.database.clone().close().await.unwrap();
        assert_eq!(
            server.visitor().get("/health/ready").await.status,
            StatusCode::SERVICE_UNAVAILABLE
        );
        let page = server.visitor().get("/tid").await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.has("Vi kan ikke hente det lige nu"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn strangers_share_a_page_until_the_schedule_changes() {
    on_both_databases(|server| async move {
        let before = server.visitor().get("/laer").await;
        assert_eq!(
            server.visitor().get("/laer").await.body,
            before.body,
            "down to the nonce"
        );
        let mut learner = server.visitor();
        learner
            .post(
                "/api/learning/hint",
                &[
                    ("course", "digital-post"),
                    ("lesson", "hvad-er-det"),
                    ("step", "hvem-skriver"),
                    ("locale", "da"),
                ],
            )
            .await;
        assert!(learner.cookie.is_some());
        assert_ne!(
            learner.get("/laer").await.body,
            before.body,
            "somebody's page is made for them"
        );

        let mut schedule = (*demo_schedule()).clone();
        schedule.municipality.phone = "12 34 56 78".into();
        let schedule = Schedule::try_from(schedule).unwrap();
        schedules::import(server.database.write(), &schedule, Timestamp::now())
            .await
            .unwrap();
        assert!(server.visitor().get("/laer").await.has("12 34 56 78"));
    })
    .await;
}
