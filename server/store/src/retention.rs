//! Erasure: nothing about people is kept longer than it is needed.

mod appointments;
mod cafe;
mod desk;
mod homework;
mod learning;
mod messages;
mod oversight;
mod tutor;

use domain::learning::FOLLOW_CODE_DAYS;
use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::DatabaseConnection;

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
    /// SMS with a number in a queue, with the telephone number that it went to.
    pub queue_numbers: u64,
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
        visitors: learning::erase_visitors(connection, days_before(now, VISITOR_DAYS)).await?,
        moved_visitors: learning::erase_moved_visitors(connection, days_before(now, VISITOR_DAYS)).await?,
        follow_codes: learning::erase_follow_codes(connection, days_before(now, FOLLOW_CODE_DAYS)).await?,
        recovery_guesses: learning::erase_past_guesses(connection, now).await?,
        occupied_units: appointments::erase_past_occupancy(connection, now).await?,
        persons: appointments::erase_persons(connection, days_before(now, PERSON_DAYS)).await?,
        appointments: appointments::erase_appointments(connection, days_before(now, APPOINTMENT_DAYS))
            .await?,
        messages: messages::erase_messages(connection, days_before(now, MESSAGE_DAYS)).await?,
        sms_received: messages::erase_received_sms(connection, days_before(now, 1)).await?,
        sessions: sessions::delete_expired(connection, now).await?,
        tickets: desk::erase_tickets(connection, days_before(now, TICKET_DAYS)).await?,
        support_workers: desk::erase_support_workers(connection, days_before(now, SUPPORT_WORKER_DAYS))
            .await?,
        waiting: appointments::erase_waiting(connection, days_before(now, WAITING_DAYS)).await?,
        seen: oversight::erase_access_log(connection, days_before(now, ACCESS_LOG_DAYS)).await?,
        cafe_questions: cafe::erase_cafe_questions(connection, now).await?,
        pairings: tutor::erase_pairings(connection, days_before(now, PAIRING_DAYS)).await?,
        tutor_handouts: messages::erase_tutor_handouts(connection, now).await?,
        queue_numbers: messages::erase_queue_numbers(connection, now).await?,
        classes: classroom::erase_ended(connection, date_in_denmark(now)).await?,
        sign_ins: sign_ins::erase_ended(connection, now).await?,
        provider_requests: provider::erase_expired(connection, now).await?,
        shared_readings: homework::erase_shared_readings(connection, days_before(now, READING_DAYS)).await?,
        offers: oversight::erase_offers(connection, now).await?,
    })
}

fn number_of<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or(u64::MAX)
}

/// The day in UTC that a moment falls in.
pub(crate) fn days_since_1970(now: Timestamp) -> i64 {
    now.as_second().div_euclid(DAY_SECONDS)
}

fn days_before(now: Timestamp, days: i64) -> i64 {
    now.as_second() - days * DAY_SECONDS
}
