use domain::contact::PersonName;
use domain::desk::SupportCode;
use store::appointments::{BookOutcome, book};
use store::desk::{add_support_worker, issue, of_day, text_ticket};
use store::retention::{APPOINTMENT_DAYS, SUPPORT_WORKER_DAYS, TICKET_DAYS, erase_expired};

use super::{appointed, day, minutes_later, sms, walk_in, wanted};
use crate::support::{SECRET, TestDatabase, appointment, days, now, on_each_database};

async fn rows(database: &TestDatabase, table: &str) -> i64 {
    database
        .number(&format!("SELECT count(*) AS number FROM {table}"))
        .await
}

#[tokio::test]
async fn a_number_goes_after_thirteen_months_and_its_day_with_it() {
    on_each_database(async |database| {
        walk_in(&database, 1, now()).await;
        for (after, left) in [(TICKET_DAYS, 1), (TICKET_DAYS + 1, 0)] {
            erase_expired(database.write(), now() + days(after))
                .await
                .unwrap();
            assert_eq!(rows(&database, "tickets").await, left);
            assert_eq!(rows(&database, "queue_days").await, left);
        }
    })
    .await;
}

#[tokio::test]
async fn whose_number_it_was_is_forgotten_with_the_appointment() {
    on_each_database(async |database| {
        let units = now().as_second() / 300;
        let wish = appointment("an appointment", units..units + 9);
        let Ok(BookOutcome::Booked(id)) = book(&database, &wish, now()).await else {
            panic!("it is booked");
        };
        issue(&database, &day(), &wanted(1, appointed(id, None)), now())
            .await
            .unwrap();
        erase_expired(database.write(), now() + days(APPOINTMENT_DAYS + 1))
            .await
            .unwrap();
        let tickets = of_day(database.read(), &day()).await.unwrap();
        assert_eq!(tickets.len(), 1);
        assert_eq!(tickets[0].appointment, None);
    })
    .await;
}

#[tokio::test]
async fn a_support_worker_who_comes_no_more_is_forgotten() {
    on_each_database(async |database| {
        let name = PersonName::parse("Mette Krog").unwrap();
        let code = SupportCode::from_random([1, 2]);
        add_support_worker(database.write(), SECRET, (&name, &name), &code, now())
            .await
            .unwrap();
        for (after, left) in [(SUPPORT_WORKER_DAYS, 1), (SUPPORT_WORKER_DAYS + 1, 0)] {
            erase_expired(database.write(), now() + days(after))
                .await
                .unwrap();
            assert_eq!(rows(&database, "support_workers").await, left);
        }
    })
    .await;
}

#[tokio::test]
async fn the_telephone_that_a_number_was_sent_to_goes_after_two_hours() {
    on_each_database(async |database| {
        let ticket = walk_in(&database, 1, now()).await;
        text_ticket(&database, &ticket, sms("20101234"), now())
            .await
            .unwrap();
        for (minutes, left) in [(119, 1), (120, 0)] {
            erase_expired(database.write(), minutes_later(minutes))
                .await
                .unwrap();
            assert_eq!(rows(&database, "outbox").await, left);
        }
    })
    .await;
}
