use domain::ids::{AppointmentId, StaffId};
use domain::oversight::SeenIn;
use jiff::SignedDuration;
use store::appointments::{BookOutcome, book, cancel};
use store::oversight::{feed_of, feeds, make_feed, note_seen, revoke_feed, seen_before, use_by_day};
use store::retention::{ACCESS_LOG_DAYS, erase_expired};

use crate::support::{SECRET, adviser, appointment, days, now, on_each_database};

#[tokio::test]
async fn who_saw_whom_is_noted_once_in_five_minutes_and_forgotten_in_the_end() {
    on_each_database(async |database| {
        let seen = [AppointmentId(1), AppointmentId(2)];
        for minutes in [0, 1, 6] {
            let at = now() + SignedDuration::from_mins(minutes);
            note_seen(database.write(), StaffId(7), &seen, SeenIn::Day, at)
                .await
                .unwrap();
        }
        note_seen(database.write(), StaffId(7), &[], SeenIn::Day, now())
            .await
            .unwrap();
        let noted = seen_before(database.read(), now() + days(1), 100).await.unwrap();
        assert_eq!(noted.len(), 4);
        assert_eq!(
            (noted[0].staff, noted[0].appointment, noted[0].seen_in),
            (StaffId(7), AppointmentId(1), SeenIn::Day)
        );
        assert_eq!(noted[0].at, now() + SignedDuration::from_mins(5));
        assert_eq!(
            seen_before(database.read(), now() + days(1), 3)
                .await
                .unwrap()
                .len(),
            3
        );
        for (days_later, left) in [(ACCESS_LOG_DAYS, 2), (ACCESS_LOG_DAYS + 1, 0)] {
            let later = now() + days(days_later) + SignedDuration::from_mins(3);
            erase_expired(database.write(), later).await.unwrap();
            let noted = seen_before(database.read(), later, 100).await.unwrap();
            assert_eq!(noted.len(), left, "{days_later} days later");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_address_of_a_calendar_ends_the_old_one() {
    on_each_database(async |database| {
        let (read, write) = (database.read(), database.write());
        let maja = adviser("maja");
        for token in ["old", "new"] {
            make_feed(write, SECRET, &maja, token, now()).await.unwrap();
        }
        assert_eq!(feed_of(read, SECRET, "old").await.unwrap(), None);
        assert_eq!(feed_of(read, SECRET, "new").await.unwrap(), Some(maja.clone()));
        assert_eq!(feed_of(read, "another", "new").await.unwrap(), None);
        assert_eq!(feeds(read).await.unwrap(), std::slice::from_ref(&maja));
        revoke_feed(write, &maja).await.unwrap();
        assert_eq!(feed_of(read, SECRET, "new").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn figures_count_what_is_booked_and_what_was_cancelled() {
    on_each_database(async |database| {
        let first = domain::appointments::Unit::containing(now() + days(1)).0;
        for (key, start) in [("a", first), ("b", first + 3)] {
            let booked = book(&database, &appointment(key, start..start + 3), now())
                .await
                .unwrap();
            let BookOutcome::Booked(id) = booked else {
                panic!("{booked:?}")
            };
            if key == "b" {
                cancel(&database, id, now(), None).await.unwrap();
            }
        }
        let used = use_by_day(database.read(), now()..now() + days(2)).await.unwrap();
        let cancelled: i64 = used.iter().map(|used| used.cancelled).sum();
        assert_eq!((used.len(), cancelled), (2, 1));
    })
    .await;
}
