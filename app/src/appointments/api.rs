use domain::appointments::{CheckPage, LocationsPage, ReceiptPage, ServicesPage, TimesPage};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    arrival_code::arrival_code,
    booking::{self, BookedBy, Booking},
    draft::{Draft, draft, draft_choice},
    holding::{held, held_view, own},
    search_places::{Everywhere, first_at_each_place},
    search_series::next_series,
    search_times::{Search, search_days},
    series::{time_card, with_dates},
    views::{appointment_view, bring, chosen, location_card, service_card, told_view},
    wishes::wishes,
};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::help_topic::{chosen_topic, forget_topic, topic_view};
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    HELD, RECEIPT, TAKEN, WISHES, context, forget, now, recall, redirect, remember, schedule, session, today,
};
#[cfg(feature = "ssr")]
use domain::appointments::{PartOfDay, ServiceCard, Slot};
#[cfg(feature = "ssr")]
use domain::count;

/// Days with free times on one page.
#[cfg(feature = "ssr")]
const DAYS_SHOWN: usize = 4;

/// What one can be helped with. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/services", input = GetUrl)]
pub async fn services(locale: Locale) -> Result<Reply<ServicesPage>, AppError> {
    let library = context().library;
    let schedule = schedule().await?;
    let mut services = Vec::new();
    for service in &schedule.services {
        services.push(ServiceCard {
            series: next_series(&context().database, &schedule, service, locale).await?,
            ..service_card(&library, service, locale)
        });
    }
    let topic = chosen_topic(&session().await?).await?;
    Reply::of(&ServicesPage {
        services,
        topic: topic_view(topic.as_ref(), locale).await?,
    })
}

/// Where a service is given, with each place's first free time. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/locations", input = GetUrl)]
pub async fn locations(service: ServiceId, locale: Locale) -> Result<Reply<LocationsPage>, AppError> {
    let context = context();
    let schedule = schedule().await?;
    let service = schedule.service(&service).ok_or(AppError::NotFound)?;
    let session = session().await?;
    let everywhere = Everywhere {
        schedule: &schedule,
        service,
        part: None,
        asking: &wishes(&session).await?.asking(service),
        own: &own(&session).await?,
        now: now(),
    };
    let locations = first_at_each_place(&context.database, everywhere)
        .await?
        .into_iter()
        .map(|(location, first)| {
            let first = first.map(|slot| time_card(service, location, slot, locale));
            location_card(location, first, locale)
        })
        .collect();
    Reply::of(&LocationsPage {
        service: service_card(&context.library, service, locale),
        bring: bring(service, locale),
        locations,
    })
}

/// Free times at a place, from a day on. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/times", input = GetUrl)]
pub async fn times(
    service: ServiceId,
    location: LocationId,
    /// `2026-11-30`; today where it is left out or no date.
    from: Option<String>,
    /// `formiddag`; the whole day where it is left out or no part of it.
    part: Option<String>,
    locale: Locale,
) -> Result<Reply<TimesPage>, AppError> {
    let context = context();
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let from = from.and_then(|from| from.parse().ok()).unwrap_or_else(today);
    let part = part.and_then(|part| PartOfDay::parse(&part));
    let session = session().await?;
    let asking = wishes(&session).await?.asking(service);
    let search = Search {
        schedule: &schedule,
        service,
        location,
        from,
        asking: &asking,
        days_wanted: DAYS_SHOWN,
        part,
        own: &own(&session).await?,
        now: now(),
    };
    let found = search_days(&context.database, search).await?;
    let days = found.cards(service, location, locale);
    let taken: Option<Slot> = recall(&session, TAKEN).await?;
    Reply::of(&TimesPage {
        count: days.iter().map(|day| count(&day.times)).sum(),
        more_from: found.more_from.map(|date| date.to_string()),
        taken: taken.is_some(),
        part,
        days,
        service: service_card(&context.library, service, locale),
        location: location_card(location, None, locale),
        way: service.way(asking.way),
        needs: asking.needs.clone(),
    })
}

/// "Is this right?" **Permissions**: anyone; the draft is the visitor's own.
#[server(prefix = "/api", endpoint = "appointments/check", input = GetUrl)]
pub async fn check(locale: Locale) -> Result<Reply<CheckPage>, AppError> {
    let session = session().await?;
    let draft = draft(&session)
        .await?
        .filter(Draft::is_complete)
        .ok_or(AppError::SessionLost)?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &draft.service, &draft.location)?;
    Reply::of(&CheckPage {
        held: held_view(&session, (service, location, draft.slot)).await?,
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
        time: time_card(service, location, draft.slot, locale),
        topic: topic_view(draft.topic.as_ref(), locale).await?,
        way: service.way(draft.arrangement.way),
        needs: draft.arrangement.needs,
        visit: draft.arrangement.address.map(String::from),
        form: draft.form,
    })
}

/// Books what the draft says, once. **Permissions**: anyone; the draft is the visitor's own.
#[server(prefix = "/api", endpoint = "appointments/book")]
pub async fn book(locale: Locale) -> Result<(), AppError> {
    let context = context();
    let session = session().await?;
    // The draft stays: a second press of the button, or a way back to it, finds the booking by its key and its ticket.
    let draft = draft(&session)
        .await?
        .filter(Draft::is_complete)
        .ok_or(AppError::SessionLost)?;
    let schedule = schedule().await?;
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule: &schedule,
        by: BookedBy::Citizen,
        hold: held(&session).await?.map(|held| held.key),
        locale,
    };
    if let Some(receipt) = booking.book(&draft, now()).await? {
        remember(&session, RECEIPT, &receipt).await?;
        forget_topic(&session).await?;
        forget(&session, HELD).await?;
        // The draft has what was asked for; the next booking on this device may be somebody else's.
        forget(&session, WISHES).await?;
        redirect(locale, "/tid/kvittering");
    } else {
        remember(&session, TAKEN, &draft.slot).await?;
        redirect(locale, &draft_choice(&draft));
    }
    Ok(())
}

/// The ticket of the booking that was just made. **Permissions**: anyone; the receipt is the visitor's own.
#[server(prefix = "/api", endpoint = "appointments/receipt", input = GetUrl)]
pub async fn receipt(locale: Locale) -> Result<Reply<ReceiptPage>, AppError> {
    let receipt: booking::Receipt = recall(&session().await?, RECEIPT)
        .await?
        .ok_or(AppError::SessionLost)?;
    let context = context();
    let appointment = store::appointments::find(context.database.read(), receipt.appointment)
        .await?
        .ok_or(AppError::NotFound)?;
    let dates = store::appointments::dates_of(context.database.read(), &appointment).await?;
    let view = appointment_view(&context.library, &*schedule().await?, &appointment, locale);
    let view = with_dates(view, &dates, now(), locale);
    Reply::of(&ReceiptPage {
        arrival: arrival_code(&view, &appointment.location, &receipt.code, locale)?,
        told: told_view(&appointment),
        appointment: view,
        code: receipt.code,
        locale,
    })
}
