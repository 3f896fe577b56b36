//! How much is booked and who came, without whom.
//!
//! What is still kept is counted each time. What is erased has been added to `figures`, in the transaction that erased it, so
//! everything is counted once, before and after.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::desk::{Outcome, TicketState};
use domain::ids::{LocationId, ServiceId};
use domain::oversight::{CountedTicket, Counts, DayFigures};
use domain::time::{date_in_denmark, moment_in_denmark};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

use crate::appointments::CANCELLED;
use crate::entities::{appointments, figures, tickets};
use crate::{Database, StoreError};

/// What is counted: a day in Denmark, a service and a place.
pub(crate) type Key = (String, String, String);

/// What is counted of these days: the appointments that are on them, and the numbers that were given on them.
pub async fn day_figures(database: &Database, days: Range<Date>) -> Result<Vec<DayFigures>, StoreError> {
    // One look at all three tables: between two, something might be erased and be counted twice, or not at all.
    let snapshot = database.begin_snapshot().await?;
    let mut sums: BTreeMap<Key, Counts> = BTreeMap::new();
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.starts_at.gte(midnight(days.start)))
        .filter(appointments::COLUMN.starts_at.lt(midnight(days.end)))
        .all(&snapshot)
        .await?;
    let live = rows.iter().filter_map(of_appointment);
    let (first, end) = (days.start.to_string(), days.end.to_string());
    let given = tickets::Entity::find()
        .filter(tickets::COLUMN.date.gte(first.as_str()))
        .filter(tickets::COLUMN.date.lt(end.as_str()))
        .all(&snapshot)
        .await?;
    let erased = figures::Entity::find()
        .filter(figures::COLUMN.day.gte(first.as_str()))
        .filter(figures::COLUMN.day.lt(end.as_str()))
        .all(&snapshot)
        .await?;
    snapshot.rollback().await?;
    let erased = erased.into_iter().map(of_erased);
    for (key, counts) in live.chain(given.iter().filter_map(of_ticket)).chain(erased) {
        *sums.entry(key).or_default() += counts;
    }
    // What is no id was never booked here.
    Ok(sums.into_iter().filter_map(day_of).collect())
}

/// Adds what is being erased to the figures. Call it in the transaction that erases.
pub(crate) async fn keep(
    transaction: &impl ConnectionTrait,
    erased: impl Iterator<Item = (Key, Counts)>,
) -> Result<(), StoreError> {
    let mut sums: BTreeMap<Key, Counts> = BTreeMap::new();
    for (key, counts) in erased {
        *sums.entry(key).or_default() += counts;
    }
    for (key, counts) in sums {
        add(transaction, key, counts).await?;
    }
    Ok(())
}

/// What an appointment adds, and to what.
pub(crate) fn of_appointment(row: &appointments::Model) -> Option<(Key, Counts)> {
    let begins = Timestamp::from_second(row.starts_at).ok()?;
    let counts = if row.status == CANCELLED {
        Counts::of_cancelled()
    } else {
        Counts::of_kept(Timestamp::from_second(row.created_at).ok()?, begins)
    };
    let day = date_in_denmark(begins).to_string();
    Some(((day, row.service.clone(), row.location.clone()), counts))
}

/// What a number adds, and to what.
pub(crate) fn of_ticket(row: &tickets::Model) -> Option<(Key, Counts)> {
    let moment = |seconds: Option<i64>| seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let ticket = CountedTicket {
        came_at: moment(Some(row.came_at))?,
        booked_at: moment(row.booked_at),
        called_at: moment(row.called_at),
        state: TicketState::from_name(&row.state)?,
        outcome: row.outcome.as_deref().and_then(Outcome::from_name),
    };
    let key = (row.date.clone(), row.service.clone(), row.location.clone());
    Some((key, Counts::of_ticket(ticket)))
}

async fn add(transaction: &impl ConnectionTrait, key: Key, counts: Counts) -> Result<(), StoreError> {
    use figures::Column;
    let row = row(key, counts);
    let mut together = OnConflict::columns([Column::Day, Column::Service, Column::Location]);
    for (column, more) in [
        (Column::Booked, counts.booked),
        (Column::Cancelled, counts.cancelled),
        (Column::DaysAhead, counts.days_ahead),
        (Column::Tickets, counts.tickets),
        (Column::Called, counts.called),
        (Column::WaitingMinutes, counts.waiting_minutes),
        (Column::Helped, counts.helped),
        (Column::NotFinished, counts.not_finished),
        (Column::Referred, counts.referred),
        (Column::NotPossible, counts.not_possible),
        (Column::Missed, counts.missed),
    ] {
        together.value(column, Expr::col((figures::Entity, column)).add(more));
    }
    figures::Entity::insert(row)
        .on_conflict(together)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

fn row((day, service, location): Key, counts: Counts) -> figures::ActiveModel {
    figures::ActiveModel {
        day: Set(day),
        service: Set(service),
        location: Set(location),
        booked: Set(counts.booked),
        cancelled: Set(counts.cancelled),
        days_ahead: Set(counts.days_ahead),
        tickets: Set(counts.tickets),
        called: Set(counts.called),
        waiting_minutes: Set(counts.waiting_minutes),
        helped: Set(counts.helped),
        not_finished: Set(counts.not_finished),
        referred: Set(counts.referred),
        not_possible: Set(counts.not_possible),
        missed: Set(counts.missed),
    }
}

fn of_erased(row: figures::Model) -> (Key, Counts) {
    let counts = Counts {
        booked: row.booked,
        cancelled: row.cancelled,
        days_ahead: row.days_ahead,
        tickets: row.tickets,
        called: row.called,
        waiting_minutes: row.waiting_minutes,
        helped: row.helped,
        not_finished: row.not_finished,
        referred: row.referred,
        not_possible: row.not_possible,
        missed: row.missed,
    };
    ((row.day, row.service, row.location), counts)
}

fn day_of(((day, service, location), counts): (Key, Counts)) -> Option<DayFigures> {
    Some(DayFigures {
        day: day.parse().ok()?,
        service: ServiceId::parse(&service).ok()?,
        location: LocationId::parse(&location).ok()?,
        counts,
    })
}

/// The first second of a day, since 1970.
pub(super) fn midnight(date: Date) -> i64 {
    moment_in_denmark(date.at(0, 0, 0, 0)).map_or(i64::MAX, Timestamp::as_second)
}
