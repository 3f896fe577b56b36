//! Whatever is typed into a form of booking, the desk or the schedule, there is an answer that says what to do.
//!
//! The forms are the rows of `permissions.txt`, which a new form cannot lack.

use axum::http::{Method, StatusCode};
use domain::staff::Role;

use crate::permissions::{Row, Table};
use crate::schedule::book;
use crate::support::{TestServer, Visitor};

/// Where the forms are sent.
const FORMS: [&str; 5] = [
    "/api/appointments/",
    "/api/waiting/",
    "/api/desk/",
    "/api/schedule/",
    "/api/messages/",
];

/// What a browser would take for a part of the page, if it were written as it is.
const SCRIPT: &str = "</textarea></title><script>alert(1)</script>";

/// Fields that somebody types into, of whatever form: each leaves alone what it does not know.
const TYPED: [&str; 33] = [
    "address",
    "ar",
    "begins_every",
    "bring_da",
    "buffer_after",
    "buffer_before",
    "call",
    "clock",
    "code",
    "da",
    "date",
    "directions_da",
    "duration",
    "email",
    "en",
    "every_weeks",
    "first_day",
    "from",
    "language",
    "languages",
    "last_day",
    "listed",
    "name",
    "name_da",
    "note",
    "phone",
    "query",
    "seats",
    "summary_da",
    "text",
    "times",
    "to",
    "weekday",
];

/// Fields that lists and hidden fields fill in, which nobody but a stranger's program would write otherwise.
const CHOSEN: [&str; 12] = [
    "adviser",
    "appointment",
    "batch",
    "contact",
    "location",
    "message",
    "number",
    "sequence",
    "service",
    "slot",
    "ticket",
    "version",
];

fn bad_values() -> Vec<String> {
    let long = "æ".repeat(10_000);
    [
        "",
        &long,
        "\u{0}\u{7}\u{1b}[31m",
        "31-02-2027",
        "99999999999999999999",
        "-1",
        "findes-ikke",
        SCRIPT,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The fields of a row, those of a list with one value in their place.
fn fields(row: &Row, table: &Table, replaced: &[&str], value: &str) -> Vec<(String, String)> {
    let known = row
        .fields(table)
        .filter(|(name, _)| !replaced.contains(&name.as_str()));
    let bad = replaced.iter().map(|name| ((*name).to_owned(), value.to_owned()));
    known.chain(bad).collect()
}

/// What is wrong with the answer, if anything is: nobody may see a fault of ours, and everybody a text that goes on.
async fn complaint(visitor: &mut Visitor, path: &str, fields: &[(String, String)]) -> Option<String> {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut answer = visitor.post(path, &fields).await;
    if answer.status.is_redirection() {
        let next = answer.leads_to().to_owned();
        answer = visitor.get(&next).await;
    }
    let is_ours = answer.status.is_server_error();
    let says_nothing = answer.status != StatusCode::OK && !answer.has("<h1");
    let is_written_as_it_is = answer.has("<script>alert(1)");
    (is_ours || says_nothing || is_written_as_it_is).then(|| answer.status.to_string())
}

#[tokio::test]
async fn every_form_has_an_answer_to_whatever_is_typed() {
    let server = TestServer::on_sqlite().await;
    book(&server, "bibliotek", "Åse Bæk", None).await;
    let table = Table::read();
    let is_form =
        |row: &&Row| row.method == Method::POST && FORMS.iter().any(|form| row.path.starts_with(form));
    let mut coordinator = server.staff(Role::Coordinator).await;
    let (mut complaints, mut forms) = (Vec::new(), 0);
    for row in table.rows.iter().filter(is_form) {
        forms += 1;
        for value in bad_values() {
            for replaced in [&TYPED[..], &CHOSEN[..]] {
                let fields = fields(row, &table, replaced, &value);
                if let Some(complaint) = complaint(&mut coordinator, &row.path, &fields).await {
                    let shown: String = value.chars().take(20).collect();
                    complaints.push(format!("{}: {shown:?}: {complaint}", row.path));
                }
            }
        }
    }
    assert!(forms > 50, "{forms}");
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What was typed stands in the field that is told, and cannot end it.
#[tokio::test]
async fn what_was_typed_is_kept_as_it_was_typed() {
    let server = TestServer::on_sqlite().await;
    let mut coordinator = server.staff(Role::Coordinator).await;
    let bad = format!("{SCRIPT} & så videre");
    for (form, fields, page) in [
        (
            "/api/schedule/close",
            vec![("date", "i går"), ("da", &*bad)],
            "/personale/plan/lukkedage",
        ),
        (
            "/api/schedule/add-place",
            vec![("directions_da", &*bad)],
            "/personale/plan/nyt-sted",
        ),
        (
            "/api/schedule/add-service",
            vec![("summary_da", &*bad)],
            "/personale/plan/ny-ydelse",
        ),
        (
            "/api/schedule/change-document",
            vec![("text", &*bad)],
            "/personale/plan/fil",
        ),
    ] {
        let fields = [&[("locale", "da")][..], &fields].concat();
        let answer = coordinator.post(form, &fields).await;
        assert_eq!(answer.leads_to(), page);
        let shown = coordinator.get(page).await;
        assert!(!shown.has("<script>alert(1)"), "{form}");
        assert!(
            shown.has("alert(1)&lt;/script") && shown.has("&amp; så videre"),
            "{form}: {}",
            shown.body
        );
    }
}
