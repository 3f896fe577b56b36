use domain::appointments::Unit;
use domain::ids::{AppointmentId, StaffId, VisitorId};
use domain::learning::{LONGEST_INTERVAL_DAYS, RecoveryCode};
use domain::oversight::SeenIn;
use jiff::{SignedDuration, Timestamp};
use store::appointments::{BookOutcome, NewAppointment, book, cancel, find, find_by_code_hash};
use store::retention::{
    ACCESS_LOG_DAYS, APPOINTMENT_DAYS, Erased, MESSAGE_DAYS, PERSON_DAYS, VISITOR_DAYS, erase_expired,
};
use store::{Database, learning, outbox, oversight, sessions, sms_replies};

use crate::support::{
    SECRET, appointment, arrangement, card, code, course, days, lesson, message, now, on_each_database, step,
    visitor, visitor_with_code,
};

#[tokio::test]
async fn what_is_young_is_kept() {
    on_each_database(async |database| {
        fill(&database).await;
        let erased = erase_expired(database.write(), now()).await.unwrap();
        assert_eq!(erased, Erased::default());
    })
    .await;
}

#[tokio::test]
async fn everything_goes_when_its_time_has_come() {
    on_each_database(async |database| {
        fill(&database).await;
        let erased = erase_expired(database.write(), now() + days(VISITOR_DAYS + 1))
            .await
            .unwrap();
        let all = Erased {
            visitors: 1,
            // The moved visitor went with the one they had become.
            moved_visitors: 0,
            recovery_guesses: 2,
            // See `followers.rs`.
            follow_codes: 0,
            persons: 2,
            appointments: 2,
            occupied_units: 6,
            messages: 2,
            sms_received: 1,
            sessions: 1,
            // Those have a longer time; see `desk/forgetting.rs`.
            tickets: 0,
            support_workers: 0,
            waiting: 0,
            seen: 1,
            // Those have a longer time; see `cafe/forgetting.rs`.
            cafe_questions: 0,
            // See `tutor/forgetting.rs`.
            pairings: 0,
            tutor_handouts: 0,
            // See `desk/forgetting.rs`.
            queue_numbers: 0,
            classes: 0,
            // See `sign_ins.rs`.
            sign_ins: 0,
            provider_requests: 0,
            // Those have a longer time; see `shared_readings.rs`.
            shared_readings: 0,
            // Those have a longer time; see `oversight.rs`.
            offers: 0,
        };
        assert_eq!(erased, all);
        for table in [
            "visitors",
            "step_results",
            "lesson_records",
            "review_cards",
            "recovery_codes",
            "recovery_guesses",
            "moved_visitors",
            "appointments",
            "occupancy",
            "outbox",
            "sms_received",
            "sessions",
            "access_log",
        ] {
            let left = database
                .number(&format!("SELECT count(*) AS number FROM {table}"))
                .await;
            assert_eq!(left, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_visitor_who_works_is_remembered() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        let later = now() + days(VISITOR_DAYS + 1);
        mark_done(&database, visitor, later - days(1)).await;
        assert_eq!(erase_expired(database.write(), later).await.unwrap().visitors, 0);
        let much_later = later + days(VISITOR_DAYS);
        assert_eq!(
            erase_expired(database.write(), much_later)
                .await
                .unwrap()
                .visitors,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_number_that_moved_goes_when_no_session_can_know_it() {
    on_each_database(async |database| {
        let owner = visitor_with_code(&database, &code(0, 0), &[]).await;
        let own = visitor(&database).await;
        redeem(&database, &code(0, 0), Some(own)).await;
        for (days_later, erased) in [(VISITOR_DAYS, 0), (VISITOR_DAYS + 1, 1)] {
            let later = now() + days(days_later);
            learning::touch_visitor(database.write(), owner, later)
                .await
                .unwrap();
            let numbers = erase_expired(database.write(), later)
                .await
                .unwrap()
                .moved_visitors;
            assert_eq!(numbers, erased, "{days_later} days later");
        }
    })
    .await;
}

#[tokio::test]
async fn guesses_are_forgotten_the_next_day() {
    on_each_database(async |database| {
        redeem(&database, &code(0, 0), None).await;
        for (hours, erased) in [(14, 0), (15, 1)] {
            // It is nine o'clock in the morning.
            let later = now() + SignedDuration::from_hours(hours);
            let guesses = erase_expired(database.write(), later)
                .await
                .unwrap()
                .recovery_guesses;
            assert_eq!(guesses, erased, "{hours} hours later");
        }
    })
    .await;
}

#[tokio::test]
async fn using_a_code_counts_as_a_visit() {
    on_each_database(async |database| {
        visitor_with_code(&database, &code(0, 0), &[]).await;
        let later = now() + days(VISITOR_DAYS);
        learning::redeem(&database, SECRET, &code(0, 0), None, later)
            .await
            .unwrap();
        let erased = erase_expired(database.write(), later + days(1)).await.unwrap();
        assert_eq!(erased.visitors, 0);
    })
    .await;
}

#[tokio::test]
async fn an_appointment_goes_a_month_after_it_was_cancelled() {
    on_each_database(async |database| {
        let in_spring = Unit::containing(now() + days(120)).0;
        let booked = book(&database, &appointment("a", in_spring..in_spring + 3), now())
            .await
            .unwrap();
        let BookOutcome::Booked(id) = booked else {
            panic!("{booked:?}")
        };
        let month = now() + days(APPOINTMENT_DAYS + 1);
        assert_eq!(
            erase_expired(database.write(), month).await.unwrap().appointments,
            0
        );
        assert!(cancel(&database, id, now(), None).await.unwrap());
        assert_eq!(
            erase_expired(database.write(), month).await.unwrap().appointments,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn whose_an_appointment_was_is_forgotten_a_week_after_it() {
    on_each_database(async |database| {
        let start = Unit::containing(now()).0;
        let arranged = NewAppointment {
            arrangement: arrangement(),
            ..appointment("a", start..start + 12)
        };
        let BookOutcome::Booked(id) = book(&database, &arranged, now()).await.unwrap() else {
            panic!("the time is free")
        };
        let ended = now() + SignedDuration::from_hours(1);
        let week = ended + days(PERSON_DAYS);
        assert_eq!(erase_expired(database.write(), week).await.unwrap().persons, 0);
        assert!(find(database.read(), id).await.unwrap().is_some());

        let later = week + SignedDuration::from_hours(1);
        let erased = erase_expired(database.write(), later).await.unwrap();
        assert_eq!((erased.persons, erased.appointments), (1, 0));
        assert!(find(database.read(), id).await.unwrap().is_none());
        let hash = &arranged.code_hash;
        assert!(
            find_by_code_hash(database.read(), hash, now())
                .await
                .unwrap()
                .is_none()
        );
        let left = "SELECT count(*) AS number FROM appointments WHERE service = 'mitid' AND name = '' \
            AND contact IS NULL AND needs IS NULL AND note IS NULL AND visit_address IS NULL AND topic IS NULL";
        assert_eq!(database.number(left).await, 1, "the row is there for figures");
        let again = erase_expired(database.write(), later).await.unwrap();
        assert_eq!(again.persons, 0, "it is done once");
    })
    .await;
}

/// One of everything: a visitor at work with a lesson, a card, a code and a number of before, a wrong guess at a code, a session, two appointments today, one of them seen, a sent message and one that waits.
async fn fill(database: &Database) {
    let visitor = visitor_with_code(database, &code(0, 0), &["s1"]).await;
    learning::save_lesson(database.write(), visitor, &course("kursus"), &lesson("a"))
        .await
        .unwrap();
    learning::add_card(database.write(), visitor, &card("s1"))
        .await
        .unwrap();
    let other_device = self::visitor(database).await;
    redeem(database, &code(0, 0), Some(other_device)).await;
    redeem(database, &code(1, 0), None).await;
    sessions::save(database.write(), "s", "{}", (now() + days(1)).as_second())
        .await
        .unwrap();
    let first = Unit::containing(now()).0;
    for (key, start) in [("a", first), ("b", first + 3)] {
        book(database, &appointment(key, start..start + 3), now())
            .await
            .unwrap();
    }
    let seen = [AppointmentId(1)];
    oversight::note_seen(database, StaffId(1), &seen, SeenIn::Day, now())
        .await
        .unwrap();
    let sent = outbox::enqueue(database.write(), &message("sent"), now())
        .await
        .unwrap();
    outbox::mark_sent(database.write(), sent, now()).await.unwrap();
    outbox::enqueue(database.write(), &message("waits"), now())
        .await
        .unwrap();
    sms_replies::note_received(database.write(), "signature", now())
        .await
        .unwrap();
    const { assert!(MESSAGE_DAYS < VISITOR_DAYS && APPOINTMENT_DAYS < VISITOR_DAYS) };
    const {
        assert!(
            ACCESS_LOG_DAYS <= VISITOR_DAYS && MESSAGE_DAYS < VISITOR_DAYS && APPOINTMENT_DAYS < VISITOR_DAYS
        );
    };
    assert!(
        i64::from(LONGEST_INTERVAL_DAYS) <= VISITOR_DAYS,
        "a card comes back before its visitor goes"
    );
}

async fn mark_done(database: &Database, visitor: VisitorId, at: Timestamp) {
    learning::mark_done(database.write(), visitor, &course("kursus"), &step("s1"), at)
        .await
        .unwrap();
}

async fn redeem(database: &Database, code: &RecoveryCode, own: Option<VisitorId>) {
    learning::redeem(database, SECRET, code, own, now())
        .await
        .unwrap();
}
