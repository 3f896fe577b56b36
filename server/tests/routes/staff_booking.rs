use app::password;
use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::ConnectionTrait;
use store::staff::{self, NewStaff};

use crate::support::{TestServer, Visitor, on_both_databases};

const PASSWORD: &str = "en lang adgangskode";
const KEY: &str = "name=\"key\" value=\"";
const TIME: &str = "name=\"slot\" value=\"";

/// Somebody who works here and is signed in.
async fn signed_in(server: &TestServer, role: Role, workplaces: Workplaces) -> Visitor {
    let username = format!("{}-{}", role.as_str(), workplaces != Workplaces::All);
    let new = NewStaff {
        username: &username,
        display_name: "Asta",
        password_hash: &password::hash(PASSWORD).unwrap(),
        role,
        workplaces,
    };
    staff::add(server.database.write(), new, Timestamp::now())
        .await
        .unwrap();
    let mut visitor = server.visitor();
    let fields = [("locale", "da"), ("username", &*username), ("password", PASSWORD)];
    let answer = visitor.post("/api/staff/sign-in", &fields).await;
    assert_eq!(answer.leads_to(), "/personale");
    visitor
}

async fn adviser(server: &TestServer) -> Visitor {
    signed_in(server, Role::Adviser, Workplaces::All).await
}

fn after<'a>(page: &'a str, mark: &str) -> &'a str {
    let rest = page
        .split(mark)
        .nth(1)
        .unwrap_or_else(|| panic!("no {mark}: {page}"));
    rest.split('"').next().unwrap()
}

fn code(page: &str) -> String {
    let rest = page.split("class=\"ticket__code\"").nth(1).unwrap();
    rest.split(['<', '>']).nth(1).unwrap().to_owned()
}

/// Opens the page of a service at the citizen service centre, fills in the form and sends it; tells where it leads.
async fn book(staff: &mut Visitor, service: &str, typed: &[(&str, &str)]) -> String {
    let page = staff
        .get(&format!("/skranke/book?sted=borgerservice&ydelse={service}"))
        .await;
    send(
        staff,
        service,
        after(&page.body, KEY),
        after(&page.body, TIME),
        typed,
    )
    .await
}

async fn send(staff: &mut Visitor, service: &str, key: &str, slot: &str, typed: &[(&str, &str)]) -> String {
    let form = [
        ("locale", "da"),
        ("service", service),
        ("location", "borgerservice"),
        ("key", key),
        ("slot", slot),
    ];
    let answer = staff.post("/api/desk/book", &[&form[..], typed].concat()).await;
    answer.leads_to().to_owned()
}

async fn booked(server: &TestServer, condition: &str) -> u64 {
    count(server, "appointments", condition).await
}

async fn count(server: &TestServer, table: &str, condition: &str) -> u64 {
    let sql = format!("UPDATE {table} SET id = id WHERE {condition}");
    server
        .database
        .write()
        .execute_unprepared(&sql)
        .await
        .unwrap()
        .rows_affected()
}

