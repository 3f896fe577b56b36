//! One lesson on two screens, as two browsers without JavaScript meet it.

use axum::http::StatusCode;
use domain::staff::Role;

use crate::support::{TestServer, Visitor, on_both_databases};

pub const NOW: &str = "/sammen/nu";
const ASKED: &str = "Er du klar til det næste?";

async fn start(visitor: &mut Visitor, side: &str) -> String {
    let fields = [("locale", "da"), ("course", "mitid"), ("side", side)];
    let started = visitor.post("/api/tutor/start", &fields).await;
    let page = visitor.get(started.leads_to()).await;
    let ticket = page.body.split("class=\"ticket__code\"").nth(1).unwrap();
    let code = ticket.split('>').nth(1).unwrap();
    code.split('<').next().unwrap().to_owned()
}

async fn join(visitor: &mut Visitor, code: &str) -> String {
    let fields = [("locale", "da"), ("code", code)];
    let joined = visitor.post("/api/tutor/join", &fields).await;
    joined.leads_to().to_owned()
}

async fn act(visitor: &mut Visitor, act: &str, step: &str) {
    let fields = [("locale", "da"), ("act", act), ("step", step)];
    visitor.post("/api/tutor/act", &fields).await.leads_to();
}

/// A citizen and a helper at the first step.
pub async fn two(server: &TestServer) -> (Visitor, Visitor) {
    let (mut citizen, mut helper) = (server.visitor(), server.visitor());
    let code = start(&mut citizen, "citizen").await;
    assert_eq!(join(&mut helper, &code.to_uppercase()).await, NOW);
    (citizen, helper)
}

#[tokio::test]
async fn the_helper_asks_and_only_the_citizen_moves() {
    on_both_databases(|server| async move {
        let (mut citizen, mut helper) = two(&server).await;
        let seen = helper.get(NOW).await;
        assert!(seen.has("Hænderne væk fra telefonen") && seen.has("Fortælle med egne ord, hvad MitID er"));
        assert!(seen.has("Din nøgle på nettet"), "the same step");
        assert!(!citizen.get(NOW).await.has(ASKED));

        act(&mut helper, "go_on", "din-noegle").await;
        act(&mut helper, "propose", "din-noegle").await;
        let asked = citizen.get(NOW).await;
        assert!(asked.has(ASKED) && asked.has("Din nøgle på nettet"));
        for _ in 0..2 {
            act(&mut citizen, "go_on", "din-noegle").await;
        }
        for visitor in [&mut citizen, &mut helper] {
            assert!(visitor.get(NOW).await.has("To dele skal passe"));
        }
        assert!(citizen.get("/laer/mitid").await.has("Fortsæt, hvor du slap"));
        assert!(!helper.get("/laer/mitid").await.has("Fortsæt, hvor du slap"));
        assert!(helper.get("/sammen").await.has("Gange, du har hjulpet: 1."));
    })
    .await;
}

#[tokio::test]
async fn both_tick_and_the_end_tells_what_was_learned() {
    on_both_databases(|server| async move {
        let (mut citizen, mut helper) = two(&server).await;
        let tick = [
            ("locale", "da"),
            ("step", "din-noegle"),
            ("item", "1"),
            ("seen", "0"),
        ];
        for visitor in [&mut citizen, &mut helper] {
            visitor.post("/api/tutor/check", &tick).await.leads_to();
        }
        assert!(citizen.get(NOW).await.has("aria-pressed=\"true\""));
        act(&mut citizen, "go_on", "din-noegle").await;
        act(&mut helper, "end", "to-dele").await;
        assert!(citizen.get(NOW).await.has("Godt gået"));
        assert!(helper.get(NOW).await.has("Tak, fordi du hjalp"));
        let learned = citizen.get("/sammen/kan-nu").await;
        assert!(learned.has("Fortælle med egne ord, hvad MitID er"));

        let send = |email| [("locale", "da"), ("email", email)];
        citizen
            .post("/api/tutor/send", &send("ikke en adresse"))
            .await
            .leads_to();
        assert!(citizen.get("/sammen/kan-nu").await.has("Skriv en mailadresse"));
        for _ in 0..2 {
            citizen
                .post("/api/tutor/send", &send("birthe@example.dk"))
                .await
                .leads_to();
        }
        let page = citizen.get("/sammen/kan-nu").await;
        assert!(page.has("Mailen er på vej") && !page.has("birthe@"));
        helper
            .post("/api/tutor/send", &send("andre@example.dk"))
            .await
            .leads_to();
        let waiting = store::outbox::due(server.database.read(), jiff::Timestamp::now(), 10).await;
        let waiting = waiting.unwrap();
        assert_eq!(waiting.len(), 1, "once, and to the citizen");
        assert!(waiting[0].body_text.contains("Din nøgle på nettet"));
    })
    .await;
}

