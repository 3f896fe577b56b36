use std::time::Duration;

use domain::cafe::RoomStep;
use domain::homework::Subject;
use store::cafe::{
    CafeChange, PictureOutcome, RoomOutcome, Sender, add_shift, changes, end, find, messages, picture,
    recent, remove_shift, report, send_picture, step, volunteers, write,
};
use tokio::time::timeout;

use super::{asked, evening, minutes_later, take, text, volunteer};
use crate::support::{now, on_each_database};

#[tokio::test]
async fn both_write_while_the_room_is_open_and_nobody_afterwards() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        let id = asked(&database, 1, Subject::Matematik, now()).await;
        let hello = text("Hvad har du prøvet?");
        let early = write(&database, id, Sender::Asker, &hello, now()).await.unwrap();
        assert_eq!(early, RoomOutcome::NotNow, "nobody is there yet");
        take(&database, helper, now()).await;
        for sender in [Sender::Volunteer, Sender::Asker, Sender::Volunteer] {
            let written = write(&database, id, sender, &hello, minutes_later(1))
                .await
                .unwrap();
            assert_eq!(written, RoomOutcome::Done);
        }
        let late = write(&database, id, Sender::Asker, &hello, minutes_later(15))
            .await
            .unwrap();
        assert_eq!(late, RoomOutcome::NotNow);
        assert_eq!(messages(database.read(), id).await.unwrap().len(), 4);
        let roster = volunteers(database.read()).await.unwrap();
        assert_eq!(roster[0].rooms, 1, "a room is counted once");
    })
    .await;
}

#[tokio::test]
async fn a_room_is_extended_once_and_ends_with_a_next_step() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        let id = asked(&database, 1, Subject::Matematik, now()).await;
        take(&database, helper, now()).await;
        let extend = async |minute| {
            step(&database, id, RoomStep::Extend, minutes_later(minute))
                .await
                .unwrap()
        };
        assert_eq!(extend(14).await, RoomOutcome::Done);
        assert_eq!(extend(15).await, RoomOutcome::NotNow);
        let next = text("Tegne brøkerne");
        let ended = end(&database, id, Some(&next), minutes_later(20)).await.unwrap();
        assert_eq!(ended, RoomOutcome::Done);
        let question = find(database.read(), id).await.unwrap().unwrap();
        assert_eq!(question.next_try.as_deref(), Some("Tegne brøkerne"));
        assert!(!question.room.unwrap().is_open(minutes_later(20)));
    })
    .await;
}

#[tokio::test]
async fn what_was_reported_stands_first_in_the_log() {
    on_each_database(async |database| {
        let reported = asked(&database, 1, Subject::Dansk, now()).await;
        asked(&database, 2, Subject::Dansk, minutes_later(1)).await;
        report(&database, reported, minutes_later(2)).await.unwrap();
        let log = recent(database.read()).await.unwrap();
        assert_eq!(log[0].id, reported);
        assert_eq!(log[0].reported_at, Some(minutes_later(2)));
    })
    .await;
}

#[tokio::test]
async fn whoever_watches_learns_of_the_line_and_of_the_room() {
    on_each_database(async |database| {
        let mut news = changes(&database);
        let helper = volunteer(&database, 1).await;
        let id = asked(&database, 1, Subject::Dansk, now()).await;
        take(&database, helper, now()).await;
        for expected in [CafeChange::Line, CafeChange::Line, CafeChange::Room(id)] {
            let heard = timeout(Duration::from_secs(10), news.recv())
                .await
                .unwrap()
                .unwrap();
            assert_eq!(heard, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn a_shift_is_given_and_taken_away() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        add_shift(database.write(), helper, evening()).await.unwrap();
        let shifts = volunteers(database.read()).await.unwrap()[0].shifts.clone();
        assert_eq!(
            shifts.iter().map(|shift| shift.shift).collect::<Vec<_>>(),
            [evening()]
        );
        remove_shift(database.write(), shifts[0].id).await.unwrap();
        assert!(volunteers(database.read()).await.unwrap()[0].shifts.is_empty());
    })
    .await;
}

#[tokio::test]
async fn pictures_are_sent_while_somebody_waits_and_while_the_room_is_open() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        let id = asked(&database, 1, Subject::Matematik, now()).await;
        let other = asked(&database, 2, Subject::Matematik, minutes_later(1)).await;
        let send = async |sender, minute| {
            let jpeg = vec![0xFF, 0xD8];
            send_picture(&database, id, sender, jpeg, minutes_later(minute))
                .await
                .unwrap()
        };
        assert_eq!(send(Sender::Volunteer, 0).await, PictureOutcome::NotNow);
        assert_eq!(send(Sender::Asker, 0).await, PictureOutcome::Sent);
        take(&database, helper, minutes_later(1)).await;
        for _ in 0..5 {
            assert_eq!(send(Sender::Volunteer, 2).await, PictureOutcome::Sent);
        }
        assert_eq!(send(Sender::Asker, 2).await, PictureOutcome::TooMany);
        assert_eq!(send(Sender::Asker, 16).await, PictureOutcome::NotNow);
        let said = messages(database.read(), id).await.unwrap();
        let first = said[1].picture.unwrap();
        assert_eq!((said.len(), said[0].picture, &*said[1].text), (7, None, ""));
        let found = |question| picture(database.read(), question, first);
        assert_eq!(found(id).await.unwrap().as_deref(), Some(&[0xFF, 0xD8][..]));
        assert_eq!(found(other).await.unwrap(), None, "it is another question's");
        assert_eq!(volunteers(database.read()).await.unwrap()[0].rooms, 1);
    })
    .await;
}
