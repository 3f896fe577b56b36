//! Answers to SMS, as a gateway brings them.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::ids::AppointmentId;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use server::config::{Config, WebhookSecret};
use sha2::Sha256;
use store::appointments::{self, AppointmentStatus};
use store::outbox::{self, Message};

use crate::support::{TestServer, on_both_databases};

const SECRET: &str = "the secret of the tests";
const NUMBER: u64 = 4512345678;

/// A gateway that knows a secret.
struct Gateway<'a> {
    server: &'a TestServer,
    secret: &'a str,
}

impl Gateway<'_> {
    async fn brings(&self, text: &str) -> StatusCode {
        let body = serde_json::json!({"id": 7, "msisdn": NUMBER, "message": text}).to_string();
        self.sends(&body, Timestamp::now().as_second()).await
    }

    async fn sends(&self, body: &str, at: i64) -> StatusCode {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).unwrap();
        mac.update(format!("{at}.{body}").as_bytes());
        let signature = hex::encode(mac.finalize().into_bytes());
        post(
            self.server,
            body,
            &[("x-timestamp", &at.to_string()), ("x-signature", &signature)],
        )
        .await
    }
}

async fn post(server: &TestServer, body: &str, headers: &[(&str, &str)]) -> StatusCode {
    let config = Config {
        sms_webhook_secret: WebhookSecret::try_from(SECRET.to_owned()).ok(),
        ..Config::default()
    };
    let headers = [
        &[("accept", "*/*"), ("content-type", "application/json")],
        headers,
    ]
    .concat();
    server
        .visitor_where(config)
        .send(
            Method::POST,
            "/webhooks/sms",
            Body::from(body.to_owned()),
            &headers,
        )
        .await
        .status
}

fn gateway(server: &TestServer) -> Gateway<'_> {
    Gateway {
        server,
        secret: SECRET,
    }
}

/// Books the first free time by telephone number; gives the first word of its code.
async fn book(server: &TestServer) -> String {
    let mut visitor = server.visitor();
    let slot = visitor.first_free_time("mitid", "borgerservice").await;
    let who = [
        ("service", "mitid"),
        ("location", "borgerservice"),
        ("locale", "da"),
        ("slot", &*slot),
        ("name", "Birthe Holm"),
        ("contact", "phone"),
        ("phone", "12 34 56 78"),
    ];
    visitor.post("/api/appointments/save-details", &who).await;
    visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    let page = visitor.get("/tid/kvittering").await.body;
    let code = page.split("class=\"ticket__code\"").nth(1).unwrap();
    code.split(['>', '-']).nth(1).unwrap().to_owned()
}

async fn statuses(server: &TestServer) -> Vec<AppointmentStatus> {
    let mut statuses = Vec::new();
    for id in 1.. {
        let found = appointments::find(server.database.read(), AppointmentId(id))
            .await
            .unwrap();
        let Some(found) = found else { break };
        statuses.push(found.status);
    }
    statuses
}

async fn sent(server: &TestServer, kind: &str) -> Vec<Message> {
    let due = outbox::due(server.database.read(), Timestamp::now(), 50)
        .await
        .unwrap();
    due.into_iter().filter(|message| message.kind == kind).collect()
}

#[tokio::test]
async fn aflys_cancels_the_one_appointment_of_the_number() {
    on_both_databases(|server| async move {
        book(&server).await;
        assert_eq!(gateway(&server).brings(" aflys ").await, StatusCode::NO_CONTENT);
        assert_eq!(statuses(&server).await, [AppointmentStatus::Cancelled]);
        let told = sent(&server, "booking-cancelled").await;
        assert_eq!(told.len(), 1);
        assert!(
            told[0].body_text.starts_with("Din tid er aflyst: "),
            "{}",
            told[0].body_text
        );
        assert_eq!(told[0].recipient, "12345678");

        // Sent once more, to be sure: they are told what is true, and once.
        for text in ["AFLYS", "Aflys!"] {
            assert_eq!(gateway(&server).brings(text).await, StatusCode::NO_CONTENT);
        }
        let told = sent(&server, "sms-none").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body_text.contains("Måske er den aflyst"));
    })
    .await;
}

