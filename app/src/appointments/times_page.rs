use domain::appointments::{Needs, TimesPage as Times};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::times;
use super::arranged::arranged_items;
use super::day_of_times::day_of_times;
use super::hold_api::HoldTime;
use super::part_choices::{PartChoices, address, part_query};
use super::summary::{BookingHead, Chosen};
use super::taken_alert::TakenAlert;
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::use_texts;
use crate::ui::{ButtonKind, LinkButton, PageTitle, ResultCount, TimeButton, remember_first_results};

/// The fourth question: when? A list, earliest first.
pub(super) fn times_page() -> impl IntoView {
    remember_first_results();
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("location"), query("fra"), query("del")],
        move |[service, location, from, part]| async move {
            times(
                named(&service)?,
                named(&location)?,
                Some(from),
                Some(part),
                locale,
            )
            .await
        },
        times_view,
    )
}

fn times_view(page: Times) -> AnyView {
    let texts = use_texts();
    let path = texts.path(&format!("/tid/{}/{}", page.service.id, page.location.id));
    let (service, location) = (page.service.id.to_string(), page.location.id.to_string());
    let arranged = arranged_items(texts, page.way, &page.needs, None);
    let needs_path = format!("{path}/behov");
    let waiting_path = texts.path(&format!(
        "/tid/venteliste/{}/{}",
        page.service.id, page.location.id
    ));
    let is_series = page
        .days
        .iter()
        .flat_map(|day| &day.times)
        .any(|time| time.dates.is_some());
    let is_needed = page.needs != Needs::default();
    let found = match page.count {
        0 if page.part.is_some() => texts.times_none_in_part(page.location.phone.as_str()),
        0 if is_needed => texts.needs_none_fit(page.location.phone.as_str()),
        0 => texts.booking_no_times(page.location.phone.as_str()),
        1 => texts.booking_time_found().to_owned(),
        count => texts.booking_times_found(count),
    };
    // Pressing a time holds it, which is a change: so it is a button and not a link.
    let days = page
        .days
        .iter()
        .map(|day| {
            day_of_times(texts, day, |time, clock, date| {
                view! { <TimeButton name="slot" value=time.slot.clone() time=clock description=date /> }
                    .into_any()
            })
        })
        .collect_view();
    let more = page.more_from.map(|from| {
        view! {
            <LinkButton
                href=address(&path, std::iter::once(format!("fra={from}")).chain(page.part.map(part_query)))
                label=texts.booking_more_times()
                kind=ButtonKind::Secondary
            />
        }
    });
    // Whoever has chosen a day in the month stays there when they choose a part of the day.
    let from = Some(query("fra").get_untracked()).filter(|from| !from.is_empty());
    let month = address(&format!("{path}/maaned"), page.part.map(part_query).into_iter());
    view! {
        <BookingHead question=4 />
        <PageTitle title=texts.booking_when() />
        {page.taken.then(|| view! { <TakenAlert /> })}
        <PartChoices chosen=page.part path=path query=from.map(|from| format!("fra={from}")) />
        <LinkButton href=month label=texts.times_by_month() kind=ButtonKind::Tertiary />
        {is_needed.then(|| view! { <p>{texts.needs_fits()}</p> })}
        <ResultCount text=found />
        {is_series.then(|| view! { <p>{texts.series_all_at_once()}</p> })}
        <PostForm action=HoldTime::PATH>
            <input type="hidden" name="service" value=service />
            <input type="hidden" name="location" value=location />
            {days}
        </PostForm>
        {more}
        <p>
            <a href=needs_path>{if is_needed { texts.needs_change() } else { texts.needs_tell() }}</a>
        </p>
        <p>
            <a href=waiting_path>{texts.waiting_link()}</a>
        </p>
        <Chosen service=page.service location=Some(page.location) arranged=arranged />
    }
    .into_any()
}
