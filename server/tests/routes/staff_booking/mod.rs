//! Staff book for citizens, and look their times up by code.

mod booking;
mod looking_up;
mod own_places;

use app::password;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::ConnectionTrait;
use store::staff::{self, NewStaff};

use crate::support::{TestServer, Visitor};

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
