use domain::contact::ContactKind;
use domain::schedule::{CallListPage, HitRow};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::call_api::{Settle, call_list};
use super::form_parts::ScheduleHead;
use super::hit_rows::{HitFacts, outcome};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ButtonRow, PrintButton, SubmitButton};

/// Those who have to be rung up.
pub(super) fn call_list_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || call_list(locale), call_list_view)
}

fn call_list_view(page: CallListPage) -> AnyView {
    let texts = use_texts();
    let rows = page.rows.iter().map(|row| call(texts, row));
    let rows = rows.collect_view();
    view! {
        <ScheduleHead title=texts.plan_call_list() lead=texts.plan_call_list_lead() />
        {page.too_late.then(|| view! {
            <Alert kind=AlertKind::Warning title=texts.plan_moved_on_title()>{texts.plan_too_late()}</Alert>
        })}
        {page.rows.is_empty().then(|| view! { <p>{texts.plan_nobody_waits()}</p> })}
        <ol class="hits">{rows}</ol>
        {(!page.rows.is_empty()).then(|| view! { <PrintButton label=texts.plan_print() /> })}
    }
    .into_any()
}

fn call(texts: Texts, row: &HitRow) -> impl IntoView + use<> {
    let outcome = outcome(texts, row);
    // The list has only those whose names whoever looks may see.
    let name = row.person.as_ref().map_or("", |person| person.name.as_str());
    let by_letter = row
        .person
        .as_ref()
        .is_some_and(|person| person.contact == ContactKind::None);
    let move_button = row.next.as_ref().map(|next| {
        let (slot, which) = (next.slot.clone(), which(row));
        let label = if by_letter {
            texts.plan_letter_move(name)
        } else {
            texts.plan_agreed_move(name)
        };
        view! {
            <PostForm action=Settle::PATH>
                {which}
                <input type="hidden" name="slot" value=slot />
                <SubmitButton
                    label=label
                    kind=ButtonKind::Secondary
                    name="remedy"
                    value="move"
                />
            </PostForm>
        }
    });
    let label = if by_letter {
        texts.plan_letter_cancel(name)
    } else {
        texts.plan_agreed_cancel(name)
    };
    let which = which(row);
    let row = row.clone();
    view! {
        <li class="hit">
            <HitFacts row=row />
            <p class="hit__outcome">{outcome}</p>
            <ButtonRow>
                {move_button}
                <PostForm action=Settle::PATH>
                    {which}
                    <SubmitButton
                        label=label
                        kind=ButtonKind::Tertiary
                        name="remedy"
                        value="cancel"
                    />
                </PostForm>
            </ButtonRow>
        </li>
    }
}

/// Tells the server which appointment it is, as it was when it was shown.
fn which(row: &HitRow) -> impl IntoView + use<> {
    let (id, sequence) = (row.appointment.0.to_string(), row.sequence.to_string());
    view! {
        <input type="hidden" name="appointment" value=id />
        <input type="hidden" name="sequence" value=sequence />
    }
}
