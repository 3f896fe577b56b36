use domain::desk::TicketKey;
use domain::ids::LocationId;
use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{access::place_served, queue::Queue, views::ticket_page, words::wait_text};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{TEXTED_TICKET, context, now, redirect, remember, schedule, session, today},
    texts::Texts,
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::{Location, Schedule},
    contact::PhoneNumber,
    cpr::hide_cpr,
    desk::TextedTicket,
    messages::Channel,
};
#[cfg(feature = "ssr")]
use jiff::SignedDuration;
#[cfg(feature = "ssr")]
use store::{
    desk::{Ticket, find_by_key, text_ticket},
    outbox::{NewMessage, QUEUE_NUMBER},
};

/// A waiting time that is two hours old helps nobody, and the telephone number goes.
#[cfg(feature = "ssr")]
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(2);

/// What is kept of something that is no telephone number, in characters.
#[cfg(feature = "ssr")]
const LONGEST_TYPED: usize = 30;

/// Sends a number of today with its waiting time as an SMS. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/text-ticket")]
pub async fn text_number(
    locale: Locale,
    location: LocationId,
    key: TicketKey,
    #[server(default)] phone: String,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let place = place_served(&session, &schedule, &location).await?;
    let ticket = find_by_key(context().database.read(), &key).await?;
    let ticket = ticket.filter(|ticket| ticket.location == location && ticket.date == today());
    let ticket = ticket.ok_or(AppError::NotFound)?;
    let number = PhoneNumber::parse(&phone).ok();
    if let Some(number) = &number {
        let message = number_sms(&schedule, place, (&ticket, number), locale).await?;
        text_ticket(&context().database, &ticket, message, now()).await?;
    }
    let texted = TextedTicket {
        ticket: key.clone(),
        is_sent: number.is_some(),
        typed: hide_cpr(&phone).chars().take(LONGEST_TYPED).collect(),
    };
    remember(&session, TEXTED_TICKET, &texted).await?;
    redirect(locale, &format!("/skranke/{location}/nummer/{}", key.as_str()));
    Ok(())
}

/// "Dit nummer er B12. Fjordby Bibliotek. Ventetid: ca. 10-20 min. …"
#[cfg(feature = "ssr")]
async fn number_sms(
    schedule: &Schedule,
    place: &Location,
    (ticket, to): (&Ticket, &PhoneNumber),
    locale: Locale,
) -> AppResult<NewMessage> {
    let queue = Queue::of(schedule, place).await?;
    let page = ticket_page(schedule, place, &queue, ticket, locale)?;
    let texts = Texts::of(locale);
    let wait = wait_text(texts, page.wait);
    Ok(NewMessage {
        channel: Channel::Sms,
        kind: QUEUE_NUMBER.to_owned(),
        recipient: to.as_str().to_owned(),
        subject: String::new(),
        body_text: texts.ticket_sms_body(page.address, page.number, page.place, wait),
        body_html: None,
        attachment: None,
        expires_at: Some(now() + GOOD_FOR),
    })
}
