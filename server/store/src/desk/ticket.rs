//! A ticket as it is kept.

use domain::desk::{Counter, MissedReason, Outcome, TicketKey, TicketKind, TicketNumber, TicketState};
use domain::ids::{AdviserId, AppointmentId, LocationId, ServiceId, TicketId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::StoreError;
use crate::entities::tickets::Model;

/// Somebody's place in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    pub id: TicketId,
    pub key: TicketKey,
    pub location: LocationId,
    pub date: Date,
    pub number: TicketNumber,
    pub kind: TicketKind,
    pub service: ServiceId,
    /// How long the help is meant to take.
    pub minutes: i64,
    /// `None` without one, and once it has been erased.
    pub appointment: Option<AppointmentId>,
    /// The appointment's time.
    pub booked_at: Option<Timestamp>,
    pub state: TicketState,
    /// See [`domain::desk::turn`].
    pub turn: Timestamp,
    pub came_at: Timestamp,
    /// Only this colleague is to help.
    pub adviser: Option<AdviserId>,
    /// Where they were called to last.
    pub counter: Option<Counter>,
    /// How often they have been called.
    pub calls: i64,
    pub called_at: Option<Timestamp>,
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub outcome: Option<Outcome>,
    pub missed_reason: Option<MissedReason>,
}

impl TryFrom<Model> for Ticket {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let id = row.id;
        parsed(row).map_err(|column| StoreError::Corrupt {
            table: "tickets",
            row: id,
            problem: column.to_owned(),
        })
    }
}

/// Fails with the name of the column that cannot be read.
fn parsed(row: Model) -> Result<Ticket, &'static str> {
    let kind = TicketKind::from_name(&row.kind).ok_or("kind")?;
    Ok(Ticket {
        id: TicketId(row.id),
        key: TicketKey::parse(&row.key).map_err(|_| "key")?,
        location: LocationId::parse(&row.location).map_err(|_| "location")?,
        date: row.date.parse().map_err(|_| "date")?,
        number: TicketNumber::new(kind, row.figure),
        kind,
        service: ServiceId::parse(&row.service).map_err(|_| "service")?,
        minutes: row.minutes,
        appointment: row.appointment_id.map(AppointmentId),
        booked_at: moment(row.booked_at).ok_or("booked_at")?,
        state: TicketState::from_name(&row.state).ok_or("state")?,
        turn: Timestamp::from_second(row.turn_at).map_err(|_| "turn_at")?,
        came_at: Timestamp::from_second(row.came_at).map_err(|_| "came_at")?,
        adviser: read(row.adviser, |id| AdviserId::parse(id).ok()).ok_or("adviser")?,
        counter: read(row.counter, |name| Counter::parse(name).ok()).ok_or("counter")?,
        calls: row.calls,
        called_at: moment(row.called_at).ok_or("called_at")?,
        started_at: moment(row.started_at).ok_or("started_at")?,
        ended_at: moment(row.ended_at).ok_or("ended_at")?,
        outcome: read(row.outcome, Outcome::from_name).ok_or("outcome")?,
        missed_reason: read(row.missed_reason, MissedReason::from_name).ok_or("missed_reason")?,
    })
}

/// A moment that may be missing; `None` when there is one that is none.
#[allow(clippy::option_option, reason = "the outer one tells that the row is corrupt")]
fn moment(seconds: Option<i64>) -> Option<Option<Timestamp>> {
    seconds.map(Timestamp::from_second).transpose().ok()
}

/// A text that may be missing; `None` when it cannot be read.
#[allow(clippy::option_option, reason = "the outer one tells that the row is corrupt")]
fn read<T>(text: Option<String>, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match text {
        None => Some(None),
        Some(text) => parse(&text).map(Some),
    }
}
