//! The desk: numbers, calling, checking in, support workers, and who is told of it.

mod calling;
mod checking_in;
mod forgetting;
mod issuing;
mod news;
mod races;
mod support_workers;

use domain::desk::{Counter, TicketKey};
use domain::ids::{LocationId, ServiceId};
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::desk::{ClerkAt, Coming, NewTicket, QueueDay, Ticket, issue, of_day};

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
