use crate::support::{TestServer, Visitor, on_both_databases};

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
