use axum::http::StatusCode;

use crate::support::{TestServer, on_both_databases};

const WIDGET: &str = "/widget/next-time?service=mitid&location=borgerservice";

#[tokio::test]
async fn the_next_free_time_stands_in_a_frame_of_any_site() {
    on_both_databases(|server| async move {
        let slot = server.visitor().first_free_time("mitid", "borgerservice").await;
        let page = server.visitor().get(WIDGET).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has(&format!("datetime=\"{slot}\"")), "{}", page.body);
        assert!(page.has("Næste ledige tid") && page.has("/tid/mitid/borgerservice"));
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.ends_with("frame-ancestors *"), "{policy}");
        assert!(!page.headers.contains_key("x-frame-options"));
        assert!(!page.headers.contains_key("set-cookie") && !page.has("<script"));
        assert_eq!(page.headers["cache-control"], "public, max-age=60");
    })
    .await;
}

#[tokio::test]
async fn without_a_place_it_is_the_earliest_of_all() {
    let server = TestServer::on_sqlite().await;
    let english = server
        .visitor()
        .get("/widget/next-time?service=mitid&lang=en")
        .await;
    assert!(
        english.has("lang=\"en\"") && english.has("/en/tid/mitid/"),
        "{}",
        english.body
    );
}

#[tokio::test]
async fn what_cannot_be_shown_is_said_in_the_frame_too() {
    let server = TestServer::on_sqlite().await;
    for query in [
        "",
        "?service=findes-ikke",
        "?service=../etc",
        "?service=mitid&location=x",
    ] {
        let page = server.visitor().get(&format!("/widget/next-time{query}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{query}");
        assert!(page.has("href=\"/tid\""), "{}", page.body);
        assert!(!page.headers.contains_key("x-frame-options"), "{query}");
    }
}

#[tokio::test]
async fn no_other_page_can_be_framed() {
    let server = TestServer::on_sqlite().await;
    for path in ["/", "/tid", "/api/v1", "/widget/another"] {
        let page = server.visitor().get(path).await;
        assert_eq!(page.headers["x-frame-options"], "DENY", "{path}");
    }
}
