use domain::desk::{Step, TicketKind, TicketView};
use domain::ids::{AdviserId, LocationId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::steps::{StepControl, offered};
use super::steps_api::StepTicket;
use super::words::{ended_text, kind_name};
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::ButtonKind;

/// What every number on the page needs to know of the desk.
#[derive(Debug, Clone)]
pub(super) struct AtTheDesk {
    pub location: LocationId,
    /// Whom somebody can be passed on to.
    pub advisers: Vec<AdviserId>,
    /// Which of them the visitor is, if their account says so.
    pub own_adviser: Option<AdviserId>,
    /// Whether the visitor has said where they sit: otherwise nobody can be called.
    pub is_seated: bool,
}

/// Which steps stand on the row itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowSteps {
    /// The usual ones.
    Front,
    /// None: it is a colleague's, or over.
    Behind,
}

/// Somebody in the queue.
#[component]
pub(super) fn TicketRow(ticket: TicketView, at: AtTheDesk, steps: RowSteps) -> impl IntoView {
    let texts = use_texts();
    let about = about(texts, &ticket);
    let name = ticket
        .name
        .clone()
        .map(|name| view! { <strong>{name}", "</strong> });
    view! {
        <li class="desk-row">
            <p class="desk-row__number">{ticket.number.clone()}</p>
            <div class="desk-row__who">
                <p>{name}{ticket.service.clone()}</p>
                <p class="desk-row__about">{about}</p>
                <Noted noted=ticket.noted.clone() />
            </div>
            <TicketSteps ticket=ticket at=at steps=steps first=ButtonKind::Secondary />
        </li>
    }
}

/// What whoever helps must know; left out where nothing was said.
#[component]
pub(super) fn Noted(noted: Vec<String>) -> impl IntoView {
    (!noted.is_empty()).then(|| view! { <p class="desk-row__noted">{noted.join(" · ")}</p> })
}

/// What can be done with a number: one form, whose button tells what.
#[component]
pub(super) fn TicketSteps(
    ticket: TicketView,
    at: AtTheDesk,
    steps: RowSteps,
    /// How much the first of the usual steps stands out.
    first: ButtonKind,
) -> impl IntoView {
    let texts = use_texts();
    let (mut usual, mut rare) = offered(ticket.state);
    if steps == RowSteps::Behind {
        rare.append(&mut usual);
    }
    let control = |(step, kind): (Step, ButtonKind)| {
        view! { <StepControl step=step kind=kind ticket=ticket.clone() advisers=at.advisers.clone() /> }
    };
    let may = |step: &Step| *step != Step::Call || at.is_seated;
    let kinds = std::iter::once(first).chain(std::iter::repeat(ButtonKind::Secondary));
    let usual: Vec<_> = usual.into_iter().filter(may).zip(kinds).map(control).collect();
    let rare: Vec<_> = rare
        .into_iter()
        .filter(may)
        .map(|step| control((step, ButtonKind::Secondary)))
        .collect();
    let more = (!rare.is_empty()).then(|| {
        view! {
            <details class="desk-more">
                <summary>{texts.desk_more(&ticket.number)}</summary>
                <div class="desk-more__steps">{rare}</div>
            </details>
        }
    });
    view! {
        <PostForm action=StepTicket::PATH class="desk-steps">
            <input type="hidden" name="location" value=at.location.to_string() />
            <input type="hidden" name="ticket" value=ticket.id.0 />
            {usual}
            {more}
        </PostForm>
    }
}

/// When and how they came, where they are, and whom they wait for.
fn about(texts: Texts, ticket: &TicketView) -> String {
    let clock = |at: domain::time::WallTime| at.clock(texts.locale());
    let booked = ticket.booked_at.map(|at| texts.desk_booked_at(clock(at)));
    let kind = (ticket.kind != TicketKind::Booked).then(|| kind_name(texts, ticket.kind).to_owned());
    let came = texts.desk_came_at(clock(ticket.came_at));
    let counter = ticket.counter.as_ref().map(ToString::to_string);
    let with = ticket
        .booked_with
        .as_ref()
        .filter(|_| ticket.for_adviser.is_none());
    let with = with.map(|adviser| texts.noted_booked_with(adviser.name()));
    let colleague = ticket
        .for_adviser
        .as_ref()
        .map(|adviser| texts.desk_for_adviser(adviser.name()));
    let ended = ticket.ended.map(|ended| ended_text(texts, ended).to_owned());
    let parts: Vec<_> = booked
        .into_iter()
        .chain(with)
        .chain(kind)
        .chain([came])
        .chain(counter)
        .chain(colleague)
        .chain(ended)
        .collect();
    parts.join(" · ")
}
