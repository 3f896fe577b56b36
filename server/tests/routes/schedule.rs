//! The coordinator changes the schedule.

use axum::http::StatusCode;
use domain::messages::{Channel, LONGEST_SMS};
use domain::staff::Role;
use store::{outbox, schedules};

use crate::support::{TestServer, Visitor, on_both_databases};

/// Somebody books the first free time of a service at a place, to be reached by mail or by nothing.
pub async fn book(server: &TestServer, location: &str, name: &str, email: Option<&str>) -> String {
    let contact = if email.is_some() { "email" } else { "none" };
    let reach = [("contact", contact), ("email", email.unwrap_or_default())];
    book_reached(server, location, name, &reach).await
}

async fn book_reached(server: &TestServer, location: &str, name: &str, reach: &[(&str, &str)]) -> String {
    let mut visitor = server.visitor();
    let slot = visitor.first_free_time("digital-post", location).await;
    let fields = [
        ("service", "digital-post"),
        ("location", location),
        ("locale", "da"),
        ("slot", &*slot),
        ("name", name),
    ];
    let filled = visitor
        .post("/api/appointments/save-details", &[&fields[..], reach].concat())
        .await;
    assert_eq!(filled.leads_to(), "/tid/tjek");
    let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    assert_eq!(booked.leads_to(), "/tid/kvittering");
    slot
}

/// The Danish date of a time in the address.
pub fn date_of(slot: &str) -> String {
    let slot: domain::appointments::Slot = slot.parse().unwrap();
    domain::time::date_in_denmark(slot.moment()).to_string()
}

async fn close(coordinator: &mut Visitor, date: &str) -> String {
    let fields = [("locale", "da"), ("date", date), ("da", "Personaledag")];
    let proposed = coordinator.post("/api/schedule/close", &fields).await;
    proposed.leads_to().to_owned()
}

