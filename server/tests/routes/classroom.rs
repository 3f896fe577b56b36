//! A class from its making to its erasure, as a teacher's and a pupil's browser without JavaScript meet it.

use axum::http::StatusCode;
use domain::staff::Role;
use futures_util::StreamExt;

use crate::support::{TestServer, Visitor, on_both_databases};

const PICTURE: &str = "src=\"/pictures/tegn-";

/// Makes a class and tells its address.
pub(crate) async fn make_class(teacher: &mut Visitor, grade: &str, names: &str) -> String {
    let fields = [
        ("locale", "da"),
        ("name", "1.b"),
        ("grade", grade),
        ("names", names),
        ("ends_on", &next_month()),
        ("lesson", "45"),
    ];
    let made = teacher.post("/api/classroom/make", &fields).await;
    made.leads_to().to_owned()
}

pub(crate) fn next_month() -> String {
    let today = domain::time::date_in_denmark(jiff::Timestamp::now());
    today.saturating_add(jiff::ToSpan::days(30)).to_string()
}

pub(crate) fn id_of(class: &str) -> &str {
    class.rsplit('/').next().unwrap()
}

/// The class's code, as the page shows it.
fn class_code(page: &str) -> String {
    page.split("<strong translate=\"no\" dir=\"ltr\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .unwrap_or_else(|| panic!("no code in {page}"))
        .to_owned()
}

/// The cards on the sheet: the words of three pictures.
fn picture_cards(sheet: &str) -> Vec<Vec<String>> {
    let cards = sheet.split("class=\"card-pictures\"").skip(1);
    cards
        .map(|card| {
            let pictures = card.split(PICTURE).skip(1).take(3);
            pictures
                .map(|rest| rest.split('.').next().unwrap().to_owned())
                .collect()
        })
        .collect()
}

/// Types the class's code on a device.
async fn enter(device: &mut Visitor, code: &str) {
    let fields = [("locale", "da"), ("code", code)];
    assert_eq!(
        device.post("/api/classroom/find", &fields).await.leads_to(),
        "/klasse"
    );
}

/// Presses three pictures and tells where that leads.
async fn press(device: &mut Visitor, pictures: &[String]) -> String {
    let mut led_to = String::new();
    for picture in pictures {
        let fields = [("locale", "da"), ("picture", &**picture)];
        let reply = device.post("/api/classroom/press", &fields).await;
        reply.leads_to().clone_into(&mut led_to);
    }
    led_to
}

async fn sheet_of(teacher: &mut Visitor, class: &str) -> (String, Vec<Vec<String>>) {
    let sheet = teacher.get(&format!("{class}/kort")).await.body;
    let cards = picture_cards(&sheet);
    (class_code(&sheet), cards)
}

#[tokio::test]
async fn pupils_sign_in_by_pictures_and_nothing_is_mixed() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "1", "Ali\nفاطمة").await;
        let (code, cards) = sheet_of(&mut teacher, &class).await;
        assert_eq!(cards.len(), 2);

        // The device has progress of its own, and a teacher has signed in on it.
        let mut device = server.staff(Role::Teacher).await;
        let step = [
            ("course", "digital-post"),
            ("step", "hvem-skriver"),
            ("locale", "da"),
        ];
        device.post("/api/learning/advance", &step).await;
        enter(&mut device, &code).await;
        assert!(device.get("/klasse").await.has("Tryk på billede 1"));
        assert_eq!(press(&mut device, &cards[1]).await, "/klasse/i-dag");
        let today = device.get("/klasse/i-dag").await;
        assert!(today.has("Hej فاطمة") && today.has("1.b"));
        assert!(
            device.get("/laer").await.has("فاطمة"),
            "every page says who is signed in"
        );
        assert_eq!(device.get("/personale").await.status, StatusCode::UNAUTHORIZED);
        let course = "/laer/digital-post";
        let as_pupil = device.get(course).await.body;
        let as_stranger = server.visitor().get(course).await.body;
        assert_eq!(as_pupil.contains("Fortsæt"), as_stranger.contains("Fortsæt"));

        let left = device.post("/api/classroom/leave", &[("locale", "da")]).await;
        assert_eq!(left.leads_to(), "/klasse/slut");
        assert!(!device.get("/laer").await.has("فاطمة"));
        assert!(
            device.get(course).await.has("Fortsæt"),
            "the device's own progress is back"
        );
        assert!(
            device.get("/klasse").await.has("Tryk på billede 1"),
            "it knows the class"
        );
    })
    .await;
}

