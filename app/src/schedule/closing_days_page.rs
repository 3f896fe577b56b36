use domain::schedule::{ClosingDayRow, ClosingDaysPage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::closing_days;
use super::edit_api::{Close, Open};
use super::form_parts::{LanguageLines, Problems, ScheduleHead, field_error};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, InputType, SubmitButton, TextField};

/// The days on which everything is closed.
pub(super) fn closing_days_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || closing_days(locale), closing_days_view)
}

fn closing_days_view(page: ClosingDaysPage) -> AnyView {
    let texts = use_texts();
    let ClosingDaysPage { days, form, problems } = page;
    let rows = days.into_iter().map(|day| row(texts, day));
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_closing_days() lead=texts.plan_closing_days_lead() />
        <ul class="edit-rows">{rows.collect_view()}</ul>
        <h2>{texts.plan_close_title()}</h2>
        <PostForm action=Close::PATH>
            <TextField
                label=texts.plan_date()
                name="date"
                value=form.date
                input_type=InputType::Date
                error=field_error(texts, &problems, "date")
            />
            <LanguageLines label=texts.plan_reason() name="" typed=form.reason problems=problems />
            <SubmitButton label=texts.plan_see() />
        </PostForm>
    }
    .into_any()
}

fn row(texts: Texts, day: ClosingDayRow) -> impl IntoView {
    let date = day.day.long_date(texts.locale());
    view! {
        <li class="edit-row">
            <p><strong>{date.clone()}</strong><br />{day.reason}</p>
            <PostForm action=Open::PATH>
                <input type="hidden" name="date" value=day.date />
                <SubmitButton label=texts.plan_open_again(date) kind=ButtonKind::Tertiary />
            </PostForm>
        </li>
    }
}