#[tokio::test]
async fn only_those_who_serve_citizens_book_for_them() {
    on_both_databases(|server| async move {
        let pages = ["/skranke/book", "/skranke/book/find"];
        for page in pages {
            assert_eq!(
                server.visitor().get(page).await.status,
                StatusCode::UNAUTHORIZED,
                "{page}"
            );
        }
        let mut teacher = signed_in(&server, Role::Teacher, Workplaces::All).await;
        for page in pages {
            assert_eq!(teacher.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        let key = "0".repeat(32);
        let form = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", &*key),
            ("slot", "2026-11-25T09:30Z"),
            ("name", "Bo"),
        ];
        for visitor in [&mut server.visitor(), &mut teacher] {
            visitor.post("/api/desk/book", &form).await;
            visitor
                .post(
                    "/api/desk/look-up",
                    &[("locale", "da"), ("code", "fjord-kanel-lampe")],
                )
                .await;
        }
        assert_eq!(booked(&server, "1 = 1").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_name_and_a_press_book_the_first_time() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let first = server.visitor().first_free_time("mitid", "borgerservice").await;
        let page = staff.get("/skranke/book?sted=borgerservice&q=mit").await;
        assert!(
            page.has("Få MitID</h2>") || page.has("Få MitID<!></h2>"),
            "{}",
            page.body
        );
        assert!(after(&page.body, TIME) <= &*first, "staff need no lead time");
        assert_eq!(
            book(&mut staff, "mitid", &[("name", "Karen Holm")]).await,
            "/skranke/book/kvittering"
        );
        let ticket = staff.get("/skranke/book/kvittering").await;
        assert!(
            ticket.has("Karen Holm") && ticket.has("Personalet"),
            "{}",
            ticket.body
        );
        assert_eq!(
            booked(&server, "booked_by IS NOT NULL AND name = 'Karen Holm'").await,
            1
        );
        // The citizen can use the code like any other.
        let find = [
            ("locale", "da"),
            ("code", &*code(&ticket.body)),
            ("name", "karen holm"),
        ];
        let found = server.visitor().post("/api/appointments/find", &find).await;
        assert_eq!(found.leads_to(), "/tid/afbud/tjek");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_reached_by_nothing_else_gets_a_letter_and_whoever_wishes_one() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        for (name, reach, wish, in_pile) in [
            ("Karen Holm", "", "when_nothing_else", 1),
            ("Åse Bæk", "20 10 12 34", "when_nothing_else", 1),
            ("Bo Friis", "20 10 12 35", "always", 2),
            ("Ib Lund", "", "never", 2),
        ] {
            let typed = [("name", name), ("reach", reach), ("letter", wish)];
            assert_eq!(
                book(&mut staff, "mitid", &typed).await,
                "/skranke/book/kvittering"
            );
            let receipt = staff.get("/skranke/book/kvittering").await;
            let has_letter = wish == "always" || (wish != "never" && reach.is_empty());
            assert_eq!(receipt.has("ligger i bunken til print"), has_letter, "{name}");
            assert_eq!(
                count(&server, "outbox", "channel = 'letter'").await,
                in_pile,
                "{name}"
            );
        }
        // The address is written afterwards, from a link on the receipt; the letter stays one.
        book(&mut staff, "mitid", &[("name", "Per Krog")]).await;
        let receipt = staff.get("/skranke/book/kvittering").await;
        let form = after(&receipt.body, "href=\"/skranke/breve/ny/").to_owned();
        let address = [
            ("locale", "da"),
            ("appointment", &*form),
            ("street", "Havnegade 12"),
            ("city", "0999 Fjordby"),
        ];
        staff.post("/api/messages/write-letter", &address).await;
        let receipt = staff.get("/skranke/book/kvittering").await;
        assert!(receipt.has("Det skal med posten."), "{}", receipt.body);
        assert_eq!(count(&server, "outbox", "channel = 'letter'").await, 3);
    })
    .await;
}

#[tokio::test]
async fn two_presses_book_once_and_show_the_same_ticket() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let page = staff.get("/skranke/book?sted=borgerservice&ydelse=mitid").await;
        let (key, slot) = (after(&page.body, KEY), after(&page.body, TIME));
        let mut codes = Vec::new();
        for _ in 0..2 {
            let leads_to = send(&mut staff, "mitid", key, slot, &[("name", "Karen")]).await;
            assert_eq!(leads_to, "/skranke/book/kvittering");
            codes.push(code(&staff.get(&leads_to).await.body));
        }
        assert_eq!(codes[0], codes[1]);
        assert_eq!(booked(&server, "1 = 1").await, 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_may_have_a_time_already_is_shown_first() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let form = "/skranke/book?sted=borgerservice&ydelse=mitid";
        book(
            &mut staff,
            "mitid",
            &[("name", "Åse Bæk"), ("reach", "20 10 12 34")],
        )
        .await;
        for typed in [
            [("name", "aase baek"), ("reach", "")],
            [("name", "Fru Bæk"), ("reach", "+45 20101234")],
        ] {
            assert_eq!(book(&mut staff, "mitid", &typed).await, form);
            let page = staff.get(form).await;
            assert!(
                page.has("Er det den samme?") && page.has("Åse Bæk, 20101234"),
                "{}",
                page.body
            );
            assert!(
                page.has(&format!("value=\"{}\"", typed[0].1)),
                "what was typed is kept"
            );
        }
        assert_eq!(booked(&server, "1 = 1").await, 1);
        let anyway = [
            ("name", "Fru Bæk"),
            ("reach", "20101234"),
            ("press", "book_anyway"),
        ];
        assert_eq!(
            book(&mut staff, "mitid", &anyway).await,
            "/skranke/book/kvittering"
        );
        assert_eq!(
            book(&mut staff, "mitid", &[("name", "Ib")]).await,
            "/skranke/book/kvittering"
        );
        assert_eq!(booked(&server, "1 = 1").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_and_nothing_is_lost() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let typed = [
            ("name", ""),
            ("reach", "20 10"),
            ("note", "Født 010203-1234"),
            ("needs[]", "extra_time"),
        ];
        let form = book(&mut staff, "mitid", &typed).await;
        assert_eq!(form, "/skranke/book?sted=borgerservice&ydelse=mitid");
        let page = staff.get(&form).await;
        for said in [
            "Skriv, hvad vi skal kalde dig.",
            "Telefonnummeret ser ikke rigtigt ud",
            "CPR-nummer",
            "value=\"20 10\"",
            "Født xxxxxx-xxxx",
        ] {
            assert!(page.has(said), "{said}: {}", page.body);
        }
        // Only the times that fit, and the form as it was.
        let typed = [("name", "Karen"), ("needs[]", "extra_time"), ("press", "times")];
        let form = book(&mut staff, "mitid", &typed).await;
        let page = staff.get(&form).await;
        assert!(
            page.has("value=\"Karen\"") && !page.has("Der mangler noget"),
            "{}",
            page.body
        );
        book(
            &mut staff,
            "mitid",
            &[("name", "Karen"), ("needs[]", "extra_time")],
        )
        .await;
        assert_eq!(booked(&server, "ends_at - starts_at = 70 * 60").await, 1);
        let refused = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", "x"),
            ("name", "Bo"),
        ];
        assert!(
            !staff
                .post("/api/desk/book", &refused)
                .await
                .status
                .is_server_error()
        );
        assert_eq!(booked(&server, "1 = 1").await, 1);
    })
    .await;
}

