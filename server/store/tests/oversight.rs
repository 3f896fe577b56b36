use domain::appointments::Unit;
use domain::desk::{Counter, TicketKey};
use domain::ids::{AppointmentId, LocationId, ServiceId, StaffId, TokenId};
use domain::oversight::{Counts, OfferDay, SeenBy, SeenIn};
use jiff::SignedDuration;
use store::Database;
use store::appointments::{BookOutcome, book, cancel};
use store::desk::{ClerkAt, Coming, NewTicket, QueueDay, call_next, issue};
use store::oversight::{
    LogOf, Seen, day_figures, feed_of, feeds, has_offers, keep_offers, make_feed, note_seen, note_seen_by,
    offers_of, revoke_feed, seen_before,
};
use store::retention::{ACCESS_LOG_DAYS, OFFER_DAYS, erase_expired};

use crate::support::{SECRET, adviser, appointment, days, now, number, on_each_database};

/// Everything in the log, the latest first.
async fn log(database: &Database) -> Vec<Seen> {
    seen_before(database.read(), LogOf::Everybody, now() + days(999), 1000)
        .await
        .unwrap()
}

#[tokio::test]
async fn who_saw_whom_is_noted_once_a_day_and_forgotten_in_the_end() {
    on_each_database(async |database| {
        let seen = [AppointmentId(1), AppointmentId(2)];
        let look = async |seen: &[AppointmentId], seen_in, at| {
            let noted = note_seen(&database, StaffId(7), seen, seen_in, at).await;
            noted.unwrap();
        };
        for minutes in [0, 6, 60] {
            look(&seen, SeenIn::Desk, now() + SignedDuration::from_mins(minutes)).await;
        }
        look(&[], SeenIn::Desk, now()).await;
        let first = log(&database).await;
        assert_eq!(first.len(), 2, "{first:?}");
        let by = SeenBy::Staff(StaffId(7), SeenIn::Desk);
        assert_eq!(
            (&first[0].by, first[0].appointment, first[0].at),
            (&by, seen[0], now())
        );

        look(&seen[..1], SeenIn::Letters, now()).await;
        look(&[AppointmentId(1), AppointmentId(3)], SeenIn::Desk, now()).await;
        assert_eq!(
            log(&database).await.len(),
            4,
            "another place, and another appointment"
        );
        look(&seen, SeenIn::Desk, now() + days(1)).await;
        assert_eq!(log(&database).await.len(), 6, "another day");

        for (days_later, left) in [
            (ACCESS_LOG_DAYS, 6),
            (ACCESS_LOG_DAYS + 1, 2),
            (ACCESS_LOG_DAYS + 2, 0),
        ] {
            let later = now() + days(days_later) + SignedDuration::from_mins(-1);
            erase_expired(database.write(), later).await.unwrap();
            assert_eq!(log(&database).await.len(), left, "{days_later} days later");
        }
    })
    .await;
}

#[tokio::test]
async fn another_server_that_has_noted_it_too_adds_nothing_and_breaks_nothing() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        let at = now() + SignedDuration::from_mins(1);
        for (server, seen, at) in [(&*database, vec![1, 2], now()), (&other, vec![2, 3], at)] {
            let seen: Vec<_> = seen.into_iter().map(AppointmentId).collect();
            note_seen(server, StaffId(7), &seen, SeenIn::Desk, at)
                .await
                .unwrap();
        }
        let noted = log(&database).await;
        let numbers: Vec<_> = noted.iter().map(|seen| seen.appointment.0).collect();
        assert_eq!(numbers, [3, 1, 2]);
    })
    .await;
}

