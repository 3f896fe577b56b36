//! Every field of every form, one at a time, gets what nobody means: there is an answer in words, and what was typed into the
//! other fields is still there.
//!
//! The forms are those of the pages in `permissions.txt`, read off the pages as a browser reads them.

mod bad;
mod page_forms;

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use domain::staff::Role;

use self::bad::Bad;
use self::page_forms::{Field, FieldKind, PageForm, page_forms};
use crate::classroom::next_month;
use crate::permissions::Table;
use crate::schedule::book;
use crate::support::{Answer, TestServer, Visitor, encoded};
use crate::{cafe, tutor, visits};

/// What ends the visit, or leads to another server.
const LEFT_OUT: [&str; 2] = ["/api/staff/sign-out", "/personale/log-ind/udbyder"];

/// Words of a framework, of which people must see none.
const FRAMEWORK: [&str; 6] = [
    "deserialize",
    "missing field",
    "ServerError",
    "error running server function",
    "invalid type",
    "panicked",
];

/// Something that fits a field which is empty on the page.
fn filled(field: &Field, number: usize) -> Field {
    let value = match &field.kind {
        FieldKind::Typed(kind) if field.value.is_empty() => match &**kind {
            "email" => format!("person{number}@example.dk"),
            "tel" => "20 30 40 50".to_owned(),
            "number" => "2".to_owned(),
            "date" => next_month(),
            "time" => "10:00".to_owned(),
            _ => format!("Skrevet her {number}"),
        },
        _ => field.value.clone(),
    };
    Field {
        value,
        ..field.clone()
    }
}

/// Sends a form and reads where it leads.
async fn send(visitor: &mut Visitor, form: &PageForm, wrong: usize, bad: &Bad) -> Answer {
    let parts = form.fields.iter().enumerate().flat_map(|(number, field)| {
        if number == wrong {
            bad.sent(field)
        } else {
            vec![format!("{}={}", encoded(&field.name), encoded(&field.value))]
        }
    });
    let body = parts.collect::<Vec<_>>().join("&");
    let answer = visitor.post_raw(&form.action, body.into_bytes()).await;
    if !answer.status.is_redirection() {
        return answer;
    }
    let next = answer.leads_to().to_owned();
    visitor.get(&next).await
}

/// What is wrong with an answer.
fn complaint(answer: &Answer, form: &PageForm, wrong: usize, bad: &Bad) -> Option<String> {
    if answer.status.is_server_error() {
        return Some(format!("{}", answer.status));
    }
    // The schedule as a file is written by engineers: why it is no JSON is told as the reader says it, with line and column.
    let tells_of_json = form.action == "/api/schedule/change-document";
    if !answer.has("<h1") || !tells_of_json && FRAMEWORK.iter().any(|word| answer.has(word)) {
        return Some(format!("says nothing to a person: {:.200}", answer.body));
    }
    if answer.has("<script>alert(1)") {
        return Some("is written as it is".to_owned());
    }
    if !form.fields[wrong].is_typed() || !bad.is_typed_by_people() {
        return None;
    }
    if answer.status == StatusCode::BAD_REQUEST {
        return Some("is an error page, and what was typed is lost".to_owned());
    }
    lost(answer, form, wrong)
}

/// What the same form, which is shown again with an error, no longer has of what was typed into the others.
fn lost(answer: &Answer, form: &PageForm, wrong: usize) -> Option<String> {
    if !answer.has("error-summary") && !answer.has("aria-invalid=\"true\"") {
        return None;
    }
    let again = page_forms(&answer.body)
        .into_iter()
        .filter(|again| again.action == form.action && names(again) == names(form));
    let again: Vec<_> = again.collect();
    let others = form
        .fields
        .iter()
        .enumerate()
        .filter(|(number, field)| *number != wrong && field.is_typed());
    let lost: Vec<_> = others
        .map(|(_, field)| field)
        .filter(|field| {
            !again.is_empty()
                && !again
                    .iter()
                    .any(|form| form.fields.iter().any(|kept| is_kept(kept, field)))
        })
        .map(|field| &*field.name)
        .collect();
    (!lost.is_empty()).then(|| format!("has lost {}", lost.join(", ")))
}

fn is_kept(kept: &Field, typed: &Field) -> bool {
    kept.name == typed.name && kept.value.trim() == typed.value.trim()
}

/// The names of the fields that somebody types into.
fn names(form: &PageForm) -> BTreeSet<&str> {
    let typed = form.fields.iter().filter(|field| field.is_typed());
    typed.map(|field| &*field.name).collect()
}

