use domain::appointments::{CallAnswer, WaitingCallsPage};
use domain::ids::WaitingId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    appointments::{
        booking::{BookedBy, Booking},
        series::time_card,
        views::chosen,
        waiting_place::{called_draft_of, live_offer},
        waiting_visit::{visit_asked, with_visit},
    },
    desk::booking::making::StaffBooked,
    error::AppResult,
    server_side::{
        CALL_GONE, DESK_BOOKED, context, forget, now, recall, redirect, remember, schedule, session,
        signed_in_with,
    },
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::{Schedule, WaitingCall},
    count,
    messages::LetterWish,
    staff::Right,
};
#[cfg(feature = "ssr")]
use store::{
    appointments::{self, Offer, Waiting},
    oversight::note_waiting_seen,
};
#[cfg(feature = "ssr")]
use tower_sessions::Session;

/// Where the list stands.
#[cfg(feature = "ssr")]
const LIST: &str = "/skranke/ring";

/// Whom to call about a time that is held for them. **Permissions**: whoever serves citizens; those who wait at their places.
#[server(prefix = "/api", name = LoadWaitingCalls, endpoint = "desk/waiting-calls", input = GetUrl)]
pub async fn waiting_calls(locale: Locale) -> Result<Reply<WaitingCallsPage>, AppError> {
    let session = session().await?;
    let reader = signed_in_with(&session, Right::ServeCitizens).await?;
    let (database, own) = (context().database, reader.staff.workplaces);
    let waiting = appointments::waiting_to_be_called(database.read(), &own, now()).await?;
    let ids: Vec<_> = waiting.iter().map(|waiting| waiting.id).collect();
    note_waiting_seen(&database, reader.id, &ids, now()).await?;
    let schedule = schedule().await?;
    let mut calls = Vec::new();
    for waiting in &waiting {
        calls.extend(call(&session, &schedule, waiting, locale).await?);
    }
    let gone: Option<bool> = recall(&session, CALL_GONE).await?;
    Reply::of(&WaitingCallsPage {
        calls,
        gone: gone.unwrap_or_default(),
    })
}

/// How many are to be called. **Permissions**: whoever serves citizens; those who wait at their places.
#[server(prefix = "/api", name = LoadWaitingCallCount, endpoint = "desk/waiting-call-count", input = GetUrl)]
pub async fn waiting_call_count() -> Result<Reply<i64>, AppError> {
    let own = signed_in_with(&session().await?, Right::ServeCitizens)
        .await?
        .staff
        .workplaces;
    let waiting = appointments::waiting_to_be_called(context().database.read(), &own, now()).await?;
    Reply::of(&count(&waiting))
}

/// Notes what came of a call. Whoever takes the time is booked, and gets a letter; whoever could not be reached waits on, behind
/// those who have missed fewer. **Permissions**: whoever serves citizens at the place that they wait for.
#[server(prefix = "/api", endpoint = "desk/waiting-call-answer")]
pub async fn answer_waiting_call(
    waiting: WaitingId,
    /// The time that was on the list: by now another may be held for them.
    slot: String,
    answer: CallAnswer,
    locale: Locale,
    /// Of whoever takes a time and is visited.
    #[server(default)]
    address: String,
) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let found = appointments::find_waiting(context.database.read(), waiting).await?;
    let found = found.filter(|found| signed_in.staff.workplaces.include(&found.location));
    let offer = found.as_ref().and_then(|found| live_offer(found, now()));
    let offer = offer.filter(|offer| offer.slot.to_string() == slot);
    let Some((found, offer)) = found.zip(offer) else {
        remember(&session, CALL_GONE, &true).await?;
        redirect(locale, LIST);
        return Ok(());
    };
    forget(&session, CALL_GONE).await?;
    match answer {
        CallAnswer::Accepted => {
            let by = BookedBy::Staff(signed_in.id, LetterWish::default());
            let path = match accept(&session, by, (&found, &offer), &address).await? {
                Some(booked) => {
                    remember(&session, DESK_BOOKED, &booked).await?;
                    "/skranke/book/kvittering"
                }
                None => LIST,
            };
            redirect(locale, path);
            return Ok(());
        }
        CallAnswer::Missed => {
            appointments::decline_offer(&context.database, found.id, &offer.hold).await?;
        }
        CallAnswer::Left => appointments::leave_waiting(&context.database, found.id).await?,
    }
    redirect(locale, LIST);
    Ok(())
}

/// Books what is held, in the language that they joined in; then they wait no more. `None` when it has just gone on, or
/// where whoever is visited has given no address.
#[cfg(feature = "ssr")]
async fn accept(
    session: &Session,
    by: BookedBy,
    (waiting, offer): (&Waiting, &Offer),
    address: &str,
) -> AppResult<Option<StaffBooked>> {
    let (context, schedule) = (context(), schedule().await?);
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule: &schedule,
        by,
        hold: Some(offer.hold.clone()),
        locale: waiting.locale,
    };
    let draft = called_draft_of(&schedule, waiting, offer)?;
    let Some(draft) = with_visit(session, waiting.id, draft, address).await? else {
        return Ok(None);
    };
    let Some(receipt) = booking.book(&draft, now()).await? else {
        return Ok(None);
    };
    appointments::leave_waiting(&context.database, waiting.id).await?;
    Ok(Some(StaffBooked {
        appointment: receipt.appointment,
        code: receipt.code,
    }))
}

/// `None` where the service or the place has left the schedule.
#[cfg(feature = "ssr")]
async fn call(
    session: &Session,
    schedule: &Schedule,
    waiting: &Waiting,
    locale: Locale,
) -> AppResult<Option<WaitingCall>> {
    let found = chosen(schedule, &waiting.service, &waiting.location).ok();
    let Some(((service, location), offer)) = found.zip(waiting.offer.as_ref()) else {
        return Ok(None);
    };
    Ok(Some(WaitingCall {
        waiting: waiting.id,
        name: waiting.name.as_str().to_owned(),
        phone: waiting.contact.value().unwrap_or_default().to_owned(),
        service: service.name.get(locale).to_owned(),
        location: location.name.get(locale).to_owned(),
        time: time_card(service, location, offer.slot, locale),
        until: offer.until.into(),
        visit: visit_asked(session, service, waiting).await?,
    }))
}
