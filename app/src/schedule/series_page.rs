use domain::ids::{AdviserId, ServiceId};
use domain::schedule::{Begins, FieldProblem, Named, SeriesForm, SeriesKind, SeriesPage};
use domain::time::weekday_name;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::form_parts::{Problems, ScheduleHead, field_error};
use super::series_api::{BookSingly, ChangeSeries, RemoveSeries, edit_series};
use crate::error::AppResult;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    ButtonKind, FieldSet, LabelledSelect, LinkButton, RevealChoice, SubmitButton, TextArea, TextField,
};

/// A series of a service, or a new one.
pub(super) fn series_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("number")],
        move |[service, number]| async move { edit_series(named(&service)?, number_of(&number)?, locale).await },
        series_view,
    )
}

/// None on the page of a new one, whose address has no number.
pub(super) fn number_of(part: &str) -> AppResult<Option<i64>> {
    if part.is_empty() {
        return Ok(None);
    }
    named(part).map(Some)
}

/// The series of a service with their pages, on the service's own.
pub(super) fn series_list(
    texts: Texts,
    service: &ServiceId,
    series: Option<Vec<String>>,
) -> impl IntoView + use<> {
    let path = texts.path(&format!("/personale/plan/ydelse/{service}"));
    let is_none_left = series.as_ref().is_some_and(Vec::is_empty);
    let lines = (1..)
        .zip(series.unwrap_or_default())
        .map(|(number, line): (i64, _)| {
            let href = format!("{path}/forloeb/{number}");
            view! { <li><a href=href>{line}</a></li> }
        });
    view! {
        <h2>{texts.plan_series_title()}</h2>
        <p>{texts.plan_series_lead()}</p>
        <ul class="plain-list">{lines.collect_view()}</ul>
        <LinkButton href=format!("{path}/nyt-forloeb") label=texts.plan_series_new() kind=ButtonKind::Tertiary />
        {is_none_left.then(|| book_singly(texts, service.to_string()))}
    }
}

