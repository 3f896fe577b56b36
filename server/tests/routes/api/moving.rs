use serde_json::json;

use super::{ApiAnswer, first_free, get, post};
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

#[tokio::test]
async fn a_course_tells_all_its_dates_and_does_not_move() {
    on_both_databases(|server| async move {
        let slot = first_free(&server, "it-kursus", "bibliotek").await;
        let wish = json!({"service": "it-kursus", "location": "bibliotek", "slot": slot, "name": "Bo"});
        let key = [("idempotency-key", "a-key-for-the-one-that-stays")];
        let booked = post(&server, "/appointments", &wish, &key).await;
        let dates = booked.json["dates"].as_array().unwrap();
        assert_eq!(dates.len(), 4);
        assert_eq!(dates[0]["slot"], slot);
        assert!(
            dates.iter().all(|date| date["status"] == "booked"),
            "{}",
            booked.json
        );
        let stays = move_to(&server, booked.text("code"), &slot, 0).await;
        assert_eq!(stays.refusal(), (409, "course_stays"));
    })
    .await;
}
