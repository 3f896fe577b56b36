//! Appointments: holding a time, booking, finding, moving and cancelling. Each date of a series is an appointment.
//!
//! **Architecture Invariant:** a booked appointment has one row in `occupancy` for each unit of its adviser's time, made in
//! the transaction that made or moved the appointment. A time that is held has the same rows. The primary key of `occupancy` makes double booking impossible on both
//! databases, whatever the servers do and however many there are.

mod arranging;
mod at_place;
mod booking;
mod cancelling;
mod code;
mod finding;
mod guard;
mod hold;
mod moving;
mod offering;
mod placed;
mod rearranging;
mod series;
mod waiting;
mod waiting_counts;
mod waiting_row;

use std::ops::Range;

use domain::appointments::{Arrangement, Bookable, Booked, BookingCode, HoldKey, Occupied, Slot, Unit};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::help_topic::HelpTopic;
use domain::ids::{AdviserId, AppointmentId, LocationId, ServiceId, StaffId};
use domain::locale::Locale;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};

pub use at_place::at_place;
pub use booking::{BookOutcome, LaterDate, NewAppointment, book};
pub use cancelling::{CancelOutcome, cancel, cancel_as_read};
pub use code::{code_hash, derived_code, seal_code};
pub use finding::{coming_of_service_or_within, find_by_code};
pub use hold::{NewHold, hold};
pub use moving::{Move, MoveOutcome, move_appointment};
pub use offering::{decline_offer, offer_time};
pub use rearranging::{Around, Becomes, RearrangeOutcome, Rearranged, Rearrangement, Telling, rearrange};
pub use series::{all_by_code_hash, dates_of, find_by_code_hash, key_of_date};
pub use waiting::{
    NewWaiting, Offer, Waiting, find_waiting, find_waiting_by_code, join_waiting, leave_waiting, live_offers,
    waiting_for_offers, waiting_to_be_called,
};
pub use waiting_counts::waiting_counts;

use crate::StoreError;
use crate::entities::{appointments, occupancy};
use crate::keyed_hash::keyed_hash;

pub(crate) const BOOKED: &str = "booked";
pub(crate) const CANCELLED: &str = "cancelled";

/// Seconds in a unit of time.
const UNIT_SECONDS: i64 = Unit::MINUTES * 60;

/// An appointment as it is kept, while it is known whose it is: when that has been erased ([`crate::retention`]), its row
/// is there for figures and is no appointment to anybody.
#[derive(Clone, PartialEq, Eq)]
pub struct Appointment {
    pub id: AppointmentId,
    pub service: ServiceId,
    pub location: LocationId,
    /// Who helps. Never shown to citizens.
    pub adviser: AdviserId,
    pub slot: Slot,
    /// How long it lasts.
    pub minutes: i64,
    pub name: PersonName,
    pub contact: Contact,
    /// What it is about. A topic is a step of a course, which may have gone since.
    pub topic: Option<HelpTopic>,
    pub arrangement: Arrangement,
    /// The member of staff who booked it; `None` when the citizen did.
    pub booked_by: Option<StaffId>,
    /// The language that it was booked in, and that messages about it are written in.
    pub locale: Locale,
    pub status: AppointmentStatus,
    /// How often it has moved.
    pub sequence: i64,
    /// When the time that it has was chosen.
    pub chosen_at: Timestamp,
    /// What it shares with the other dates of a series; `None` where it was booked by itself. See [`dates_of`].
    pub series: Option<String>,
    /// See [`calendar_id`].
    pub calendar_id: String,
    sealed: SealedCode,
}

/// What is needed to read an appointment's code, beside the secret.
#[derive(Clone, PartialEq, Eq)]
struct SealedCode {
    /// `None` of an appointment that was booked before codes were sealed.
    text: Option<String>,
    hash: String,
    idempotency_key: String,
}

impl Appointment {
    /// The code, for messages and letters to its owner. `None` where it was booked before codes were sealed.
    pub fn code(&self, secret: &str) -> Option<BookingCode> {
        let SealedCode {
            text,
            hash,
            idempotency_key,
        } = &self.sealed;
        code::unseal_code(secret, idempotency_key, text.as_deref()?, hash)
    }
}

/// Whose time is no obstacle to whoever asks what is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    Nothing,
    /// The visitor's own hold.
    Hold(HoldKey),
    /// The appointment that is to move.
    Appointment(AppointmentId),
}

/// Whether an appointment is still meant to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppointmentStatus {
    Booked,
    Cancelled,
}

/// The units of these advisers and resources that are booked, or held at this moment, in one query along the primary key.
///
/// Its cost follows the days asked for, not the past: what has passed is erased (see [`crate::retention`]). The database writes
/// all units of an adviser into one text, for a row costs the driver more than its units cost the database.
pub async fn occupied(
    connection: &impl ConnectionTrait,
    bookables: &[Bookable],
    units: Range<i64>,
    own: &Own,
    now: Timestamp,
) -> Result<Occupied, StoreError> {
    let query = occupancy::Entity::find()
        .select_only()
        .column(occupancy::Column::Resource)
        .expr_as(units_as_text(), "units")
        .filter(
            occupancy::COLUMN
                .resource
                .is_in(bookables.iter().map(ToString::to_string)),
        )
        .filter(occupancy::COLUMN.unit.gte(units.start))
        .filter(occupancy::COLUMN.unit.lt(units.end))
        .filter(counts_as_taken(own, now))
        .group_by(occupancy::Column::Resource);
    let rows = query.into_tuple::<(String, String)>().all(connection).await?;
    // A name that is nothing bookable cannot be among those asked for.
    let taken = rows
        .into_iter()
        .filter_map(|(resource, units)| Some((Bookable::from_name(&resource)?, units_of_text(&units))));
    Ok(taken.collect())
}

