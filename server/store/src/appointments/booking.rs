//! An appointment is booked.

use std::ops::Range;

use domain::appointments::{Arrangement, HoldKey, ResourceUse};
use domain::contact::{Contact, PersonName};
use domain::help_topic::HelpTopic;
use domain::ids::{AdviserId, AppointmentId, LocationId, ServiceId, StaffId};
use domain::locale::Locale;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    TryInsertResult,
};

use super::guard::{Stretch, Taker, release, take_all};
use super::placed::desk_of_today;
use super::{BOOKED, UNIT_SECONDS, arranging, contact_kind_text, key_of_date};
use crate::desk::commit_and_tell;
use crate::entities::appointments;
use crate::letters::queue_letter;
use crate::outbox::{self, About, NewMessage};
use crate::retrying::retrying;
use crate::{Database, StoreError};

/// An appointment that somebody wants.
#[derive(Clone)]
pub struct NewAppointment {
    /// See [`super::code_hash`].
    pub code_hash: String,
    /// See [`super::seal_code`].
    pub sealed_code: String,
    /// Made when the form is first shown and sent with every press of its button, so that the booking happens once.
    pub idempotency_key: String,
    pub service: ServiceId,
    pub location: LocationId,
    /// Who could help, in the order in which they are tried.
    pub candidates: Vec<AdviserId>,
    /// The units of their time, buffers included; see [`domain::appointments::Unit`].
    pub units: Range<i64>,
    /// How many can have each unit; see [`domain::appointments::Service::seats`].
    pub seats: i64,
    /// What it takes beside the adviser.
    pub uses: Vec<ResourceUse>,
    /// The units in which the citizen is there: the time that they are told.
    pub attended: Range<i64>,
    /// The other dates of a series, which are booked with this one or not at all.
    pub later_dates: Vec<LaterDate>,
    /// The visitor's hold, which becomes the appointment. Without it, or when it has run out, the time is booked if it is
    /// free.
    pub hold: Option<HoldKey>,
    pub name: PersonName,
    pub contact: Contact,
    /// What it is about, for somebody who is stuck in a course.
    pub topic: Option<HelpTopic>,
    pub arrangement: Arrangement,
    /// The member of staff who books it for the citizen.
    pub booked_by: Option<StaffId>,
    pub locale: Locale,
    /// The confirmation, sent if and only if the booking stands.
    pub message: Option<NewMessage>,
    /// Whether a letter about it goes into the desk's pile, if and only if the booking stands.
    pub letter: bool,
}

/// A date of a series after the first. It has the same code, and a row of its own.
#[derive(Clone)]
pub struct LaterDate {
    /// See [`super::key_of_date`].
    pub idempotency_key: String,
    /// Sealed with that key.
    pub sealed_code: String,
    /// The units of the adviser's time, buffers included.
    pub units: Range<i64>,
    /// The units in which the citizen is there.
    pub attended: Range<i64>,
}

/// What became of a wish for an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookOutcome {
    Booked(AppointmentId),
    /// This idempotency key has booked before; that appointment stands, and may have been cancelled since.
    AlreadyBooked(AppointmentId),
    /// None of the candidates is free for all of the time.
    Taken,
    /// Another appointment has this code. Draw another code and book again; it happens about once in 2^30 / appointments.
    CodeTaken,
}

/// Books an appointment with the first candidate who is free for all of the time.
///
/// When this returns `Booked` the booking is on disk. When it fails the booking may stand or not; booking again with the
/// same idempotency key tells which, and makes it stand. Without any units it always fails.
///
/// A transaction has three statements, one more with a message and one with a hold, two with a letter and two for each later
/// date of a series, and there is one for each candidate that is tried. On
/// PostgreSQL two bookings for the same unit wait for each other, in the order of units, so that they cannot wait in a
/// circle; should the database see a deadlock all the same, the transaction is tried again.
pub async fn book(
    database: &Database,
    appointment: &NewAppointment,
    now: Timestamp,
) -> Result<BookOutcome, StoreError> {
    for adviser in &appointment.candidates {
        match retrying(|| try_candidate(database, appointment, adviser, now)).await {
            Ok(BookOutcome::Taken) => {}
            Err(error) if error.is_unique_violation() => return Ok(BookOutcome::CodeTaken),
            decided => return decided,
        }
    }
    // Without candidates nobody has looked: the time may be taken because this key has taken it.
    let earlier = find_by_key(database.read(), &appointment.idempotency_key).await?;
    Ok(earlier.map_or(BookOutcome::Taken, BookOutcome::AlreadyBooked))
}