fn book_singly(texts: Texts, service: String) -> impl IntoView {
    view! {
        <p>{texts.plan_series_none_left()}</p>
        <PostForm action=BookSingly::PATH>
            <input type="hidden" name="service" value=service />
            <SubmitButton label=texts.plan_series_book_singly() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

fn series_view(page: SeriesPage) -> AnyView {
    let texts = use_texts();
    let title = if page.number.is_some() {
        texts.plan_series_of(page.service_name.as_str())
    } else {
        texts.plan_series_new_of(page.service_name.as_str())
    };
    let which = hidden(&page);
    let remove = page.number.map(|_| remove_series(texts, &page));
    view! {
        <Problems problems=page.problems.clone() />
        <ScheduleHead title=title lead=texts.plan_series_form_lead() />
        <PostForm action=ChangeSeries::PATH>
            {which}
            {whose_fields(texts, page.places, page.advisers, &page.form, &page.problems)}
            {date_fields(texts, page.form, &page.problems)}
            <SubmitButton label=texts.plan_see() />
        </PostForm>
        {remove}
    }
    .into_any()
}

fn remove_series(texts: Texts, page: &SeriesPage) -> impl IntoView + use<> {
    let which = hidden(page);
    view! {
        <h2>{texts.plan_series_remove()}</h2>
        <p>{texts.plan_series_remove_hint()}</p>
        <PostForm action=RemoveSeries::PATH>
            {which}
            <SubmitButton label=texts.plan_parts_see_removed() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// Which series is meant.
fn hidden(page: &SeriesPage) -> impl IntoView + use<> {
    let number = page.number.map(|number| {
        view! { <input type="hidden" name="number" value=number.to_string() /> }
    });
    view! {
        <input type="hidden" name="service" value=page.service.to_string() />
        <input type="hidden" name="version" value=page.version.to_string() />
        {number}
    }
}

/// Where it is given, and by whom.
fn whose_fields(
    texts: Texts,
    places: Vec<Named>,
    advisers: Vec<AdviserId>,
    form: &SeriesForm,
    problems: &[FieldProblem],
) -> impl IntoView + use<> {
    let places = places.into_iter().map(|Named { id, name }| (id, name));
    let advisers = advisers.iter().map(|id| (id.to_string(), id.name()));
    view! {
        <LabelledSelect
            label=texts.booking_location()
            name="location"
            options=places.collect()
            selected=form.location.clone()
            error=field_error(texts, problems, "location")
        />
        <LabelledSelect
            label=texts.plan_who()
            name="adviser"
            options=advisers.collect()
            selected=form.adviser.clone()
            error=field_error(texts, problems, "adviser")
        />
    }
}

/// By a list of dates or by a rule: only the fields of the one that is chosen are seen.
fn date_fields(texts: Texts, form: SeriesForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let is = |kind| form.kind == kind;
    let (is_listed, is_rule) = (is(SeriesKind::Listed), is(SeriesKind::Rule));
    let listed = listed_field(texts, form.listed.clone(), problems);
    let rule = rule_fields(texts, form, problems);
    view! {
        <FieldSet legend=texts.plan_series_kind() name="kind" error=None>
            <RevealChoice name="kind" value="listed" label=texts.plan_series_listed() checked=is_listed>
                {listed}
            </RevealChoice>
            <RevealChoice name="kind" value="rule" label=texts.plan_series_by_rule() checked=is_rule>
                {rule}
            </RevealChoice>
        </FieldSet>
    }
}

fn listed_field(texts: Texts, listed: String, problems: &[FieldProblem]) -> impl IntoView + use<> {
    view! {
        <TextArea
            label=texts.plan_series_dates()
            hint=texts.plan_series_dates_hint()
            name="listed"
            value=listed
            error=field_error(texts, problems, "listed")
            rows=6
        />
    }
}

fn rule_fields(texts: Texts, form: SeriesForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let weekdays = (1..=7).map(|day| (day.to_string(), weekday_name(day, texts.locale()).to_owned()));
    let begins =
        Begins::ALL.map(|begins| (begins.as_str().to_owned(), begins_text(texts, begins).to_owned()));
    let field = |name: &'static str, label: &'static str, hint: &'static str, value: String| {
        let error = field_error(texts, problems, name);
        view! { <TextField label=label hint=hint name=name value=value error=error /> }
    };
    view! {
        <LabelledSelect
            label=texts.plan_series_weekday()
            name="weekday"
            options=weekdays.collect()
            selected=form.weekday
            error=field_error(texts, problems, "weekday")
        />
        {field("clock", texts.plan_from_clock(), "", form.clock)}
        {field("times", texts.plan_series_times(), texts.plan_series_times_hint(), form.times)}
        {field("every_weeks", texts.plan_series_every_weeks(), texts.plan_series_every_weeks_hint(), form.every_weeks)}
        <LabelledSelect
            label=texts.plan_series_begins()
            name="begins"
            options=begins.to_vec()
            selected=form.begins.as_str()
        />
        {field("begins_every", texts.plan_series_begins_every(), texts.plan_series_begins_every_hint(), form.begins_every)}
        {field("first_day", texts.plan_series_first_day(), texts.plan_series_first_day_hint(), form.first_day)}
        {field("last_day", texts.plan_series_last_day(), texts.plan_series_last_day_hint(), form.last_day)}
    }
}

/// On which of its weekdays a series begins.
pub(super) fn begins_text(texts: Texts, begins: Begins) -> &'static str {
    match begins {
        Begins::EveryWeeks => texts.plan_series_weeks(),
        Begins::First => texts.plan_series_first(),
        Begins::Second => texts.plan_series_second(),
        Begins::Third => texts.plan_series_third(),
        Begins::Fourth => texts.plan_series_fourth(),
        Begins::Fifth => texts.plan_series_fifth(),
        Begins::Last => texts.plan_series_last(),
    }
}
