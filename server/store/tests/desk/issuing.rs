use domain::ids::AppointmentId;
use store::appointments::{BookOutcome, book};
use store::desk::{Appointed, Coming, QueueDay, issue};

use super::{day, minutes_later, numbers, walk_in, wanted};
use crate::support::{TestDatabase, appointment, now, on_each_database};

async fn booked(database: &TestDatabase) -> AppointmentId {
    match book(
        database,
        &appointment("an appointment", 5_981_000..5_981_009),
        now(),
    )
    .await
    {
        Ok(BookOutcome::Booked(id)) => id,
        outcome => panic!("{outcome:?}"),
    }
}

#[tokio::test]
async fn numbers_begin_with_one_each_day_and_at_each_place() {
    on_each_database(async |database| {
        for (key, number) in [(1, "B1"), (2, "B2"), (3, "B3")] {
            assert_eq!(walk_in(&database, key, now()).await.number.to_string(), number);
        }
        let tomorrow = QueueDay {
            date: day().date.tomorrow().unwrap(),
            ..day()
        };
        let elsewhere = QueueDay {
            location: domain::ids::LocationId::parse("bibliotek").unwrap(),
            ..day()
        };
        for (key, day) in [(4, tomorrow), (5, elsewhere)] {
            let ticket = issue(&database, &day, &wanted(key, Coming::WalkIn), now())
                .await
                .unwrap();
            assert_eq!(ticket.number.figure(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn pressing_twice_gives_one_number_and_leaves_no_gap() {
    on_each_database(async |database| {
        let first = walk_in(&database, 1, now()).await;
        assert_eq!(walk_in(&database, 1, minutes_later(1)).await, first);
        assert_eq!(walk_in(&database, 2, minutes_later(2)).await.number.figure(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_appointment_has_one_number_a_day_and_goes_before_those_who_came_shortly_before() {
    on_each_database(async |database| {
        let id = booked(&database).await;
        let coming = Coming::Booked(Appointed {
            appointment: id,
            due: minutes_later(20),
            waits_for: None,
        });
        for minute in 0..3 {
            walk_in(&database, u128::try_from(minute).unwrap(), minutes_later(minute)).await;
        }
        let arrived = issue(&database, &day(), &wanted(10, coming.clone()), minutes_later(5))
            .await
            .unwrap();
        let again = issue(&database, &day(), &wanted(11, coming), minutes_later(9))
            .await
            .unwrap();
        assert_eq!(again, arrived);
        assert_eq!(numbers(&database).await, ["A4", "B1", "B2", "B3"]);
    })
    .await;
}

#[tokio::test]
async fn the_lane_of_the_accompanied_lasts_as_long_as_what_is_kept() {
    on_each_database(async |database| {
        walk_in(&database, 1, now()).await;
        for (key, minute) in [(2, 5), (3, 6), (4, 7)] {
            let coming = Coming::Accompanied { kept_minutes: 100 };
            issue(&database, &day(), &wanted(key, coming), minutes_later(minute))
                .await
                .unwrap();
        }
        // Twice 45 of 100 minutes go before; the third goes with those who walk in.
        assert_eq!(numbers(&database).await, ["B2", "B3", "B1", "B4"]);
    })
    .await;
}