/// Presses the button of the preview with what it has shown.
pub async fn save(coordinator: &mut Visitor, remedy: &str) -> String {
    let page = coordinator.get("/personale/plan/tjek").await;
    let seen = page.body.split("name=\"seen\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap();
    let fields = [("locale", "da"), ("seen", seen), ("remedy", remedy)];
    let saved = coordinator.post("/api/schedule/save", &fields).await;
    saved.leads_to().to_owned()
}

/// A line for each day of the week; only Monday's is filled in.
fn week(monday: &str) -> [(&str, &str); 7] {
    [
        ("days[0]", monday),
        ("days[1]", ""),
        ("days[2]", ""),
        ("days[3]", ""),
        ("days[4]", ""),
        ("days[5]", ""),
        ("days[6]", ""),
    ]
}

async fn messages(server: &TestServer) -> i64 {
    outbox::counts(server.database.read(), jiff::Timestamp::now())
        .await
        .unwrap()
        .waiting
}

/// Where a form is sent, its fields, and what the preview says.
type Form<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

#[tokio::test]
async fn whom_a_closing_day_hits_is_seen_before_it_is_saved() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let before = schedules::current_version(server.database.read()).await.unwrap();
        assert_eq!(
            close(&mut coordinator, &date_of(&slot)).await,
            "/personale/plan/tjek"
        );
        let preview = coordinator.get("/personale/plan/tjek").await;
        for text in ["Åse Bæk", "Stedet er lukket", "Personaledag", "Én aftale"] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
        assert_eq!(
            schedules::current_version(server.database.read()).await.unwrap(),
            before
        );

        assert_eq!(save(&mut coordinator, "move").await, "/personale/plan/gemt");
        assert_ne!(
            schedules::current_version(server.database.read()).await.unwrap(),
            before
        );
        // Nobody can tell her, so she keeps her time and stands on the list until somebody has.
        assert!(coordinator.get("/personale/plan/gemt").await.has("ringelisten"));
        let list = coordinator.get("/personale/plan/ringeliste").await;
        assert!(list.has("Åse Bæk"), "{}", list.body);
        assert!(
            coordinator
                .get("/personale/plan")
                .await
                .has("Nogen skal ringes op")
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_has_mail_is_moved_and_told() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Bo Dam", Some("bo@example.dk")).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        close(&mut coordinator, &date_of(&slot)).await;
        assert_eq!(messages(&server).await, 1, "the confirmation");
        assert_eq!(save(&mut coordinator, "move").await, "/personale/plan/gemt");
        let kinds =
            "the new time alone: what was written about the old one, and has not been sent, is withdrawn";
        assert_eq!(messages(&server).await, 1, "{kinds}");
        assert!(coordinator.get("/personale/plan/gemt").await.has("1 er flyttet"));
        assert!(
            coordinator
                .get("/personale/plan/ringeliste")
                .await
                .has("Ingen venter")
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_has_neither_mail_nor_telephone_is_offered_a_letter_and_moved() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        close(&mut coordinator, &date_of(&slot)).await;
        let preview = coordinator.get("/personale/plan/tjek").await.body;
        let offer = preview.split("/skranke/breve/ny/").nth(1).unwrap();
        let (id, _) = offer.split_once("?efter=plan").unwrap();
        let form = coordinator
            .get(&format!("/skranke/breve/ny/{id}?efter=plan"))
            .await;
        assert!(form.has("får borgeren et brev om det i stedet"), "{}", form.body);
        let mut written = vec![("locale", "da"), ("appointment", id), ("then", "plan")];
        written.extend([("street", "010203-1234"), ("city", "0999 Fjordby")]);
        let refused = coordinator.post("/api/messages/write-letter", &written).await;
        assert_eq!(refused.leads_to(), format!("/skranke/breve/ny/{id}?efter=plan"));
        written[3] = ("street", "Havnegade 12");
        let kept = coordinator.post("/api/messages/write-letter", &written).await;
        assert_eq!(kept.leads_to(), "/personale/plan/tjek");
        let preview = coordinator.get("/personale/plan/tjek").await;
        assert!(preview.has("Får besked i et brev"), "{}", preview.body);
        assert!(!preview.has("?efter=plan"), "{}", preview.body);

        assert_eq!(save(&mut coordinator, "move").await, "/personale/plan/gemt");
        let saved = coordinator.get("/personale/plan/gemt").await;
        assert!(saved.has("1 er flyttet") && saved.has("Print brevene om ændringen (1)"));
        let pile = coordinator.get("/skranke/breve").await;
        assert!(pile.has("Åse Bæk") && pile.has("Print brevet"), "{}", pile.body);
        let list = coordinator.get("/personale/plan/ringeliste").await;
        assert!(list.has("Ingen venter"), "{}", list.body);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_a_mobile_is_cancelled_and_told_by_sms() {
    on_both_databases(|server| async move {
        let reach = [("contact", "phone"), ("phone", "20 10 12 34")];
        let slot = book_reached(&server, "medborgerhus", "Bo Dam", &reach).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        close(&mut coordinator, &date_of(&slot)).await;
        assert_eq!(save(&mut coordinator, "cancel").await, "/personale/plan/gemt");
        assert!(coordinator.get("/personale/plan/gemt").await.has("1 er aflyst"));
        let due = outbox::due(server.database.read(), jiff::Timestamp::now(), 9)
            .await
            .unwrap();
        let [sms] = due.as_slice() else {
            panic!("{} messages", due.len());
        };
        assert_eq!(
            (sms.channel, sms.kind.as_str()),
            (Channel::Sms, "booking-cancelled")
        );
        assert!(
            sms.body_text.starts_with("Vi må desværre aflyse din tid:"),
            "{}",
            sms.body_text
        );
        assert!(sms.body_text.chars().count() <= LONGEST_SMS);
    })
    .await;
}

#[tokio::test]
async fn what_was_agreed_on_the_telephone_is_done_once() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        close(&mut coordinator, &date_of(&slot)).await;
        save(&mut coordinator, "call").await;
        let list = coordinator.get("/personale/plan/ringeliste").await.body;
        let value = |name: &str| {
            let rest = list.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let (id, sequence, slot) = (value("appointment"), value("sequence"), value("slot"));
        let fields = [
            ("locale", "da"),
            ("appointment", &*id),
            ("sequence", &*sequence),
            ("slot", &*slot),
            ("remedy", "move"),
        ];
        let settled = coordinator.post("/api/schedule/settle", &fields).await;
        assert!(list.contains("Flyt Åse Bæk, og skriv et brev"), "{list}");
        let letter = format!("/skranke/breve/ny/{id}");
        assert_eq!(settled.leads_to(), letter, "nobody can ring her");
        assert!(coordinator.get(&letter).await.has("Åse Bæk"));
        assert!(coordinator.get("/skranke/breve").await.has("Åse Bæk"));
        assert!(
            coordinator
                .get("/personale/plan/ringeliste")
                .await
                .has("Ingen venter")
        );
        coordinator.post("/api/schedule/settle", &fields).await;
        assert!(
            coordinator
                .get("/personale/plan/ringeliste")
                .await
                .has("Se listen igen")
        );
    })
    .await;
}

#[tokio::test]
async fn what_two_change_at_once_is_not_lost() {
    on_both_databases(|server| async move {
        let mut first = server.staff(Role::Coordinator).await;
        let mut second = server.staff(Role::Admin).await;
        close(&mut first, "2027-03-01").await;
        close(&mut second, "2027-03-02").await;
        assert_eq!(save(&mut second, "call").await, "/personale/plan/gemt");

        let stale = [("locale", "da"), ("seen", ""), ("remedy", "call")];
        let refused = first.post("/api/schedule/save", &stale).await;
        assert_eq!(refused.leads_to(), "/personale/plan/tjek");
        let preview = first.get("/personale/plan/tjek").await;
        for text in ["En anden har ændret planen", "2027-03-02", "2027-03-01"] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
        let version = preview.body.split("name=\"version\" value=\"").nth(1).unwrap();
        let version = version.split('"').next().unwrap();
        first
            .post("/api/schedule/rebase", &[("locale", "da"), ("version", version)])
            .await;
        assert_eq!(save(&mut first, "call").await, "/personale/plan/gemt");
        let (_, schedule) = schedules::load_current(server.database.read())
            .await
            .unwrap()
            .unwrap();
        let closed: Vec<_> = schedule
            .closing_days
            .iter()
            .map(|day| day.date.to_string())
            .collect();
        for date in ["2027-03-01", "2027-03-02"] {
            assert!(closed.iter().any(|closed| closed == date), "{closed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_booking_in_the_meantime_is_seen_before_anything_is_saved() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        close(&mut coordinator, &date_of(&slot)).await;
        let page = coordinator.get("/personale/plan/tjek").await;
        let seen = page.body.split("name=\"seen\" value=\"").nth(1).unwrap();
        let seen = seen.split('"').next().unwrap().to_owned();
        book(&server, "medborgerhus", "Bo Dam", None).await;
        let fields = [("locale", "da"), ("seen", &*seen), ("remedy", "call")];
        let refused = coordinator.post("/api/schedule/save", &fields).await;
        assert_eq!(refused.leads_to(), "/personale/plan/tjek");
        let preview = coordinator.get("/personale/plan/tjek").await;
        for text in ["Noget har ændret sig imens", "Åse Bæk", "Bo Dam"] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
    })
    .await;
}

#[tokio::test]
async fn only_who_may_edit_the_schedule_sees_its_pages() {
    on_both_databases(|server| async move {
        const PAGES: [&str; 10] = [
            "/personale/plan",
            "/personale/plan/lukkedage",
            "/personale/plan/fravaer",
            "/personale/plan/ringeliste",
            "/personale/plan/fil",
            "/personale/plan/plan.json",
            "/personale/plan/sted/bibliotek",
            "/personale/plan/ydelse/mitid",
            "/personale/plan/medarbejder/asta",
            "/personale/plan/medarbejder/asta/bibliotek",
        ];
        for (role, status) in [
            (None, StatusCode::UNAUTHORIZED),
            (Some(Role::Adviser), StatusCode::FORBIDDEN),
            (Some(Role::Teacher), StatusCode::FORBIDDEN),
            (Some(Role::Volunteer), StatusCode::FORBIDDEN),
            (Some(Role::Coordinator), StatusCode::OK),
            (Some(Role::Admin), StatusCode::OK),
        ] {
            let mut visitor = match role {
                Some(role) => server.staff(role).await,
                None => server.visitor(),
            };
            for page in PAGES {
                assert_eq!(visitor.get(page).await.status, status, "{role:?} {page}");
            }
            let close = [("locale", "da"), ("date", "2027-03-01"), ("da", "Fri")];
            let proposed = visitor.post("/api/schedule/close", &close).await;
            let may = proposed.status.is_redirection();
            assert_eq!(may, status == StatusCode::OK, "{role:?} {}", proposed.status);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_form_is_told_and_what_was_typed_is_kept() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let hours = [
            &[("locale", "da"), ("location", "bibliotek")],
            &week("når vi gider")[..],
        ]
        .concat();
        let refused = coordinator.post("/api/schedule/hours", &hours).await;
        assert_eq!(refused.leads_to(), "/personale/plan/sted/bibliotek");
        let page = coordinator.get("/personale/plan/sted/bibliotek").await;
        for text in ["når vi gider", "Skriv tider som 10-15", "href=\"#field-days0\""] {
            assert!(page.has(text), "{text}: {}", page.body);
        }
        let empty = coordinator
            .post("/api/schedule/be-away", &[("locale", "da")])
            .await;
        assert_eq!(empty.leads_to(), "/personale/plan/fravaer");
        let again = [("locale", "da"), ("date", "2026-12-24"), ("da", "Jul")];
        assert_eq!(
            coordinator.post("/api/schedule/close", &again).await.leads_to(),
            "/personale/plan/lukkedage"
        );
        assert!(
            coordinator
                .get("/personale/plan/lukkedage")
                .await
                .has("lukkedag i forvejen")
        );

        let broken = [("locale", "da"), ("text", "{\"format\": 1}")];
        let refused = coordinator.post("/api/schedule/change-document", &broken).await;
        assert_eq!(refused.leads_to(), "/personale/plan/fil");
        let page = coordinator.get("/personale/plan/fil").await;
        assert!(
            page.has("Planen er afvist") && page.has("missing field"),
            "{}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn every_form_leads_to_what_it_changes() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let document = coordinator.get("/personale/plan/plan.json").await.body;
        let longer = document.replacen("\"duration_minutes\": 45", "\"duration_minutes\": 60", 1);
        let hours = [&[("location", "bibliotek")], &week("10-12")[..]].concat();
        let shifts = [
            &[("adviser", "asta"), ("location", "bibliotek")],
            &week("10-12")[..],
        ]
        .concat();
        let forms: [Form; 5] = [
            ("hours", &hours, "mandag 10 – 18"),
            ("change-shifts", &shifts, "mandag 10 – 12 bibliotek"),
            (
                "skills",
                &[("adviser", "asta"), ("services[]", "mitid"), ("languages", "uk")],
                "Sprog ud over dansk",
            ),
            (
                "be-away",
                &[
                    ("adviser", "asta"),
                    ("first_day", "2027-03-01"),
                    ("reason", "meeting"),
                ],
                "mandag 1. marts kl. 0 – tirsdag 2. marts kl. 0",
            ),
            ("change-document", &[("text", &longer)], "fra 45 til 60"),
        ];
        for (form, fields, expected) in forms {
            let path = format!("/api/schedule/{form}");
            let fields = [&[("locale", "da")], fields].concat();
            let proposed = coordinator.post(&path, &fields).await;
            assert!(proposed.status.is_redirection(), "{form}: {}", proposed.status);
            assert_eq!(proposed.leads_to(), "/personale/plan/tjek", "{form}");
            let preview = coordinator.get("/personale/plan/tjek").await;
            assert!(preview.has(expected), "{form}: {}", preview.body);
        }
    })
    .await;
}
