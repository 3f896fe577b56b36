//! Messages that are to be sent: written in the transaction that causes them, sent afterwards.
//!
//! A sender asks what is [`due`], [`claim`]s each message, sends it, and then calls [`mark_sent`] or [`mark_failed`]. A
//! claim is a lease: when a sender dies, the message is due again [`LEASE_SECONDS`] later. So a message is sent at least
//! once, and twice only when a sender dies between sending and noting it, or a carrier takes it and goes away without a word.

mod of_appointments;
mod rows;

use domain::ids::AppointmentId;
pub use domain::ids::MessageId;
use domain::messages::{Channel, DeliveryProblem};
use jiff::Timestamp;
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

pub(crate) use self::of_appointments::{seen_from, with_appointments};
use self::rows::row;
use crate::StoreError;
use crate::entities::outbox;

/// How long a claimed message is left to its sender, in seconds. Sending must time out well before.
pub const LEASE_SECONDS: i64 = 5 * 60;

/// Seconds until the second attempt; each later wait is twice as long.
pub const FIRST_RETRY_SECONDS: i64 = 60;

/// The longest wait between two attempts, in seconds.
pub const LONGEST_RETRY_SECONDS: i64 = 6 * 60 * 60;

/// Attempts after which a message is given up: about three days, so that a mail server may be away over a weekend.
pub const MAX_ATTEMPTS: i64 = 20;

/// The kind of mail that says what somebody has learned with a helper. Their address is in it alone, and goes with it: see
/// [`crate::retention`].
pub const TUTOR_HANDOUT: &str = "tutor-handout";

/// What the kind of an SMS with a number in a queue begins with; the ticket's own number follows. The telephone number was given
/// for it alone: see [`crate::retention`].
pub const QUEUE_NUMBER: &str = "queue-number";

/// What is kept of an error's text, in characters.
const LONGEST_ERROR: usize = 500;

/// A message to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMessage {
    pub channel: Channel,
    /// What sort of message it is: "booking-confirmation". About an appointment as it stands there is one of each sort.
    pub kind: String,
    /// A mail address or telephone number.
    pub recipient: String,
    pub subject: String,
    pub body_text: String,
    /// The same for programs that show more than plain text; only of mail.
    pub body_html: Option<String>,
    pub attachment: Option<Attachment>,
    /// From when on it is of no use to send it.
    pub expires_at: Option<Timestamp>,
}

/// What a message is about: an appointment, and how often it had moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    pub appointment: AppointmentId,
    pub sequence: i64,
}

/// A file that goes with a message, such as a calendar entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub text: String,
}

/// A message that waits in the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub channel: Channel,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: Option<String>,
    pub attachment: Option<Attachment>,
    /// When it was written, in seconds since 1970.
    pub created_at: i64,
    /// Attempts so far.
    pub attempts: i64,
    /// When it was due; a claim compares it.
    next_attempt_at: i64,
}

/// How full the outbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Waiting for their first attempt or another.
    pub waiting: i64,
    /// Given up after [`MAX_ATTEMPTS`], refused, or of no use any more; somebody should look.
    pub given_up: i64,
    /// Sent and not yet erased.
    pub sent: i64,
}

/// Puts a message into the outbox. Call it in the transaction that the message tells about.
pub async fn enqueue(
    connection: &impl ConnectionTrait,
    message: &NewMessage,
    now: Timestamp,
) -> Result<MessageId, StoreError> {
    let inserted = outbox::Entity::insert(row(message, None, now))
        .exec(connection)
        .await?;
    Ok(MessageId(inserted.last_insert_id))
}

