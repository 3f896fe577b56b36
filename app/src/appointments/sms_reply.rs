//! What becomes of an answer to an SMS.

use domain::appointments::Schedule;
use domain::contact::PhoneNumber;
use domain::locale::Locale;
use domain::messages::{Channel, SmsCommand};
use jiff::{SignedDuration, Timestamp};
use store::appointments::Appointment;
use store::outbox::{self, NewMessage};
use store::sms_replies;

use super::cancelling::{Cancelled, cancel_appointment};
use crate::error::{AppError, AppResult};
use crate::server_side::AppContext;
use crate::texts::Texts;

/// A number is told the same once in this time, so that two machines do not answer each other all day.
const SAID_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(12);

/// What an answer leads to.
enum Meant<'a> {
    Cancel(&'a Appointment),
    /// AFLYS, and there are several appointments that it could be.
    OneOfSeveral,
    /// AFLYS, and there is none, as when it is sent twice.
    NoneToCome,
    Something,
}

/// Heeds an answer: AFLYS cancels the number's one appointment to come, or the one whose code begins with the word behind
/// it; of a series the next date. Everything else is answered with whom to ring. **Permissions**: the gateway, which vouches for the number.
pub async fn answer_sms(
    context: &AppContext,
    phone: &PhoneNumber,
    text: &str,
    now: Timestamp,
) -> AppResult<()> {
    let schedule = context
        .schedule
        .current(&context.database)
        .await?
        .ok_or(AppError::Unavailable)?;
    let coming = sms_replies::coming_of(context.database.read(), phone, now).await?;
    match meant(&SmsCommand::parse(text), &coming, &context.code_key) {
        // Who is told that it is cancelled is told by SMS.
        Meant::Cancel(appointment) => {
            let one = (appointment, Cancelled::OneDate);
            cancel_appointment(context, &schedule, one, now).await.map(drop)
        }
        unclear => {
            let locale = coming
                .first()
                .map(|appointment| appointment.locale)
                .unwrap_or_default();
            let (kind, text) = whom_to_ring(&unclear, &schedule, locale);
            answer(context, phone, kind, text, now).await
        }
    }
}

fn meant<'a>(command: &SmsCommand, coming: &'a [Appointment], code_key: &str) -> Meant<'a> {
    let SmsCommand::Cancel { first_word } = command else {
        return Meant::Something;
    };
    if coming.is_empty() {
        return Meant::NoneToCome;
    }
    let is_named = |appointment: &&Appointment| {
        first_word.as_ref().is_none_or(|word| {
            appointment
                .code(code_key)
                .is_some_and(|code| code.words()[0] == word.as_str())
        })
    };
    let mut named: Vec<_> = coming.iter().filter(is_named).collect();
    // Of a series it is the next date: whoever answers a reminder means what it reminds of.
    named.dedup_by(|later, earlier| later.series.is_some() && later.series == earlier.series);
    match named[..] {
        [appointment] => Meant::Cancel(appointment),
        [] => Meant::Something,
        _ => Meant::OneOfSeveral,
    }
}

/// The kind of message, and its text.
fn whom_to_ring(meant: &Meant<'_>, schedule: &Schedule, locale: Locale) -> (&'static str, String) {
    let texts = Texts::of(locale);
    let phone = schedule.municipality.phone.as_str();
    match meant {
        Meant::OneOfSeveral => ("sms-which", texts.message_sms_which(phone)),
        Meant::NoneToCome => ("sms-none", texts.message_sms_none(phone)),
        Meant::Cancel(_) | Meant::Something => ("sms-help", texts.message_sms_help(phone)),
    }
}

async fn answer(
    context: &AppContext,
    phone: &PhoneNumber,
    kind: &str,
    text: String,
    now: Timestamp,
) -> AppResult<()> {
    let since = now - SAID_AGAIN_AFTER;
    if sms_replies::was_told_since(context.database.read(), kind, phone, since).await? {
        return Ok(());
    }
    let message = NewMessage {
        channel: Channel::Sms,
        kind: kind.to_owned(),
        recipient: phone.as_str().to_owned(),
        subject: String::new(),
        body_text: text,
        body_html: None,
        attachment: None,
        // An answer that comes a day later answers nothing.
        expires_at: Some(now + SignedDuration::from_hours(24)),
    };
    outbox::enqueue(context.database.write(), &message, now).await?;
    Ok(())
}