#[tokio::test]
async fn an_answer_leads_back_to_the_lesson_of_two() {
    on_both_databases(|server| async move {
        let (mut citizen, _helper) = two(&server).await;
        let fields = [
            ("locale", "da"),
            ("course", "mitid"),
            ("lesson", "hvad-er-mitid"),
            ("step", "din-noegle"),
        ];
        let answered = citizen.post("/api/learning/answer", &fields).await;
        assert_eq!(answered.leads_to(), "/sammen/nu?svar=mangler");
        let alone = server.visitor().post("/api/learning/answer", &fields).await;
        assert_eq!(
            alone.leads_to(),
            "/laer/mitid/hvad-er-mitid/din-noegle?svar=mangler"
        );
    })
    .await;
}

#[tokio::test]
async fn a_helper_may_begin_and_the_citizen_joins() {
    on_both_databases(|server| async move {
        let (mut helper, mut citizen) = (server.visitor(), server.visitor());
        let code = start(&mut helper, "helper").await;
        assert_eq!(join(&mut citizen, &code).await, NOW);
        assert!(citizen.get(NOW).await.has("Ja, videre"));
        assert!(helper.get(NOW).await.has("Spørg, om I skal videre"));
    })
    .await;
}

#[tokio::test]
async fn a_code_that_leads_nowhere_is_told_and_kept() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        for (typed, told) in [
            ("hej", "En kode er tre ord."),
            ("aborre aborre aborre", "Ingen venter med den kode."),
        ] {
            assert_eq!(join(&mut visitor, typed).await, "/sammen");
            let page = visitor.get("/sammen").await;
            assert!(page.has(told) && page.has(typed), "{typed}: {}", page.body);
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_no_part_sees_and_does_nothing() {
    on_both_databases(|server| async move {
        let (mut citizen, _helper) = two(&server).await;
        let mut stranger = server.visitor();
        assert!(stranger.get(NOW).await.has("I er ikke i gang her"));
        let fields = [("locale", "da"), ("act", "end"), ("step", "din-noegle")];
        let refused = stranger.post("/api/tutor/act", &fields).await;
        assert!(refused.status.is_client_error(), "{}", refused.status);
        assert!(!stranger.get("/sammen/kan-nu").await.status.is_success());
        assert!(citizen.get(NOW).await.has("Din nøgle på nettet"));
    })
    .await;
}

#[tokio::test]
async fn at_the_desk_an_adviser_begins_where_help_was_asked_for() {
    on_both_databases(|server| async move {
        let fields = [("locale", "da"), ("course", "mitid"), ("step", "to-dele")];
        let refused = server.visitor().post("/api/tutor/desk", &fields).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        let mut adviser = server.staff(Role::Adviser).await;
        assert_eq!(adviser.post("/api/tutor/desk", &fields).await.leads_to(), NOW);
        let waiting = adviser.get(NOW).await;
        assert!(waiting.has("Giv de tre ord til den, der skal lære"));
        let code = waiting.body.split("class=\"ticket__code\"").nth(1).unwrap();
        let code = code
            .split('>')
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap()
            .to_owned();
        let mut citizen = server.visitor();
        join(&mut citizen, &code).await;
        assert!(citizen.get(NOW).await.has("To dele skal passe"));
    })
    .await;
}
