//! Erasure: nothing about people is kept longer than it is needed.

use domain::appointments::Unit;
use domain::learning::FOLLOW_CODE_DAYS;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, TransactionTrait,
};

use crate::appointments::NOBODY;
use crate::entities::{
    access_log, appointments, cafe_questions, follow_codes, helped, moved_visitors, occupancy, offers,
    outbox, pairings, queue_days, recovery_guesses, shared_readings, sms_received, step_results,
    support_workers, tickets, visitors, waiting_list,
};
use crate::outbox::TUTOR_HANDOUT;
use crate::oversight::figures;
use crate::{StoreError, classroom, provider, sessions, sign_ins};

/// Days after which a visitor who has not been here is forgotten, with all progress, reviews and recovery codes. As long is it
/// remembered whom a visitor was merged into: no session that knows the old number lives longer.
pub const VISITOR_DAYS: i64 = 180;

/// Days after an appointment's end, or after it was cancelled, for which it is known whose it was: for questions about it, and
/// for whoever has forgotten what was agreed.
pub const PERSON_DAYS: i64 = 7;

/// Days after which the rest of an appointment goes: when and where it was, what with, and how. What it counts for stays in the
/// figures, by day, service and place.
pub const APPOINTMENT_DAYS: i64 = 30;

/// Days that a message is kept after it was sent. One that could not be sent goes as long after it was written.
pub const MESSAGE_DAYS: i64 = 30;

/// Days that a number in a queue is kept: thirteen months, so that a month can be compared with the same one a year before.
/// It names nobody; from whose appointment it came is forgotten with the appointment.
pub const TICKET_DAYS: i64 = 400;

/// Days after which a support worker who has not been here is forgotten.
pub const SUPPORT_WORKER_DAYS: i64 = 365;
/// Days that somebody waits for a time at most; longer ahead nobody can book. Whoever is served or leaves is erased at once.
pub const WAITING_DAYS: i64 = 90;
/// Days that it is known who saw whose appointment: long enough for somebody who asks half a year later.
pub const ACCESS_LOG_DAYS: i64 = 180;

/// Days that it is known where two were in a lesson, after they last did something: they may print what they learned the next
/// morning. The helper's numbers stay with the helper.
pub const PAIRING_DAYS: i64 = 1;
/// Days that a question in the homework café is kept with what was said about it: over the longest time in which the café is
/// closed at a stretch, and until whoever asked has read the answer.
pub const CAFE_DAYS: i64 = 14;
/// Days that it is kept when somebody has reported it, so that a coordinator can look into it.
pub const CAFE_REPORTED_DAYS: i64 = 60;

/// Days that it is known what a family has read together: a school year, and the summer after it.
pub const READING_DAYS: i64 = 365;

/// Days that it is known how soon a time could be had: thirteen months, as with numbers. It is about nobody.
pub const OFFER_DAYS: i64 = 400;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// How much was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    pub visitors: u64,
    /// Numbers of visitors who were merged into others.
    pub moved_visitors: u64,
    /// Codes for following somebody's learning whose days are over.
    pub follow_codes: u64,
    /// Counts of guesses at recovery codes and booking codes on earlier days.
    pub recovery_guesses: u64,
    /// Appointments of which it is no longer known whose they were.
    pub persons: u64,
    pub appointments: u64,
    /// Units of time that have passed, or whose hold has run out.
    pub occupied_units: u64,
    pub messages: u64,
    /// Signatures of answers to SMS.
    pub sms_received: u64,
    pub sessions: u64,
    /// Numbers of past queues.
    pub tickets: u64,
    pub support_workers: u64,
    /// People who have waited for a time in vain.
    pub waiting: u64,
    /// Notes of who saw whose appointment.
    pub seen: u64,
    /// Questions in the homework café.
    pub cafe_questions: u64,
    /// Two who shared a lesson.
    pub pairings: u64,
    /// Mails about what was learned, with the addresses they were for.
    pub tutor_handouts: u64,
    /// Classes whose last day has passed, with their pupils.
    pub classes: u64,
    /// Sign-ins of staff that have ended.
    pub sign_ins: u64,
    /// Sign-ins by a provider that nobody has come back from.
    pub provider_requests: u64,
    /// Times that a child and a parent have read together.
    pub shared_readings: u64,
    /// Days of which it was known how soon a time could be had, for each service and place.
    pub offers: u64,
}