#[tokio::test]
async fn staff_see_and_book_at_their_own_places() {
    on_both_databases(|server| async move {
        let mut everywhere = adviser(&server).await;
        book(&mut everywhere, "mitid", &[("name", "Karen")]).await;
        let code = code(&everywhere.get("/skranke/book/kvittering").await.body);
        let library = LocationId::parse("bibliotek").unwrap();
        let mut librarian = signed_in(&server, Role::Adviser, Workplaces::Only(vec![library])).await;
        let page = librarian.get("/skranke/book?sted=borgerservice").await;
        assert!(page.has("name=\"location\" value=\"bibliotek\"") && !page.has("Fjordby Borgerservice"));
        let key = "0".repeat(32);
        let form = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", &*key),
            ("name", "Bo"),
        ];
        librarian.post("/api/desk/book", &form).await;
        assert_eq!(booked(&server, "1 = 1").await, 1);
        let look_up = [("locale", "da"), ("code", &*code)];
        assert_eq!(
            librarian.post("/api/desk/look-up", &look_up).await.leads_to(),
            "/skranke/book/find"
        );
        assert!(
            librarian
                .get("/skranke/book/find")
                .await
                .has("Der er ingen tid med den kode")
        );
    })
    .await;
}

#[tokio::test]
async fn staff_look_a_time_up_by_its_code_move_it_and_cancel_it() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        book(
            &mut staff,
            "mitid",
            &[("name", "Karen"), ("reach", "20 10 12 34")],
        )
        .await;
        let code = code(&staff.get("/skranke/book/kvittering").await.body);
        for (name, leads_to) in [
            ("Bo", "/skranke/book/find"),
            ("karen", "/skranke/book/tid"),
            ("", "/skranke/book/tid"),
        ] {
            let typed = [("locale", "da"), ("code", &*code), ("name", name)];
            assert_eq!(
                staff.post("/api/desk/look-up", &typed).await.leads_to(),
                leads_to,
                "{name:?}"
            );
        }
        let shown = staff.get("/skranke/book/tid").await;
        assert!(shown.has("20101234") && shown.has("Personalet"), "{}", shown.body);
        let times = staff.get("/tid/flyt").await;
        let slot = after(&times.body, "href=\"/tid/flyt/borgerservice/").to_owned();
        let form = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("slot", &*slot),
            ("sequence", "0"),
        ];
        let moved = staff.post("/api/appointments/move", &form).await;
        assert_eq!(moved.leads_to(), "/skranke/book/tid");
        let cancelled = staff.post("/api/appointments/cancel", &[("locale", "da")]).await;
        assert_eq!(cancelled.leads_to(), "/skranke/book/tid");
        assert!(staff.get("/skranke/book/tid").await.has("Tiden er aflyst."));
        // Whoever sits down at the same computer afterwards sees nothing of it.
        staff.post("/api/staff/sign-out", &[("locale", "da")]).await;
        for page in ["/skranke/book/tid", "/skranke/book/kvittering", "/tid/afbud/tjek"] {
            assert!(!staff.get(page).await.has("Karen"), "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_home_visit_is_booked_with_its_address() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let page = "/skranke/book?sted=borgerservice&ydelse=hjemmebesoeg";
        let nowhere = book(&mut staff, "hjemmebesoeg", &[("name", "Åse Bæk")]).await;
        assert_eq!(nowhere, page);
        let told = staff.get(page).await;
        for text in ["Skriv, hvor vi skal komme hen.", "Åse Bæk"] {
            assert!(told.has(text), "{text}: {}", told.body);
        }
        let typed = [("name", "Åse Bæk"), ("address", "Kajen 1, 0999 Fjordby")];
        let booked = book(&mut staff, "hjemmebesoeg", &typed).await;
        assert_eq!(booked, "/skranke/book/kvittering");
        let receipt = staff.get(&booked).await;
        assert!(receipt.has("Kajen 1, 0999 Fjordby"), "{}", receipt.body);
    })
    .await;
}
