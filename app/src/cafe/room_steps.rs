use domain::cafe::{RoomSteps, Seat, Standing};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::ask_api::{ForgetQuestion, LeaveLine};
use super::room_api::{ReportRoom, StepRoom};
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, Alert, AlertKind, ButtonKind, SubmitButton, TextField, Ticket};

/// What can be done with a question, from a seat, and what helps with it.
pub(super) fn steps_view(page: RoomSteps) -> AnyView {
    let texts = use_texts();
    let is_open = matches!(page.standing, Standing::Open { .. });
    let leaving = (page.seat == Seat::Asker).then(|| leaving(texts, page.standing));
    let extend = page.may_extend.then(|| extend(texts, page.room.clone()));
    let report = report(texts, &page);
    let end = is_open.then(|| end(texts, &page));
    let code = page.code.map(|code| code_view(texts, code));
    view! {
        <div class="cafe-steps">{leaving} {extend} {report}</div>
        {end}
        {code}
        {beside(texts, page.beside)}
    }
    .into_any()
}

/// Out of the line, or away from what is over.
fn leaving(texts: Texts, standing: Standing) -> AnyView {
    match standing {
        Standing::InLine { .. } | Standing::Kept { .. } => view! {
            <PostForm action=LeaveLine::PATH>
                <SubmitButton label=texts.cafe_leave() kind=ButtonKind::Secondary />
            </PostForm>
        }
        .into_any(),
        Standing::Ended => view! {
            <PostForm action=ForgetQuestion::PATH>
                <SubmitButton label=texts.cafe_forget() kind=ButtonKind::Secondary />
            </PostForm>
        }
        .into_any(),
        Standing::Open { .. } => ().into_any(),
    }
}

fn extend(texts: Texts, room: String) -> impl IntoView {
    view! {
        <PostForm action=StepRoom::PATH>
            <input type="hidden" name="room" value=room />
            <input type="hidden" name="step" value="extend" />
            <SubmitButton label=texts.cafe_extend() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// The asker leaves with an own next step.
fn end(texts: Texts, page: &RoomSteps) -> impl IntoView + use<> {
    let room = page.room.clone();
    let next_try = (page.seat == Seat::Asker).then(|| {
        view! {
            <TextField
                label=texts.cafe_next_try()
                hint=texts.cafe_next_try_hint()
                name="next_try"
                autocomplete="off"
            />
        }
    });
    view! {
        <Accordion summary=texts.cafe_end_more()>
            <PostForm action=StepRoom::PATH>
                <input type="hidden" name="room" value=room />
                <input type="hidden" name="step" value="end" />
                {next_try}
                <SubmitButton label=texts.cafe_end() kind=ButtonKind::Secondary />
            </PostForm>
        </Accordion>
    }
}

fn report(texts: Texts, page: &RoomSteps) -> AnyView {
    if page.reported {
        return view! { <Alert kind=AlertKind::Info>{texts.cafe_reported()}</Alert> }.into_any();
    }
    if page.seat == Seat::Coordinator || page.standing.waits() {
        return ().into_any();
    }
    let room = page.room.clone();
    view! {
        <PostForm action=ReportRoom::PATH>
            <input type="hidden" name="room" value=room />
            <SubmitButton label=texts.cafe_report() kind=ButtonKind::Tertiary />
        </PostForm>
    }
    .into_any()
}

/// How the answer is read on another device.
fn code_view(texts: Texts, code: String) -> impl IntoView {
    view! {
        <Ticket code=code code_label=texts.cafe_your_code()>
            <p>{texts.cafe_your_code_line()}</p>
        </Ticket>
    }
}

fn beside(texts: Texts, links: Vec<(String, String)>) -> Option<impl IntoView> {
    if links.is_empty() {
        return None;
    }
    let rows = links.into_iter().map(|(title, path)| {
        view! {
            <li>
                <a href=texts.path(&path) target="_blank">{title}</a>
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section>
            <h2>{texts.cafe_beside()}</h2>
            <p>{texts.cafe_beside_line()}</p>
            <ul class="plain-list">{rows}</ul>
        </section>
    })
}
