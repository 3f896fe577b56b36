//! The next free time, for a frame on other sites.

use domain::appointments::{Asking, Location, Service, Slot};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use jiff::Timestamp;
use leptos::prelude::*;
use store::Database;
use store::appointments::Own;

use super::search_places::{Everywhere, first_at_each_place};
use super::views::chosen;
use crate::bare_page::bare_page;
use crate::error::{AppError, AppResult};
use crate::server_side::AppContext;
use crate::texts::Texts;

/// What a site wants shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NextTimeAsked {
    pub service: ServiceId,
    /// The place; the one with the earliest time where it is left out.
    pub location: Option<LocationId>,
    pub locale: Locale,
}

/// The first free time of a service, as a whole document.
pub async fn next_time_page(
    context: &AppContext,
    options: &LeptosOptions,
    asked: &NextTimeAsked,
    now: Timestamp,
) -> AppResult<String> {
    let current = context.schedule.current(&context.database).await?;
    let schedule = current.ok_or(AppError::Unavailable)?;
    let service = schedule.service(&asked.service).ok_or(AppError::NotFound)?;
    if let Some(location) = &asked.location {
        chosen(&schedule, &service.id, location)?;
    }
    let everywhere = Everywhere {
        schedule: &schedule,
        service,
        part: None,
        asking: &Asking::default(),
        own: &Own::Nothing,
        now,
    };
    let next = next_time(&context.database, everywhere, asked.location.as_ref()).await?;
    let texts = Texts::of(asked.locale);
    let shown = match next {
        Some((slot, location)) => time_view(texts, service, location, slot),
        None => none_view(texts, service, &schedule.municipality.phone),
    };
    Ok(document(options, texts, shown))
}

/// The document in the place of one that cannot be shown: where else to look.
pub fn no_next_time_page(options: &LeptosOptions, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let content = view! {
        <p>{texts.widget_unavailable()}</p>
        <p>{link(texts, "/tid")}</p>
    };
    document(options, texts, content.into_any())
}

/// The earliest time, at the place that was asked for or at any.
async fn next_time<'a>(
    database: &Database,
    everywhere: Everywhere<'a>,
    asked_for: Option<&LocationId>,
) -> AppResult<Option<(Slot, &'a Location)>> {
    let places = first_at_each_place(database, everywhere).await?.into_iter();
    let times = places.filter_map(|(place, first)| Some((first?, place)));
    Ok(times
        .filter(|(_, place)| asked_for.is_none_or(|id| *id == place.id))
        .min_by_key(|(slot, _)| *slot))
}

fn time_view(texts: Texts, service: &Service, location: &Location, slot: Slot) -> AnyView {
    let (locale, at) = (texts.locale(), slot.wall_time());
    let path = format!("/tid/{}/{}", service.id, location.id);
    view! {
        <p>{service.name.get(locale).to_owned()}</p>
        <p class="next-time__time">
            <time datetime=slot.to_string()>
                <span>{at.day_and_month(locale)}</span>
                " "
                <span>{at.clock(locale)}</span>
            </time>
        </p>
        <p>{location.name.get(locale).to_owned()}</p>
        <p>{link(texts, &path)}</p>
    }
    .into_any()
}

fn none_view(texts: Texts, service: &Service, phone: &str) -> AnyView {
    view! {
        <p>{service.name.get(texts.locale()).to_owned()}</p>
        <p>{texts.widget_none(phone)}</p>
    }
    .into_any()
}

/// Leads out of the frame, to where a time is chosen.
fn link(texts: Texts, path: &str) -> impl IntoView {
    view! {
        <a class="button" href=texts.path(path) target="_top">
            {texts.widget_times()}
        </a>
    }
}

fn document(options: &LeptosOptions, texts: Texts, content: AnyView) -> String {
    let content = view! {
        <main class="next-time tint-moss">
            <h1>{texts.widget_title()}</h1>
            {content}
        </main>
    };
    bare_page(options, texts.locale(), texts.widget_title(), content.into_any())
}
