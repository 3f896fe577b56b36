use domain::appointments::{Reminder, Unit};
use domain::contact::Contact;
use domain::ids::AppointmentId;
use jiff::{SignedDuration, Timestamp};
use store::appointments::{BookOutcome, Move, MoveOutcome, NewAppointment, book, cancel, move_appointment};
use store::outbox::{self, About, NewMessage};
use store::reminders::{remind, reminder_kind, to_remind};
use store::{Database, outbox::Message};

use crate::support::{adviser, appointment, message, now, on_each_database};

#[tokio::test]
async fn whoever_comes_soon_and_can_be_written_to_is_reminded_once() {
    on_each_database(async |database| {
        let id = booked(&database, appointment("a", hours(24))).await;
        booked(&database, appointment("later", hours(26))).await;
        let silent = NewAppointment {
            contact: Contact::None,
            ..appointment("silent", hours(20))
        };
        booked(&database, silent).await;
        let soon = to_remind(database.read(), Reminder::DayBefore, now())
            .await
            .unwrap();
        assert_eq!(soon.iter().map(|found| found.id).collect::<Vec<_>>(), [id]);

        // Two servers look at once.
        let other = database.open_again().await;
        let text = reminder();
        let (first, second) = tokio::join!(
            remind(&database, about(id, 0), &text, now()),
            remind(&other, about(id, 0), &text, now())
        );
        assert_eq!(u8::from(first.unwrap()) + u8::from(second.unwrap()), 1);
        assert!(
            to_remind(database.read(), Reminder::DayBefore, now())
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            to_remind(database.read(), Reminder::HoursBefore, now())
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(due(&database).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_has_moved_is_reminded_of_its_new_time_only() {
    on_each_database(async |database| {
        let id = booked(&database, appointment("a", hours(24))).await;
        assert!(remind(&database, about(id, 0), &reminder(), now()).await.unwrap());
        let wanted = Move {
            appointment: id,
            sequence: 0,
            location: appointment("a", hours(23)).location,
            candidates: vec![adviser("maja")],
            units: hours(23),
            seats: 1,
            uses: vec![],
            attended: hours(23),
            message: None,
        };
        let moved = move_appointment(&database, &wanted, now()).await.unwrap();
        assert_eq!(moved, MoveOutcome::Moved);
        assert!(due(&database).await.is_empty(), "what was not sent is taken back");
        // A server that read the appointment before it moved writes nothing.
        assert!(!remind(&database, about(id, 0), &reminder(), now()).await.unwrap());
        let found = to_remind(database.read(), Reminder::DayBefore, now())
            .await
            .unwrap();
        assert_eq!((found[0].sequence, found[0].chosen_at), (1, now()));
        assert!(remind(&database, about(id, 1), &reminder(), now()).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_is_never_reminded_of() {
    on_each_database(async |database| {
        let id = booked(&database, appointment("a", hours(24))).await;
        assert!(remind(&database, about(id, 0), &reminder(), now()).await.unwrap());
        assert!(cancel(&database, id, now(), None).await.unwrap());
        assert!(due(&database).await.is_empty());
        assert!(
            to_remind(database.read(), Reminder::DayBefore, now())
                .await
                .unwrap()
                .is_empty()
        );
        assert!(!remind(&database, about(id, 0), &reminder(), now()).await.unwrap());
    })
    .await;
}

/// A quarter of an hour, so many hours from now.
fn hours(hours: i64) -> std::ops::Range<i64> {
    let start = Unit::containing(now() + SignedDuration::from_hours(hours)).0;
    start..start + 3
}

fn about(appointment: AppointmentId, sequence: i64) -> About {
    About {
        appointment,
        sequence,
    }
}

fn reminder() -> NewMessage {
    NewMessage {
        kind: reminder_kind(Reminder::DayBefore).into(),
        ..message("Husk din tid")
    }
}

async fn booked(database: &Database, appointment: NewAppointment) -> AppointmentId {
    let Ok(BookOutcome::Booked(id)) = book(database, &appointment, now()).await else {
        panic!("the time is free")
    };
    id
}

async fn due(database: &Database) -> Vec<Message> {
    outbox::due(database.read(), Timestamp::MAX, 10).await.unwrap()
}