#[tokio::test]
async fn a_lost_card_is_replaced_and_its_finder_signed_out() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "0", "Ali").await;
        let (code, cards) = sheet_of(&mut teacher, &class).await;
        let mut finder = server.visitor();
        enter(&mut finder, &code).await;
        press(&mut finder, &cards[0]).await;
        let page = teacher.get(&class).await.body;
        assert!(page.contains("Logget ind til"));
        let pupil = value_after(&page, "name=\"pupil\" value=\"");

        let fields = [("locale", "da"), ("class", id_of(&class)), ("pupil", &*pupil)];
        let renewed = teacher.post("/api/classroom/renew-card", &fields).await;
        assert_eq!(renewed.leads_to(), class);
        let page = teacher.get(&class).await;
        assert!(page.has("Her er det nye kort") && page.has(&format!("/kort?elev={pupil}")));
        assert!(!finder.get("/klasse/i-dag").await.has("Hej Ali"));
        press(&mut finder, &cards[0]).await;
        assert!(finder.get("/klasse").await.has("Det passer ikke"));
    })
    .await;
}

#[tokio::test]
async fn a_class_is_its_teachers_own() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let id = id_of(&class).to_owned();
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        let mut nobody = server.visitor();
        let mut adviser = server.staff(Role::Adviser).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let mut other = server.staff(Role::Teacher).await;
        let mut admin = server.staff(Role::Admin).await;
        for page in [class.clone(), format!("{class}/kort")] {
            assert_eq!(teacher.get(&page).await.status, StatusCode::OK);
            assert_eq!(nobody.get(&page).await.status, StatusCode::UNAUTHORIZED);
            assert_eq!(pupil.get(&page).await.status, StatusCode::UNAUTHORIZED);
            assert_eq!(adviser.get(&page).await.status, StatusCode::FORBIDDEN);
            assert_eq!(coordinator.get(&page).await.status, StatusCode::FORBIDDEN);
            assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND);
            assert_eq!(admin.get(&page).await.status, StatusCode::NOT_FOUND);
        }
        let day = next_month();
        let settings = [("lesson", "60"), ("ends_on", &*day)];
        let changes: [(&str, &[(&str, &str)]); 7] = [
            ("add-pupils", &[("names", "Bo")]),
            ("renew-card", &[("pupil", "1")]),
            ("remove-pupil", &[("pupil", "1")]),
            ("renew-code", &[]),
            ("settings", &settings),
            ("share", &[("username", "x")]),
            ("erase", &[]),
        ];
        for (change, fields) in changes {
            let mut all = vec![("locale", "da"), ("class", &*id)];
            all.extend(fields);
            let path = format!("/api/classroom/{change}");
            for (who, status) in [
                (&mut nobody, StatusCode::UNAUTHORIZED),
                (&mut pupil, StatusCode::UNAUTHORIZED),
                (&mut adviser, StatusCode::FORBIDDEN),
                (&mut coordinator, StatusCode::FORBIDDEN),
                (&mut other, StatusCode::NOT_FOUND),
                (&mut admin, StatusCode::NOT_FOUND),
            ] {
                assert_eq!(who.post(&path, &all).await.status, status, "{change}");
            }
        }
        assert!(teacher.get(&class).await.has("Ali"), "nothing has been changed");
    })
    .await;
}

#[tokio::test]
async fn a_list_that_cannot_be_a_class_is_shown_again() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let many = "Elev\n".repeat(500);
        assert_eq!(
            make_class(&mut teacher, "5", &many).await,
            "/personale/klasser/ny"
        );
        assert!(teacher.get("/personale/klasser/ny").await.has("Der er 500 navne"));
        make_class(&mut teacher, "5", "Ali\n010203-1234").await;
        let page = teacher.get("/personale/klasser/ny").await;
        assert!(page.has("ligner et CPR-nummer") && !page.has("010203"));
        let class = make_class(&mut teacher, "5", "Ali, 🦊, فاطمة").await;
        let page = teacher.get(&class).await;
        assert!(page.has("🦊") && page.has("فاطمة"));
    })
    .await;
}