#[tokio::test]
async fn other_systems_and_calendars_are_noted_too() {
    on_each_database(async |database| {
        let readers = [SeenBy::Token(TokenId(3)), SeenBy::Feed(adviser("maja"))];
        for minutes in [0, 6] {
            let at = now() + SignedDuration::from_mins(minutes);
            for by in &readers {
                note_seen_by(&database, by, &[AppointmentId(1)], at)
                    .await
                    .unwrap();
            }
        }
        let noted = log(&database).await;
        let times = |by: &SeenBy| noted.iter().filter(|seen| seen.by == *by).count();
        assert_eq!(readers.each_ref().map(times), [1, 1]);
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_on_misses_nothing_of_what_was_seen_at_once() {
    on_each_database(async |database| {
        let seven: Vec<_> = (1..=7).map(AppointmentId).collect();
        for (minutes, staff) in [(0, 1), (1, 2), (2, 3)] {
            let at = now() + SignedDuration::from_mins(minutes);
            note_seen(&database, StaffId(staff), &seven, SeenIn::Day, at)
                .await
                .unwrap();
        }
        let (mut before, mut pages) = (now() + days(1), vec![]);
        loop {
            let page = seen_before(database.read(), LogOf::Everybody, before, 5)
                .await
                .unwrap();
            let Some(last) = page.last() else { break };
            before = last.at;
            pages.push(page.len());
        }
        assert_eq!(pages, [7, 7, 7]);
        let one = LogOf::Appointment(AppointmentId(4));
        let who = seen_before(database.read(), one, now() + days(1), 5)
            .await
            .unwrap();
        let who: Vec<_> = who.iter().map(|seen| seen.by.clone()).collect();
        let expected = [3, 2, 1].map(|staff| SeenBy::Staff(StaffId(staff), SeenIn::Day));
        assert_eq!(who, expected);
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

/// Appointments and numbers of some days, which are erased at different times.
async fn busy_days(database: &Database) {
    let first = Unit::containing(now() + days(1)).0;
    let day = QueueDay {
        location: LocationId::parse("borgerservice").unwrap(),
        date: "2026-11-21".parse().unwrap(),
    };
    for number in 0..8_i64 {
        let start = first + number * 24 * 12;
        let wanted = appointment(&format!("key {number}"), start..start + 3);
        let BookOutcome::Booked(id) = book(database, &wanted, now()).await.unwrap() else {
            panic!("the time is free")
        };
        if number % 3 == 0 {
            cancel(database, id, now() + days(number / 2), None)
                .await
                .unwrap();
        }
        let came = now() + SignedDuration::from_mins(number);
        let new = NewTicket {
            key: TicketKey::from_random(u128::try_from(number).unwrap()),
            service: ServiceId::parse("mitid").unwrap(),
            minutes: 45,
            coming: Coming::WalkIn,
        };
        issue(database, &day, &new, came).await.unwrap();
    }
    let clerk = ClerkAt {
        counter: Counter::parse("Skranke 1").unwrap(),
        adviser: None,
    };
    let called_at = now() + SignedDuration::from_mins(20);
    call_next(database, &day, &clerk, called_at).await.unwrap();
}

#[tokio::test]
async fn figures_are_the_same_before_and_after_erasure() {
    on_each_database(async |database| {
        busy_days(&database).await;
        let all = "2026-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
        let before = day_figures(&database, all.clone()).await.unwrap();
        let mut sum = Counts::default();
        for day in &before {
            sum += day.counts;
        }
        assert_eq!((sum.booked, sum.cancelled), (8, 3));
        assert_eq!(sum.days_ahead, 2 + 3 + 5 + 6 + 8);
        assert_eq!((sum.tickets, sum.called, sum.waiting_minutes), (8, 1, 20));
        for days_later in [1, 31, 33, 35, 38, 100, 401, 500] {
            for _ in 0..2 {
                erase_expired(database.write(), now() + days(days_later))
                    .await
                    .unwrap();
                let after = day_figures(&database, all.clone()).await.unwrap();
                assert_eq!(after, before, "{days_later} days later");
            }
        }
        let left = "SELECT (SELECT count(*) FROM appointments) + (SELECT count(*) FROM tickets) AS number";
        assert_eq!(number(&database, left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_servers_that_erase_at_once_count_everything_once() {
    on_each_database(async |database| {
        busy_days(&database).await;
        let all = "2026-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
        let before = day_figures(&database, all.clone()).await.unwrap();
        let other = database.open_again().await;
        let later = now() + days(500);
        let (one, two) = tokio::join!(
            erase_expired(database.write(), later),
            erase_expired(other.write(), later)
        );
        assert_eq!(one.unwrap().appointments + two.unwrap().appointments, 8);
        assert_eq!(day_figures(&database, all).await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn how_soon_a_time_could_be_had_is_kept_once_a_day_and_forgotten_in_the_end() {
    on_each_database(async |database| {
        let day = domain::time::date_in_denmark(now());
        let offer = |first_free: Option<jiff::civil::Date>| OfferDay {
            day,
            service: ServiceId::parse("mitid").unwrap(),
            location: LocationId::parse("bibliotek").unwrap(),
            first_free,
        };
        let (read, write) = (database.read(), database.write());
        assert!(!has_offers(read, day).await.unwrap());
        for first_free in [Some(day), None] {
            keep_offers(write, &[offer(first_free)]).await.unwrap();
        }
        keep_offers(write, &[]).await.unwrap();
        assert!(has_offers(read, day).await.unwrap());
        let week = day..day.saturating_add(jiff::Span::new().days(7));
        let kept = async || offers_of(database.read(), week.clone()).await.unwrap();
        assert_eq!(kept().await, [offer(Some(day))], "the first is believed");
        for (days_later, left) in [(OFFER_DAYS, 1), (OFFER_DAYS + 1, 0)] {
            erase_expired(write, now() + days(days_later)).await.unwrap();
            assert_eq!(kept().await.len(), left, "{days_later} days later");
        }
    })
    .await;
}
