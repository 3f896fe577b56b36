//! A key books once: whoever asks, however many ask at once, and whatever has become of the appointment since.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{ApiAnswer, first_free, get, post};
use crate::support::{TestServer, on_both_databases};

/// As many as a program that is impatient sends of one request.
const CLIENTS: usize = 16;

const KEY: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";

/// One adviser alone answers the telephone.
fn call(slot: &str, name: &str) -> Value {
    json!({
        "service": "vi-ringer", "location": "borgerservice", "slot": slot, "name": name,
        "contact": "phone", "phone": "20 30 40 50",
    })
}

async fn book(server: &TestServer, wish: &Value) -> ApiAnswer {
    post(server, "/appointments", wish, &[("idempotency-key", KEY)]).await
}

async fn times(server: &TestServer) -> Value {
    let found = get(
        server,
        "/free-times?service=vi-ringer&location=borgerservice&days=1",
    )
    .await;
    found.json["times"].clone()
}

#[tokio::test]
async fn of_many_who_send_one_request_at_once_all_have_the_one_appointment() {
    on_both_databases(|server| async move {
        let before = times(&server).await;
        let wish = call(before[0]["slot"].as_str().unwrap(), "Amir");
        let answers = join_all((0..CLIENTS).map(|_| book(&server, &wish))).await;
        for answer in &answers {
            assert_eq!((answer.status.as_u16(), &answer.json), (201, &answers[0].json));
        }
        let after = times(&server).await;
        assert_ne!(before[0], after[0]);
    })
    .await;
}

#[tokio::test]
async fn of_many_who_use_a_key_for_other_things_one_is_booked() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "vi-ringer", "borgerservice").await;
        let wishes: Vec<_> = (0..CLIENTS)
            .map(|number| call(&slot, &format!("Amir {number}")))
            .collect();
        let answers = join_all(wishes.iter().map(|wish| book(&server, wish))).await;
        let (booked, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 201);
        assert_eq!(booked.len(), 1);
        let codes: BTreeSet<_> = refused.iter().map(|answer| answer.refusal()).collect();
        assert_eq!(codes, BTreeSet::from([(422, "idempotency_key_used")]));
    })
    .await;
}

#[tokio::test]
async fn a_key_does_not_book_again_what_was_cancelled() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "vi-ringer", "borgerservice").await;
        let booked = book(&server, &call(&slot, "Amir")).await;
        let sought = json!({"code": booked.text("code"), "name": "Amir"});
        post(&server, "/appointments/cancel", &sought, &[]).await;
        let again = book(&server, &call(&slot, "Amir")).await;
        assert_eq!((again.status.as_u16(), again.text("status")), (201, "cancelled"));
        assert_eq!(again.text("code"), booked.text("code"));
        assert_eq!(first_free(&server, "vi-ringer", "borgerservice").await, slot);
    })
    .await;
}
