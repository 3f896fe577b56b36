use domain::desk::{GivenTicketPage, NewTicketPage, TicketKey, TicketKind};
use domain::ids::LocationId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    access::{place_served, queue_today},
    queue::Queue,
    views::{check_list, place_view, service_choices, ticket_page},
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{
        NEW_TICKET_PROBLEM, TEXTED_TICKET, context, forget, now, recall, redirect, remember, schedule,
        session, today,
    },
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::{Location, Schedule, Service},
    desk::{NewTicketProblem, SupportCode, TextedTicket},
    ids::ServiceId,
};
#[cfg(feature = "ssr")]
use store::desk::{Coming, NewTicket, find_by_key, issue, recognise};

/// What somebody who walks in may have come for. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", name = LoadNewTicket, endpoint = "desk/new-ticket", input = GetUrl)]
pub async fn new_ticket(location: LocationId, locale: Locale) -> Result<Reply<NewTicketPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let place = place_served(&session, &schedule, &location).await?;
    Reply::of(&NewTicketPage {
        place: place_view(place, locale),
        services: service_choices(&schedule, &location, locale),
        key: TicketKey::from_random(rand::random()),
        problem: recall(&session, NEW_TICKET_PROBLEM).await?,
    })
}

/// Gives a number to somebody who walks in. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/give-ticket")]
pub async fn give_ticket(
    locale: Locale,
    location: LocationId,
    key: TicketKey,
    #[server(default)] service: String,
    #[server(default)] kind: TicketKind,
    #[server(default)] code: String,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let place = place_served(&session, &schedule, &location).await?;
    match wanted(&schedule, place, (&service, kind, &code)).await? {
        Ok((service, coming)) => {
            let minutes = service.duration_minutes;
            let new = NewTicket {
                key,
                service: service.id.clone(),
                minutes,
                coming,
            };
            let ticket = issue(&context().database, &queue_today(&location), &new, now()).await?;
            forget(&session, NEW_TICKET_PROBLEM).await?;
            redirect(
                locale,
                &format!("/skranke/{location}/nummer/{}", ticket.key.as_str()),
            );
        }
        Err(problem) => {
            remember(&session, NEW_TICKET_PROBLEM, &problem).await?;
            redirect(locale, &format!("/skranke/{location}/nyt-nummer"));
        }
    }
    Ok(())
}

/// A number that was given, to print it and go through the check list. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", name = LoadGivenTicket, endpoint = "desk/given-ticket", input = GetUrl)]
pub async fn given_ticket(
    location: LocationId,
    key: String,
    locale: Locale,
) -> Result<Reply<GivenTicketPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let place = place_served(&session, &schedule, &location).await?;
    let key = TicketKey::parse(&key).map_err(|_| AppError::NotFound)?;
    let ticket = find_by_key(context().database.read(), &key)
        .await?
        .filter(|ticket| ticket.location == location && ticket.date == today())
        .ok_or(AppError::NotFound)?;
    let texted: Option<TextedTicket> = recall(&session, TEXTED_TICKET).await?;
    let queue = Queue::of(&schedule, place).await?;
    Reply::of(&GivenTicketPage {
        place: place_view(place, locale),
        kind: ticket.kind,
        texted: texted.filter(|texted| texted.ticket == key),
        key,
        check_list: check_list(&schedule, &ticket.service, locale),
        ticket: ticket_page(&schedule, place, &queue, &ticket, locale)?,
    })
}

/// What they come for, and how.
#[cfg(feature = "ssr")]
async fn wanted<'a>(
    schedule: &'a Schedule,
    place: &Location,
    (service, kind, code): (&str, TicketKind, &str),
) -> AppResult<Result<(&'a Service, Coming), NewTicketProblem>> {
    let service = ServiceId::parse(service)
        .ok()
        .and_then(|id| schedule.service(&id));
    let Some(service) = service else {
        return Ok(Err(NewTicketProblem::NoService));
    };
    let coming = match kind {
        // Who has booked is told as here; see `mark_arrived`.
        TicketKind::Booked => return Err(AppError::Invalid),
        TicketKind::WalkIn => Coming::WalkIn,
        TicketKind::Accompanied if is_support_worker(code).await? => Coming::Accompanied {
            kept_minutes: schedule.minutes_for_accompanied(place, today()),
        },
        TicketKind::Accompanied => return Ok(Err(NewTicketProblem::UnknownCode)),
    };
    Ok(Ok((service, coming)))
}

#[cfg(feature = "ssr")]
async fn is_support_worker(typed: &str) -> AppResult<bool> {
    let Ok(code) = SupportCode::parse(typed) else {
        return Ok(false);
    };
    let context = context();
    Ok(recognise(context.database.write(), &context.code_key, &code, now()).await?)
}
