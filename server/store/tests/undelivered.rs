use domain::appointments::Unit;
use domain::ids::{AppointmentId, LocationId};
use domain::messages::DeliveryProblem;
use domain::staff::Workplaces;
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::appointments::{BookOutcome, NewAppointment, book};
use store::outbox::{self, NewMessage};
use store::undelivered::{Undelivered, count_undelivered, retry, settle, settle_about, undelivered};

use crate::support::{appointment, message, now, on_each_database};

#[tokio::test]
async fn what_is_refused_is_told_at_once_and_tried_again_when_asked() {
    on_each_database(async |database| {
        booked(&database, None).await;
        assert!(told(&database, now()).await.is_empty());
        fail(&database, DeliveryProblem::Refused, now()).await;
        let told = told(&database, now()).await;
        assert_eq!(
            (told[0].problem, told[0].next_attempt_at),
            (DeliveryProblem::Refused, None)
        );
        assert_eq!(told[0].appointment.id, AppointmentId(1));
        assert_eq!(count(&database).await, 1);

        assert!(
            retry(database.write(), &Workplaces::All, told[0].id, now())
                .await
                .unwrap()
        );
        assert_eq!(count(&database).await, 0);
        assert_eq!(outbox::due(database.read(), now(), 10).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_away_is_told_when_it_stays_away() {
    on_each_database(async |database| {
        booked(&database, None).await;
        let mut at = now();
        for expected in [0, 0, 1] {
            fail(&database, DeliveryProblem::Unreachable, at).await;
            let told = told(&database, at).await;
            assert_eq!(told.len(), expected);
            at += SignedDuration::from_hours(7);
        }
        let told = told(&database, now()).await;
        assert!(told[0].next_attempt_at.is_some(), "it is still tried");
    })
    .await;
}

#[tokio::test]
async fn what_came_too_late_cannot_be_tried_again() {
    on_each_database(async |database| {
        booked(&database, Some(now() + SignedDuration::from_mins(1))).await;
        let later = now() + SignedDuration::from_mins(1);
        let told = told(&database, later).await;
        assert_eq!(told[0].problem, DeliveryProblem::TooLate);
        assert!(
            !retry(database.write(), &Workplaces::All, told[0].id, later)
                .await
                .unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn what_somebody_has_seen_to_is_neither_told_nor_sent() {
    on_each_database(async |database| {
        booked(&database, None).await;
        fail(&database, DeliveryProblem::Refused, now()).await;
        let id = told(&database, now()).await[0].id;
        for first in [true, false] {
            let settled = settle(database.write(), &Workplaces::All, id, now())
                .await
                .unwrap();
            assert_eq!(settled, first);
        }
        assert_eq!(count(&database).await, 0);
        assert!(
            outbox::due(database.read(), Timestamp::MAX, 10)
                .await
                .unwrap()
                .is_empty()
        );
        let texts = "SELECT count(*) AS number FROM outbox WHERE body_text <> '' OR body_html IS NOT NULL";
        assert_eq!(database.number(texts).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_letter_settles_what_has_failed() {
    on_each_database(async |database| {
        booked(&database, None).await;
        fail(&database, DeliveryProblem::Refused, now()).await;
        settle_about(database.write(), AppointmentId(1), now())
            .await
            .unwrap();
        assert_eq!(count(&database).await, 0);
    })
    .await;
}

#[tokio::test]
async fn somebody_sees_to_the_messages_of_their_own_places() {
    on_each_database(async |database| {
        booked(&database, None).await;
        fail(&database, DeliveryProblem::Refused, now()).await;
        let id = told(&database, now()).await[0].id;
        let elsewhere = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        assert!(
            undelivered(database.read(), &elsewhere, now(), 10)
                .await
                .unwrap()
                .is_empty()
        );
        assert!(!retry(database.write(), &elsewhere, id, now()).await.unwrap());
        assert!(!settle(database.write(), &elsewhere, id, now()).await.unwrap());
    })
    .await;
}

async fn booked(database: &Database, expires_at: Option<Timestamp>) {
    let start = Unit::containing(now() + SignedDuration::from_hours(24)).0;
    let wanted = NewAppointment {
        message: Some(NewMessage {
            expires_at,
            ..message("Din tid")
        }),
        ..appointment("a", start..start + 3)
    };
    let booked = book(database, &wanted, now()).await.unwrap();
    assert_eq!(booked, BookOutcome::Booked(AppointmentId(1)));
}

async fn fail(database: &Database, problem: DeliveryProblem, at: Timestamp) {
    let message = outbox::due(database.read(), at, 1).await.unwrap().remove(0);
    assert!(outbox::claim(database.write(), &message, at).await.unwrap());
    outbox::mark_failed(database.write(), &message, problem, "no", at)
        .await
        .unwrap();
}

async fn told(database: &Database, at: Timestamp) -> Vec<Undelivered> {
    undelivered(database.read(), &Workplaces::All, at, 10)
        .await
        .unwrap()
}

async fn count(database: &Database) -> u64 {
    count_undelivered(database.read(), &Workplaces::All, now())
        .await
        .unwrap()
}
