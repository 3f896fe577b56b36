//! The desk, from taking a number to going home, and who may see what of it.

use std::time::Duration;

use app::password;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::appointments::{Arrangement, BookingCode, Unit};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::staff::{Role, Workplaces};
use futures_util::StreamExt;
use jiff::Timestamp;
use store::appointments::{BookOutcome, NewAppointment, book, code_hash};
use store::staff::{self, NewStaff};
use tokio::time::timeout;

use crate::support::{TestServer, Visitor, on_both_databases};

const DESK: &str = "/skranke/borgerservice";
const PASSWORD: &str = "en lang adgangskode";

/// Somebody who has signed in.
async fn employee(server: &TestServer, role: Role, workplaces: Workplaces) -> Visitor {
    let password_hash = password::hash(PASSWORD).unwrap();
    let username = format!("{}-{workplaces:?}", role.as_str()).to_lowercase();
    let account = NewStaff {
        username: &username,
        display_name: "Asta",
        password_hash: &password_hash,
        role,
        workplaces,
    };
    staff::add(server.database.write(), account, Timestamp::now())
        .await
        .unwrap();
    let mut visitor = server.visitor();
    let fields = [("locale", "da"), ("username", &username), ("password", PASSWORD)];
    visitor.post("/api/staff/sign-in", &fields).await;
    visitor
}

async fn adviser(server: &TestServer) -> Visitor {
    employee(server, Role::Adviser, Workplaces::All).await
}

/// Gives a number to somebody who walks in, and tells its key.
async fn give_number(staff: &mut Visitor, kind: &str, code: &str) -> String {
    let form = staff.get(&format!("{DESK}/nyt-nummer")).await;
    let key = value_after(&form.body, "name=\"key\" value=\"");
    let fields = [
        ("locale", "da"),
        ("location", "borgerservice"),
        ("key", &key),
        ("service", "mitid"),
        ("kind", kind),
        ("code", code),
    ];
    let given = staff.post("/api/desk/give-ticket", &fields).await;
    given.leads_to().rsplit('/').next().unwrap().to_owned()
}

async fn sit(staff: &mut Visitor, counter: &str) {
    let fields = [
        ("locale", "da"),
        ("location", "borgerservice"),
        ("counter", counter),
        ("adviser", ""),
    ];
    assert_eq!(staff.post("/api/desk/sit", &fields).await.leads_to(), DESK);
}

async fn call_next(staff: &mut Visitor) {
    let fields = [("locale", "da"), ("location", "borgerservice")];
    assert_eq!(staff.post("/api/desk/call-next", &fields).await.leads_to(), DESK);
}

/// Takes a step with the first ticket on the page.
async fn step(staff: &mut Visitor, step: &str, more: &[(&str, &str)]) -> StatusCode {
    let page = staff.get(DESK).await;
    let ticket = value_after(&page.body, "name=\"ticket\" value=\"");
    let mut fields = vec![
        ("locale", "da"),
        ("location", "borgerservice"),
        ("ticket", &ticket),
        ("step", step),
    ];
    fields.extend(more);
    staff.post("/api/desk/step", &fields).await.status
}

fn value_after(body: &str, mark: &str) -> String {
    let (_, rest) = body
        .split_once(mark)
        .unwrap_or_else(|| panic!("no {mark} in {body}"));
    rest.split('"').next().unwrap().to_owned()
}

/// An appointment on a day from today at noon, and its code.
async fn booked(server: &TestServer, number: u32, days: i64) -> String {
    let code = BookingCode::from_random([number, 2, 3]);
    let noon = domain::time::date_in_denmark(Timestamp::now()).at(12, 0, 0, 0);
    let start = Unit::containing(domain::time::moment_in_denmark(noon).unwrap()).0 + days * 24 * 12;
    let wanted = NewAppointment {
        code_hash: code_hash("the key of the tests", &code),
        sealed_code: String::new(),
        idempotency_key: format!("appointment {number}"),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("borgerservice").unwrap(),
        candidates: vec![AdviserId::parse("asta").unwrap()],
        units: start..start + 9,
        seats: 1,
        uses: vec![],
        attended: start..start + 9,
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Birthe Holm").unwrap(),
        contact: Contact::parse(ContactKind::None, "", "").unwrap(),
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: None,
        letter: false,
    };
    let outcome = book(&server.database, &wanted, Timestamp::now()).await.unwrap();
    assert!(matches!(outcome, BookOutcome::Booked(_)), "{outcome:?}");
    code.to_string()
}

