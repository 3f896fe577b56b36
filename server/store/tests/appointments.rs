use std::ops::Range;

use domain::appointments::{Arrangement, BookingCode, Unit};
use domain::ids::{AdviserId, AppointmentId, ServiceId, StaffId};
use jiff::Timestamp;
use store::appointments::{
    Appointment, AppointmentStatus, BookOutcome, NewAppointment, Own, book, cancel, code_hash,
    coming_of_service_or_within, find, find_by_code, find_by_code_hash, occupied,
};
use store::{ByCode, Database, GUESSES_A_DAY};

use crate::support::{
    adviser, appointment, arrangement, assert_no_half_bookings, message, now, on_each_database,
};

const UNITS: Range<i64> = 5_981_000..5_981_006;

#[tokio::test]
async fn an_appointment_is_found_as_it_was_booked() {
    on_each_database(async |database| {
        let hash = code_hash("secret", &BookingCode::from_random([1, 2, 3]));
        let new = NewAppointment {
            code_hash: hash.clone(),
            ..appointment("a", UNITS)
        };
        let id = booked(&database, &new).await;
        let kept = find_by_code_hash(database.read(), &hash, now())
            .await
            .unwrap()
            .unwrap();
        assert!(kept == load(&database, id).await);
        assert_eq!(
            (kept.id, kept.slot.unit(), kept.minutes),
            (id, Unit(UNITS.start), 30)
        );
        assert_eq!(
            (kept.name.as_str(), &kept.contact),
            (new.name.as_str(), &new.contact)
        );
        assert_eq!(
            (kept.status, kept.adviser.as_str()),
            (AppointmentStatus::Booked, "maja")
        );
        assert!(
            find_by_code_hash(database.read(), "other", now())
                .await
                .unwrap()
                .is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn buffers_are_the_advisers_and_not_part_of_the_appointment() {
    on_each_database(async |database| {
        let buffered = NewAppointment {
            attended: UNITS.start + 1..UNITS.end - 2,
            ..appointment("a", UNITS)
        };
        let id = booked(&database, &buffered).await;
        let kept = load(&database, id).await;
        assert_eq!((kept.slot.unit(), kept.minutes), (Unit(UNITS.start + 1), 15));
        let within_the_buffer = appointment("b", UNITS.end - 1..UNITS.end + 1);
        assert_eq!(
            book(&database, &within_the_buffer, now()).await.unwrap(),
            BookOutcome::Taken
        );
    })
    .await;
}

#[tokio::test]
async fn candidates_are_tried_in_order_until_all_are_taken() {
    on_each_database(async |database| {
        let both = |key: &str| NewAppointment {
            candidates: vec![adviser("maja"), adviser("ole")],
            ..appointment(key, UNITS)
        };
        let first = booked(&database, &both("a")).await;
        let second = booked(&database, &both("b")).await;
        assert_eq!(load(&database, first).await.adviser.as_str(), "maja");
        assert_eq!(load(&database, second).await.adviser.as_str(), "ole");
        assert_eq!(
            book(&database, &both("c"), now()).await.unwrap(),
            BookOutcome::Taken
        );
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn any_overlap_is_taken_and_touching_is_not() {
    on_each_database(async |database| {
        booked(&database, &appointment("a", UNITS)).await;
        let overlaps = [
            UNITS.start - 1..UNITS.start + 1,
            UNITS.end - 1..UNITS.end + 5,
            UNITS.start + 2..UNITS.start + 3,
            UNITS.start - 5..UNITS.end + 5,
        ];
        for (number, units) in overlaps.into_iter().enumerate() {
            let outcome = book(&database, &appointment(&number.to_string(), units), now())
                .await
                .unwrap();
            assert_eq!(outcome, BookOutcome::Taken);
        }
        booked(&database, &appointment("before", UNITS.start - 1..UNITS.start)).await;
        booked(&database, &appointment("after", UNITS.end..UNITS.end + 1)).await;
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn a_second_press_of_the_button_books_nothing() {
    on_each_database(async |database| {
        let id = booked(&database, &appointment("a", UNITS)).await;
        let again = appointment("a", UNITS);
        assert_eq!(
            book(&database, &again, now()).await.unwrap(),
            BookOutcome::AlreadyBooked(id)
        );
        // By now the time looks taken, so whoever asks again may find no candidates.
        let without_candidates = NewAppointment {
            candidates: Vec::new(),
            ..again
        };
        let outcome = book(&database, &without_candidates, now()).await.unwrap();
        assert_eq!(outcome, BookOutcome::AlreadyBooked(id));
        let nobody = NewAppointment {
            candidates: Vec::new(),
            ..appointment("b", UNITS)
        };
        assert_eq!(book(&database, &nobody, now()).await.unwrap(), BookOutcome::Taken);
    })
    .await;
}

#[tokio::test]
async fn a_code_in_use_is_told_and_books_nothing() {
    on_each_database(async |database| {
        let first = appointment("a", UNITS);
        booked(&database, &first).await;
        let same_code = NewAppointment {
            code_hash: first.code_hash,
            ..appointment("b", UNITS.end..UNITS.end + 1)
        };
        assert_eq!(
            book(&database, &same_code, now()).await.unwrap(),
            BookOutcome::CodeTaken
        );
        assert_eq!(
            database
                .number("SELECT count(*) AS number FROM appointments")
                .await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn the_confirmation_is_written_if_and_only_if_the_booking_is() {
    on_each_database(async |database| {
        let with_message = |key: &str| NewAppointment {
            message: Some(message("Din tid")),
            ..appointment(key, UNITS)
        };
        booked(&database, &with_message("a")).await;
        for key in ["a", "b"] {
            book(&database, &with_message(key), now()).await.unwrap();
        }
        assert_eq!(database.number("SELECT count(*) AS number FROM outbox").await, 1);
    })
    .await;
}

#[tokio::test]
async fn cancelling_gives_the_time_back_once() {
    on_each_database(async |database| {
        let id = booked(&database, &appointment("a", UNITS)).await;
        assert!(
            cancel(&database, id, now(), Some(message("Afbud")))
                .await
                .unwrap()
        );
        assert!(
            !cancel(&database, id, now(), Some(message("Afbud")))
                .await
                .unwrap()
        );
        assert!(
            !cancel(&database, AppointmentId(id.0 + 9), now(), None)
                .await
                .unwrap()
        );
        assert_eq!(load(&database, id).await.status, AppointmentStatus::Cancelled);
        assert_eq!(database.number("SELECT count(*) AS number FROM outbox").await, 1);
        assert_eq!(
            database.number("SELECT count(*) AS number FROM occupancy").await,
            0
        );
        booked(&database, &appointment("b", UNITS)).await;
        assert_no_half_bookings(&database).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_is_told_for_the_advisers_and_days_asked_for() {
    on_each_database(async |database| {
        booked(&database, &appointment("a", UNITS)).await;
        let taken = async |who: &[AdviserId], units| {
            let who: Vec<_> = who.iter().map(Into::into).collect();
            let occupied = occupied(database.read(), &who, units, &Own::Nothing, now())
                .await
                .unwrap();
            occupied.taken_seats()
        };
        assert_eq!(taken(&[adviser("maja"), adviser("ole")], UNITS).await, 6);
        assert_eq!(taken(&[adviser("maja")], UNITS.start + 2..UNITS.end + 9).await, 4);
        assert_eq!(taken(&[adviser("ole")], UNITS).await, 0);
        assert_eq!(taken(&[], UNITS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn each_unit_of_a_long_appointment_is_told_and_none_beside_it() {
    on_each_database(async |database| {
        let long = UNITS.start..UNITS.start + 130;
        booked(&database, &appointment("a", long.clone())).await;
        for unit in long.start - 65..long.end + 65 {
            let maja = [(&adviser("maja")).into()];
            let occupied = occupied(database.read(), &maja, unit..unit + 1, &Own::Nothing, now());
            let expected = i64::from(long.contains(&unit));
            assert_eq!(occupied.await.unwrap().taken_seats(), expected, "{unit}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_error_does_not_tell_who_was_booked() {
    on_each_database(async |database| {
        let endless = appointment("a", UNITS.start..UNITS.start);
        let error = book(&database, &endless, now()).await.unwrap_err();
        let told = format!("{error} {error:?}");
        assert!(
            told.contains("appointments_end_after_start") && !told.contains("Birthe"),
            "{told}"
        );
        assert!(!error.is_unavailable());
    })
    .await;
}

#[tokio::test]
async fn what_was_arranged_is_kept_with_the_appointment() {
    on_each_database(async |database| {
        let plain = booked(&database, &appointment("plain", UNITS)).await;
        let arranged = NewAppointment {
            arrangement: arrangement(),
            booked_by: Some(StaffId(7)),
            candidates: vec![adviser("ole")],
            ..appointment("arranged", UNITS)
        };
        let arranged = booked(&database, &arranged).await;
        let plain = load(&database, plain).await;
        assert_eq!(
            (plain.arrangement, plain.booked_by),
            (Arrangement::default(), None)
        );
        let arranged = load(&database, arranged).await;
        assert_eq!(
            (arranged.arrangement, arranged.booked_by),
            (arrangement(), Some(StaffId(7)))
        );
    })
    .await;
}

#[tokio::test]
async fn after_some_wrong_guesses_even_the_right_code_and_name_are_not_looked_at() {
    on_each_database(async |database| {
        let code = |first, second| BookingCode::from_random([first, second, 0]);
        for (number, first) in [0, 1].into_iter().enumerate() {
            let start = Unit::containing(now()).0 + 100;
            let new = NewAppointment {
                code_hash: code_hash("secret", &code(first, 0)),
                ..appointment(&format!("{number}"), start..start + 1)
            };
            let adviser = adviser(["maja", "ole"][number]);
            booked(
                &database,
                &NewAppointment {
                    candidates: vec![adviser],
                    ..new
                },
            )
            .await;
        }
        let find = async |code: BookingCode, name: &str, at| match find_by_code(
            &database, "secret", &code, name, at,
        )
        .await
        .unwrap()
        {
            ByCode::Found(_) => "found",
            ByCode::Unknown => "unknown",
            ByCode::TooManyGuesses => "too many",
        };
        // Being right is no guess, however often.
        for _ in 0..GUESSES_A_DAY * 2 {
            assert_eq!(find(code(0, 0), "birthe holm", now()).await, "found");
        }
        for guess in 0..GUESSES_A_DAY {
            let (second, name) = if guess % 2 == 0 {
                (1, "Birthe Holm")
            } else {
                (0, "Bo")
            };
            assert_eq!(find(code(0, second), name, now()).await, "unknown");
        }
        assert_eq!(find(code(0, 0), "Birthe Holm", now()).await, "too many");
        // Other people's codes begin with other words, and tomorrow is another day.
        assert_eq!(find(code(1, 0), "Birthe Holm", now()).await, "found");
        let tomorrow = now() + crate::support::days(1);
        assert_eq!(
            find(code(0, 0), "Birthe Holm", tomorrow).await,
            "unknown",
            "it has been by then"
        );
    })
    .await;
}

async fn booked(database: &Database, appointment: &NewAppointment) -> AppointmentId {
    match book(database, appointment, now()).await.unwrap() {
        BookOutcome::Booked(id) => id,
        outcome => panic!("{outcome:?}"),
    }
}

async fn load(database: &Database, id: AppointmentId) -> Appointment {
    find(database.read(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn coming_appointments_of_a_service_or_a_day_are_found() {
    on_each_database(async |database| {
        let day = UNITS.start * 300..(UNITS.start + 12) * 300;
        let before = Timestamp::from_second(day.start - 3600).unwrap();
        let other_service = |key: &str, units| NewAppointment {
            service: ServiceId::parse("fuldmagt").unwrap(),
            ..appointment(key, units)
        };
        let far = UNITS.start + 5_000;
        let same_day = booked(&database, &other_service("same day", UNITS)).await;
        booked(&database, &other_service("another day", far..far + 6)).await;
        let same_service = booked(&database, &appointment("same service", far + 6..far + 12)).await;
        let gone = booked(&database, &appointment("cancelled", far + 12..far + 18)).await;
        assert!(cancel(&database, gone, now(), None).await.unwrap());
        let service = ServiceId::parse("mitid").unwrap();
        let found = async |at| -> Vec<AppointmentId> {
            let found = coming_of_service_or_within(database.read(), &service, day.clone(), at);
            found
                .await
                .unwrap()
                .iter()
                .map(|appointment| appointment.id)
                .collect()
        };
        assert_eq!(found(before).await, [same_day, same_service]);
        let after = Timestamp::from_second(day.end).unwrap();
        assert_eq!(found(after).await, [same_service], "what is past is not coming");
    })
    .await;
}
