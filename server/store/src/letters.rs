//! The desk's pile of letters: those to be printed, and those that were printed together.
//!
//! A letter is a row of the outbox without a text: it is made of the appointment as it stands when it is printed. Whoever
//! prints takes the letters first, in one statement, so two who print at once have none in common.

use domain::ids::{AppointmentId, MessageId};
use domain::messages::{Channel, PostalAddress};
use domain::staff::Workplaces;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::StoreError;
use crate::appointments::{Appointment, AppointmentStatus, find};
use crate::entities::outbox;
use crate::outbox::{About, NewMessage, enqueue_about, seen_from, with_appointments};
use crate::reminders::withdraw;

/// The kind of message that a letter is. An appointment has one for each of its times, and one when it is cancelled.
const LETTER: &str = "letter";
const LETTER_CANCELLED: &str = "letter-cancelled";

/// A letter, and the appointment that it tells of.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    pub id: MessageId,
    pub appointment: Appointment,
    /// Whether it has been taken out of the pile.
    pub printed: bool,
    /// Where it is posted to. `None` where it is handed over.
    pub address: Option<PostalAddress>,
}

/// Letters that were printed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub name: String,
    pub printed_at: Timestamp,
    pub letters: i64,
}

/// Puts a letter about an appointment into the pile. `false` when it has one already that tells what is true now, printed
/// or not, or when there is no such appointment. That one is given the address, if there is one and its
/// own is not on paper: what comes next is posted there.
///
/// Call it when staff book, move or cancel for somebody who cannot be written to in another way, best in the same
/// transaction, and when staff ask for it.
pub async fn queue_letter(
    connection: &impl ConnectionTrait,
    appointment: AppointmentId,
    address: Option<&PostalAddress>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let Some(appointment) = find(connection, appointment).await? else {
        return Ok(false);
    };
    let kind = kind(&appointment);
    let about = About {
        appointment: appointment.id,
        sequence: appointment.sequence,
    };
    let letter = NewMessage {
        channel: Channel::Letter,
        kind: kind.to_owned(),
        recipient: address.map(PostalAddress::text).unwrap_or_default(),
        subject: String::new(),
        body_text: String::new(),
        body_html: None,
        attachment: None,
        expires_at: None,
    };
    let written = enqueue_about(connection, about, &letter, now).await?;
    if !written && let Some(address) = address {
        give_address(connection, &appointment, address).await?;
    }
    Ok(written)
}

/// The letter that tells of an appointment as it stands.
pub async fn about(
    connection: &impl ConnectionTrait,
    appointment: &Appointment,
) -> Result<Option<Letter>, StoreError> {
    let row = outbox::Entity::find()
        .filter(tells_of(appointment))
        .one(connection)
        .await?;
    Ok(row.map(|row| letter(&row, appointment)))
}

/// An appointment that was told of in a letter has moved: what was written about its old time and has not been sent is taken
/// back, and a letter tells of the new one. Call it in the transaction that moves the appointment, after that.
pub(crate) async fn follow_move(
    connection: &impl ConnectionTrait,
    appointment: AppointmentId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let letter = outbox::Entity::find()
        .filter(outbox::COLUMN.appointment_id.eq(appointment.0))
        .filter(outbox::COLUMN.kind.eq(LETTER))
        .order_by_desc(outbox::Column::Id)
        .one(connection)
        .await?;
    withdraw(connection, appointment).await?;
    if let Some(letter) = letter {
        let address = address(&letter);
        queue_letter(connection, appointment, address.as_ref(), now).await?;
    }
    Ok(())
}

/// The letters that nobody has printed, the oldest first.
pub async fn queued(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
) -> Result<Vec<Letter>, StoreError> {
    letters(connection, workplaces, outbox::Column::SentAt.is_null()).await
}

/// The letters of a batch.
pub async fn of_batch(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    batch: &str,
) -> Result<Vec<Letter>, StoreError> {
    letters(connection, workplaces, outbox::Column::Batch.eq(batch)).await
}

