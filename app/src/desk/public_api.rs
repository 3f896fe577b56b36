use domain::desk::{ArrivedPage, CallDisplayPage, KioskPage, TicketPage};
use domain::ids::LocationId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    check_in::{arrive, problem},
    kiosk_page::READ_SECONDS,
    queue::Queue,
    views::{call_display, place_view, ticket_page},
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{context, now, redirect, schedule, today},
};
#[cfg(feature = "ssr")]
use domain::desk::{CheckInProblem, TicketKey, booking_code};
#[cfg(feature = "ssr")]
use jiff::SignedDuration;
#[cfg(feature = "ssr")]
use store::{
    ByCode,
    desk::{Ticket, find_by_code, find_by_key},
};

/// How long the kiosk tells somebody their number: the screen's own time, and a slow line's.
#[cfg(feature = "ssr")]
const READABLE: SignedDuration = SignedDuration::from_secs(READ_SECONDS as i64 + 10);

/// A number and how long it is until it is called. **Permissions**: whoever knows its address.
#[server(prefix = "/api", name = LoadTicket, endpoint = "desk/ticket", input = GetUrl)]
pub async fn ticket(key: String, locale: Locale) -> Result<Reply<TicketPage>, AppError> {
    let schedule = schedule().await?;
    let ticket = ticket_of(&key).await?;
    let place = schedule.location(&ticket.location).ok_or(AppError::NotFound)?;
    let queue = Queue::of(&schedule, place).await?;
    Reply::of(&ticket_page(&schedule, place, &queue, &ticket, locale)?)
}

/// The page at the entrance. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadKiosk, endpoint = "desk/kiosk", input = GetUrl)]
pub async fn kiosk(
    location: LocationId,
    #[server(default)] problem: String,
    locale: Locale,
) -> Result<Reply<KioskPage>, AppError> {
    let schedule = schedule().await?;
    let place = schedule.location(&location).ok_or(AppError::NotFound)?;
    Reply::of(&KioskPage {
        place: place_view(place, locale),
        problem: CheckInProblem::from_word(&problem),
    })
}

/// Tells that somebody with an appointment is here. The session keeps nothing: the next person has the same screen.
/// **Permissions**: whoever knows the booking's code; ten wrong ones a day for each first word.
#[server(prefix = "/api", endpoint = "desk/check-in")]
pub async fn check_in(
    locale: Locale,
    location: LocationId,
    #[server(default)] code: String,
) -> Result<(), AppError> {
    let schedule = schedule().await?;
    schedule.location(&location).ok_or(AppError::NotFound)?;
    let path = match checked_in(&location, &code).await? {
        Ok(ticket) => {
            let until = now() + READABLE;
            format!(
                "/ankomst/{location}/{}?til={}",
                ticket.key.as_str(),
                until.as_second()
            )
        }
        Err(problem) => format!("/ankomst/{location}?fejl={}", problem.word()),
    };
    redirect(locale, &path);
    Ok(())
}

/// The number of somebody who has just said that they are here; none later, when somebody else goes back on that screen.
/// **Permissions**: whoever knows its address.
#[server(prefix = "/api", name = LoadArrived, endpoint = "desk/arrived-ticket", input = GetUrl)]
pub async fn arrived_ticket(
    location: LocationId,
    key: String,
    /// Until when it may be read, in seconds since 1970.
    #[server(default)]
    until: String,
    locale: Locale,
) -> Result<Reply<ArrivedPage>, AppError> {
    let schedule = schedule().await?;
    let place = schedule.location(&location).ok_or(AppError::NotFound)?;
    let ticket = ticket_of(&key).await?;
    Reply::of(&ArrivedPage {
        place: place_view(place, locale),
        number: is_readable(&until).then(|| ticket.number.to_string()),
    })
}

/// The screen in the waiting room. **Permissions**: anyone; it shows numbers and counters.
#[server(prefix = "/api", name = LoadCallDisplay, endpoint = "desk/calls", input = GetUrl)]
pub async fn calls(location: LocationId, locale: Locale) -> Result<Reply<CallDisplayPage>, AppError> {
    let schedule = schedule().await?;
    let place = schedule.location(&location).ok_or(AppError::NotFound)?;
    Reply::of(&call_display(place, &Queue::of(&schedule, place).await?, locale))
}

#[cfg(feature = "ssr")]
fn is_readable(until: &str) -> bool {
    until.parse().is_ok_and(|until: i64| now().as_second() <= until)
}

#[cfg(feature = "ssr")]
async fn ticket_of(key: &str) -> AppResult<Ticket> {
    let key = TicketKey::parse(key).map_err(|_| AppError::NotFound)?;
    let found = find_by_key(context().database.read(), &key).await?;
    // The next day it is worth nothing, and says nothing.
    found
        .filter(|ticket| ticket.date == today())
        .ok_or(AppError::NotFound)
}

#[cfg(feature = "ssr")]
async fn checked_in(location: &LocationId, typed: &str) -> AppResult<Result<Ticket, CheckInProblem>> {
    let Ok(code) = booking_code(typed) else {
        return Ok(Err(CheckInProblem::NotACode));
    };
    let context = context();
    match find_by_code(&context.database, &context.code_key, &code, now()).await? {
        ByCode::TooManyGuesses => Ok(Err(CheckInProblem::TooMany)),
        ByCode::Unknown => Ok(Err(CheckInProblem::Unknown)),
        ByCode::Found(appointment) => match problem(&appointment, location) {
            Some(problem) => Ok(Err(problem)),
            None => Ok(Ok(arrive(&appointment).await?)),
        },
    }
}