/// `5981000,5981001`; a unit stands there once for each seat that is taken.
fn units_as_text() -> Expr {
    let unit = Expr::col(occupancy::Column::Unit).cast_as("text");
    Func::cust("string_agg").args([unit, Expr::value(",")]).into()
}

fn units_of_text(text: &str) -> Vec<Unit> {
    text.split(',')
        .filter_map(|unit| unit.parse().ok())
        .map(Unit)
        .collect()
}

/// Held times that have run out do not count, and neither does what is one's own.
fn counts_as_taken(own: &Own, now: Timestamp) -> Condition {
    use occupancy::Column::{AppointmentId, ExpiresAt, Hold};
    let live = Condition::any()
        .add(ExpiresAt.is_null())
        .add(ExpiresAt.gt(now.as_second()));
    let of_others = match own {
        Own::Nothing => Condition::all(),
        Own::Hold(key) => Condition::any().add(Hold.is_null()).add(Hold.ne(key.as_str())),
        Own::Appointment(id) => Condition::any()
            .add(AppointmentId.is_null())
            .add(AppointmentId.ne(id.0)),
    };
    Condition::all().add(live).add(of_others)
}

/// What an appointment is called in calendars, wherever it moves: it tells nothing about the person or the code.
pub fn calendar_id(idempotency_key: &str) -> String {
    let mut id = keyed_hash(idempotency_key, "calendar");
    id.truncate(32);
    id
}

/// The appointment with an id.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: AppointmentId,
) -> Result<Option<Appointment>, StoreError> {
    let row = appointments::Entity::find_by_id(id.0)
        .filter(is_somebodys())
        .one(connection)
        .await?;
    row.map(Appointment::try_from).transpose()
}

/// The name in a row of which it is no longer known whose appointment it was. No [`PersonName`] is empty.
pub(crate) const NOBODY: &str = "";

/// Which rows are appointments that somebody has.
fn is_somebodys() -> Condition {
    Condition::all().add(appointments::Column::Name.ne(NOBODY))
}

/// The appointments that are booked and begin within these moments, earliest first.
pub async fn booked_between(
    connection: &impl ConnectionTrait,
    moments: Range<Timestamp>,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.status.eq(BOOKED))
        // The index is by the end, and nothing ends before it begins.
        .filter(appointments::COLUMN.ends_at.gt(moments.start.as_second()))
        .filter(appointments::COLUMN.starts_at.gte(moments.start.as_second()))
        .filter(appointments::COLUMN.starts_at.lt(moments.end.as_second()))
        .order_by_asc(appointments::Column::StartsAt)
        .order_by_asc(appointments::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

impl From<&Appointment> for Booked {
    fn from(appointment: &Appointment) -> Self {
        let first = appointment.slot.unit().0;
        Self {
            id: appointment.id,
            service: appointment.service.clone(),
            location: appointment.location.clone(),
            adviser: appointment.adviser.clone(),
            attended: first..first + appointment.minutes / Unit::MINUTES,
            way: appointment.arrangement.way,
            needs: appointment.arrangement.needs.clone(),
        }
    }
}

impl TryFrom<appointments::Model> for Appointment {
    type Error = StoreError;

    fn try_from(row: appointments::Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "appointments",
            row: row.id,
            problem: problem.to_owned(),
        };
        let contact = row.contact.as_deref().unwrap_or_default();
        Ok(Self {
            id: AppointmentId(row.id),
            service: ServiceId::parse(&row.service).map_err(|_| corrupt("service"))?,
            location: LocationId::parse(&row.location).map_err(|_| corrupt("location"))?,
            adviser: AdviserId::parse(&row.adviser).map_err(|_| corrupt("adviser"))?,
            slot: Slot::starting(Unit(row.starts_at.div_euclid(UNIT_SECONDS))),
            minutes: (row.ends_at - row.starts_at) / 60,
            name: PersonName::parse(&row.name).map_err(|_| corrupt("name"))?,
            contact: contact_kind(&row.contact_kind)
                .and_then(|kind| Contact::parse(kind, contact, contact).ok())
                .ok_or_else(|| corrupt("contact"))?,
            topic: row.topic.as_deref().and_then(HelpTopic::parse),
            arrangement: arranging::arrangement(&row).ok_or_else(|| corrupt("arrangement"))?,
            booked_by: row.booked_by.map(StaffId),
            locale: Locale::from_tag(&row.locale).ok_or_else(|| corrupt("locale"))?,
            status: status(&row.status).ok_or_else(|| corrupt("status"))?,
            sequence: row.sequence,
            chosen_at: Timestamp::from_second(row.chosen_at.unwrap_or(row.created_at))
                .map_err(|_| corrupt("chosen_at"))?,
            calendar_id: calendar_id(&row.idempotency_key),
            series: row.series.clone(),
            sealed: SealedCode {
                text: row.sealed_code,
                hash: row.series.unwrap_or(row.code_hash),
                idempotency_key: row.idempotency_key,
            },
        })
    }
}

pub(crate) fn contact_kind_text(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => "phone",
        ContactKind::Email => "email",
        ContactKind::None => "none",
    }
}

fn contact_kind(text: &str) -> Option<ContactKind> {
    [ContactKind::Phone, ContactKind::Email, ContactKind::None]
        .into_iter()
        .find(|kind| contact_kind_text(*kind) == text)
}

fn status(text: &str) -> Option<AppointmentStatus> {
    match text {
        BOOKED => Some(AppointmentStatus::Booked),
        CANCELLED => Some(AppointmentStatus::Cancelled),
        _ => None,
    }
}