#[tokio::test]
async fn a_forged_class_or_picture_opens_nothing() {
    on_both_databases(|server| async move {
        let mut stranger = server.visitor();
        let press = [("locale", "da"), ("picture", "sun")];
        for _ in 0..3 {
            stranger.post("/api/classroom/press", &press).await;
        }
        assert!(!stranger.get("/klasse/i-dag").await.has("Hej"));
        enter(&mut stranger, "fjord lampe").await;
        assert!(stranger.get("/klasse").await.has("Ingen klasse har den kode"));
        enter(&mut stranger, "x").await;
        assert!(stranger.get("/klasse").await.has("Koden er to ord"));
    })
    .await;
}

#[tokio::test]
async fn a_class_is_erased_at_a_press() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        let fields = [("locale", "da"), ("class", id_of(&class))];
        let erased = teacher.post("/api/classroom/erase", &fields).await;
        assert_eq!(erased.leads_to(), "/personale/klasser");
        assert!(teacher.get("/personale/klasser").await.has("1.b er slettet"));
        assert_eq!(teacher.get(&class).await.status, StatusCode::NOT_FOUND);
        assert!(!pupil.get("/klasse/i-dag").await.has("Ali"));
    })
    .await;
}

/// The first pupil of a class for the older, signed in on a device of their own.
pub(crate) async fn pupil_by_words(server: &TestServer, teacher: &mut Visitor, class: &str) -> Visitor {
    let sheet = teacher.get(&format!("{class}/kort")).await.body;
    let words = sheet.split("class=\"ticket__code\"").nth(1).unwrap();
    let words = words
        .split('>')
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    let mut device = server.visitor();
    enter(&mut device, &class_code(&sheet)).await;
    let fields = [("locale", "da"), ("code", &*words)];
    let joined = device.post("/api/classroom/join", &fields).await;
    assert_eq!(joined.leads_to(), "/klasse/i-dag");
    device
}

pub(crate) fn value_after(body: &str, mark: &str) -> String {
    let (_, rest) = body
        .split_once(mark)
        .unwrap_or_else(|| panic!("no {mark} in {body}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_pupil_who_is_stuck_is_seen_and_answered() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali\nBo").await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        let live = format!("{class}/nu");
        assert!(teacher.get(&live).await.has("I gang"));
        let ask = [("locale", "da"), ("wish", "help")];
        pupil.post("/api/classroom/ask", &ask).await;
        assert!(pupil.get("/laer").await.has("Din lærer ved, at du sidder fast."));
        let page = teacher.get(&live).await;
        assert!(page.has("Har fået hjælp"), "who has asked can be helped");

        let seat = value_after(&page.body, "name=\"pupil\" value=\"");
        let fields = [("locale", "da"), ("class", id_of(&class)), ("pupil", &*seat)];
        let mut other = server.staff(Role::Teacher).await;
        assert_eq!(other.get(&live).await.status, StatusCode::NOT_FOUND);
        for change in ["come", "helped"] {
            let path = format!("/api/classroom/{change}");
            assert_eq!(other.post(&path, &fields).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            teacher.post("/api/classroom/come", &fields).await.leads_to(),
            live
        );
        assert!(pupil.get("/laer").await.has("Din lærer er på vej."));
        teacher.post("/api/classroom/helped", &fields).await;
        assert!(!teacher.get(&live).await.has("Har fået hjælp"));
        let stranger = server.visitor().post("/api/classroom/ask", &ask).await;
        assert_eq!(stranger.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn whoever_follows_a_class_is_told_of_each_change() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        let response = server
            .open(&format!("/api/classroom/{}/events", id_of(&class)))
            .await;
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut events = response.into_body().into_data_stream();
        let first = events.next().await.unwrap().unwrap();
        assert!(
            first.starts_with(b"data: changed"),
            "who begins to listen looks again"
        );
        pupil
            .post("/api/classroom/ask", &[("locale", "da"), ("wish", "help")])
            .await;
        let changed = events.next().await.unwrap().unwrap();
        assert!(changed.starts_with(b"data: changed"));
        let page = teacher.get(&format!("{class}/tavle")).await;
        assert!(
            page.has("1 venter på hjælp") && !page.has("Ali"),
            "the board names nobody"
        );
    })
    .await;
}