#[tokio::test]
async fn of_several_appointments_the_word_tells_which() {
    on_both_databases(|server| async move {
        let [first, second] = [book(&server).await, book(&server).await];
        assert_eq!(gateway(&server).brings("AFLYS").await, StatusCode::NO_CONTENT);
        assert_eq!(statuses(&server).await, [AppointmentStatus::Booked; 2]);
        let asked = sent(&server, "sms-which").await;
        assert!(
            asked[0].body_text.contains("det første ord i koden"),
            "{}",
            asked[0].body_text
        );
        // Two codes in a thousand begin alike.
        if first != second {
            let answer = format!("Aflys {second}");
            assert_eq!(gateway(&server).brings(&answer).await, StatusCode::NO_CONTENT);
            let expected = [AppointmentStatus::Booked, AppointmentStatus::Cancelled];
            assert_eq!(statuses(&server).await, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn anything_else_is_answered_with_whom_to_ring_and_not_for_ever() {
    on_both_databases(|server| async move {
        book(&server).await;
        for text in ["Jeg kommer lidt senere", "Tak", ""] {
            assert_eq!(gateway(&server).brings(text).await, StatusCode::NO_CONTENT);
        }
        assert_eq!(statuses(&server).await, [AppointmentStatus::Booked]);
        let told = sent(&server, "sms-help").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body_text.contains("10 20 30 40"), "{}", told[0].body_text);
    })
    .await;
}

#[tokio::test]
async fn whoever_does_not_know_the_secret_cancels_nothing() {
    on_both_databases(|server| async move {
        book(&server).await;
        let stranger = Gateway {
            server: &server,
            secret: "another secret of tests",
        };
        assert_eq!(stranger.brings("AFLYS").await, StatusCode::UNAUTHORIZED);
        for headers in [
            &[][..],
            &[("x-timestamp", "1")],
            &[("x-timestamp", "æ"), ("x-signature", "æ")],
            &[("x-timestamp", "9999999999999999999"), ("x-signature", "00")],
            &[("x-timestamp", "-9223372036854775808"), ("x-signature", "ff")],
        ] {
            assert_eq!(
                post(&server, "{}", headers).await,
                StatusCode::UNAUTHORIZED,
                "{headers:?}"
            );
        }
        assert_eq!(statuses(&server).await, [AppointmentStatus::Booked]);
    })
    .await;
}

#[tokio::test]
async fn what_is_old_or_has_been_sent_before_is_refused() {
    on_both_databases(|server| async move {
        book(&server).await;
        let body = format!("{{\"msisdn\": {NUMBER}, \"message\": \"hej\"}}");
        let now = Timestamp::now().as_second();
        let gateway = gateway(&server);
        for (at, status) in [
            (now - 400, StatusCode::UNAUTHORIZED),
            (now + 400, StatusCode::UNAUTHORIZED),
            (now, StatusCode::NO_CONTENT),
            (now, StatusCode::CONFLICT),
        ] {
            assert_eq!(gateway.sends(&body, at).await, status, "{}", at - now);
        }
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_as_such() {
    on_both_databases(|server| async move {
        let now = Timestamp::now().as_second();
        for body in [
            "",
            "AFLYS",
            "[]",
            "{}",
            "{\"msisdn\": 1, \"message\": \"AFLYS\"}",
            "{\"msisdn\": -4512345678, \"message\": \"AFLYS\"}",
            "{\"msisdn\": \"4512345678\"}",
        ] {
            let status = gateway(&server).sends(body, now).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_secret_there_is_no_such_address() {
    on_both_databases(|server| async move {
        let answer = server
            .visitor()
            .send(Method::POST, "/webhooks/sms", Body::empty(), &[])
            .await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
    })
    .await;
}