/// Puts a message about an appointment into the outbox. `false` when one of its kind is there already: whoever writes it a
/// second time, or on another server, writes nothing.
pub async fn enqueue_about(
    connection: &impl ConnectionTrait,
    about: About,
    message: &NewMessage,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let once = [
        outbox::Column::AppointmentId,
        outbox::Column::Kind,
        outbox::Column::Sequence,
    ];
    let inserted = outbox::Entity::insert(row(message, Some(about), now))
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Messages whose time has come, the longest waiting first, at most `limit` of each channel, so that mail that cannot be sent
/// keeps no SMS back. Letters wait at the desk and are never due.
pub async fn due(
    connection: &impl ConnectionTrait,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<Message>, StoreError> {
    let mut due = Vec::new();
    for channel in [Channel::Email, Channel::Sms] {
        let rows = outbox::Entity::find()
            .filter(waiting(now))
            .filter(outbox::COLUMN.channel.eq(channel.as_str()))
            .filter(outbox::COLUMN.next_attempt_at.lte(now.as_second()))
            .order_by_asc(outbox::Column::NextAttemptAt)
            .order_by_asc(outbox::Column::Id)
            .limit(limit)
            .all(connection)
            .await?;
        due.extend(rows);
    }
    due.into_iter().map(Message::try_from).collect()
}

/// Takes a message for this sender, and counts the attempt. `false` when another sender has taken it.
pub async fn claim(
    connection: &impl ConnectionTrait,
    message: &Message,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let claimed = outbox::Entity::update_many()
        .col_expr(
            outbox::Column::NextAttemptAt,
            Expr::value(now.as_second() + LEASE_SECONDS),
        )
        .col_expr(outbox::Column::Attempts, Expr::value(message.attempts + 1))
        .filter(outbox::COLUMN.id.eq(message.id.0))
        .filter(outbox::COLUMN.sent_at.is_null())
        .filter(outbox::COLUMN.attempts.eq(message.attempts))
        .filter(outbox::COLUMN.next_attempt_at.eq(message.next_attempt_at))
        .exec(connection)
        .await?;
    Ok(claimed.rows_affected == 1)
}

/// Notes that a message has been sent, and erases its text, which nobody needs any more and which may hold a code.
pub async fn mark_sent(
    connection: &impl ConnectionTrait,
    id: MessageId,
    now: Timestamp,
) -> Result<(), StoreError> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::SentAt, Expr::value(now.as_second()))
        .col_expr(outbox::Column::BodyText, Expr::value(""))
        .col_expr(outbox::Column::BodyHtml, Expr::value(None::<String>))
        .col_expr(outbox::Column::Attachment, Expr::value(None::<String>))
        .col_expr(outbox::Column::LastError, Expr::value(None::<String>))
        .col_expr(outbox::Column::Problem, Expr::value(None::<String>))
        .filter(outbox::COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Notes that sending a claimed message has failed, and when to try again: after 1, 2, 4 … minutes, at most 6 hours. What
/// has been refused is given up at once.
///
/// `error` is for people who look after the server; it should not name the recipient.
pub async fn mark_failed(
    connection: &impl ConnectionTrait,
    message: &Message,
    problem: DeliveryProblem,
    error: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let error: String = error.chars().filter(|c| *c != '\0').take(LONGEST_ERROR).collect();
    let attempts = match problem {
        DeliveryProblem::Refused => MAX_ATTEMPTS,
        DeliveryProblem::Unreachable | DeliveryProblem::TooLate => message.attempts + 1,
    };
    outbox::Entity::update_many()
        .col_expr(outbox::Column::Attempts, Expr::value(attempts))
        .col_expr(outbox::Column::Problem, Expr::value(problem.as_str()))
        .col_expr(
            outbox::Column::NextAttemptAt,
            Expr::value(now.as_second() + retry_seconds(message.attempts)),
        )
        .col_expr(outbox::Column::LastError, Expr::value(error))
        .filter(outbox::COLUMN.id.eq(message.id.0))
        .filter(outbox::COLUMN.sent_at.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// How full the outbox is, in one query.
pub async fn counts(connection: &impl ConnectionTrait, now: Timestamp) -> Result<OutboxCounts, StoreError> {
    let (waiting, given_up, sent) = outbox::Entity::find()
        .select_only()
        .column_as(count_where(waiting(now)), "waiting")
        .column_as(count_where(given_up(now)), "given_up")
        .column_as(outbox::Column::SentAt.count(), "sent")
        .into_tuple::<(i64, i64, i64)>()
        .one(connection)
        .await?
        .unwrap_or_default();
    Ok(OutboxCounts {
        waiting,
        given_up,
        sent,
    })
}

/// Seconds to wait after a failure when there had been `attempts` before it.
fn retry_seconds(attempts: i64) -> i64 {
    let doublings = attempts.clamp(0, MAX_ATTEMPTS);
    Ord::min(FIRST_RETRY_SECONDS << doublings, LONGEST_RETRY_SECONDS)
}

/// Not sent yet, and worth another attempt.
pub(crate) fn waiting(now: Timestamp) -> SimpleExpr {
    outbox::Column::SentAt
        .is_null()
        .and(outbox::Column::Attempts.lt(MAX_ATTEMPTS))
        .and(
            outbox::Column::ExpiresAt
                .is_null()
                .or(outbox::Column::ExpiresAt.gt(now.as_second())),
        )
}

/// Not sent, and never tried again by itself.
pub(crate) fn given_up(now: Timestamp) -> SimpleExpr {
    outbox::Column::SentAt.is_null().and(
        outbox::Column::Attempts
            .gte(MAX_ATTEMPTS)
            .or(outbox::Column::ExpiresAt.lte(now.as_second())),
    )
}

/// The number of rows for which a condition holds: what is not counted is `NULL`.
fn count_where(condition: SimpleExpr) -> SimpleExpr {
    let counted: SimpleExpr = CaseStatement::new()
        .case(condition, Expr::value(1_i64))
        .finally(Expr::value(None::<i64>))
        .into();
    counted.count()
}
