//! Appointments as tests book them.

use std::ops::Range;

use domain::appointments::{Arrangement, ExtraTime, Language, Needs, VisitAddress, Way};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::free_text::FreeText;
use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::messages::Channel;
use store::Database;
use store::appointments::{BookOutcome, NewAppointment, book, cancel};
use store::outbox::NewMessage;

use super::{TestDatabase, now, number};

pub(crate) fn adviser(name: &str) -> AdviserId {
    AdviserId::parse(name).unwrap()
}

/// An appointment with one adviser; `key` makes it one of its own.
pub(crate) fn appointment(key: &str, units: Range<i64>) -> NewAppointment {
    NewAppointment {
        code_hash: format!("hash of {key}"),
        sealed_code: format!("sealed {key}"),
        idempotency_key: key.to_owned(),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("borgerservice").unwrap(),
        candidates: vec![adviser("maja")],
        attended: units.clone(),
        units,
        seats: 1,
        uses: vec![],
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Birthe Holm").unwrap(),
        contact: Contact::parse(ContactKind::Email, "", "birthe@example.dk").unwrap(),
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: None,
        letter: false,
    }
}

/// Everything that can be said of an appointment.
pub(crate) fn arrangement() -> Arrangement {
    let language = |tag| Some(Language::parse(tag).unwrap());
    Arrangement {
        way: Some(Way::Telephone),
        needs: Needs {
            language: language("ar"),
            interpreter: language("ti"),
            sign_language: true,
            step_free: true,
            extra_time: ExtraTime::try_from(15).unwrap(),
            companion: true,
            acts_for_another: true,
        },
        note: FreeText::parse("Et brev fra banken").unwrap(),
        address: VisitAddress::parse("Kajen 1, 0999 Fjordby").ok(),
    }
}

/// Thirty-two clients on two servers want the same times, and each fourth gives back what it gets. Tells how many have theirs.
pub(crate) async fn fight_for(
    database: &TestDatabase,
    starts: [i64; 3],
    wanted: fn(&str, i64) -> NewAppointment,
) -> i64 {
    let servers = [database.open_again().await, database.open_again().await];
    let clients: Vec<_> = (0..32)
        .map(|client: i64| {
            let server = servers[usize::try_from(client % 2).unwrap()].clone();
            tokio::spawn(async move {
                let mut got = 0;
                for start in starts {
                    let wanted = wanted(&format!("{client} {start}"), start);
                    match book(&server, &wanted, now()).await.unwrap() {
                        BookOutcome::Booked(id) if client % 4 == 0 => {
                            assert!(cancel(&server, id, now(), None).await.unwrap());
                        }
                        BookOutcome::Booked(_) => got += 1,
                        BookOutcome::Taken => {}
                        outcome => panic!("{outcome:?}"),
                    }
                }
                got
            })
        })
        .collect();
    let mut got = 0;
    for client in clients {
        got += client.await.unwrap();
    }
    got
}

pub(crate) fn message(subject: &str) -> NewMessage {
    NewMessage {
        channel: Channel::Email,
        kind: "test".into(),
        recipient: "birthe@example.dk".into(),
        subject: subject.into(),
        body_text: "Vi ses.".into(),
        body_html: Some("<p>Vi ses.</p>".into()),
        attachment: None,
        expires_at: None,
    }
}

/// Every booked appointment holds exactly its units, every cancelled one none, and no unit is held for nothing.
pub(crate) async fn assert_no_half_bookings(database: &Database) {
    let half = "SELECT count(*) AS number FROM appointments a \
        WHERE (CASE WHEN a.status = 'booked' THEN (a.ends_at - a.starts_at) / 300 ELSE 0 END) <> \
        (SELECT count(*) FROM occupancy o WHERE o.appointment_id = a.id AND o.resource = a.adviser \
            AND o.unit * 300 >= a.starts_at AND o.unit * 300 < a.ends_at)";
    assert_eq!(number(database, half).await, 0, "half bookings");
    let superfluous = "SELECT count(*) AS number FROM occupancy o \
        WHERE o.resource NOT LIKE 'resource/%' \
        AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.id = o.appointment_id AND a.adviser = o.resource)";
    assert_eq!(number(database, superfluous).await, 0, "units held for nothing");
    let overlaps = "SELECT count(*) AS number FROM appointments a JOIN appointments b \
        ON a.id < b.id AND a.adviser = b.adviser AND a.status = 'booked' AND b.status = 'booked' \
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at";
    assert_eq!(number(database, overlaps).await, 0, "overlaps");
}
