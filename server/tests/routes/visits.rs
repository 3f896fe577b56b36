//! Somebody is visited at home: the address is asked for, told to whoever drives there, and to nobody else.

use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use store::outbox;

use crate::schedule::date_of;
use crate::support::{TestServer, Visitor, on_both_databases};

const ADDRESS: &str = "Kajen 1, 2. tv., 0999 Fjordby";

/// Says who they are, and tells which time they want.
pub async fn says_who(server: &TestServer, contact: &[(&str, &str)]) -> (Visitor, String) {
    let mut visitor = server.visitor();
    let slot = visitor.first_free_time("hjemmebesoeg", "borgerservice").await;
    let fields = [
        ("service", "hjemmebesoeg"),
        ("location", "borgerservice"),
        ("locale", "da"),
        ("slot", &*slot),
        ("name", "Åse Bæk"),
    ];
    let filled = visitor
        .post("/api/appointments/save-details", &[&fields[..], contact].concat())
        .await;
    assert_eq!(filled.leads_to(), "/tid/adresse");
    (visitor, slot)
}

async fn says_where(visitor: &mut Visitor, address: &str) -> String {
    let fields = [("locale", "da"), ("address", address)];
    let answer = visitor.post("/api/appointments/save-visit", &fields).await;
    answer.leads_to().to_owned()
}

#[tokio::test]
async fn whoever_is_visited_is_asked_where_and_whoever_drives_there_is_told() {
    on_both_databases(|server| async move {
        let reach = [("contact", "email"), ("email", "aase@example.dk")];
        let (mut visitor, slot) = says_who(&server, &reach).await;
        assert_eq!(says_where(&mut visitor, ADDRESS).await, "/tid/tjek");
        let check = visitor.get("/tid/tjek").await;
        for text in [ADDRESS, "Vi kommer hjem til dig", "Ret adressen"] {
            assert!(check.has(text), "{text}: {}", check.body);
        }
        let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
        assert_eq!(booked.leads_to(), "/tid/kvittering");
        assert!(visitor.get("/tid/kvittering").await.has(ADDRESS));
        let calendar = visitor.get("/tid/kalender.ics").await.body;
        assert!(!calendar.contains("Kajen"), "{calendar}");
        let due = outbox::due(server.database.read(), jiff::Timestamp::now(), 9)
            .await
            .unwrap();
        assert!(!format!("{:?}", due[0].subject).contains("Kajen"));
        assert!(!due[0].body_text.contains("Kajen"), "{}", due[0].body_text);
        assert!(
            due[0].body_text.contains("Vi kommer hjem til dig"),
            "{}",
            due[0].body_text
        );

        let day = format!("/personale/dag?dato={}", date_of(&slot));
        let mut adviser = server.staff(Role::Adviser).await;
        assert!(adviser.get(&day).await.has("Hjemmebesøg: Kajen 1"));
        assert!(!adviser.get("/skranke/borgerservice").await.has("Kajen"));
        let elsewhere = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        let mut other = server.staff_at(Role::Adviser, elsewhere).await;
        assert!(!other.get(&day).await.has("Kajen"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_address_is_told_and_nothing_is_booked_without_one() {
    on_both_databases(|server| async move {
        let (mut visitor, _) = says_who(&server, &[("contact", "none")]).await;
        for (typed, told) in [
            ("", "Skriv, hvor vi skal komme hen."),
            (" 12 ", "Skriv, hvor vi skal komme hen."),
            ("Kajen 1, 010203-1234", "Skriv ikke dit CPR-nummer her."),
            (&*"Kajen ".repeat(40), "højst 200 tegn"),
        ] {
            assert_eq!(says_where(&mut visitor, typed).await, "/tid/adresse", "{typed}");
            let page = visitor.get("/tid/adresse").await;
            assert!(page.has(told), "{typed}: {}", page.body);
            assert!(!page.has("010203"), "{}", page.body);
        }
        let check = visitor.get("/tid/tjek").await;
        assert!(check.status.is_client_error(), "{}", check.status);
        let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
        assert!(booked.status.is_client_error(), "{}", booked.status);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_asked_where_who_is_not_visited() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let nothing = visitor.get("/tid/adresse").await;
        assert!(nothing.status.is_client_error(), "{}", nothing.status);
        let needs = [
            ("service", "hjemmebesoeg"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("way", "telephone"),
        ];
        visitor.post("/api/appointments/save-needs", &needs).await;
        let slot = visitor.first_free_time("hjemmebesoeg", "borgerservice").await;
        let fields = [
            ("service", "hjemmebesoeg"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("slot", &*slot),
            ("name", "Bo Dam"),
            ("phone", "20 10 12 34"),
        ];
        let filled = visitor.post("/api/appointments/save-details", &fields).await;
        assert_eq!(filled.leads_to(), "/tid/tjek");
        let waiting = visitor.get("/tid/venteliste/hjemmebesoeg/borgerservice").await;
        assert_eq!(waiting.status, StatusCode::OK, "somebody who is rung up can wait");
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_for_a_visit_is_asked_where_when_a_time_is_theirs() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let form = [
            ("service", "hjemmebesoeg"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("name", "Ida Bruun"),
            ("email", "ida@example.dk"),
        ];
        let mine = "/tid/venteliste/min";
        assert_eq!(visitor.post("/api/waiting/join", &form).await.leads_to(), mine);
        let now = jiff::Timestamp::now();
        app::offer_free_times(&server.context, &app::server_side::Site::default(), now)
            .await
            .unwrap();
        assert!(visitor.get(mine).await.has("name=\"address\""));
        let accept = async |visitor: &mut Visitor, address: &str| {
            let fields = [("locale", "da"), ("address", address)];
            let answer = visitor.post("/api/waiting/accept", &fields).await;
            answer.leads_to().to_owned()
        };
        assert_eq!(accept(&mut visitor, " 12 ").await, mine);
        let page = visitor.get(mine).await;
        assert!(page.has("Skriv, hvor vi skal komme hen."), "{}", page.body);
        assert_eq!(accept(&mut visitor, ADDRESS).await, "/tid/kvittering");
        assert!(visitor.get("/tid/kvittering").await.has(ADDRESS));
    })
    .await;
}
