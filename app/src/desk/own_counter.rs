use domain::desk::{SeatView, TicketState, TicketView};
use domain::help_topic::HelpTopic;
use domain::ids::{AdviserId, LocationId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{CallNextCitizen, LeaveSeat, TakeSeat};
use super::lesson_api::StartAtDesk as StartLesson;
use super::ticket_row::{AtTheDesk, Noted, RowSteps, TicketSteps};
use crate::form::PostForm;
use crate::texts::use_texts;
use crate::ui::{ButtonKind, SubmitButton, TextField};

/// The visitor's own counter: where they sit, who is there, and the button that calls the next.
#[component]
pub(super) fn OwnCounter(
    at: AtTheDesk,
    seat: Option<SeatView>,
    unfit: bool,
    current: Option<TicketView>,
    /// Whom they would call next.
    next: Option<String>,
) -> impl IntoView {
    let texts = use_texts();
    let Some(seat) = seat else {
        return view! { <SeatForm at=at unfit=unfit /> }.into_any();
    };
    let title = match &seat.adviser {
        Some(adviser) => format!("{}, {}", seat.counter, adviser.name()),
        None => seat.counter.to_string(),
    };
    let location = at.location.clone();
    let shown = match current {
        Some(ticket) => view! { <Current ticket=ticket at=at /> }.into_any(),
        None => view! { <CallNext location=at.location next=next /> }.into_any(),
    };
    view! {
        <section class="desk__part desk__part--own" aria-labelledby="desk-own">
            <div class="desk-own__head">
                <h2 id="desk-own">{title}</h2>
                <PostForm action=LeaveSeat::PATH>
                    <input type="hidden" name="location" value=location.to_string() />
                    <SubmitButton label=texts.desk_leave_seat() kind=ButtonKind::Tertiary />
                </PostForm>
            </div>
            {shown}
        </section>
    }
    .into_any()
}

#[component]
fn SeatForm(at: AtTheDesk, unfit: bool) -> impl IntoView {
    let texts = use_texts();
    let error = unfit.then(|| texts.desk_unfit_counter().to_owned());
    view! {
        <section class="desk__part desk__part--own" aria-labelledby="desk-own">
            <h2 id="desk-own">{texts.desk_seat_title()}</h2>
            <PostForm action=TakeSeat::PATH>
                <input type="hidden" name="location" value=at.location.to_string() />
                <TextField
                    label=texts.desk_counter()
                    hint=texts.desk_counter_hint()
                    name="counter"
                    value=""
                    autocomplete="off"
                    error=error
                />
                <AdviserField advisers=at.advisers own=at.own_adviser />
                <SubmitButton label=texts.desk_take_seat() />
            </PostForm>
        </section>
    }
}

/// As whom of the schedule, so that only those are called whom they can help.
#[component]
fn AdviserField(advisers: Vec<AdviserId>, own: Option<AdviserId>) -> impl IntoView {
    let texts = use_texts();
    let options = advisers.into_iter().map(|adviser| {
        let is_own = own.as_ref() == Some(&adviser);
        view! { <option value=adviser.to_string() selected=is_own>{adviser.name()}</option> }
    });
    view! {
        <div class="form-group">
            <label class="form-label" for="field-adviser">{texts.desk_seat_adviser()}</label>
            <p class="form-hint" id="field-adviser-hint">{texts.desk_seat_adviser_hint()}</p>
            <select class="form-select" id="field-adviser" name="adviser" aria-describedby="field-adviser-hint">
                <option value="">{texts.desk_seat_everything()}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// Nobody is at the counter.
#[component]
fn CallNext(location: LocationId, next: Option<String>) -> impl IntoView {
    let texts = use_texts();
    let who = match next {
        Some(number) => texts.desk_next_is(number),
        None => texts.desk_nobody_for_you().to_owned(),
    };
    view! {
        <p>{who}</p>
        <PostForm action=CallNextCitizen::PATH class="desk-call-next">
            <input type="hidden" name="location" value=location.to_string() />
            <SubmitButton label=texts.desk_call_next() />
        </PostForm>
    }
}

/// Who is called to the counter, or being helped there.
#[component]
fn Current(ticket: TicketView, at: AtTheDesk) -> impl IntoView {
    let texts = use_texts();
    let state = match ticket.state {
        TicketState::Serving => texts.desk_being_served(),
        _ => texts.desk_on_the_way(),
    };
    let name = ticket
        .name
        .clone()
        .map(|name| view! { <p><strong>{name}</strong></p> });
    let lines = ticket.check_list.clone();
    let topic = ticket.topic.clone();
    let check_list = (!lines.is_empty()).then(|| view! { <CheckList lines=lines /> });
    view! {
        <p class="desk-current__number">{ticket.number.clone()}</p>
        {name}
        <p>{format!("{} · {state}", ticket.service)}</p>
        <Noted noted=ticket.noted.clone() />
        <TicketSteps ticket=ticket at=at steps=RowSteps::Front first=ButtonKind::Primary />
        {check_list}
        <StartAtDesk topic=topic />
    }
}

/// A lesson with the citizen, at the step that they asked help with where they have; else the adviser chooses.
#[component]
fn StartAtDesk(topic: Option<HelpTopic>) -> impl IntoView {
    let texts = use_texts();
    match topic {
        None => view! { <p><a href=texts.path("/sammen")>{texts.tutor_start_at_desk()}</a></p> }.into_any(),
        Some(topic) => view! {
            <PostForm action=StartLesson::PATH>
                <input type="hidden" name="course" value=topic.course.to_string() />
                <input type="hidden" name="step" value=topic.step.to_string() />
                <SubmitButton label=texts.tutor_start_at_desk() kind=ButtonKind::Secondary />
            </PostForm>
        }
        .into_any(),
    }
}

/// What staff go through with somebody. The ticks are for the eye and are kept nowhere.
#[component]
pub(super) fn CheckList(lines: Vec<String>) -> impl IntoView {
    let texts = use_texts();
    let lines = lines.into_iter().enumerate().map(|(index, line)| {
        let id = format!("check-{index}");
        view! {
            <li class="form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id=id.clone() autocomplete="off" />
                <label class="form-label" for=id>{line}</label>
            </li>
        }
    });
    view! {
        <div class="check-list">
            <h3>{texts.desk_check_list()}</h3>
            <ul>{lines.collect_view()}</ul>
        </div>
    }
}