/// Takes every letter that nobody has printed into a batch, and tells how many there are. `batch` must be new: draw it at
/// random.
pub async fn take_queued(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    batch: &str,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let taken = outbox::Entity::update_many()
        .col_expr(outbox::Column::SentAt, Expr::value(now.as_second()))
        .col_expr(outbox::Column::Batch, Expr::value(batch))
        .filter(outbox::COLUMN.channel.eq(Channel::Letter.as_str()))
        .filter(outbox::COLUMN.sent_at.is_null())
        .filter(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
        .exec(connection)
        .await?;
    Ok(taken.rows_affected)
}

/// Puts the letters of a batch back into the pile: they did not come out of the printer.
pub async fn put_back(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    batch: &str,
) -> Result<u64, StoreError> {
    let back = outbox::Entity::update_many()
        .col_expr(outbox::Column::SentAt, Expr::value(None::<i64>))
        .col_expr(outbox::Column::Batch, Expr::value(None::<String>))
        .filter(outbox::COLUMN.batch.eq(batch))
        .filter(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
        .exec(connection)
        .await?;
    Ok(back.rows_affected)
}

/// The latest batches, the latest first, at most `limit`.
pub async fn batches(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    limit: u64,
) -> Result<Vec<Batch>, StoreError> {
    let rows = outbox::Entity::find()
        .select_only()
        .column(outbox::Column::Batch)
        .column(outbox::Column::SentAt)
        .column_as(outbox::Column::Id.count(), "letters")
        .filter(outbox::COLUMN.batch.is_not_null())
        .filter(outbox::COLUMN.sent_at.is_not_null())
        .filter(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
        .group_by(outbox::Column::Batch)
        .group_by(outbox::Column::SentAt)
        .order_by_desc(outbox::Column::SentAt)
        .limit(limit)
        .into_tuple::<(String, i64, i64)>()
        .all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(name, printed_at, letters)| {
            let printed_at = Timestamp::from_second(printed_at).ok()?;
            Some(Batch {
                name,
                printed_at,
                letters,
            })
        })
        .collect())
}

async fn letters(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    which: SimpleExpr,
) -> Result<Vec<Letter>, StoreError> {
    let rows = outbox::Entity::find()
        .filter(outbox::COLUMN.channel.eq(Channel::Letter.as_str()))
        .filter(which)
        .filter(outbox::Column::AppointmentId.in_subquery(seen_from(workplaces)))
        .order_by_asc(outbox::Column::Id)
        .all(connection)
        .await?;
    let letters = with_appointments(connection, rows).await?.into_iter();
    Ok(letters
        .map(|(row, appointment)| letter(&row, &appointment))
        .collect())
}

/// A letter that is not printed yet will be posted there. One that was handed over has it for those that follow.
async fn give_address(
    connection: &impl ConnectionTrait,
    appointment: &Appointment,
    address: &PostalAddress,
) -> Result<(), StoreError> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::Recipient, Expr::value(address.text()))
        .filter(tells_of(appointment))
        .filter(
            outbox::COLUMN
                .sent_at
                .is_null()
                .or(outbox::Column::Recipient.eq("")),
        )
        .exec(connection)
        .await?;
    Ok(())
}

fn tells_of(appointment: &Appointment) -> SimpleExpr {
    outbox::Column::AppointmentId
        .eq(appointment.id.0)
        .and(outbox::Column::Kind.eq(kind(appointment)))
        .and(outbox::Column::Sequence.eq(appointment.sequence))
}

fn kind(appointment: &Appointment) -> &'static str {
    match appointment.status {
        AppointmentStatus::Booked => LETTER,
        AppointmentStatus::Cancelled => LETTER_CANCELLED,
    }
}

fn letter(row: &outbox::Model, appointment: &Appointment) -> Letter {
    Letter {
        id: MessageId(row.id),
        appointment: appointment.clone(),
        printed: row.sent_at.is_some(),
        address: address(row),
    }
}

fn address(letter: &outbox::Model) -> Option<PostalAddress> {
    PostalAddress::parse(&letter.recipient).ok().flatten()
}
