use domain::appointments::{FirstTimesPage as FirstTimes, PlacedTime, PlacedTimes};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::find_api::{HoldFirst, first_times};
use super::part_choices::PartChoices;
use super::summary::{BookingHead, Chosen, place_line};
use super::taken_alert::TakenAlert;
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{DayHeading, PageTitle, ResultCount, TimeButton, remember_first_results};

/// When, wherever it is: each place's first times.
pub(super) fn first_page() -> impl IntoView {
    remember_first_results();
    let locale = use_texts().locale();
    load_at(
        [param("service"), query("del")],
        move |[service, part]| async move { first_times(named(&service)?, Some(part), locale).await },
        first_view,
    )
}

fn first_view(page: FirstTimes) -> AnyView {
    let texts = use_texts();
    let found = match page.count {
        0 => texts.times_none_anywhere(page.phone.as_str()),
        1 => texts.booking_time_found().to_owned(),
        count => texts.booking_times_found(count),
    };
    let service = page.service.id.to_string();
    let path = texts.path(&format!("/tid/{service}/foerst"));
    let days = page
        .days
        .into_iter()
        .map(|day| placed_times(texts, day))
        .collect_view();
    view! {
        <BookingHead question=4 />
        <PageTitle title=texts.times_first_title() lead=texts.times_first_lead() />
        {page.taken.then(|| view! { <TakenAlert /> })}
        <PartChoices chosen=page.part path=path />
        <ResultCount text=found />
        <PostForm action=HoldFirst::PATH>
            <input type="hidden" name="service" value=service />
            {days}
        </PostForm>
        <Chosen service=page.service />
    }
    .into_any()
}

fn placed_times(texts: Texts, day: PlacedTimes) -> AnyView {
    let row = |PlacedTime { time, location }| {
        view! {
            <TimeButton
                name="choice"
                value=format!("{}/{}", location.id, time.slot)
                time=time.at.clock(texts.locale())
                description=place_line(&location)
            />
        }
    };
    view! {
        <section class="day-of-times">
            <DayHeading text=day.day.day_and_month(texts.locale()) />
            <ul class="time-list">{day.times.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}
