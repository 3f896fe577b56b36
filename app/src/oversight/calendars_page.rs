use domain::oversight::{CalendarRow, CalendarsPage, MadeCalendar};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::calendars_api::{MakeCalendar, RevokeCalendar, calendars};
use super::days_page::OversightHead;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ButtonRow, SubmitButton};

/// The addresses of advisers' calendars.
pub(super) fn calendars_page() -> impl IntoView {
    load(String::new, calendars, calendars_view)
}

fn calendars_view(page: CalendarsPage) -> AnyView {
    let texts = use_texts();
    let rows = page.advisers.into_iter().map(|row| calendar_row(texts, row));
    let rows = rows.collect_view();
    view! {
        <OversightHead title=texts.oversight_calendars() lead=texts.oversight_calendars_lead() />
        {page.made.map(|made| made_view(texts, made))}
        <ul class="edit-rows">{rows}</ul>
    }
    .into_any()
}

fn made_view(texts: Texts, made: MadeCalendar) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Success title=texts.oversight_made(made.adviser.name())>
            <p><code dir="ltr">{made.address}</code></p>
            <p>{texts.oversight_made_hint()}</p>
        </Alert>
    }
}

fn calendar_row(texts: Texts, row: CalendarRow) -> impl IntoView {
    let (id, name) = (row.adviser.to_string(), row.adviser.name());
    let state = if row.has_address {
        texts.oversight_has_address()
    } else {
        texts.oversight_no_address()
    };
    let revoked = id.clone();
    let revoke = row.has_address.then(|| {
        let label = texts.oversight_revoke(name.as_str());
        view! {
            <PostForm action=RevokeCalendar::PATH>
                <input type="hidden" name="adviser" value=revoked />
                <SubmitButton label=label kind=ButtonKind::Tertiary />
            </PostForm>
        }
    });
    view! {
        <li class="edit-row">
            <p><strong>{name.clone()}</strong><br />{state}</p>
            <ButtonRow>
                <PostForm action=MakeCalendar::PATH>
                    <input type="hidden" name="adviser" value=id />
                    <SubmitButton label=texts.oversight_make(name.as_str()) kind=ButtonKind::Secondary />
                </PostForm>
                {revoke}
            </ButtonRow>
        </li>
    }
}
