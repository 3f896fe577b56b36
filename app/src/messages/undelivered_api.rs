use domain::ids::MessageId;
use domain::locale::Locale;
use domain::messages::{MessageCounts, UndeliveredPage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::appointments::appointment_view;
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    oversight::note_shown,
    server_side::{context, now, redirect, schedule, session, signed_in_with},
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::Schedule,
    contact::Contact,
    count,
    messages::{DeliveryProblem, MessageSubject, UndeliveredMessage},
    oversight::SeenIn,
    staff::{Right, Workplaces},
};
#[cfg(feature = "ssr")]
use store::{
    appointments::AppointmentStatus,
    letters,
    undelivered::{self as messages, Undelivered},
};

/// As many are shown at once; whoever has more has a mail server that is away.
#[cfg(feature = "ssr")]
const MOST_SHOWN: u64 = 100;

/// What waits for somebody at the desk. **Permissions**: whoever serves citizens; what is about their places.
#[server(prefix = "/api", name = LoadMessageCounts, endpoint = "messages/counts", input = GetUrl)]
pub async fn message_counts() -> Result<Reply<MessageCounts>, AppError> {
    let workplaces = workplaces().await?;
    let database = context().database;
    let undelivered = messages::count_undelivered(database.read(), &workplaces, now()).await?;
    Reply::of(&MessageCounts {
        letters: count(&letters::queued(database.read(), &workplaces).await?),
        undelivered: i64::try_from(undelivered).unwrap_or(i64::MAX),
    })
}

/// What has not reached its recipient. **Permissions**: whoever serves citizens; what is about their places.
#[server(prefix = "/api", name = LoadUndelivered, endpoint = "messages/undelivered", input = GetUrl)]
pub async fn undelivered(locale: Locale) -> Result<Reply<UndeliveredPage>, AppError> {
    let reader = signed_in_with(&session().await?, Right::ServeCitizens).await?;
    let own = reader.staff.workplaces;
    let found = messages::undelivered(context().database.read(), &own, now(), MOST_SHOWN).await?;
    let shown = found.iter().map(|message| message.appointment.id);
    note_shown(reader.id, shown, SeenIn::Undelivered).await?;
    let schedule = schedule().await?;
    Reply::of(&UndeliveredPage {
        messages: found
            .into_iter()
            .map(|message| row(&schedule, message, locale))
            .collect(),
    })
}

/// Has a message tried again at once. **Permissions**: whoever serves citizens at its appointment's place.
#[server(prefix = "/api", endpoint = "messages/retry")]
pub async fn retry_message(locale: Locale, message: MessageId) -> Result<(), AppError> {
    let workplaces = workplaces().await?;
    messages::retry(context().database.write(), &workplaces, message, now()).await?;
    redirect(locale, "/skranke/beskeder");
    Ok(())
}

/// Notes that the citizen has been told in another way. **Permissions**: whoever serves citizens at its appointment's place.
#[server(prefix = "/api", endpoint = "messages/settle")]
pub async fn settle_message(locale: Locale, message: MessageId) -> Result<(), AppError> {
    let workplaces = workplaces().await?;
    messages::settle(context().database.write(), &workplaces, message, now()).await?;
    redirect(locale, "/skranke/beskeder");
    Ok(())
}

/// The places of whoever is signed in and serves citizens.
#[cfg(feature = "ssr")]
async fn workplaces() -> AppResult<Workplaces> {
    let signed_in = signed_in_with(&session().await?, Right::ServeCitizens).await?;
    Ok(signed_in.staff.workplaces)
}

#[cfg(feature = "ssr")]
fn row(schedule: &Schedule, message: Undelivered, locale: Locale) -> UndeliveredMessage {
    let appointment = &message.appointment;
    let view = appointment_view(&context().library, schedule, appointment, locale);
    let phone = match &appointment.contact {
        Contact::Phone(phone) => Some(phone.as_str().to_owned()),
        Contact::Email(_) | Contact::None => None,
    };
    UndeliveredMessage {
        id: message.id,
        appointment: appointment.id,
        name: view.name,
        phone,
        service: view.service,
        location: view.location,
        at: view.at,
        cancelled: appointment.status == AppointmentStatus::Cancelled,
        channel: message.channel,
        subject: MessageSubject::of_kind(&message.kind),
        problem: message.problem,
        written_at: message.written_at.into(),
        next_attempt: message.next_attempt_at.map(Into::into),
        may_retry: message.problem != DeliveryProblem::TooLate,
    }
}
