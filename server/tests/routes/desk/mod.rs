//! The desk, from taking a number to going home, and who may see what of it.

mod checking_in;
mod numbers;
mod queue;

use app::password;
use axum::http::StatusCode;
use domain::appointments::{Arrangement, BookingCode, Unit};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::appointments::{BookOutcome, NewAppointment, book, code_hash};
use store::staff::{self, NewStaff};

use crate::support::{TestServer, Visitor};

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
    booked_as(server, number, days, Arrangement::default()).await
}

/// One that was arranged in some way, and its code.
async fn booked_as(server: &TestServer, number: u32, days: i64, arrangement: Arrangement) -> String {
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
        arrangement,
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
