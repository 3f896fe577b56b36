use axum::http::header::SET_COOKIE;
use store::ConnectionTrait;

use crate::support::{Answer, TestServer, Visitor, on_both_databases};

const STEP: [(&str, &str); 3] = [
    ("course", "digital-post"),
    ("step", "hvem-skriver"),
    ("locale", "da"),
];
const OTHER_STEP: [(&str, &str); 3] = [("course", "mitid"), ("step", "din-noegle"), ("locale", "da")];
const COURSE: &str = "/laer/digital-post";
/// Stands on the page of a course that the visitor has begun.
const BEGUN: &str = "Fortsæt, hvor du slap";

/// Somebody who has done a step.
async fn learner(server: &TestServer, step: &[(&str, &str)]) -> Visitor {
    let mut visitor = server.visitor();
    visitor.post("/api/learning/advance", step).await.leads_to();
    visitor
}

/// The cookie that is set, with how long it lives; empty where there is none.
fn lives(answer: &Answer) -> &str {
    let cookie = answer.headers.get(SET_COOKIE);
    cookie.map_or("", |cookie| cookie.to_str().unwrap())
}

#[tokio::test]
async fn a_code_brings_the_progress_into_a_session_that_nobody_else_knows() {
    on_both_databases(|server| async move {
        let code = learner(&server, &STEP).await.recovery_code().await;
        let mut victim = learner(&server, &OTHER_STEP).await;
        // Somebody has set the cookie of another's browser, or has read it there.
        let mut attacker = server.visitor();
        attacker.cookie.clone_from(&victim.cookie);

        victim.redeem(&code).await;
        assert_ne!(victim.cookie, attacker.cookie);
        assert!(victim.get(COURSE).await.has(BEGUN));
        assert!(!attacker.get(COURSE).await.has(BEGUN));
    })
    .await;
}

#[tokio::test]
async fn whoever_goes_on_another_day_is_remembered_for_another_while() {
    on_both_databases(|server| async move {
        let mut visitor = learner(&server, &STEP).await;
        let same_day = visitor.post("/api/learning/advance", &OTHER_STEP).await;
        assert!(!same_day.headers.contains_key(SET_COOKIE), "once a day is enough");
        let yesterday = "UPDATE visitors SET last_seen_at = last_seen_at - 90000";
        server
            .database
            .write()
            .execute_unprepared(yesterday)
            .await
            .unwrap();
        let again = visitor.post("/api/learning/advance", &STEP).await;
        assert!(lives(&again).contains("Max-Age=15552000"), "{}", lives(&again));
        let read = visitor.get(COURSE).await;
        assert!(!read.headers.contains_key(SET_COOKIE), "reading writes nothing");
    })
    .await;
}

#[tokio::test]
async fn a_shared_computer_stays_one_whatever_is_done_next() {
    on_both_databases(|server| async move {
        let mut visitor = learner(&server, &STEP).await;
        let shared = visitor
            .post("/api/learning/keep/shared", &[("locale", "da")])
            .await;
        assert!(lives(&shared).contains("Max-Age=1800"), "{}", lives(&shared));
        let answered = visitor.post("/api/learning/advance", &OTHER_STEP).await;
        assert!(lives(&answered).contains("Max-Age=1800"), "{}", lives(&answered));
        let sat_down = visitor
            .post("/api/learning/review/more", &[("locale", "da")])
            .await;
        assert!(lives(&sat_down).contains("Max-Age=1800"), "{}", lives(&sat_down));
    })
    .await;
}

#[tokio::test]
async fn another_device_of_somebody_who_was_merged_shows_all_of_it() {
    on_both_databases(|server| async move {
        let code = learner(&server, &STEP).await.recovery_code().await;
        let mut phone = learner(&server, &OTHER_STEP).await;
        let mut tablet = server.visitor();
        tablet.redeem(&phone.recovery_code().await).await;
        assert!(!tablet.get(COURSE).await.has(BEGUN));

        phone.redeem(&code).await;
        for page in [COURSE, "/laer/mitid"] {
            assert!(tablet.get(page).await.has(BEGUN), "{page}, which it only reads");
        }
    })
    .await;
}