/// The forms of some pages, each once, those that somebody types into first: the others may end what is going on.
async fn forms_of(visitor: &mut Visitor, paths: &[String]) -> Vec<PageForm> {
    let (mut seen, mut forms) = (BTreeSet::new(), Vec::new());
    for path in paths {
        let page = visitor.get(path).await;
        for form in page_forms(&page.body) {
            let fields: BTreeSet<_> = form.fields.iter().map(|field| field.name.clone()).collect();
            let is_left_out = LEFT_OUT.contains(&&*form.action);
            if !is_left_out && !form.fields.is_empty() && seen.insert((form.action.clone(), fields)) {
                forms.push(form);
            }
        }
    }
    forms.sort_by_key(|form| names(form).is_empty());
    forms
}

/// Sends each form with each of its fields wrong, and gives what was wrong with the answers.
async fn try_each_field(visitor: &mut Visitor, forms: &[PageForm]) -> Vec<String> {
    let mut complaints = Vec::new();
    for form in forms {
        let fields = form.fields.iter().enumerate();
        let form = PageForm {
            fields: fields.map(|(number, field)| filled(field, number)).collect(),
            ..form.clone()
        };
        for (wrong, field) in form.fields.iter().enumerate() {
            let bad = if field.is_typed() {
                Bad::typed()
            } else {
                Bad::chosen()
            };
            for bad in bad {
                let answer = send(visitor, &form, wrong, &bad).await;
                if let Some(complaint) = complaint(&answer, &form, wrong, &bad) {
                    complaints.push(format!(
                        "{} {}: {}: {complaint}",
                        form.action,
                        field.name,
                        bad.shown()
                    ));
                }
            }
        }
    }
    complaints
}

/// Every page that an administrator finds in the table, a class's among them, and that of a time that is held.
async fn pages_of_administrator(server: &TestServer, admin: &mut Visitor) -> Vec<String> {
    let class = [
        ("locale", "da"),
        ("name", "5.b"),
        ("grade", "5"),
        ("names", "Ali\nBo"),
        ("ends_on", &next_month()),
        ("lesson", "45"),
    ];
    admin.post("/api/classroom/make", &class).await;
    let slot = server.visitor().first_free_time("mitid", "borgerservice").await;
    let wanted = [
        ("locale", "da"),
        ("service", "mitid"),
        ("location", "borgerservice"),
        ("slot", &slot),
    ];
    let held = admin.post("/api/appointments/hold", &wanted).await;
    let table = Table::read();
    let pages = table
        .rows
        .iter()
        .filter(|row| row.method == Method::GET && !row.path.starts_with("/api"));
    let paths = pages.map(|row| row.address(&table));
    paths.chain([held.leads_to().to_owned()]).collect()
}

#[tokio::test]
async fn each_field_by_itself_has_an_answer_and_the_others_are_kept() {
    let server = TestServer::on_sqlite().await;
    book(&server, "bibliotek", "Åse Bæk", None).await;
    let mut admin = server.staff(Role::Admin).await;
    let paths = pages_of_administrator(&server, &mut admin).await;
    let forms = forms_of(&mut admin, &paths).await;
    assert!(forms.len() > 70, "{}", forms.len());
    let complaints = try_each_field(&mut admin, &forms).await;
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What is on the way when somebody writes: a visit at home, a room of the café with a child and a volunteer, and the end of a
/// lesson of two.
#[tokio::test]
async fn so_it_is_on_pages_that_something_leads_to() {
    let server = TestServer::on_sqlite().await;
    let (visited, _) = visits::says_who(&server, &[("contact", "none")]).await;
    let (citizen, helper) = tutor::two(&server).await;
    cafe::open_all_day(&server).await;
    let mut volunteer = cafe::volunteer(&server, 1).await;
    let mut child = server.visitor();
    cafe::ask(&mut child, "Hvordan lægger man brøker sammen?").await;
    let room = cafe::take(&mut volunteer).await;
    let mut actions = BTreeSet::new();
    for (mut visitor, page) in [
        (visited, "/tid/adresse"),
        (child, cafe::OWN),
        (volunteer, &*room),
        (helper, tutor::NOW),
        (citizen, tutor::NOW),
    ] {
        let forms = forms_of(&mut visitor, &[page.to_owned()]).await;
        actions.extend(forms.iter().map(|form| form.action.clone()));
        let complaints = try_each_field(&mut visitor, &forms).await;
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
    for action in [
        "/api/appointments/save-visit",
        "/api/cafe/write",
        "/api/tutor/act",
    ] {
        assert!(actions.contains(action), "{actions:?}");
    }
}
