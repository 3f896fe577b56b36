use domain::appointments::{DayOfTimes, TimeCard, TimesPage as Times};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;

use super::api::times;
use super::summary::{BookingHead, Chosen};
use crate::error::{AppError, AppResult};
use crate::loading::{load, param, query};
use crate::reply::Reply;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, Alert, AlertKind, ButtonKind, DayHeading, LinkButton, PageTitle, TimeRow};

/// The third question: when? A list, earliest first.
pub(super) fn times_page() -> impl IntoView {
    let locale = use_texts().locale();
    let (service, location, from) = (param("service"), param("location"), query("fra"));
    let key = move || format!("{} {} {}", service.get(), location.get(), from.get());
    let fetch = move || {
        fetch(
            service.get_untracked(),
            location.get_untracked(),
            from.get_untracked(),
            locale,
        )
    };
    load(key, fetch, times_view)
}

async fn fetch(service: String, location: String, from: String, locale: Locale) -> AppResult<Reply<Times>> {
    let service = ServiceId::parse(&service).map_err(|_| AppError::NotFound)?;
    let location = LocationId::parse(&location).map_err(|_| AppError::NotFound)?;
    times(service, location, Some(from), locale).await
}

fn times_view(page: Times) -> AnyView {
    let texts = use_texts();
    let path = texts.path(&format!("/tid/{}/{}", page.service.id, page.location.id));
    let found = match page.count {
        0 => texts.booking_no_times(page.location.phone.as_str()),
        1 => texts.booking_time_found().to_owned(),
        count => texts.booking_times_found(count),
    };
    let days = page
        .days
        .iter()
        .map(|day| day_view(texts, &path, day))
        .collect_view();
    let more = page.more_from.map(|from| {
        view! {
            <LinkButton
                href=format!("{path}?fra={from}")
                label=texts.booking_more_times()
                kind=ButtonKind::Secondary
            />
        }
    });
    let taken = page
        .taken
        .then(|| view! { <Alert kind=AlertKind::Warning title=texts.booking_taken_title()>{texts.booking_taken()}</Alert> });
    view! {
        <BookingHead question=3 />
        <PageTitle title=texts.booking_when() />
        {taken}
        <p role="status">{found}</p>
        {days}
        {more}
        <Chosen service=page.service location=Some(page.location) />
    }
    .into_any()
}

/// Times of a day that are seen at once; all of them are a press away.
const SEEN_AT_ONCE: usize = 4;

fn day_view(texts: Texts, path: &str, day: &DayOfTimes) -> impl IntoView + use<> {
    let date = day.day.day_and_month(texts.locale());
    let more = (day.times.len() > SEEN_AT_ONCE).then(|| {
        let rows = time_rows(texts, path, &date, day.times.iter());
        view! {
            <Accordion summary=texts.booking_all_times(date.as_str())>
                <ul class="time-list">{rows}</ul>
            </Accordion>
        }
    });
    view! {
        <section>
            <DayHeading text=date.clone() />
            <ul class="time-list">{time_rows(texts, path, &date, over_the_day(&day.times))}</ul>
            {more}
        </section>
    }
}

/// The day's first time and others spread over the day, so that somebody who wants the afternoon sees one at once.
fn over_the_day(times: &[TimeCard]) -> impl Iterator<Item = &TimeCard> {
    let shown = times.len().min(SEEN_AT_ONCE);
    (0..shown).map(move |number| &times[number * times.len() / shown])
}

fn time_rows<'a>(
    texts: Texts,
    path: &str,
    date: &str,
    times: impl Iterator<Item = &'a TimeCard>,
) -> Vec<AnyView> {
    times
        .map(|time| {
            let clock = time.at.clock(texts.locale());
            view! { <TimeRow href=format!("{path}/{}", time.slot) time=clock description=date.to_owned() /> }
                .into_any()
        })
        .collect()
}
