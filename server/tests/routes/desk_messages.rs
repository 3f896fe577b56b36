//! The desk's letters, and what has not reached its recipient.

use app::password;
use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::messages::DeliveryProblem;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::outbox;
use store::staff::{self, NewStaff};

use crate::support::{TestServer, Visitor, on_both_databases};

const PASSWORD: &str = "en lang adgangskode";

/// Somebody who is signed in.
async fn signed_in(server: &TestServer, role: Role, workplaces: Workplaces) -> Visitor {
    let username = format!("{role:?}{workplaces:?}");
    let password_hash = password::hash(PASSWORD).unwrap();
    let new = NewStaff {
        username: &username,
        display_name: "Asta",
        password_hash: &password_hash,
        role,
        workplaces,
    };
    staff::add(server.database.write(), new, Timestamp::now())
        .await
        .unwrap();
    let mut visitor = server.visitor();
    let fields = [("locale", "da"), ("username", &*username), ("password", PASSWORD)];
    visitor.post("/api/staff/sign-in", &fields).await;
    visitor
}

async fn adviser(server: &TestServer) -> Visitor {
    signed_in(server, Role::Adviser, Workplaces::All).await
}

fn elsewhere() -> Workplaces {
    Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()])
}

/// Books the first free time; the first appointment of a test has number 1.
async fn book(server: &TestServer, locale: &str, contact: (&str, &str)) {
    let mut visitor = server.visitor();
    let slot = visitor.first_free_time("mitid", "borgerservice").await;
    let who = [
        ("service", "mitid"),
        ("location", "borgerservice"),
        ("locale", locale),
        ("slot", &*slot),
        ("name", "Birthe Holm"),
        ("contact", contact.0),
        contact,
    ];
    visitor.post("/api/appointments/save-details", &who).await;
    visitor
        .post("/api/appointments/book", &[("locale", locale)])
        .await;
}

async fn write_letter(visitor: &mut Visitor, street: &str) -> String {
    let form = [
        ("locale", "da"),
        ("appointment", "1"),
        ("street", street),
        ("city", "0999 Fjordby"),
    ];
    visitor
        .post("/api/messages/write-letter", &form)
        .await
        .leads_to()
        .to_owned()
}