/// Erases everything whose time has come, each kind by itself; needs a connection that may write, no transaction.
pub async fn erase_expired(connection: &DatabaseConnection, now: Timestamp) -> Result<Erased, StoreError> {
    Ok(Erased {
        visitors: erase_visitors(connection, days_before(now, VISITOR_DAYS)).await?,
        moved_visitors: erase_moved_visitors(connection, days_before(now, VISITOR_DAYS)).await?,
        follow_codes: erase_follow_codes(connection, days_before(now, FOLLOW_CODE_DAYS)).await?,
        recovery_guesses: erase_past_guesses(connection, now).await?,
        occupied_units: erase_past_occupancy(connection, now).await?,
        persons: erase_persons(connection, days_before(now, PERSON_DAYS)).await?,
        appointments: erase_appointments(connection, days_before(now, APPOINTMENT_DAYS)).await?,
        messages: erase_messages(connection, days_before(now, MESSAGE_DAYS)).await?,
        sms_received: erase_received_sms(connection, days_before(now, 1)).await?,
        sessions: sessions::delete_expired(connection, now).await?,
        tickets: erase_tickets(connection, days_before(now, TICKET_DAYS)).await?,
        support_workers: erase_support_workers(connection, days_before(now, SUPPORT_WORKER_DAYS)).await?,
        waiting: erase_waiting(connection, days_before(now, WAITING_DAYS)).await?,
        seen: erase_access_log(connection, days_before(now, ACCESS_LOG_DAYS)).await?,
        cafe_questions: erase_cafe_questions(connection, now).await?,
        pairings: erase_pairings(connection, days_before(now, PAIRING_DAYS)).await?,
        tutor_handouts: erase_tutor_handouts(connection, now).await?,
        classes: classroom::erase_ended(connection, date_in_denmark(now)).await?,
        sign_ins: sign_ins::erase_ended(connection, now).await?,
        provider_requests: provider::erase_expired(connection, now).await?,
        shared_readings: erase_shared_readings(connection, days_before(now, READING_DAYS)).await?,
        offers: erase_offers(connection, now).await?,
    })
}

