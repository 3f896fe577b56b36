use domain::appointments::{LocationCard, MoveCheckPage, MovePage as Times, MoveProblem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::cancel_pages::CancelCrumbs;
use super::day_of_times::day_of_times;
use super::move_api::{MoveBooking, move_check, move_times};
use super::summary::{appointment_items, place_line, time_line};
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, LinkButton, PageTitle, SubmitButton, SummaryList, TimeRow};

/// When would you rather come? The free times of the same service.
pub(super) fn move_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [query("sted"), query("fra")],
        move |[location, from]| move_times(Some(location), Some(from), locale),
        move_view,
    )
}

fn move_view(page: Times) -> AnyView {
    let texts = use_texts();
    let here = page.location.id.clone();
    let found = match page.count {
        0 => texts.move_no_times(page.location.phone.as_str()),
        1 => texts.booking_time_found().to_owned(),
        count => texts.booking_times_found(count),
    };
    let days = page
        .days
        .iter()
        .map(|day| {
            day_of_times(texts, day, |time, clock, date| {
                let href = texts.path(&format!("/tid/flyt/{here}/{}", time.slot));
                view! { <TimeRow href=href time=clock description=date /> }.into_any()
            })
        })
        .collect_view();
    let more = page.more_from.map(|from| {
        let href = texts.path(&format!("/tid/flyt?sted={here}&fra={from}"));
        view! { <LinkButton href=href label=texts.booking_more_times() kind=ButtonKind::Secondary /> }
    });
    let items = appointment_items(texts, &page.appointment);
    view! {
        <CancelCrumbs />
        <PageTitle title=texts.move_title() lead=texts.move_lead() />
        {page.problem.map(|problem| problem_view(texts, problem))}
        <SummaryList items=items />
        <h2>{place_line(&page.location)}</h2>
        <p role="status">{found}</p>
        {days}
        {more}
        {elsewhere(texts, page.elsewhere)}
    }
    .into_any()
}

fn problem_view(texts: Texts, problem: MoveProblem) -> impl IntoView {
    let (title, text) = match problem {
        MoveProblem::Taken => (texts.booking_taken_title(), texts.move_taken()),
        MoveProblem::Changed => (texts.move_changed_title(), texts.move_changed()),
    };
    view! { <Alert kind=AlertKind::Warning title=title>{text}</Alert> }
}

fn elsewhere(texts: Texts, locations: Vec<LocationCard>) -> Option<impl IntoView> {
    if locations.is_empty() {
        return None;
    }
    let links = locations
        .into_iter()
        .map(|location| {
            let href = texts.path(&format!("/tid/flyt?sted={}", location.id));
            view! {
                <li>
                    <a href=href>{place_line(&location)}</a>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <h2>{texts.move_elsewhere()}</h2>
        <ul class="plain-list">{links}</ul>
    })
}

/// Shows the old time and the new one, and asks.
pub(super) fn confirm_move_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location"), param("slot")],
        move |[location, slot]| async move { move_check(named(&location)?, slot, locale).await },
        confirm_view,
    )
}

fn confirm_view(page: MoveCheckPage) -> AnyView {
    let texts = use_texts();
    let now = format!(
        "{} {}, {}",
        page.appointment.at.day_and_month(texts.locale()),
        page.appointment.at.clock(texts.locale()),
        page.appointment.location,
    );
    let back = texts.path(&format!("/tid/flyt?sted={}", page.location.id));
    let (location, slot) = (page.location.id.to_string(), page.time.slot.clone());
    let items = vec![
        (texts.booking_service().to_owned(), page.appointment.service),
        (texts.move_old_time().to_owned(), now),
        (texts.move_new_time().to_owned(), time_line(texts, page.time)),
        (texts.booking_location().to_owned(), place_line(&page.location)),
    ];
    view! {
        <CancelCrumbs />
        <PageTitle title=texts.move_check() />
        <SummaryList items=items />
        <PostForm action=MoveBooking::PATH>
            <input type="hidden" name="location" value=location />
            <input type="hidden" name="slot" value=slot />
            <input type="hidden" name="sequence" value=page.sequence.to_string() />
            <SubmitButton label=texts.move_do() />
        </PostForm>
        <p>
            <a href=back>{texts.move_choose_again()}</a>
        </p>
    }
    .into_any()
}
