//! What is logged of a request, and where it leads. What people typed is in neither.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::http::Method;
use domain::staff::Role;
use support::{TestServer, Visitor};
use tracing_subscriber::EnvFilter;

mod support;

/// A log that can be read again.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Words of a citizen that stand nowhere else.
const NAME: &str = "Åse Kvistgaard";
const PERSONAL: [&str; 5] = [
    "Kvistgaard",
    "75101234",
    "kvist@example.dk",
    "brevet fra banken",
    "Kajen 17",
];

/// Sends a form, and tells where it leads and what is there.
async fn send(visitor: &mut Visitor, path: &str, fields: &[(&str, &str)], led: &mut Vec<String>) -> String {
    let answer = visitor.post(path, fields).await;
    let next = answer.leads_to().to_owned();
    let page = visitor.get(&next).await;
    assert!(
        page.status.is_success(),
        "{path} leads to {next}: {}",
        page.status
    );
    led.push(next);
    page.body
}

fn code_on(ticket: &str) -> String {
    let (_, rest) = ticket.split_once("class=\"ticket__code\"").unwrap();
    rest.split(['<', '>']).nth(1).unwrap().to_owned()
}

/// Books, looks the booking up, begins to move it and cancels it; once as a citizen, once as staff. Tells the codes.
async fn book_and_cancel(server: &TestServer, led: &mut Vec<String>) -> [String; 2] {
    let mut citizen = server.visitor();
    let slot = citizen.first_free_time("digital-post", "borgerservice").await;
    let place = [
        ("service", "digital-post"),
        ("location", "borgerservice"),
        ("locale", "da"),
    ];
    let who = [
        ("slot", &*slot),
        ("name", NAME),
        ("contact", "email"),
        ("email", "kvist@example.dk"),
        ("note", "Det er brevet fra banken"),
    ];
    send(
        &mut citizen,
        "/api/appointments/save-details",
        &[&place[..], &who].concat(),
        led,
    )
    .await;
    let ticket = send(&mut citizen, "/api/appointments/book", &place[2..], led).await;
    let code = code_on(&ticket);
    let calendar = citizen.get("/tid/kalender.ics").await.body;
    assert!(
        calendar.contains("SUMMARY") && !calendar.contains("Kvistgaard"),
        "{calendar}"
    );
    for name in ["Bo Kvistgaard", NAME] {
        let find = [("locale", "da"), ("code", &*code), ("name", name)];
        send(&mut citizen, "/api/appointments/find", &find, led).await;
    }
    assert!(citizen.get("/tid/flyt").await.status.is_success());

    let mut staff = server.staff(Role::Admin).await;
    let find = [("locale", "da"), ("code", &*code), ("name", NAME)];
    send(&mut staff, "/api/desk/look-up", &find, led).await;
    send(&mut citizen, "/api/appointments/cancel", &place[2..], led).await;
    let typed = [
        ("slot", &*slot),
        ("key", "0123456789abcdef0123456789abcdef"),
        ("name", NAME),
        ("reach", "75101234"),
        ("press", "book_anyway"),
    ];
    let booked = send(&mut staff, "/api/desk/book", &[&place[..], &typed].concat(), led).await;
    let letter = [
        ("locale", "da"),
        ("appointment", "2"),
        ("street", "Kajen 17"),
        ("city", "0999 Fjordby"),
    ];
    send(&mut staff, "/api/messages/write-letter", &letter, led).await;
    send(&mut staff, "/api/messages/print", &[("locale", "da")], led).await;
    for page in [
        "/personale/dag",
        "/personale/uge",
        "/skranke/borgerservice",
        "/personale/adgang",
    ] {
        assert!(staff.get(page).await.status.is_success(), "{page}");
    }
    let wait = [("contact", "call"), ("call", "75101234"), ("name", NAME)];
    let queue = [
        ("service", "fuldmagt"),
        ("location", "borgerservice"),
        ("locale", "da"),
    ];
    send(
        &mut citizen,
        "/api/waiting/join",
        &[&queue[..], &wait].concat(),
        led,
    )
    .await;
    [code, code_on(&booked)]
}

/// Books through the API, and is refused there.
async fn ask_the_api(server: &TestServer) {
    let mut program = server.visitor();
    for slot in ["2030-01-07T10:00Z", "no time"] {
        let body = serde_json::json!({
            "service": "mitid", "location": "borgerservice", "slot": slot, "name": NAME,
            "contact": "phone", "phone": "75101234", "note": "brevet fra banken",
        });
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", "a-key-of-this-test"),
        ];
        let body = body.to_string().into();
        let answer = program
            .send(Method::POST, "/api/v1/appointments", body, &headers)
            .await;
        assert!(answer.status.is_client_error(), "{}", answer.body);
    }
}

/// One test, so that nobody else's lines are in the log.
#[tokio::test]
async fn what_people_type_is_in_no_log_and_no_address() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("debug"))
        .with_writer(move || writer.clone())
        .init();
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for path in [
        "/penge/laan?beloeb=98765&rente=12&maaneder=12",
        "/penge/budget?indkomst=98765",
        "/penge/laan?beloeb=98765x",
    ] {
        assert!(visitor.get(path).await.status.is_success(), "{path}");
    }
    let mut led = Vec::new();
    let codes = book_and_cancel(&server, &mut led).await;
    ask_the_api(&server).await;
    let (text, led) = (log.text(), led.join("\n"));
    assert!(text.contains("/penge/laan"), "requests are logged: {text}");
    assert!(text.contains("/api/desk/book"), "so is what staff do");
    let codes = codes.iter().map(String::as_str);
    for typed in PERSONAL.into_iter().chain(codes).chain(["98765"]) {
        let line = text.lines().find(|line| line.contains(typed));
        assert_eq!(line, None, "{typed} is logged");
        assert!(!led.contains(typed), "{typed} is in an address: {led}");
    }
}
