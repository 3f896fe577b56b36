use serde_json::{Value, json};

use super::{ApiAnswer, first_free, post};
use crate::support::{TestServer, on_both_databases};

const KEY: &str = "8e03978e-40d5-43e8-bc93-6894a57f9324";

fn wish(slot: &str, name: &str) -> Value {
    json!({"service": "mitid", "location": "borgerservice", "slot": slot, "name": name})
}

async fn book(server: &TestServer, key: &str, wish: &Value) -> ApiAnswer {
    post(server, "/appointments", wish, &[("idempotency-key", key)]).await
}

#[tokio::test]
async fn an_appointment_is_booked_found_and_cancelled() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "mitid", "borgerservice").await;
        let booked = book(&server, KEY, &wish(&slot, "Birthe Holm")).await;
        assert_eq!(booked.status, 201, "{}", booked.json);
        assert_eq!(booked.text("slot"), slot);
        assert_eq!(booked.text("service/name"), "Få MitID");
        assert_eq!(booked.text("dates/0/slot"), slot);

        let sought = json!({"code": booked.text("code").to_uppercase(), "name": "birthe holm"});
        let found = post(&server, "/appointments/find", &sought, &[]).await;
        assert_eq!((found.status.as_u16(), &found.json), (200, &booked.json));

        let cancelled = post(&server, "/appointments/cancel", &sought, &[]).await;
        assert_eq!(cancelled.text("status"), "cancelled");
        let gone = post(&server, "/appointments/find", &sought, &[]).await;
        assert_eq!(gone.refusal(), (404, "not_found"));
        assert_eq!(first_free(&server, "mitid", "borgerservice").await, slot);
    })
    .await;
}

#[tokio::test]
async fn the_same_request_with_the_same_key_has_the_same_answer() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "mitid", "borgerservice").await;
        let first = book(&server, KEY, &wish(&slot, "Amir")).await;
        let again = book(&server, KEY, &wish(&slot, "Amir")).await;
        assert_eq!((first.status, &first.json), (again.status, &again.json));
        // With quotes it is the same key.
        let quoted = book(&server, &format!("\"{KEY}\""), &wish(&slot, "Amir")).await;
        assert_eq!(quoted.json, first.json);
    })
    .await;
}

#[tokio::test]
async fn a_key_books_nothing_else() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "mitid", "borgerservice").await;
        book(&server, KEY, &wish(&slot, "Amir")).await;
        for other in [wish(&slot, "Bo"), wish("2030-01-07T10:00Z", "Amir")] {
            let refused = book(&server, KEY, &other).await;
            assert_eq!(refused.refusal(), (422, "idempotency_key_used"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_time_that_is_taken_or_no_time_is_told() {
    on_both_databases(|server| async move {
        // One adviser alone answers the telephone.
        let slot = first_free(&server, "vi-ringer", "borgerservice").await;
        let wish = |slot: &str, name: &str| {
            json!({
                "service": "vi-ringer", "location": "borgerservice", "slot": slot, "name": name,
                "contact": "phone", "phone": "20 30 40 50",
            })
        };
        let booked = book(&server, KEY, &wish(&slot, "Amir")).await;
        assert_eq!(booked.status, 201);
        assert_eq!(booked.text("location/address"), "Havnegade 12, 0999 Fjordby");
        for slot in [
            &*slot,
            "2020-01-06T10:00Z",
            "9999-12-01T10:00Z",
            "2030-01-06T02:35Z",
        ] {
            let refused = book(&server, "another key of a program", &wish(slot, "Bo")).await;
            assert_eq!(refused.refusal(), (400, "idempotency_key_missing"));
            let refused = book(&server, "another-key-of-a-program", &wish(slot, "Bo")).await;
            assert_eq!(refused.refusal(), (409, "time_taken"), "{slot}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let server = TestServer::on_sqlite().await;
    let slot = first_free(&server, "mitid", "borgerservice").await;
    let mut wrong = wish(&slot, " ");
    wrong["contact"] = "phone".into();
    wrong["phone"] = "12 34".into();
    let refused = book(&server, KEY, &wrong).await;
    assert_eq!(refused.refusal(), (422, "invalid_fields"));
    let fields = [refused.text("errors/0/field"), refused.text("errors/1/field")];
    assert_eq!(fields, ["name", "phone"]);
    assert_eq!(refused.text("errors/0/message"), "Skriv, hvad vi skal kalde dig.");

    let with_cpr = book(&server, KEY, &wish(&slot, "Bo 010203-1234")).await;
    assert_eq!(with_cpr.text("errors/0/field"), "name");
}

#[tokio::test]
async fn a_confirmation_is_sent_once_and_in_the_language_that_was_asked_for() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "mitid", "borgerservice").await;
        let mut wish = wish(&slot, "Amir");
        wish["contact"] = "email".into();
        wish["email"] = "amir@example.dk".into();
        wish["language"] = "en".into();
        book(&server, KEY, &wish).await;
        book(&server, KEY, &wish).await;
        let read = server.database.read();
        let due = store::outbox::due(read, jiff::Timestamp::now(), 9).await.unwrap();
        assert_eq!(due.len(), 1);
        assert!(due[0].subject.contains("Get MitID"), "{}", due[0].subject);
    })
    .await;
}

#[tokio::test]
async fn guessing_at_codes_has_an_end() {
    on_both_databases(|server| async move {
        let guess = json!({"code": "aborre-aborre-aborre", "name": "Bo"});
        for _ in 0..10 {
            let wrong = post(&server, "/appointments/find", &guess, &[]).await;
            assert_eq!(wrong.refusal(), (404, "not_found"));
        }
        let refused = post(&server, "/appointments/find", &guess, &[]).await;
        assert_eq!(refused.refusal(), (429, "too_many_guesses"));
        assert!(refused.headers.contains_key("retry-after"));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_visited_says_where() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "hjemmebesoeg", "borgerservice").await;
        let wish = |more: Value| {
            let mut wish = json!({
                "service": "hjemmebesoeg", "location": "borgerservice", "slot": slot, "name": "Amir",
            });
            wish.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            wish
        };
        for (more, field) in [
            (json!({}), "address"),
            (json!({"address": "Kajen 1, 010203-1234"}), "address"),
            (json!({"way": "video", "address": "Kajen 1"}), "way"),
            (json!({"way": "telephone"}), "phone"),
        ] {
            let refused = book(&server, KEY, &wish(more)).await;
            assert_eq!(refused.refusal(), (422, "invalid_fields"));
            assert_eq!(refused.text("errors/0/field"), field, "{}", refused.json);
        }
        let booked = book(&server, KEY, &wish(json!({"address": "Kajen 1, 0999 Fjordby"}))).await;
        assert_eq!(booked.status, 201, "{}", booked.json);
        assert_eq!(booked.text("way"), "home_visit");
        assert_eq!(booked.text("address"), "Kajen 1, 0999 Fjordby");
        let again = book(&server, KEY, &wish(json!({"address": "Kajen 2, 0999 Fjordby"}))).await;
        assert_eq!(again.refusal(), (422, "idempotency_key_used"));
    })
    .await;
}
