use domain::ids::AdviserId;
use domain::schedule::{Begins, FieldProblem, RuleForm, RulePage};
use domain::time::weekday_name;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::form_parts::{Problems, ScheduleHead, field_error};
use super::rule_api::{ChangeRule, RemoveRule, edit_rule};
use super::series_page::{begins_text, number_of};
use crate::error::AppResult;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, InputType, LabelledSelect, LinkButton, SubmitButton, TextArea, TextField};

/// A rule of a place's hours or of an adviser's shifts there, or a new one.
pub(super) fn rule_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("adviser"), param("location"), param("number")],
        move |[adviser, location, number]| async move {
            edit_rule(
                adviser_of(&adviser)?,
                named(&location)?,
                number_of(&number)?,
                locale,
            )
            .await
        },
        rule_view,
    )
}

/// None in the address of a place's own hours.
fn adviser_of(part: &str) -> AppResult<Option<AdviserId>> {
    if part.is_empty() {
        return Ok(None);
    }
    named(part).map(Some)
}

/// Every rule with its page, on the page of the week that they belong to.
pub(super) fn rule_list(texts: Texts, page: &str, rules: Vec<String>) -> impl IntoView + use<> {
    let path = texts.path(page);
    let lines = (1..).zip(rules).map(|(number, line): (i64, _)| {
        let href = format!("{path}/tid/{number}");
        view! { <li><a href=href>{line}</a></li> }
    });
    view! {
        <h2>{texts.plan_rules_title()}</h2>
        <p>{texts.plan_rules_lead()}</p>
        <ul class="plain-list">{lines.collect_view()}</ul>
        <LinkButton href=format!("{path}/ny-tid") label=texts.plan_rules_new() kind=ButtonKind::Tertiary />
    }
}

fn rule_view(page: RulePage) -> AnyView {
    let texts = use_texts();
    let whose = match &page.adviser {
        Some(adviser) => texts.plan_shifts_of(adviser.name(), page.location_name.as_str()),
        None => texts.plan_rules_hours_of(page.location_name.as_str()),
    };
    let which = hidden(&page);
    let remove = page.number.map(|_| remove_rule(texts, &page));
    view! {
        <Problems problems=page.problems.clone() />
        <ScheduleHead title=whose lead=texts.plan_rules_form_lead() />
        <PostForm action=ChangeRule::PATH>
            {which}
            {hours_fields(texts, &page.form, &page.problems)}
            {date_fields(texts, page.form, &page.problems)}
            <SubmitButton label=texts.plan_see() />
        </PostForm>
        {remove}
    }
    .into_any()
}

fn remove_rule(texts: Texts, page: &RulePage) -> impl IntoView + use<> {
    let which = hidden(page);
    view! {
        <h2>{texts.plan_rules_remove()}</h2>
        <p>{texts.plan_rules_remove_hint()}</p>
        <PostForm action=RemoveRule::PATH>
            {which}
            <SubmitButton label=texts.plan_parts_see_removed() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// Which rule is meant.
fn hidden(page: &RulePage) -> impl IntoView + use<> {
    let number = page.number.map(|number| {
        view! { <input type="hidden" name="number" value=number.to_string() /> }
    });
    let adviser = page.adviser.as_ref().map(|adviser| {
        view! { <input type="hidden" name="adviser" value=adviser.to_string() /> }
    });
    view! {
        {adviser}
        <input type="hidden" name="location" value=page.location.to_string() />
        <input type="hidden" name="version" value=page.version.to_string() />
        {number}
    }
}

fn hours_fields(texts: Texts, form: &RuleForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let weekdays = (1..=7).map(|day| (day.to_string(), weekday_name(day, texts.locale()).to_owned()));
    view! {
        <LabelledSelect
            label=texts.plan_rules_weekday()
            name="weekday"
            options=weekdays.collect()
            selected=form.weekday.clone()
            error=field_error(texts, problems, "weekday")
        />
        <TextField
            label=texts.plan_rules_hours()
            hint=texts.plan_rules_hours_hint()
            name="hours"
            value=form.hours.clone()
            error=field_error(texts, problems, "hours")
        />
    }
}

/// On which of its weekdays it holds.
fn date_fields(texts: Texts, form: RuleForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let begins =
        Begins::ALL.map(|begins| (begins.as_str().to_owned(), repeats_text(texts, begins).to_owned()));
    let day = |name: &'static str, label: &'static str, hint: &'static str, value: String| {
        let error = field_error(texts, problems, name);
        view! { <TextField label=label hint=hint name=name value=value input_type=InputType::Date error=error /> }
    };
    view! {
        <LabelledSelect
            label=texts.plan_rules_repeats()
            name="begins"
            options=begins.to_vec()
            selected=form.begins.as_str()
        />
        <TextField
            label=texts.plan_rules_every_weeks()
            hint=texts.plan_rules_every_weeks_hint()
            name="begins_every"
            value=form.begins_every
            inputmode="numeric"
            error=field_error(texts, problems, "begins_every")
        />
        {day("first_day", texts.plan_rules_first_day(), texts.plan_rules_first_day_hint(), form.first_day)}
        {day("last_day", texts.plan_rules_last_day(), texts.plan_rules_last_day_hint(), form.last_day)}
        <TextArea
            label=texts.plan_rules_exceptions()
            hint=texts.plan_rules_exceptions_hint()
            name="exceptions"
            value=form.exceptions
            error=field_error(texts, problems, "exceptions")
            rows=4
        />
    }
}

/// On which of its weekdays a rule holds.
fn repeats_text(texts: Texts, begins: Begins) -> &'static str {
    match begins {
        Begins::EveryWeeks => texts.plan_rules_weeks(),
        of_month => begins_text(texts, of_month),
    }
}
