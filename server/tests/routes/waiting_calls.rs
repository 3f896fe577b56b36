//! Whoever reads neither mail nor SMS is called about a time that is held for them.

use app::offer_free_times;
use app::server_side::Site;
use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::outbox;

use crate::support::{TestServer, Visitor, on_both_databases};

const LIST: &str = "/skranke/ring";

async fn join(server: &TestServer, name: &str, number: &str) -> (Visitor, String) {
    let mut visitor = server.visitor();
    let form = [
        ("service", "fuldmagt"),
        ("location", "borgerservice"),
        ("locale", "da"),
        ("name", name),
        ("contact", "call"),
        ("call", number),
    ];
    let answer = visitor.post("/api/waiting/join", &form).await;
    let path = answer.leads_to().to_owned();
    (visitor, path)
}

async fn offer(server: &TestServer) {
    offer_free_times(&server.context, &Site::default(), Timestamp::now())
        .await
        .unwrap();
}

/// Messages that wait to be sent.
async fn written(server: &TestServer) -> i64 {
    let counts = outbox::counts(server.database.read(), Timestamp::now()).await;
    counts.unwrap().waiting
}

/// The hidden field of a name in the first form of a page.
fn field(page: &str, name: &str) -> String {
    let marker = format!("name=\"{name}\" value=\"");
    let (_, rest) = page
        .split_once(&marker)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

async fn answer(staff: &mut Visitor, page: &str, answer: &str) -> String {
    let (waiting, slot) = (field(page, "waiting"), field(page, "slot"));
    let fields = [
        ("locale", "da"),
        ("waiting", &*waiting),
        ("slot", &slot),
        ("answer", answer),
    ];
    let answer = staff.post("/api/desk/waiting-call-answer", &fields).await;
    answer.leads_to().to_owned()
}

#[tokio::test]
async fn whoever_is_called_and_takes_the_time_is_booked_with_a_letter() {
    on_both_databases(|server| async move {
        let (mut ida, path) = join(&server, "Ida Bruun", "75 10 12 34").await;
        assert_eq!(path, "/tid/venteliste/min");
        assert!(ida.get(&path).await.has("Vi ringer til dig"));
        let mut staff = server.staff(Role::Adviser).await;
        assert!(staff.get(LIST).await.has("Der er ingen at ringe til"));
        offer(&server).await;
        let list = staff.get(LIST).await;
        assert!(list.has("Ida Bruun") && list.has("tel:"), "{}", list.body);
        assert_eq!(written(&server).await, 0, "nobody writes to her");
        let log = server.staff(Role::Admin).await.get("/personale/adgang").await;
        assert!(log.has("pladsens nummer på ventelisten"), "{}", log.body);

        let only = |place| Workplaces::Only(vec![LocationId::parse(place).unwrap()]);
        let mut elsewhere = server.staff_at(Role::Adviser, only("bibliotek")).await;
        assert!(!elsewhere.get(LIST).await.has("Ida Bruun"));
        assert_eq!(answer(&mut elsewhere, &list.body, "left").await, LIST);

        assert_eq!(
            answer(&mut staff, &list.body, "accepted").await,
            "/skranke/book/kvittering"
        );
        let ticket = staff.get("/skranke/book/kvittering").await;
        assert!(
            ticket.has("Ida Bruun") && ticket.has("75101234"),
            "{}",
            ticket.body
        );
        assert!(staff.get("/skranke/breve").await.has("Ida Bruun"), "a letter");
        // A second press finds nothing, and says so.
        assert_eq!(answer(&mut staff, &list.body, "accepted").await, LIST);
        assert!(staff.get(LIST).await.has("Tiden var gået videre"));
        assert_ne!(ida.get("/tid/venteliste/min").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_reached_waits_on_and_whoever_wants_none_is_erased() {
    on_both_databases(|server| async move {
        join(&server, "Ida Bruun", "75 10 12 34").await;
        let mut staff = server.staff(Role::Adviser).await;
        offer(&server).await;
        let list = staff.get(LIST).await.body;
        assert_eq!(answer(&mut staff, &list, "missed").await, LIST);
        assert!(!staff.get(LIST).await.has("Ida Bruun"));
        offer(&server).await;
        let again = staff.get(LIST).await.body;
        assert_ne!(field(&list, "slot"), field(&again, "slot"), "another time");
        assert_eq!(answer(&mut staff, &again, "left").await, LIST);
        offer(&server).await;
        assert!(!staff.get(LIST).await.has("Ida Bruun"));
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_to_be_called_gives_a_number() {
    let server = TestServer::on_sqlite().await;
    let (mut visitor, path) = join(&server, "Ida Bruun", "12").await;
    assert_eq!(path, "/tid/venteliste/fuldmagt/borgerservice");
    let form = visitor.get(&path).await;
    assert!(form.has("href=\"#field-call\""), "{}", form.body);
    let mut staff = server.staff(Role::Adviser).await;
    for bad in [("waiting", "x"), ("answer", "perhaps")] {
        let fields = [
            ("locale", "da"),
            ("slot", "2030-01-07T10:00Z"),
            ("waiting", "1"),
            ("answer", "left"),
        ];
        let fields = fields.map(|(name, value)| if name == bad.0 { bad } else { (name, value) });
        let refused = staff.post("/api/desk/waiting-call-answer", &fields).await;
        assert!(
            refused.status.is_client_error() || refused.status.is_redirection(),
            "{bad:?}"
        );
    }
}
