use domain::appointments::{FirstTimesPage, MonthPage};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    hold_api::hold_choice,
    holding::own,
    search_month::MonthSearch,
    search_places::{Everywhere, first_days},
    search_times::Search,
    views::{chosen, location_card, placed_times, service_card},
    wishes::wishes,
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{TAKEN, context, now, recall, schedule, session, today};
#[cfg(feature = "ssr")]
use domain::appointments::{PartOfDay, Slot};
#[cfg(feature = "ssr")]
use domain::count;

/// Days shown on the page of the first times at any place.
#[cfg(feature = "ssr")]
const DAYS_SHOWN: usize = 5;

/// A month of a place, with the number of free times of each day. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/month", input = GetUrl)]
pub async fn month_of_times(
    service: ServiceId,
    location: LocationId,
    /// `2026-12`; this month where it is left out or no month.
    month: Option<String>,
    /// `formiddag`; the whole day where it is left out or no part of it.
    part: Option<String>,
    locale: Locale,
) -> Result<Reply<MonthPage>, AppError> {
    let context = context();
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let part = part.and_then(|part| PartOfDay::parse(&part));
    let session = session().await?;
    let search = Search {
        schedule: &schedule,
        service,
        location,
        from: today(),
        days_wanted: 0,
        part,
        asking: &wishes(&session).await?.asking(service),
        own: &own(&session).await?,
        now: now(),
    };
    let month = MonthSearch::new(search, month.and_then(|month| month.parse().ok()));
    Reply::of(&MonthPage {
        weeks: month.weeks(&context.database).await?,
        month: month.month().first().at(0, 0, 0, 0).into(),
        previous: month.previous(),
        next: month.next(),
        part,
        service: service_card(&context.library, service, locale),
        location: location_card(location, None, locale),
    })
}

/// The first free times wherever they are: each place's first on the next days. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/first-times", input = GetUrl)]
pub async fn first_times(
    service: ServiceId,
    /// `formiddag`; the whole day where it is left out or no part of it.
    part: Option<String>,
    locale: Locale,
) -> Result<Reply<FirstTimesPage>, AppError> {
    let context = context();
    let schedule = schedule().await?;
    let service = schedule.service(&service).ok_or(AppError::NotFound)?;
    let session = session().await?;
    let part = part.and_then(|part| PartOfDay::parse(&part));
    let everywhere = Everywhere {
        schedule: &schedule,
        service,
        part,
        asking: &wishes(&session).await?.asking(service),
        own: &own(&session).await?,
        now: now(),
    };
    let days = first_days(&context.database, everywhere, DAYS_SHOWN).await?;
    let days: Vec<_> = days
        .iter()
        .map(|(date, times)| placed_times(service, *date, times, locale))
        .collect();
    let taken: Option<Slot> = recall(&session, TAKEN).await?;
    Reply::of(&FirstTimesPage {
        service: service_card(&context.library, service, locale),
        count: days.iter().map(|day| count(&day.times)).sum(),
        days,
        part,
        phone: schedule.municipality.phone.clone(),
        taken: taken.is_some(),
    })
}

/// Holds a time at one of several places while the visitor says who comes. **Permissions**: anyone; the hold is the visitor's
/// own.
#[server(prefix = "/api", endpoint = "appointments/hold-first")]
pub async fn hold_first(
    service: ServiceId,
    /// The place and the time: `bibliotek/2026-11-25T09:30Z`.
    choice: String,
    locale: Locale,
) -> Result<(), AppError> {
    let (location, slot) = choice.split_once('/').ok_or(AppError::Invalid)?;
    let location = LocationId::parse(location).map_err(|_| AppError::Invalid)?;
    let slot: Slot = slot.parse().map_err(|_| AppError::Invalid)?;
    let back = format!("/tid/{service}/foerst");
    hold_choice((&service, &location, slot), &back, locale).await
}
