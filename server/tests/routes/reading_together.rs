//! A child and a parent read together, without JavaScript.

use axum::http::StatusCode;

use crate::support::{TestServer, Visitor, on_both_databases};

const PAGE: &str = "/lektier/laes";
const LOCALE: (&str, &str) = ("locale", "da");

async fn press(visitor: &mut Visitor, what: &str) -> String {
    let answer = visitor
        .post(&format!("/api/homework/reading/{what}"), &[LOCALE])
        .await;
    assert_eq!(answer.leads_to(), PAGE);
    page(visitor).await
}

async fn write(visitor: &mut Visitor, fields: &[(&str, &str)]) -> String {
    let fields: Vec<_> = [LOCALE].iter().chain(fields).copied().collect();
    let answer = visitor.post("/api/homework/reading/write", &fields).await;
    assert_eq!(answer.leads_to(), PAGE);
    page(visitor).await
}

/// The page without the marks that stand between texts.
async fn page(visitor: &mut Visitor) -> String {
    visitor.get(PAGE).await.body.replace("<!>", "")
}

#[tokio::test]
async fn two_read_and_write_it_down() {
    on_both_databases(|server| async move {
        let mut family = server.visitor();
        let first = family.get(PAGE).await;
        assert!(first.headers.get("set-cookie").is_none(), "looking keeps nothing");
        let reading = press(&mut family, "begin").await;
        assert!(reading.contains("I begyndte kl. "), "{reading}");

        // Without a number of minutes the clock counts.
        let fields = [
            ("minutes", ""),
            ("book", "Ronja"),
            ("first_page", "12"),
            ("last_page", "18"),
            ("what", "De sprang over afgrunden."),
        ];
        let list = write(&mut family, &fields).await;
        assert!(list.contains("1 minut · side 12-18"), "{list}");
        assert!(list.contains("I alt 1 minut og 7 sider"), "{list}");
        assert!(list.contains("De sprang over afgrunden.") && !list.contains("I begyndte"));
        // The form goes on where they left the book.
        assert!(
            list.contains("value=\"19\"") && list.contains("value=\"Ronja\""),
            "{list}"
        );

        let list = write(&mut family, &[("minutes", "20")]).await;
        assert!(list.contains("I alt 21 minutter og 7 sider"), "{list}");
        let empty = press(&mut family, "clear").await;
        assert!(empty.contains("Når I har skrevet noget op"), "{empty}");
    })
    .await;
}

#[tokio::test]
async fn a_list_is_nobody_elses() {
    on_both_databases(|server| async move {
        let (mut family, mut stranger) = (server.visitor(), server.visitor());
        let list = write(&mut family, &[("minutes", "20"), ("book", "Ronja")]).await;
        let (_, id) = list.split_once("name=\"reading\" value=\"").unwrap();
        let reading = [LOCALE, ("reading", id.split('"').next().unwrap())];
        let refused = stranger.post("/api/homework/reading/remove", &reading).await;
        assert_eq!(
            refused.status,
            StatusCode::CONFLICT,
            "who keeps nothing has nothing to change"
        );
        write(&mut stranger, &[("minutes", "5")]).await;
        stranger.post("/api/homework/reading/remove", &reading).await;
        assert!(!page(&mut stranger).await.contains("Ronja"));
        assert!(page(&mut family).await.contains("Ronja"));
        family.post("/api/homework/reading/remove", &reading).await;
        assert!(!page(&mut family).await.contains("<b dir=\"auto\">Ronja"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_written_down_is_kept_for_mending() {
    let server = TestServer::on_sqlite().await;
    let mut family = server.visitor();
    let fields = [("book", "Mio"), ("first_page", "9"), ("last_page", "3")];
    let list = write(&mut family, &fields).await;
    assert!(list.contains("et tal fra 1 til 180") && list.contains("det mindste sidetal først"));
    assert!(
        list.contains("value=\"Mio\"") && list.contains("value=\"9\""),
        "{list}"
    );
    let list = write(&mut family, &[("minutes", "10"), ("what", "Om 010190-1234")]).await;
    assert!(
        list.contains("Skriv ikke et CPR-nummer") && list.contains("Om xxxxxx-xxxx"),
        "{list}"
    );
    assert!(!list.contains("010190"));
    // A clock can be dropped, and what was typed with it.
    press(&mut family, "begin").await;
    let dropped = press(&mut family, "drop").await;
    assert!(
        !dropped.contains("I begyndte") && !dropped.contains("xxxxxx"),
        "{dropped}"
    );
}

#[tokio::test]
async fn a_child_is_asked_what_fits_its_age() {
    let server = TestServer::on_sqlite().await;
    let mut family = server.visitor();
    assert!(page(&mut family).await.contains("Se på titlen og forsiden"));
    let small = family.get("/lektier/laes?alder=3-5").await;
    assert!(small.has("billedet foran på bogen") && !small.has("Se på titlen og forsiden"));
    assert!(
        family
            .get("/en/lektier/laes?alder=10-13")
            .await
            .has("Why did you choose this book?")
    );
    assert!(family.get("/ar/lektier/laes").await.has("عمّ يتحدث الكتاب"));
}
