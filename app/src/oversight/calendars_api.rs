use domain::ids::AdviserId;
use domain::locale::Locale;
use domain::oversight::CalendarsPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    CALENDAR_MADE, absolute_address, context, forget, now, recall, redirect, remember, schedule, session,
    signed_in_with,
};
#[cfg(feature = "ssr")]
use domain::oversight::{CalendarRow, MadeCalendar};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::oversight::{feeds, make_feed, revoke_feed};

/// Whose calendars have an address. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "oversight/calendars", input = GetUrl)]
pub async fn calendars() -> Result<Reply<CalendarsPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let with_address = feeds(context().database.read()).await?;
    let schedule = schedule().await?;
    let advisers = schedule.advisers.iter().map(|adviser| CalendarRow {
        has_address: with_address.contains(&adviser.id),
        adviser: adviser.id.clone(),
    });
    Reply::of(&CalendarsPage {
        advisers: advisers.collect(),
        made: recall(&session, CALENDAR_MADE).await?,
    })
}

/// Gives an adviser's calendar a new address, which ends the old one. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "oversight/make-calendar")]
pub async fn make_calendar(locale: Locale, adviser: AdviserId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let context = context();
    let token = format!("{:032x}", rand::random::<u128>());
    make_feed(
        context.database.write(),
        &context.code_key,
        &adviser,
        &token,
        now(),
    )
    .await?;
    let address = absolute_address(&format!("/kalender/{token}.ics"))?;
    remember(&session, CALENDAR_MADE, &MadeCalendar { adviser, address }).await?;
    redirect(locale, "/personale/kalendere");
    Ok(())
}

/// Takes the address of an adviser's calendar away. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "oversight/revoke-calendar")]
pub async fn revoke_calendar(locale: Locale, adviser: AdviserId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    revoke_feed(context().database.write(), &adviser).await?;
    forget(&session, CALENDAR_MADE).await?;
    redirect(locale, "/personale/kalendere");
    Ok(())
}
