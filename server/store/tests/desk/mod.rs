//! The desk: numbers, calling, checking in, support workers, and who is told of it.

mod calling;
mod checking_in;
mod forgetting;
mod issuing;
mod news;
mod races;
mod support_workers;
mod texting;

use domain::desk::{Counter, TicketKey};
use domain::ids::{AdviserId, AppointmentId, LocationId, ServiceId};
use domain::messages::Channel;
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::desk::{Appointed, ClerkAt, Coming, NewTicket, QueueDay, Ticket, issue, of_day};
use store::outbox::{NewMessage, QUEUE_NUMBER};

use crate::support::now;

fn day() -> QueueDay {
    QueueDay {
        location: LocationId::parse("borgerservice").unwrap(),
        date: "2026-11-21".parse().unwrap(),
    }
}

fn minutes_later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn counter(number: u32) -> Counter {
    Counter::parse(&format!("Skranke {number}")).unwrap()
}

/// Somebody who helps with everything.
fn clerk(number: u32) -> ClerkAt {
    ClerkAt {
        counter: counter(number),
        adviser: None,
    }
}

fn wanted(key: u128, coming: Coming) -> NewTicket {
    NewTicket {
        key: TicketKey::from_random(key),
        service: ServiceId::parse("mitid").unwrap(),
        minutes: 45,
        coming,
    }
}

/// Somebody comes with an appointment that begins now.
fn appointed(appointment: AppointmentId, waits_for: Option<AdviserId>) -> Coming {
    Coming::Booked(Appointed {
        appointment,
        due: now(),
        waits_for,
    })
}

/// A number as an SMS, which is good for two hours.
fn sms(recipient: &str) -> NewMessage {
    NewMessage {
        channel: Channel::Sms,
        kind: QUEUE_NUMBER.into(),
        recipient: recipient.into(),
        subject: String::new(),
        body_text: "Dit nummer er B1.".into(),
        body_html: None,
        attachment: None,
        expires_at: Some(minutes_later(120)),
    }
}

/// Somebody walks in.
async fn walk_in(database: &Database, key: u128, at: Timestamp) -> Ticket {
    issue(database, &day(), &wanted(key, Coming::WalkIn), at)
        .await
        .unwrap()
}

/// The numbers of the queue in the order of their turns.
async fn numbers(database: &Database) -> Vec<String> {
    let tickets = of_day(database.read(), &day()).await.unwrap();
    tickets.iter().map(|ticket| ticket.number.to_string()).collect()
}
