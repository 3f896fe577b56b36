//! Reminders of appointments: which are due, and that each is written once.

use domain::appointments::Reminder;
use domain::contact::ContactKind;
use domain::ids::AppointmentId;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};

use crate::appointments::{Appointment, BOOKED, contact_kind_text};
use crate::entities::{appointments, outbox};
use crate::outbox::{About, NewMessage, enqueue_about};
use crate::{Database, StoreError};

/// The name of a reminder among the kinds of messages.
pub fn reminder_kind(reminder: Reminder) -> &'static str {
    match reminder {
        Reminder::DayBefore => "reminder-day",
        Reminder::HoursBefore => "reminder-hours",
    }
}

/// Booked appointments whose owner can be written to, that may be due for this reminder and have none, the earliest first.
/// [`Reminder::is_due`] decides.
pub async fn to_remind(
    connection: &impl ConnectionTrait,
    reminder: Reminder,
    now: Timestamp,
) -> Result<Vec<Appointment>, StoreError> {
    let written = Query::select()
        .expr(Expr::value(1))
        .from(outbox::Entity)
        .and_where(outbox_column(outbox::Column::AppointmentId).eq(column(appointments::Column::Id)))
        .and_where(outbox_column(outbox::Column::Sequence).eq(column(appointments::Column::Sequence)))
        .and_where(outbox_column(outbox::Column::Kind).eq(reminder_kind(reminder)))
        .to_owned();
    let rows = appointments::Entity::find()
        .filter(appointments::COLUMN.status.eq(BOOKED))
        .filter(appointments::COLUMN.starts_at.gt(now.as_second()))
        .filter(
            appointments::COLUMN
                .starts_at
                .lte((now + Reminder::EARLIEST).as_second()),
        )
        .filter(
            appointments::COLUMN
                .contact_kind
                .ne(contact_kind_text(ContactKind::None)),
        )
        .filter(Expr::exists(written).not())
        .order_by_asc(appointments::Column::StartsAt)
        .all(connection)
        .await?;
    rows.into_iter().map(Appointment::try_from).collect()
}

/// Puts a reminder into the outbox. `false`, and nothing is written, when another server has, or when the appointment has
/// been moved or cancelled since it was read.
///
/// The appointment's own row is changed first, so whoever moves or cancels it waits, and then finds the reminder to
/// withdraw.
pub async fn remind(
    database: &Database,
    about: About,
    message: &NewMessage,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let still_stands = appointments::Entity::update_many()
        .col_expr(appointments::Column::Sequence, Expr::value(about.sequence))
        .filter(appointments::COLUMN.id.eq(about.appointment.0))
        .filter(appointments::COLUMN.status.eq(BOOKED))
        .filter(appointments::COLUMN.sequence.eq(about.sequence))
        .exec(&transaction)
        .await?
        .rows_affected
        == 1;
    let written = still_stands && enqueue_about(&transaction, about, message, now).await?;
    transaction.commit().await?;
    Ok(written)
}

/// Takes back what has been written about an appointment's old time and has not been sent: reminders, letters, and a
/// confirmation that would come after what corrects it. Call it in the transaction that moves or cancels the appointment.
pub(crate) async fn withdraw(connection: &impl ConnectionTrait, id: AppointmentId) -> Result<(), StoreError> {
    outbox::Entity::delete_many()
        .filter(outbox::COLUMN.appointment_id.eq(id.0))
        .filter(outbox::COLUMN.sent_at.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

fn column(column: appointments::Column) -> Expr {
    Expr::col((appointments::Entity, column))
}

fn outbox_column(column: outbox::Column) -> Expr {
    Expr::col((outbox::Entity, column))
}
