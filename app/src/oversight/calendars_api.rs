use domain::ids::AdviserId;
use domain::locale::Locale;
use domain::oversight::CalendarsPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    CALENDAR_MADE, Session, absolute_address, context, forget, now, recall, redirect, remember, schedule,
    session, signed_in_with,
};
#[cfg(feature = "ssr")]
use crate::staff::own_adviser;
#[cfg(feature = "ssr")]
use domain::oversight::{CalendarRow, MadeCalendar};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::oversight::{feeds, make_feed, revoke_feed};

/// Whose calendars have an address, one's own first. **Permissions**: whoever may edit the schedule; other advisers see their
/// own.
#[server(prefix = "/api", endpoint = "oversight/calendars", input = GetUrl)]
pub async fn calendars() -> Result<Reply<CalendarsPage>, AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let schedule = schedule().await?;
    let own = own_adviser(signed_in.id, &schedule).await?;
    let with_address = feeds(context().database.read()).await?;
    let sees_all = signed_in.staff.role.may(Right::EditSchedule);
    let ids = schedule.advisers.iter().map(|adviser| &adviser.id);
    let seen = ids.filter(|id| sees_all || own.as_ref() == Some(id));
    let mut advisers: Vec<_> = seen
        .map(|id| CalendarRow {
            has_address: with_address.contains(id),
            adviser: id.clone(),
        })
        .collect();
    advisers.sort_by_key(|row| own.as_ref() != Some(&row.adviser));
    Reply::of(&CalendarsPage {
        advisers,
        made: recall(&session, CALENDAR_MADE).await?,
    })
}

/// Gives an adviser's calendar a new address, which ends the old one. **Permissions**: whoever may edit the schedule; other
/// advisers their own.
#[server(prefix = "/api", endpoint = "oversight/make-calendar")]
pub async fn make_calendar(locale: Locale, adviser: AdviserId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_for(&session, &adviser).await?;
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

/// Takes the address of an adviser's calendar away. **Permissions**: whoever may edit the schedule; other advisers their
/// own.
#[server(prefix = "/api", endpoint = "oversight/revoke-calendar")]
pub async fn revoke_calendar(locale: Locale, adviser: AdviserId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_for(&session, &adviser).await?;
    revoke_feed(context().database.write(), &adviser).await?;
    forget(&session, CALENDAR_MADE).await?;
    redirect(locale, "/personale/kalendere");
    Ok(())
}

/// Refuses whoever may neither edit the schedule nor is this adviser.
#[cfg(feature = "ssr")]
async fn signed_in_for(session: &Session, adviser: &AdviserId) -> AppResult<()> {
    let signed_in = signed_in_with(session, Right::ServeCitizens).await?;
    let own = own_adviser(signed_in.id, &*schedule().await?).await?;
    let may = signed_in.staff.role.may(Right::EditSchedule) || own.as_ref() == Some(adviser);
    may.then_some(()).ok_or(AppError::Forbidden)
}
