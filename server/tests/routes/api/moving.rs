use serde_json::json;

use super::{ApiAnswer, get, post};
use crate::support::{TestServer, on_both_databases};

/// Books the first of the times at a place, and gives the code and the times.
async fn book_first(server: &TestServer) -> (String, Vec<String>) {
    let asked = get(server, "/free-times?service=mitid&location=borgerservice&days=2").await;
    let times = asked.json["times"].as_array().unwrap();
    let slots: Vec<_> = times
        .iter()
        .map(|time| time["slot"].as_str().unwrap().to_owned())
        .collect();
    let wish = json!({"service": "mitid", "location": "borgerservice", "slot": slots[0], "name": "Bo"});
    let key = [("idempotency-key", "a-key-for-the-one-that-moves")];
    let booked = post(server, "/appointments", &wish, &key).await;
    (booked.text("code").to_owned(), slots)
}

async fn move_to(server: &TestServer, code: &str, slot: &str, sequence: i64) -> ApiAnswer {
    let wanted = json!({"code": code, "name": "bo", "slot": slot, "sequence": sequence});
    post(server, "/appointments/move", &wanted, &[]).await
}

#[tokio::test]
async fn an_appointment_moves_and_keeps_its_code() {
    on_both_databases(|server| async move {
        let (code, slots) = book_first(&server).await;
        let moved = move_to(&server, &code, &slots[3], 0).await;
        assert_eq!((moved.text("slot"), moved.text("code")), (&*slots[3], &*code));
        assert_eq!(moved.json["sequence"], 1);
        // Asked again because the answer was lost.
        let again = move_to(&server, &code, &slots[3], 0).await;
        assert_eq!(again.json, moved.json);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_move_it_at_once_one_is_told() {
    on_both_databases(|server| async move {
        let (code, slots) = book_first(&server).await;
        move_to(&server, &code, &slots[3], 0).await;
        let late = move_to(&server, &code, &slots[4], 0).await;
        assert_eq!(late.refusal(), (409, "appointment_changed"));
        let nowhere = move_to(&server, &code, "2030-01-06T02:35Z", 1).await;
        assert_eq!(nowhere.refusal(), (409, "time_taken"));
    })
    .await;
}