async fn fail_first(server: &TestServer) {
    let now = Timestamp::now();
    let message = outbox::due(server.database.read(), now, 1)
        .await
        .unwrap()
        .remove(0);
    assert!(
        outbox::claim(server.database.write(), &message, now)
            .await
            .unwrap()
    );
    let cause = "550 birthe@example.dk: no such user";
    outbox::mark_failed(
        server.database.write(),
        &message,
        DeliveryProblem::Refused,
        cause,
        now,
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_letter_is_written_printed_once_and_printed_again() {
    on_both_databases(|server| async move {
        book(&server, "ar", ("none", "")).await;
        let mut asta = adviser(&server).await;
        assert!(asta.get("/skranke/breve/ny/1").await.has("Birthe Holm"));
        assert_eq!(write_letter(&mut asta, "Havnegade 12").await, "/skranke/breve");
        assert!(asta.get("/personale").await.has("Breve til print: 1"));
        assert!(asta.get("/skranke/breve").await.has("Print brevet"));

        let mut colleague = signed_in(&server, Role::Coordinator, Workplaces::All).await;
        let print = [("locale", "da")];
        let sheets = asta
            .post("/api/messages/print", &print)
            .await
            .leads_to()
            .to_owned();
        let late = colleague.post("/api/messages/print", &print).await;
        assert_eq!(late.leads_to(), "/skranke/breve");
        assert!(
            colleague
                .get("/skranke/breve")
                .await
                .has("En kollega har taget brevene")
        );

        for _ in 0..2 {
            let page = asta.get(&sheets).await;
            for said in [
                "Havnegade 12",
                "0999 Fjordby",
                "Din tid er booket.",
                "تم حجز موعدك",
                "Din kode",
            ] {
                assert!(page.has(said), "{said}: {}", page.body);
            }
        }
        let batch = sheets.rsplit('/').next().unwrap();
        asta.post("/api/messages/put-back", &[("locale", "da"), ("batch", batch)])
            .await;
        assert!(colleague.get("/skranke/breve").await.has("Print brevet"));
        assert_eq!(asta.get(&sheets).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_address_with_a_cpr_number_is_not_kept() {
    on_both_databases(|server| async move {
        book(&server, "da", ("none", "")).await;
        let mut asta = adviser(&server).await;
        for (street, said) in [
            ("010203-1234", "ligner et CPR-nummer"),
            (&"x".repeat(41), "Skriv højst 40 tegn"),
        ] {
            assert_eq!(write_letter(&mut asta, street).await, "/skranke/breve/ny/1");
            let form = asta.get("/skranke/breve/ny/1").await;
            assert!(form.has(said) && form.has("0999 Fjordby"), "{}", form.body);
        }
        assert!(asta.get("/skranke/breve").await.has("Der er ingen breve"));
    })
    .await;
}

#[tokio::test]
async fn what_was_refused_is_told_without_the_address_and_tried_again() {
    on_both_databases(|server| async move {
        book(&server, "da", ("email", "birthe@example.dk")).await;
        let mut asta = adviser(&server).await;
        assert!(asta.get("/skranke/beskeder").await.has("Der er ingen."));
        fail_first(&server).await;
        let page = asta.get("/skranke/beskeder").await;
        assert!(
            page.has("Mailadressen findes ikke.") && page.has("Birthe Holm"),
            "{}",
            page.body
        );
        assert!(!page.has("birthe@example.dk") && !page.has("550"));
        assert!(
            asta.get("/personale")
                .await
                .has("Beskeder, der ikke nåede frem: 1")
        );

        let press = [("locale", "da"), ("message", "1")];
        let answer = asta.post("/api/messages/retry", &press).await;
        assert_eq!(answer.leads_to(), "/skranke/beskeder");
        assert!(asta.get("/skranke/beskeder").await.has("Der er ingen."));
        fail_first(&server).await;
        asta.post("/api/messages/settle", &press).await;
        assert!(asta.get("/skranke/beskeder").await.has("Der er ingen."));
    })
    .await;
}

#[tokio::test]
async fn the_number_is_shown_where_sms_failed_and_a_letter_settles_it() {
    on_both_databases(|server| async move {
        book(&server, "da", ("phone", "12 34 56 78")).await;
        fail_first(&server).await;
        let mut asta = adviser(&server).await;
        let page = asta.get("/skranke/beskeder").await;
        assert!(
            page.has("tel:12345678") && page.has("/skranke/breve/ny/1"),
            "{}",
            page.body
        );
        write_letter(&mut asta, "Havnegade 12").await;
        assert!(asta.get("/skranke/beskeder").await.has("Der er ingen."));
    })
    .await;
}

#[tokio::test]
async fn others_see_and_change_nothing() {
    on_both_databases(|server| async move {
        book(&server, "da", ("email", "birthe@example.dk")).await;
        fail_first(&server).await;
        write_letter(&mut adviser(&server).await, "Havnegade 12").await;
        for path in [
            "/skranke/breve",
            "/skranke/breve/ny/1",
            "/skranke/beskeder",
            "/skranke/breve/print/x",
        ] {
            let stranger = server.visitor().get(path).await;
            assert_eq!(stranger.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        let mut teacher = signed_in(&server, Role::Teacher, Workplaces::All).await;
        let mut librarian = signed_in(&server, Role::Adviser, elsewhere()).await;
        for path in ["/skranke/breve", "/skranke/beskeder"] {
            assert_eq!(teacher.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
            assert!(!librarian.get(path).await.has("Birthe"), "{path}");
        }
        assert_eq!(
            librarian.get("/skranke/breve/ny/1").await.status,
            StatusCode::NOT_FOUND
        );
        assert!(!teacher.get("/personale").await.has("Breve til print"));
        let press = [("locale", "da"), ("message", "1"), ("appointment", "1")];
        for path in ["print", "write-letter", "retry", "settle"] {
            let path = format!("/api/messages/{path}");
            assert_eq!(
                teacher.post(&path, &press).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
            librarian.post(&path, &press).await;
        }
        let letters = store::letters::queued(server.database.read(), &Workplaces::All)
            .await
            .unwrap();
        assert_eq!(letters.len(), 1, "it has not been taken");
    })
    .await;
}
