use domain::appointments::BookingCode;
use store::appointments::{BookOutcome, NewAppointment, book, cancel, code_hash};
use store::desk::{booked_between, find_by_code};
use store::{ByCode, GUESSES_A_DAY};

use super::day;
use crate::support::{SECRET, TestDatabase, appointment, days, now, on_each_database};

fn code(last: u32) -> BookingCode {
    BookingCode::from_random([1, 2, last])
}

fn wanted(code: &BookingCode) -> NewAppointment {
    NewAppointment {
        code_hash: code_hash(SECRET, code),
        ..appointment("mine", 5_981_000..5_981_006)
    }
}

async fn outcome(database: &TestDatabase, code: &BookingCode) -> &'static str {
    match find_by_code(database, SECRET, code, now()).await.unwrap() {
        ByCode::Found(_) => "found",
        ByCode::Unknown => "unknown",
        ByCode::TooManyGuesses => "too many",
    }
}

#[tokio::test]
async fn a_booking_is_found_by_its_code_alone_until_it_is_cancelled() {
    on_each_database(async |database| {
        let Ok(BookOutcome::Booked(id)) = book(&database, &wanted(&code(3)), now()).await else {
            panic!("it is booked");
        };
        assert_eq!(outcome(&database, &code(3)).await, "found");
        assert_eq!(outcome(&database, &code(4)).await, "unknown");
        cancel(&database, id, now(), None).await.unwrap();
        assert_eq!(outcome(&database, &code(3)).await, "unknown");
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_are_counted_and_right_ones_are_not() {
    on_each_database(async |database| {
        book(&database, &wanted(&code(3)), now()).await.unwrap();
        for _ in 0..=GUESSES_A_DAY {
            assert_eq!(outcome(&database, &code(3)).await, "found");
        }
        for _ in 0..GUESSES_A_DAY {
            assert_eq!(outcome(&database, &code(4)).await, "unknown");
        }
        assert_eq!(outcome(&database, &code(3)).await, "too many");
    })
    .await;
}

#[tokio::test]
async fn a_days_appointments_are_those_of_the_place_that_stand() {
    on_each_database(async |database| {
        let later = NewAppointment {
            ..appointment("later", 5_981_012..5_981_018)
        };
        let elsewhere = NewAppointment {
            location: domain::ids::LocationId::parse("bibliotek").unwrap(),
            ..appointment("elsewhere", 5_981_020..5_981_026)
        };
        for wanted in [later, wanted(&code(3)), elsewhere] {
            book(&database, &wanted, now()).await.unwrap();
        }
        let begin = jiff::Timestamp::from_second(5_981_000 * 300).unwrap();
        let booked = booked_between(database.read(), &day().location, begin, begin + days(1))
            .await
            .unwrap();
        let starts: Vec<_> = booked
            .iter()
            .map(|appointment| appointment.slot.unit().0)
            .collect();
        assert_eq!(starts, [5_981_000, 5_981_012]);
        let before = booked_between(database.read(), &day().location, begin - days(1), begin)
            .await
            .unwrap();
        assert_eq!(before.len(), 0);
    })
    .await;
}