async fn check_in(server: &TestServer, location: &str, code: &str) -> String {
    let fields = [("locale", "da"), ("location", location), ("code", code)];
    let mut citizen = server.visitor();
    let told = citizen
        .post("/api/desk/check-in", &fields)
        .await
        .leads_to()
        .to_owned();
    assert_eq!(citizen.cookie, None, "the next person has the same screen");
    told
}

#[tokio::test]
async fn only_those_who_serve_a_places_citizens_see_its_desk() {
    on_both_databases(|server| async move {
        let other = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        let mut nobody = server.visitor();
        let mut teacher = employee(&server, Role::Teacher, Workplaces::All).await;
        let mut elsewhere = employee(&server, Role::Adviser, other).await;
        let pages = [DESK, "/skranke/borgerservice/nyt-nummer"];
        for page in pages {
            assert_eq!(nobody.get(page).await.status, StatusCode::UNAUTHORIZED);
            assert_eq!(teacher.get(page).await.status, StatusCode::FORBIDDEN);
            assert_eq!(elsewhere.get(page).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(elsewhere.get("/skranke/bibliotek").await.status, StatusCode::OK);
        assert!(
            !elsewhere.get("/skranke").await.has(DESK),
            "only the own places are offered"
        );
        assert_eq!(
            elsewhere.get("/skranke/ledsagere").await.status,
            StatusCode::FORBIDDEN
        );
        let actions = [
            ("/api/desk/call-next", vec![]),
            ("/api/desk/sit", vec![("counter", "1")]),
            ("/api/desk/step", vec![("ticket", "1"), ("step", "call")]),
            ("/api/desk/arrived", vec![("appointment", "1")]),
            ("/api/desk/missed", vec![("appointment", "1")]),
            (
                "/api/desk/give-ticket",
                vec![("key", "00000000000000000000000000000001")],
            ),
        ];
        for (path, more) in actions {
            let fields = [vec![("locale", "da"), ("location", "borgerservice")], more].concat();
            assert_eq!(
                nobody.post(path, &fields).await.status,
                StatusCode::UNAUTHORIZED,
                "{path}"
            );
            assert_eq!(
                elsewhere.post(path, &fields).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_walks_in_is_called_helped_and_goes_home() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let mut citizen = server.visitor();
        let page = format!("/nummer/{}", give_number(&mut staff, "walk_in", "").await);
        assert!(citizen.get(&page).await.has("Du er den næste."));
        sit(&mut staff, "Skranke 2").await;
        call_next(&mut staff).await;
        // Pressed once more, it calls nobody else.
        call_next(&mut staff).await;
        assert!(citizen.get(&page).await.has("Det er din tur. Gå til: Skranke 2"));
        assert!(citizen.get("/skaerm/borgerservice").await.has("B1"));
        assert_eq!(step(&mut staff, "start", &[]).await, StatusCode::FOUND);
        assert_eq!(
            step(&mut staff, "finish", &[("outcome", "referred")]).await,
            StatusCode::FOUND
        );
        assert!(staff.get(DESK).await.has("Vist videre til andre"));
        assert!(citizen.get(&page).await.has("Du har fået hjælp"));
        assert_eq!(
            citizen
                .get("/nummer/00000000000000000000000000000000")
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(citizen.get("/nummer/1").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn somebody_with_an_appointment_checks_in_at_the_entrance() {
    on_both_databases(|server| async move {
        let code = booked(&server, 1, 0).await;
        let mut staff = adviser(&server).await;
        assert!(staff.get(DESK).await.has("Birthe Holm er kommet"));
        let told = check_in(&server, "borgerservice", &code.replace('-', " ").to_uppercase()).await;
        let screen = server.visitor().get(&told).await;
        assert!(screen.has("Du bliver kaldt op som A1."), "{}", screen.body);
        assert!(!screen.has("Birthe"), "no name on a screen that others see");
        assert_eq!(
            check_in(&server, "borgerservice", &code).await,
            told,
            "twice is once"
        );
        let desk = staff.get(DESK).await;
        assert!(desk.has("Birthe Holm") && !desk.has("Birthe Holm er kommet"));
    })
    .await;
}

#[tokio::test]
async fn a_code_that_is_not_for_here_and_today_is_told_as_such() {
    on_both_databases(|server| async move {
        let (today, later) = (booked(&server, 1, 0).await, booked(&server, 2, 3).await);
        for (location, code, word) in [
            ("borgerservice", "hund", "ikke-en-kode"),
            ("borgerservice", "aborre-aborre-aborre", "ukendt"),
            ("borgerservice", later.as_str(), "en-anden-dag"),
            ("bibliotek", today.as_str(), "et-andet-sted"),
        ] {
            let told = check_in(&server, location, code).await;
            assert_eq!(told, format!("/ankomst/{location}?fejl={word}"));
            assert!(server.visitor().get(&told).await.has("error-summary"), "{word}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_did_not_come_may_come_after_all() {
    on_both_databases(|server| async move {
        booked(&server, 1, 0).await;
        let mut staff = adviser(&server).await;
        let page = staff.get(DESK).await;
        let appointment = value_after(&page.body, "name=\"appointment\" value=\"");
        let fields = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("appointment", &appointment),
            ("reason", "gave_notice"),
        ];
        staff.post("/api/desk/missed", &fields).await;
        assert!(staff.get(DESK).await.has("Meldte afbud"));
        assert_eq!(step(&mut staff, "return", &[]).await, StatusCode::FOUND);
        assert!(staff.get(DESK).await.has("Venter (1)"));
    })
    .await;
}

#[tokio::test]
async fn a_support_worker_is_known_by_a_code_word() {
    on_both_databases(|server| async move {
        let mut coordinator = employee(&server, Role::Coordinator, Workplaces::All).await;
        let fields = [
            ("locale", "da"),
            ("name", "Mette Krog"),
            ("organisation", "Ankeret"),
        ];
        coordinator.post("/api/desk/add-support-worker", &fields).await;
        let page = coordinator.get("/skranke/ledsagere").await;
        let shown = page.body.split("class=\"ticket__code\"").nth(1).unwrap();
        let code = shown.split('>').nth(1).unwrap().split('<').next().unwrap();
        let key = give_number(&mut coordinator, "accompanied", code).await;
        assert!(
            coordinator
                .get(&format!("{DESK}/nummer/{key}"))
                .await
                .has("bopælsattest")
        );
        assert!(coordinator.get(DESK).await.has("Sammen med en ledsager"));
        // Not so much as a letter of it is on the citizen's own page.
        let own = server.visitor().get(&format!("/nummer/{key}")).await;
        assert!(own.has("B1") && !own.has("ledsager"));

        assert_eq!(
            give_number(&mut coordinator, "accompanied", "hund-kat").await,
            "nyt-nummer"
        );
        assert!(
            coordinator
                .get(&format!("{DESK}/nyt-nummer"))
                .await
                .has("Ingen ledsager har det kodeord")
        );
    })
    .await;
}

#[tokio::test]
async fn a_press_that_changes_nothing_says_so() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        give_number(&mut staff, "walk_in", "").await;
        // Nobody has begun with them: there is nothing to end.
        assert_eq!(step(&mut staff, "finish", &[]).await, StatusCode::FOUND);
        assert!(
            staff
                .get(&format!("{DESK}?besked=ikke-nu"))
                .await
                .has("En kollega kom først")
        );
        // Frede helps with other things than MitID.
        let fields = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("counter", "4"),
            ("adviser", "frede"),
        ];
        staff.post("/api/desk/sit", &fields).await;
        let fields = [("locale", "da"), ("location", "borgerservice")];
        let told = staff
            .post("/api/desk/call-next", &fields)
            .await
            .leads_to()
            .to_owned();
        assert_eq!(told, format!("{DESK}?besked=ingen"));
        assert!(staff.get(&told).await.has("ingen i køen, som du kan kalde"));
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        give_number(&mut staff, "walk_in", "").await;
        assert_eq!(
            step(&mut staff, "call", &[]).await,
            StatusCode::CONFLICT,
            "nobody sits anywhere yet"
        );
        assert_eq!(step(&mut staff, "dance", &[]).await, StatusCode::BAD_REQUEST);
        assert_eq!(
            step(&mut staff, "pass_on", &[("adviser", "../x")]).await,
            StatusCode::BAD_REQUEST
        );
        sit(&mut staff, "").await;
        assert!(staff.get(DESK).await.has("Skriv et kort navn"));
        assert_eq!(
            staff.get("/skranke/findes-ikke").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn pages_are_told_that_the_queue_has_changed() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let response = server.open("/api/desk/borgerservice/events").await;
        assert_eq!(response.headers()[CONTENT_TYPE], "text/event-stream");
        assert!(
            !response.headers().contains_key("content-encoding"),
            "it must not be held back"
        );
        let mut events = response.into_body().into_data_stream();
        give_number(&mut staff, "walk_in", "").await;
        let event = timeout(Duration::from_secs(10), events.next()).await.unwrap();
        assert_eq!(event.unwrap().unwrap(), "data: changed\n\n");
    })
    .await;
}
