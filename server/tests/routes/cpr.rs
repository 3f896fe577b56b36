//! No form keeps a CPR number, not even in the session: each is sent with one in every field that somebody types into, and then
//! the whole database is read as it lies on the disk.

use std::collections::BTreeSet;

use axum::http::Method;
use domain::staff::Role;
use serde_json::json;
use store::sessions;

use crate::api::{first_free, post};
use crate::permissions::{Row, Table};
use crate::support::TestServer;

/// Stands before every number of this test.
const BEGIN: &str = "Jeg er ";

/// What somebody types, of whatever form.
const TYPED: [&str; 84] = [
    "address",
    "answers",
    "ar",
    "book",
    "bring_ar",
    "bring_da",
    "bring_en",
    "call",
    "care_of",
    "check_ar",
    "check_da",
    "check_en",
    "city",
    "clock",
    "code",
    "count",
    "counter",
    "counts[0]",
    "da",
    "date",
    "days[0]",
    "directions_ar",
    "directions_da",
    "directions_en",
    "due",
    "duration",
    "email",
    "en",
    "ends_on",
    "every_weeks",
    "exceptions",
    "first_day",
    "first_page",
    "from",
    "given[0]",
    "grade",
    "hours",
    "interpreter",
    "language",
    "languages",
    "last_day",
    "last_page",
    "lead",
    "level",
    "listed",
    "mark",
    "minutes",
    "name",
    "name_ar",
    "name_da",
    "name_en",
    "names",
    "next_try",
    "note",
    "organisation",
    "parts",
    "phone",
    "problem",
    "query",
    "question",
    "reach",
    "resource_ar",
    "resource_da",
    "resource_en",
    "search",
    "seats",
    "start_every",
    "street",
    "strokes",
    "subject",
    "summary_ar",
    "summary_da",
    "summary_en",
    "task",
    "text",
    "times",
    "to",
    "typed",
    "username",
    "walk_ins",
    "what",
    "who_ar",
    "who_da",
    "who_en",
];

/// What else is filled in, so that a form is not refused for another reason.
const FILLED_IN: [(&str, &str); 22] = [
    ("name", "Åse Bæk"),
    ("contact", "none"),
    ("address", "Kajen 1, 0999 Fjordby"),
    ("code", "abe-bil-bro"),
    ("counter", "Skranke 1"),
    ("organisation", "Bostedet"),
    ("street", "Kajen 1"),
    ("city", "0999 Fjordby"),
    ("date", "2030-01-07"),
    ("da", "Lukket"),
    ("from", "2030-01-07T10:00"),
    ("to", "2030-01-08T10:00"),
    ("name_da", "Huset"),
    ("summary_da", "Vi hjælper dig."),
    ("phone", "75101234"),
    ("duration", "30"),
    ("buffer_before", "0"),
    ("buffer_after", "0"),
    ("begins_every", "30"),
    ("seats", "1"),
    ("question", "Hvad er en brøk?"),
    ("subject", "matematik"),
];

#[tokio::test]
async fn no_form_keeps_a_cpr_number() {
    let server = TestServer::on_sqlite().await;
    let table = Table::read();
    let forms: Vec<_> = table.rows.iter().filter(|row| is_form(row)).collect();
    assert!(forms.len() > 100, "{}", forms.len());
    let mut in_sessions = Vec::new();
    for (form, row) in forms.iter().enumerate() {
        // Somebody new each time, for some forms end a session.
        let mut visitor = server.staff(Role::Admin).await;
        for (field, typed) in TYPED.iter().enumerate() {
            let fields = fields(row, &table, typed, &number(form, field));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            visitor.post(&row.path, &fields).await;
            // The next field may write over it.
            if is_in_a_session(&server, &number(form, field)).await {
                in_sessions.push(format!("{} keeps {typed} in the session", row.path));
            }
        }
    }
    let files = server.files();
    let kept: BTreeSet<_> = files
        .match_indices(BEGIN)
        .filter_map(|(at, _)| files.get(at + BEGIN.len()..at + BEGIN.len() + 11))
        .collect();
    let of_field = |(form, field): (usize, usize)| {
        let is_kept = kept.contains(number(form, field).as_str());
        is_kept.then(|| format!("{} keeps {}", forms[form].path, TYPED[field]))
    };
    let all = (0..forms.len()).flat_map(|form| (0..TYPED.len()).map(move |field| (form, field)));
    let kept: Vec<_> = all.filter_map(of_field).chain(in_sessions).collect();
    assert!(kept.is_empty(), "{kept:#?}");
}

#[tokio::test]
async fn the_api_keeps_no_cpr_number() {
    let server = TestServer::on_sqlite().await;
    let slot = first_free(&server, "mitid", "borgerservice").await;
    let number = number(0, 0);
    for field in ["name", "note"] {
        let mut wish =
            json!({"service": "mitid", "location": "borgerservice", "slot": slot, "name": "Åse Bæk"});
        wish[field] = json!(format!("{BEGIN}{number}"));
        let key = [("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324")];
        let refused = post(&server, "/appointments", &wish, &key).await;
        assert_eq!(refused.text("errors/0/field"), field);
    }
    assert!(!server.files().contains(&number));
}

async fn is_in_a_session(server: &TestServer, number: &str) -> bool {
    let found = sessions::with_word(server.database.read(), number).await;
    !found.unwrap().is_empty()
}

/// A number of its own for each field: the form says the birthday.
fn number(form: usize, field: usize) -> String {
    let (day, month) = (form % 28 + 1, form / 28 + 1);
    format!("{day:02}{month:02}03-{field:04}")
}

fn is_form(row: &Row) -> bool {
    let is_function = row.path.starts_with("/api/") && !row.path.starts_with("/api/v1");
    row.method == Method::POST && is_function && !row.path.starts_with("/api/staff/")
}

/// A form that is filled in, but for one field.
fn fields(row: &Row, table: &Table, typed: &str, number: &str) -> Vec<(String, String)> {
    let own = |name: &str| row.own.iter().any(|(own, _)| own == name);
    let filled_in = FILLED_IN.iter().filter(|(name, _)| !own(name));
    let filled_in = filled_in.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let mut fields: Vec<_> = row.fields(table).chain(filled_in).collect();
    fields.retain(|(name, _)| name != typed);
    let text = format!("{BEGIN}{number}, ring til mig");
    fields.push((typed.to_owned(), text));
    fields
}
