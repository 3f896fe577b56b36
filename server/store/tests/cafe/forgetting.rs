use domain::cafe::read_strokes;
use domain::homework::Subject;
use store::cafe::{Sender, draw, report, send_picture};
use store::retention::{CAFE_DAYS, CAFE_REPORTED_DAYS, erase_expired};
use store::staff::remove;

use super::{asked, take, volunteer};
use crate::support::{TestDatabase, days, now, on_each_database};

async fn rows(database: &TestDatabase, table: &str) -> i64 {
    database
        .number(&format!("SELECT count(*) AS number FROM {table}"))
        .await
}

#[tokio::test]
async fn a_question_goes_after_a_fortnight_and_what_was_said_with_it() {
    on_each_database(async |database| {
        let id = asked(&database, 1, Subject::Dansk, now()).await;
        send_picture(&database, id, Sender::Asker, vec![0xFF], now())
            .await
            .unwrap();
        let helper = volunteer(&database, 1).await;
        take(&database, helper, now()).await;
        let stroke = read_strokes("red 1,1").unwrap();
        draw(&database, id, Sender::Asker, stroke, now()).await.unwrap();
        for (after, left) in [(CAFE_DAYS, 1), (CAFE_DAYS + 1, 0)] {
            erase_expired(database.write(), now() + days(after))
                .await
                .unwrap();
            assert_eq!(rows(&database, "cafe_questions").await, left);
            assert_eq!(rows(&database, "cafe_messages").await, 2 * left);
            assert_eq!(rows(&database, "cafe_pictures").await, left);
            assert_eq!(rows(&database, "cafe_marks").await, left);
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_reported_is_kept_until_it_can_have_been_looked_into() {
    on_each_database(async |database| {
        let id = asked(&database, 1, Subject::Dansk, now()).await;
        report(&database, id, now()).await.unwrap();
        for (after, left) in [(CAFE_REPORTED_DAYS, 1), (CAFE_REPORTED_DAYS + 1, 0)] {
            erase_expired(database.write(), now() + days(after))
                .await
                .unwrap();
            assert_eq!(rows(&database, "cafe_questions").await, left);
        }
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_is_forgotten_with_their_account() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        asked(&database, 1, Subject::Dansk, now()).await;
        take(&database, helper, now()).await;
        assert!(remove(database.write(), "viggo-1").await.unwrap());
        assert_eq!(rows(&database, "cafe_volunteers").await, 0);
        assert_eq!(rows(&database, "cafe_questions").await, 1);
    })
    .await;
}
