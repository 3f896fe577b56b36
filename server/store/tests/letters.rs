use domain::appointments::Unit;
use domain::contact::Contact;
use domain::ids::{AppointmentId, LocationId};
use domain::messages::PostalAddress;
use domain::staff::Workplaces;
use jiff::SignedDuration;
use store::Database;
use store::appointments::{BookOutcome, Move, NewAppointment, book, cancel, find, move_appointment};
use store::letters::{Letter, about, batches, of_batch, put_back, queue_letter, queued, take_queued};

use crate::support::{adviser, appointment, days, now, on_each_database};

#[tokio::test]
async fn a_letter_is_written_once_and_knows_its_address() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        let address = PostalAddress::parse("Havnegade 12\n0999 Fjordby").unwrap();
        for new in [true, false] {
            let written = queue_letter(database.write(), id, address.as_ref(), now())
                .await
                .unwrap();
            assert_eq!(written, new);
        }
        let pile = pile(&database).await;
        assert_eq!((pile.len(), pile[0].appointment.id), (1, id));
        assert_eq!(pile[0].address, address);
        let missing = AppointmentId(99);
        assert!(
            !queue_letter(database.write(), missing, None, now())
                .await
                .unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn two_who_print_at_once_have_no_letter_in_common() {
    on_each_database(async |database| {
        for (key, hours) in [("a", 24), ("b", 25), ("c", 26)] {
            let id = booked(&database, key, hours).await;
            queue_letter(database.write(), id, None, now()).await.unwrap();
        }
        let other = database.open_again().await;
        let (first, second) = tokio::join!(
            take_queued(database.write(), &Workplaces::All, "first", now()),
            take_queued(other.write(), &Workplaces::All, "second", now())
        );
        assert_eq!(first.unwrap() + second.unwrap(), 3);
        let mut printed = Vec::new();
        for batch in ["first", "second"] {
            let letters = of_batch(database.read(), &Workplaces::All, batch).await.unwrap();
            printed.extend(letters.iter().map(|letter| letter.id));
        }
        printed.sort_unstable();
        printed.dedup();
        assert_eq!(printed.len(), 3);
        assert!(pile(&database).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_did_not_come_out_of_the_printer_goes_back() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        queue_letter(database.write(), id, None, now()).await.unwrap();
        take_queued(database.write(), &Workplaces::All, "x", now())
            .await
            .unwrap();
        let latest = batches(database.read(), &Workplaces::All, 5).await.unwrap();
        assert_eq!((latest[0].name.as_str(), latest[0].letters), ("x", 1));
        assert_eq!(
            put_back(database.write(), &Workplaces::All, "x").await.unwrap(),
            1
        );
        assert_eq!(pile(&database).await.len(), 1);
        assert!(
            batches(database.read(), &Workplaces::All, 5)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_prints_the_letters_of_their_own_places() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        queue_letter(database.write(), id, None, now()).await.unwrap();
        let elsewhere = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        assert!(queued(database.read(), &elsewhere).await.unwrap().is_empty());
        assert_eq!(
            take_queued(database.write(), &elsewhere, "x", now())
                .await
                .unwrap(),
            0
        );
        let here = Workplaces::Only(vec![LocationId::parse("borgerservice").unwrap()]);
        assert_eq!(take_queued(database.write(), &here, "y", now()).await.unwrap(), 1);
        assert!(
            of_batch(database.read(), &elsewhere, "y")
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(put_back(database.write(), &elsewhere, "y").await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_written_a_letter_gets_another_one_when_the_time_moves() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        let address = PostalAddress::parse("Havnegade 12").unwrap();
        queue_letter(database.write(), id, address.as_ref(), now())
            .await
            .unwrap();
        move_to(&database, id, 0, 48).await;
        let pile_after = pile(&database).await;
        assert_eq!(pile_after.len(), 1, "the one about the old time is gone");
        assert_eq!(
            (pile_after[0].appointment.sequence, &pile_after[0].address),
            (1, &address)
        );

        take_queued(database.write(), &Workplaces::All, "x", now())
            .await
            .unwrap();
        move_to(&database, id, 1, 72).await;
        assert_eq!(pile(&database).await[0].address, address);
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_is_not_printed_unless_the_letter_says_so() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        queue_letter(database.write(), id, None, now()).await.unwrap();
        cancel(&database, id, now(), None).await.unwrap();
        assert!(pile(&database).await.is_empty());
        assert!(queue_letter(database.write(), id, None, now()).await.unwrap());
        assert_eq!(pile(&database).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn letters_are_erased_with_other_messages() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        queue_letter(database.write(), id, None, now()).await.unwrap();
        let later = now() + days(store::retention::MESSAGE_DAYS + 1);
        let erased = store::retention::erase_expired(database.write(), later)
            .await
            .unwrap();
        assert_eq!(erased.messages, 1);
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_in_the_pile_if_the_booking_stands() {
    on_each_database(async |database| {
        let with_letter = |key: &str| NewAppointment {
            letter: true,
            ..appointment(key, hours(24))
        };
        for key in ["first", "too-late"] {
            book(&database, &with_letter(key), now()).await.unwrap();
        }
        // The same key again: nothing is booked, and nothing is written.
        book(&database, &with_letter("first"), now()).await.unwrap();
        assert_eq!(pile(&database).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_letter_in_the_pile_is_given_its_address_later() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        let address = |street: &str| PostalAddress::parse(street).unwrap();
        let queue = async |address: Option<PostalAddress>| {
            queue_letter(database.write(), id, address.as_ref(), now())
                .await
                .unwrap()
        };
        assert!(queue(None).await);
        assert!(!queue(address("Havnegade 12")).await);
        assert!(!queue(None).await);
        let letter = pile(&database).await.remove(0);
        assert_eq!(
            (letter.printed, letter.address.clone()),
            (false, address("Havnegade 12"))
        );
        take_queued(database.write(), &Workplaces::All, "batch", now())
            .await
            .unwrap();
        assert!(!queue(address("Elsewhere 1")).await);
        let printed = about(database.read(), &letter.appointment)
            .await
            .unwrap()
            .unwrap();
        assert!(printed.printed);
        assert_eq!(printed.address, address("Havnegade 12"), "what is on paper stays");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_was_handed_over_learns_where_the_next_is_posted() {
    on_each_database(async |database| {
        let id = booked(&database, "a", 24).await;
        queue_letter(database.write(), id, None, now()).await.unwrap();
        take_queued(database.write(), &Workplaces::All, "batch", now())
            .await
            .unwrap();
        let home = PostalAddress::parse("Havnegade 12").unwrap();
        let written = queue_letter(database.write(), id, home.as_ref(), now()).await;
        assert!(!written.unwrap(), "the citizen has it");
        let appointment = find(database.read(), id).await.unwrap().unwrap();
        let letter = about(database.read(), &appointment).await.unwrap().unwrap();
        assert_eq!((letter.printed, letter.address), (true, home));
    })
    .await;
}

async fn pile(database: &Database) -> Vec<Letter> {
    queued(database.read(), &Workplaces::All).await.unwrap()
}

fn hours(hours: i64) -> std::ops::Range<i64> {
    let start = Unit::containing(now() + SignedDuration::from_hours(hours)).0;
    start..start + 3
}

/// An appointment of somebody who cannot be written to in another way, so many hours from now.
async fn booked(database: &Database, key: &str, hours_ahead: i64) -> AppointmentId {
    let wanted = NewAppointment {
        contact: Contact::None,
        ..appointment(key, hours(hours_ahead))
    };
    let Ok(BookOutcome::Booked(id)) = book(database, &wanted, now()).await else {
        panic!("the time is free")
    };
    id
}

async fn move_to(database: &Database, id: AppointmentId, sequence: i64, hours_ahead: i64) {
    let wanted = Move {
        appointment: id,
        sequence,
        location: LocationId::parse("borgerservice").unwrap(),
        candidates: vec![adviser("maja")],
        units: hours(hours_ahead),
        seats: 1,
        uses: vec![],
        attended: hours(hours_ahead),
        message: None,
    };
    move_appointment(database, &wanted, now()).await.unwrap();
}
