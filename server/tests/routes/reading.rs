use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};

use crate::support::{TestServer, on_both_databases};

const SET_TEXT_SIZE: &str = "/api/reading/text-size";
const HANDOUT: &str = "/laer/digital-post/hvad-er-det/ark";
const GUIDE: &str = "/lektier/broeker-5-klasse";

#[tokio::test]
async fn a_text_size_is_kept_by_the_browser_alone() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        assert!(visitor.get("/").await.has("data-text-size=\"ordinary\""));
        let answer = visitor.post(SET_TEXT_SIZE, &[("size", "largest")]).await;
        assert_eq!(answer.leads_to(), "/", "back to where the form was");
        assert_eq!(
            answer.headers[SET_COOKIE],
            "startlinje-text-size=largest; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
        );
        for path in ["/", "/en/lektier", "/findes-ikke"] {
            let page = visitor.get(path).await;
            assert!(page.has("data-text-size=\"largest\""), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_size_that_does_not_exist_changes_nothing() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let answer = visitor.post(SET_TEXT_SIZE, &[("size", "huge")]).await;
    assert!(answer.headers.get(SET_COOKIE).is_none());
    visitor.cookie = Some("startlinje-text-size=huge".to_owned());
    assert!(visitor.get("/").await.has("data-text-size=\"ordinary\""));
}

#[tokio::test]
async fn a_lesson_comes_on_paper_with_the_way_back() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for (path, address) in [
        (HANDOUT.to_owned(), "http://localhost/laer/digital-post"),
        (format!("/en{HANDOUT}"), "http://localhost/en/laer/digital-post"),
    ] {
        let page = visitor.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.has(address), "{path} says where to go on");
        assert!(page.has("class=\"qr-code\""), "{path}");
        assert!(
            page.headers.get(SET_COOKIE).is_none(),
            "{path} makes nobody a visitor"
        );
        assert_eq!(page.headers[CACHE_CONTROL], "private, no-cache");
    }
    let missing = visitor.get("/laer/digital-post/findes-ikke/ark").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_text_on_paper_is_chosen_in_the_address() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let mut page = async |query: &str| visitor.get(&format!("{HANDOUT}{query}")).await.body;
    let (ordinary, easy, unknown) = (page("").await, page("?tekst=let").await, page("?tekst=x").await);
    assert_eq!(ordinary.matches("<h2").count(), easy.matches("<h2").count());
    assert_ne!(ordinary, easy);
    assert_eq!(ordinary.matches("<p").count(), unknown.matches("<p").count());
}

#[tokio::test]
async fn a_guide_comes_with_the_address_of_the_text_that_is_shown() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for (path, address) in [
        (GUIDE.to_owned(), format!("http://localhost{GUIDE}<")),
        (
            format!("{GUIDE}?tekst=let"),
            format!("http://localhost{GUIDE}?tekst=let<"),
        ),
        (format!("{GUIDE}?tekst=x"), format!("http://localhost{GUIDE}<")),
        // There is no twin in English, so there is nothing to choose.
        (
            format!("/en{GUIDE}?tekst=let"),
            format!("http://localhost/en{GUIDE}<"),
        ),
    ] {
        let page = visitor.get(&path).await;
        assert!(page.has(&address), "{path} says where it is found");
        assert!(page.has("class=\"qr-code\""), "{path}");
        assert!(
            page.headers.get(SET_COOKIE).is_none(),
            "{path} makes nobody a visitor"
        );
    }
}

#[tokio::test]
async fn who_reads_lessons_in_easy_words_gets_guides_in_them_too() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let easy = "En brøk har to tal.";
    assert!(!visitor.get(GUIDE).await.has(easy));
    let step = [
        ("course", "digital-post"),
        ("lesson", "hvad-er-det"),
        ("step", "postkassen"),
    ];
    let chosen = [("locale", "da"), ("reading", "easy")];
    visitor
        .post("/api/learning/reading", &[&step[..], &chosen].concat())
        .await;
    assert!(visitor.get(GUIDE).await.has(easy));
    assert!(!visitor.get(&format!("{GUIDE}?tekst=almindelig")).await.has(easy));
}
