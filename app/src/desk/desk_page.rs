use domain::desk::{DeskNotice, DeskPage as Desk, DeskPlace, ExpectedView, MissedReason, TicketView};
use domain::ids::LocationId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::desk;
use super::live::{follow, keep_focus};
use super::own_counter::OwnCounter;
use super::steps::{StepSelect, reasons};
use super::steps_api::{MarkArrived, MarkMissed};
use super::ticket_row::{AtTheDesk, Noted, RowSteps, TicketRow};
use super::words::{DeskCrumbs, wait_text};
use crate::form::PostForm;
use crate::live::listen;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, LinkButton, PageTitle, SubmitButton};

/// A place's queue, for those who work at its desk.
pub(super) fn desk_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load_at(
        [param("location"), query("besked")],
        move |[location, notice]| async move { desk(named(&location)?, notice, locale).await },
        desk_view,
    )
}

fn desk_view(page: Desk) -> AnyView {
    follow(&page.place.id, page.as_of);
    keep_focus();
    let texts = use_texts();
    let title = texts.desk_place_title(&page.place.name);
    let lead = format!(
        "{} {}",
        page.now.day_and_month(texts.locale()),
        page.now.clock(texts.locale())
    );
    let at = AtTheDesk {
        location: page.place.id.clone(),
        advisers: page.advisers.clone(),
        own_adviser: page.own_adviser.clone(),
        is_seated: page.seat.is_some(),
    };
    let waiting = page.waiting.len();
    view! {
        <DeskCrumbs />
        {page.notice.map(|notice| view! { <Alert kind=AlertKind::Info>{notice_text(texts, notice)}</Alert> })}
        <PageTitle title=title lead=lead />
        <DeskLinks place=page.place />
        <div class="desk">
            <OwnCounter
                at=at.clone()
                seat=page.seat
                unfit=page.unfit_counter
                current=page.current
                next=page.next
            />
            <div class="desk__queue">
                <section class="desk__part" aria-labelledby="desk-waiting">
                    <h2 id="desk-waiting">{texts.desk_waiting(waiting)}</h2>
                    <p>{texts.desk_wait_now()} " " {wait_text(texts, page.wait)}</p>
                    <Tickets tickets=page.waiting at=at.clone() steps=RowSteps::Front nobody=texts.desk_nobody_waits() />
                </section>
                <Expected expected=page.expected location=at.location.clone() />
            </div>
            <div class="desk__rest">
                <Part id="desk-elsewhere" title=texts.desk_elsewhere() tickets=page.elsewhere at=at.clone() steps=RowSteps::Behind />
                <Part id="desk-parked" title=texts.desk_parked() tickets=page.parked at=at.clone() steps=RowSteps::Front />
                <Part id="desk-ended" title=texts.desk_ended() tickets=page.ended at=at steps=RowSteps::Behind />
            </div>
        </div>
    }
    .into_any()
}

fn notice_text(texts: Texts, notice: DeskNotice) -> &'static str {
    match notice {
        DeskNotice::NotNow => texts.desk_not_now(),
        DeskNotice::NobodyForYou => texts.desk_nobody_for_you(),
    }
}

/// Where one goes from the desk.
#[component]
fn DeskLinks(place: DeskPlace) -> impl IntoView {
    let texts = use_texts();
    let here = texts.path(&format!("/skranke/{}", place.id));
    view! {
        <ul class="desk-links">
            <li>
                <LinkButton href=format!("{here}/nyt-nummer") label=texts.desk_new_ticket() kind=ButtonKind::Secondary />
            </li>
            <li>
                <a href=here rel="external">{texts.desk_refresh()}</a>
            </li>
            <li>
                <a href=texts.path(&format!("/skaerm/{}", place.id))>{texts.desk_to_display()}</a>
            </li>
            <li>
                <a href=texts.path(&format!("/ankomst/{}", place.id))>{texts.desk_to_kiosk()}</a>
            </li>
        </ul>
    }
}

/// A part of the queue that is left out while it is empty.
#[component]
fn Part(
    id: &'static str,
    title: &'static str,
    tickets: Vec<TicketView>,
    at: AtTheDesk,
    steps: RowSteps,
) -> impl IntoView {
    (!tickets.is_empty()).then(|| {
        view! {
            <section class="desk__part" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <Tickets tickets=tickets at=at steps=steps nobody="" />
            </section>
        }
    })
}

#[component]
fn Tickets(tickets: Vec<TicketView>, at: AtTheDesk, steps: RowSteps, nobody: &'static str) -> impl IntoView {
    if tickets.is_empty() {
        return view! { <p>{nobody}</p> }.into_any();
    }
    let rows = tickets.into_iter().map(|ticket| {
        view! { <TicketRow ticket=ticket at=at.clone() steps=steps /> }
    });
    view! { <ul class="desk-rows">{rows.collect_view()}</ul> }.into_any()
}

/// Those who have booked and are not here yet, under the colleague who is to help.
#[component]
fn Expected(expected: Vec<ExpectedView>, location: LocationId) -> impl IntoView {
    let texts = use_texts();
    let mut advisers: Vec<_> = expected.iter().map(|booked| booked.adviser.clone()).collect();
    advisers.sort();
    advisers.dedup();
    let nobody = advisers
        .is_empty()
        .then(|| view! { <p>{texts.desk_nobody_expected()}</p> });
    let groups = advisers.into_iter().map(|adviser| {
        let rows = expected
            .iter()
            .filter(|booked| booked.adviser == adviser)
            .map(|booked| view! { <ExpectedRow booked=booked.clone() location=location.clone() /> });
        view! {
            <h3>{adviser.name()}</h3>
            <ul class="desk-rows">{rows.collect_view()}</ul>
        }
    });
    view! {
        <section class="desk__part" aria-labelledby="desk-expected">
            <h2 id="desk-expected">{texts.desk_expected(expected.len())}</h2>
            {nobody}
            {groups.collect_view()}
        </section>
    }
}

#[component]
fn ExpectedRow(booked: ExpectedView, location: LocationId) -> impl IntoView {
    let texts = use_texts();
    let [about_button, about_more] = [booked.name.clone(), booked.name.clone()];
    let about = [location.to_string(), booked.appointment.0.to_string()];
    let [about_arrival, about_absence] = [about.clone(), about].map(|[location, appointment]| {
        view! {
            <input type="hidden" name="location" value=location />
            <input type="hidden" name="appointment" value=appointment />
        }
    });
    view! {
        <li class="desk-row">
            <p class="desk-row__number">{booked.at.clock(texts.locale())}</p>
            <div class="desk-row__who">
                <p>
                    <strong>{booked.name}</strong>
                </p>
                <p>{booked.service}</p>
                <Noted noted=booked.noted />
            </div>
            <div class="desk-steps">
                <PostForm action=MarkArrived::PATH>
                    {about_arrival}
                    <SubmitButton label=texts.noted_is_here() kind=ButtonKind::Secondary about=about_button />
                </PostForm>
                <details class="desk-more">
                    <summary>
                        {texts.noted_more()}
                        <span class="sr-only">": " {about_more}</span>
                    </summary>
                    <PostForm action=MarkMissed::PATH class="desk-step">
                        {about_absence}
                        <StepSelect
                            name="reason"
                            label=texts.desk_missed_why()
                            options=reasons(texts, &[MissedReason::NotHere, MissedReason::GaveNotice])
                        />
                        <SubmitButton label=texts.desk_miss() kind=ButtonKind::Secondary />
                    </PostForm>
                </details>
            </div>
        </li>
    }
}
