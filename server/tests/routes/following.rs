//! A parent follows a child's learning with the child's own code, and the child sees it and ends it.

use axum::http::header::SET_COOKIE;

use crate::support::{TestServer, Visitor, on_both_databases};

const FOLLOW: &str = "/lektier/foelg";
const KEEP: &str = "/laer/gem";
const LOCALE: (&str, &str) = ("locale", "da");

/// A child who has done a step, and the code that it makes.
async fn child_with_code(server: &TestServer) -> (Visitor, String) {
    let mut child = server.visitor();
    let step = [("course", "digital-post"), ("step", "hvem-skriver"), LOCALE];
    child.post("/api/learning/advance", &step).await.leads_to();
    let made = child.post("/api/learning/follow/code", &[LOCALE]).await;
    let page = child.get(made.leads_to()).await;
    let ticket = page.body.split("class=\"ticket__code\"").nth(1).unwrap();
    let code = ticket.split(['>', '<']).nth(1).unwrap().to_owned();
    (child, code)
}

async fn follow(parent: &mut Visitor, code: &str) -> String {
    let begun = parent
        .post("/api/homework/follow/begin", &[LOCALE, ("code", code)])
        .await;
    assert_eq!(begun.leads_to(), FOLLOW);
    parent.get(FOLLOW).await.body
}

#[tokio::test]
async fn a_parent_sees_what_was_done_and_the_child_sees_the_parent() {
    on_both_databases(|server| async move {
        let (mut child, code) = child_with_code(&server).await;
        assert!(child.get(KEEP).await.has("Lige nu er der ingen, der følger med."));
        let mut parent = server.visitor();
        let empty = parent.get(FOLLOW).await;
        assert!(empty.headers.get(SET_COOKIE).is_none(), "looking keeps nothing");

        let page = follow(&mut parent, &code).await;
        assert!(
            page.contains("Barn 1") && page.contains("lektioner er klar"),
            "{page}"
        );
        assert!(child.get(KEEP).await.has("1 følger med i det, du lærer."));

        let drill = [
            ("kind", "plus"),
            ("level", "1"),
            ("seed", "7"),
            LOCALE,
            ("given[0]", "0"),
        ];
        child.post("/api/drills/answer", &drill).await;
        let page = parent.get(FOLLOW).await;
        assert!(
            page.has("Plus") && page.has("Opgaver: 1. Rigtige i første forsøg: 0."),
            "{}",
            page.body
        );

        child.post("/api/learning/follow/stop", &[LOCALE]).await;
        assert!(!parent.get(FOLLOW).await.has("Barn 1"));
        assert!(child.get(KEEP).await.has("Lige nu er der ingen, der følger med."));
    })
    .await;
}

#[tokio::test]
async fn a_code_that_leads_nowhere_says_why_and_is_kept_for_mending() {
    let server = TestServer::on_sqlite().await;
    let mut parent = server.visitor();
    for (code, problem) in [
        ("hest hest", "En kode er fire ord."),
        (
            "hest hest hest hest",
            "Vi kender ikke den kode. Den virker i syv dage.",
        ),
    ] {
        let page = follow(&mut parent, code).await;
        assert!(page.contains(problem) && page.contains(code), "{page}");
    }
    let (mut child, code) = child_with_code(&server).await;
    assert!(follow(&mut child, &code).await.contains("Det er din egen kode."));
}

#[tokio::test]
async fn nobody_ends_what_others_follow() {
    let server = TestServer::on_sqlite().await;
    let (_, code) = child_with_code(&server).await;
    let mut parent = server.visitor();
    let page = follow(&mut parent, &code).await;
    let (_, rest) = page.split_once("name=\"child\" value=\"").unwrap();
    let id = rest.split('"').next().unwrap();
    let mut stranger = server.visitor();
    follow(&mut stranger, "hest").await;
    let fields = [LOCALE, ("child", id)];
    stranger.post("/api/homework/follow/end", &fields).await;
    assert!(parent.get(FOLLOW).await.has("Barn 1"));
    parent.post("/api/homework/follow/end", &fields).await;
    assert!(!parent.get(FOLLOW).await.has("Barn 1"));
}
