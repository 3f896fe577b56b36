//! The tools for doing homework together, without JavaScript.

use axum::http::StatusCode;

use crate::support::{TestServer, Visitor, on_both_databases};

const PLAN: &str = "/lektier/ugeplan";

async fn write(visitor: &mut Visitor, task: &str) -> String {
    let fields = [
        ("locale", "da"),
        ("day", "3"),
        ("subject", "dansk"),
        ("task", task),
    ];
    let answer = visitor.post("/api/homework/week-plan/add", &fields).await;
    assert_eq!(answer.leads_to(), PLAN);
    visitor.get(PLAN).await.body
}

/// The number of the only entry on the page.
fn entry(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"entry\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_family_plans_its_week() {
    on_both_databases(|server| async move {
        let mut family = server.visitor();
        let empty = family.get(PLAN).await;
        assert!(empty.headers.get("set-cookie").is_none(), "looking keeps nothing");
        let page = write(&mut family, "Læs om hvalen").await;
        assert!(
            page.contains("Læs om hvalen") && page.contains("Onsdag"),
            "{page}"
        );
        let entry = entry(&page);
        let fields = [("locale", "da"), ("entry", entry.as_str()), ("state", "done")];
        family.post("/api/homework/week-plan/tick", &fields).await;
        assert!(family.get(PLAN).await.has("(gjort)"));

        // Somebody else sees nothing of it and changes nothing in it.
        let mut stranger = server.visitor();
        assert!(!stranger.get(PLAN).await.has("Læs om hvalen"));
        let refused = stranger
            .post("/api/homework/week-plan/remove", &fields[..2])
            .await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        write(&mut stranger, "Regn").await;
        stranger
            .post("/api/homework/week-plan/remove", &fields[..2])
            .await;
        assert!(family.get(PLAN).await.has("Læs om hvalen"));

        family
            .post("/api/homework/week-plan/clear", &[("locale", "da")])
            .await;
        assert!(!family.get(PLAN).await.has("Læs om hvalen"));
    })
    .await;
}

#[tokio::test]
async fn the_week_for_the_fridge_has_plan_reading_and_the_cafe() {
    let server = TestServer::on_sqlite().await;
    let mut family = server.visitor();
    let empty = family.get("/lektier/min-uge?uge=denne").await;
    assert!(empty.headers.get("set-cookie").is_none(), "looking keeps nothing");
    assert!(empty.has("søndag"), "{}", empty.body);
    write(&mut family, "Læs om hvalen").await;
    let fields = [("locale", "da"), ("minutes", "25")];
    family.post("/api/homework/reading/write", &fields).await;
    let week = family
        .get("/lektier/min-uge?uge=denne")
        .await
        .body
        .replace("<!>", "");
    assert!(
        week.contains("Læs om hvalen") && week.contains("Vi har læst i 25 min."),
        "{week}"
    );
    assert!(
        week.contains("Vi læste i"),
        "the other days have a line to write on"
    );
    let arabic = family.get("/ar/lektier/min-uge").await;
    assert!(arabic.has("Læs om hvalen") && arabic.has("الأربعاء"));
}

#[tokio::test]
async fn what_cannot_be_written_down_is_kept_for_mending() {
    let server = TestServer::on_sqlite().await;
    let mut family = server.visitor();
    let long = "læs ".repeat(40);
    for (task, kept, problem) in [
        ("", "", "Skriv, hvad der skal laves."),
        (long.as_str(), long.as_str(), "højst 120 tegn"),
        (
            "Ring til 010190-1234",
            "Ring til xxxxxx-xxxx",
            "Skriv ikke et CPR-nummer",
        ),
    ] {
        let page = write(&mut family, task).await;
        assert!(page.contains(problem), "{task}: {page}");
        assert!(page.contains(&format!("value=\"{kept}\"")), "{task}: {page}");
    }
    let fields = [("locale", "da"), ("day", "8"), ("task", "Læs")];
    let answer = family.post("/api/homework/week-plan/add", &fields).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_text_is_measured_and_not_kept() {
    on_both_databases(|server| async move {
        let mut parent = server.visitor();
        let text = "Jeg har en kat. Den hedder Mirakel";
        let fields = [("locale", "da"), ("text", text)];
        let answer = parent.post("/api/homework/measure-text", &fields).await;
        assert_eq!(answer.leads_to(), "/lektier/lix");
        let page = parent.get("/lektier/lix").await;
        let seen = page.body.replace("<!>", "");
        assert!(
            seen.contains("LIX-tallet er 18") && seen.contains("Meget let"),
            "{seen}"
        );
        assert!(!seen.contains("Mirakel"), "the text is not kept");

        let endless = "ord ".repeat(6000);
        let fields = [("locale", "da"), ("text", endless.as_str())];
        parent.post("/api/homework/measure-text", &fields).await;
        assert!(parent.get("/lektier/lix").await.has("Teksten er for lang"));
    })
    .await;
}