/// Work on a course counts as a visit, whether or not the visit was noted.
async fn erase_visitors(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let lately_at_work = Query::select()
        .column(step_results::Column::VisitorId)
        .from(step_results::Entity)
        .and_where(step_results::Column::UpdatedAt.gte(before))
        .to_owned();
    let deleted = visitors::Entity::delete_many()
        .filter(visitors::COLUMN.last_seen_at.lt(before))
        .filter(visitors::Column::Id.not_in_subquery(lately_at_work))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_moved_visitors(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = moved_visitors::Entity::delete_many()
        .filter(moved_visitors::COLUMN.moved_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_follow_codes(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = follow_codes::Entity::delete_many()
        .filter(follow_codes::COLUMN.created_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_past_guesses(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let deleted = recovery_guesses::Entity::delete_many()
        .filter(recovery_guesses::COLUMN.day.lt(days_since_1970(now)))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// Empties what tells whose an appointment was and what they said. Its code leads nowhere any more.
async fn erase_persons(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    use appointments::Column::{Contact, ContactKind, Name, Needs, Note, Topic, VisitAddress};
    let emptied = appointments::Entity::update_many()
        .col_expr(Name, Expr::value(NOBODY))
        .col_expr(ContactKind, Expr::value("none"))
        .col_expr(Contact, Expr::value(None::<String>))
        .col_expr(Topic, Expr::value(None::<String>))
        .col_expr(Needs, Expr::value(None::<String>))
        .col_expr(Note, Expr::value(None::<String>))
        .col_expr(VisitAddress, Expr::value(None::<String>))
        .filter(is_over(before))
        .filter(appointments::COLUMN.name.ne(NOBODY))
        .exec(connection)
        .await?;
    Ok(emptied.rows_affected)
}

/// Deletes what is over and keeps what it counts for. A row is given back to one server alone, so it is counted once.
async fn erase_appointments(connection: &DatabaseConnection, before: i64) -> Result<u64, StoreError> {
    let transaction = connection.begin().await?;
    let deleted = appointments::Entity::delete_many()
        .filter(is_over(before))
        .exec_with_returning(&transaction)
        .await?;
    figures::keep(&transaction, deleted.iter().filter_map(figures::of_appointment)).await?;
    transaction.commit().await?;
    Ok(number_of(&deleted))
}

fn number_of<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or(u64::MAX)
}

/// Which appointments have ended, or were cancelled, before a moment.
fn is_over(before: i64) -> Condition {
    Condition::any()
        .add(appointments::COLUMN.ends_at.lt(before))
        .add(appointments::COLUMN.cancelled_at.lt(before))
}

/// Nobody books the past, so its rows guard nothing; without them the table never grows. Neither do holds that have run out.
async fn erase_past_occupancy(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let deleted = occupancy::Entity::delete_many()
        .filter(
            Condition::any()
                .add(occupancy::COLUMN.unit.lt(Unit::containing(now).0))
                .add(occupancy::COLUMN.expires_at.lte(now.as_second())),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_shared_readings(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = shared_readings::Entity::delete_many()
        .filter(shared_readings::COLUMN.read_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_offers(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let first = date_in_denmark(now).saturating_sub(OFFER_DAYS.days());
    let deleted = offers::Entity::delete_many()
        .filter(offers::COLUMN.day.lt(first.to_string()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_messages(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = outbox::Entity::delete_many()
        .filter(
            Condition::any().add(outbox::COLUMN.sent_at.lt(before)).add(
                Condition::all()
                    .add(outbox::COLUMN.sent_at.is_null())
                    .add(outbox::COLUMN.created_at.lt(before)),
            ),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_tickets(connection: &DatabaseConnection, before: i64) -> Result<u64, StoreError> {
    let transaction = connection.begin().await?;
    let deleted = tickets::Entity::delete_many()
        .filter(tickets::COLUMN.came_at.lt(before))
        .exec_with_returning(&transaction)
        .await?;
    figures::keep(&transaction, deleted.iter().filter_map(figures::of_ticket)).await?;
    transaction.commit().await?;
    // The days themselves say nothing about anybody; without them the table never grows.
    let date = date_in_denmark(Timestamp::from_second(before).unwrap_or(Timestamp::MIN));
    queue_days::Entity::delete_many()
        .filter(queue_days::COLUMN.date.lt(date.to_string()))
        .exec(connection)
        .await?;
    Ok(number_of(&deleted))
}

async fn erase_support_workers(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = support_workers::Entity::delete_many()
        .filter(support_workers::COLUMN.last_seen_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// A signature is refused by its age long before.
async fn erase_received_sms(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = sms_received::Entity::delete_many()
        .filter(sms_received::COLUMN.received_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_waiting(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = waiting_list::Entity::delete_many()
        .filter(waiting_list::COLUMN.created_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

async fn erase_access_log(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = access_log::Entity::delete_many()
        .filter(access_log::COLUMN.seen_at.lt(before))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// What was said goes with the question.
async fn erase_cafe_questions(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let asked_before = |days| cafe_questions::COLUMN.asked_at.lt(days_before(now, days));
    let unreported = Condition::all()
        .add(asked_before(CAFE_DAYS))
        .add(cafe_questions::COLUMN.reported_at.is_null());
    let deleted = cafe_questions::Entity::delete_many()
        .filter(
            Condition::any()
                .add(unreported)
                .add(asked_before(CAFE_REPORTED_DAYS)),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// With their ticks and steps.
async fn erase_pairings(connection: &impl ConnectionTrait, before: i64) -> Result<u64, StoreError> {
    let deleted = pairings::Entity::delete_many()
        .filter(pairings::COLUMN.active_at.lt(before))
        .exec(connection)
        .await?;
    // Sitting down beside somebody without a step is no help to be counted; without these rows the table never grows.
    let alive = Query::select()
        .column(pairings::Column::Id)
        .from(pairings::Entity)
        .to_owned();
    helped::Entity::delete_many()
        .filter(helped::COLUMN.steps.eq(0_i64))
        .filter(helped::Column::PairingId.not_in_subquery(alive))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// The address was given for one mail: it goes as soon as that is sent, or is of no use any more.
async fn erase_tutor_handouts(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let deleted = outbox::Entity::delete_many()
        .filter(outbox::COLUMN.kind.eq(TUTOR_HANDOUT))
        .filter(
            Condition::any()
                .add(outbox::COLUMN.sent_at.is_not_null())
                .add(outbox::COLUMN.expires_at.lte(now.as_second())),
        )
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

/// The day in UTC that a moment falls in.
pub(crate) fn days_since_1970(now: Timestamp) -> i64 {
    now.as_second().div_euclid(DAY_SECONDS)
}

fn days_before(now: Timestamp, days: i64) -> i64 {
    now.as_second() - days * DAY_SECONDS
}