/// One candidate, one transaction. Whatever is not `Booked` has changed nothing.
async fn try_candidate(
    database: &Database,
    appointment: &NewAppointment,
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<BookOutcome, StoreError> {
    let transaction = database.begin().await?;
    let inserted = appointments::Entity::insert(row(appointment, adviser, now))
        .on_conflict(
            OnConflict::column(appointments::Column::IdempotencyKey)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec(&transaction)
        .await?;
    let TryInsertResult::Inserted(inserted) = inserted else {
        return earlier_booking(transaction, appointment).await;
    };
    let id = AppointmentId(inserted.last_insert_id);
    if !take_each_date(&transaction, (id, appointment), adviser, now).await? {
        transaction.rollback().await?;
        return Ok(BookOutcome::Taken);
    }
    if let Some(message) = &appointment.message {
        let about = About {
            appointment: id,
            sequence: 0,
        };
        outbox::enqueue_about(&transaction, about, message, now).await?;
    }
    if appointment.letter {
        queue_letter(&transaction, id, None, now).await?;
    }
    let starts_at = appointment.attended.start * UNIT_SECONDS;
    let desk = desk_of_today(&appointment.location, starts_at, now);
    commit_and_tell(database, transaction, desk.as_slice()).await?;
    Ok(BookOutcome::Booked(id))
}

/// Takes the time of every date, the earliest first, or tells with `false` that somebody has one of them.
async fn take_each_date(
    transaction: &DatabaseTransaction,
    (first, appointment): (AppointmentId, &NewAppointment),
    adviser: &AdviserId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let mut dates = vec![(first, &appointment.units)];
    for (number, date) in (1..).zip(&appointment.later_dates) {
        let row = row_of_date(appointment, (number, date), adviser, now);
        let inserted = appointments::Entity::insert(row).exec(transaction).await?;
        dates.push((AppointmentId(inserted.last_insert_id), &date.units));
    }
    for (id, units) in dates {
        let taker = Taker::New(id, appointment.hold.as_ref());
        let stretch = Stretch {
            adviser,
            units,
            seats: appointment.seats,
            uses: &appointment.uses,
        };
        if !take_all(transaction, &taker, &stretch, now).await? {
            return Ok(false);
        }
    }
    if let Some(hold) = &appointment.hold {
        release(transaction, hold).await?;
    }
    Ok(true)
}

/// The appointment that this key has booked before.
async fn earlier_booking(
    transaction: DatabaseTransaction,
    appointment: &NewAppointment,
) -> Result<BookOutcome, StoreError> {
    let earlier = find_by_key(&transaction, &appointment.idempotency_key).await?;
    transaction.rollback().await?;
    earlier
        .map(BookOutcome::AlreadyBooked)
        .ok_or_else(|| DbErr::RecordNotFound("the appointment was erased a moment ago".into()).into())
}

async fn find_by_key(
    connection: &impl ConnectionTrait,
    idempotency_key: &str,
) -> Result<Option<AppointmentId>, StoreError> {
    let id = appointments::Entity::find()
        .select_only()
        .column(appointments::Column::Id)
        .filter(appointments::COLUMN.idempotency_key.eq(idempotency_key))
        .into_tuple::<i64>()
        .one(connection)
        .await?;
    Ok(id.map(AppointmentId))
}

/// As the first date's row, but for what must be its own.
fn row_of_date(
    appointment: &NewAppointment,
    (number, date): (usize, &LaterDate),
    adviser: &AdviserId,
    now: Timestamp,
) -> appointments::ActiveModel {
    appointments::ActiveModel {
        code_hash: Set(key_of_date(&appointment.code_hash, number)),
        sealed_code: Set(Some(date.sealed_code.clone())),
        idempotency_key: Set(date.idempotency_key.clone()),
        starts_at: Set(date.attended.start * UNIT_SECONDS),
        ends_at: Set(date.attended.end * UNIT_SECONDS),
        ..row(appointment, adviser, now)
    }
}

fn row(appointment: &NewAppointment, adviser: &AdviserId, now: Timestamp) -> appointments::ActiveModel {
    appointments::ActiveModel {
        code_hash: Set(appointment.code_hash.clone()),
        sealed_code: Set(Some(appointment.sealed_code.clone())),
        idempotency_key: Set(appointment.idempotency_key.clone()),
        service: Set(appointment.service.as_str().to_owned()),
        location: Set(appointment.location.as_str().to_owned()),
        adviser: Set(adviser.as_str().to_owned()),
        starts_at: Set(appointment.attended.start * UNIT_SECONDS),
        ends_at: Set(appointment.attended.end * UNIT_SECONDS),
        name: Set(appointment.name.as_str().to_owned()),
        contact_kind: Set(contact_kind_text(appointment.contact.kind()).to_owned()),
        contact: Set(appointment.contact.value().map(str::to_owned)),
        topic: Set(appointment.topic.as_ref().map(ToString::to_string)),
        locale: Set(appointment.locale.tag().to_owned()),
        status: Set(BOOKED.to_owned()),
        created_at: Set(now.as_second()),
        cancelled_at: Set(None),
        sequence: Set(0),
        way: Set(appointment.arrangement.way.map(|way| way.as_str().to_owned())),
        needs: Set(arranging::needs_text(&appointment.arrangement.needs)),
        note: Set(appointment.arrangement.note.clone().map(String::from)),
        visit_address: Set(appointment.arrangement.address.clone().map(String::from)),
        booked_by: Set(appointment.booked_by.map(|staff| staff.0)),
        series: Set((!appointment.later_dates.is_empty()).then(|| appointment.code_hash.clone())),
        ..Default::default()
    }
}
