use domain::appointments::Way;
use domain::schedule::{FieldProblem, Named, ServicePage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::edit_service;
use super::form_parts::{LanguageAreas, LanguageLines, Problems, ScheduleHead, field_error, remove_form};
use super::new_api::RemoveService;
use super::series_page::series_list;
use super::service_rules::service_rules_form;
use super::text_forms_api::ChangeService;
use crate::appointments::arranged::way_text;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Choice, ChoiceGroup, ChoiceKind, SubmitButton, TextField};

/// A service's texts and times.
pub(super) fn service_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service")],
        move |[id]| async move { edit_service(named(&id)?, locale).await },
        service_view,
    )
}

fn service_view(page: ServicePage) -> AnyView {
    let texts = use_texts();
    let ServicePage {
        service,
        name,
        form,
        rules,
        drawings,
        kinds,
        series,
        problems,
    } = page;
    let remove = remove_form(
        RemoveService::PATH,
        ("service", service.to_string()),
        [texts.plan_parts_remove_service(), texts.plan_parts_remove_hint()],
        field_error(texts, &problems, "remove"),
    );
    let series = series_list(texts, &service, series);
    let rules = service_rules_form(texts, &service, rules, drawings, problems.clone());
    let uses = uses_field(texts, kinds, &form.uses, &problems);
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=name lead=texts.plan_service_lead() />
        <PostForm action=ChangeService::PATH>
            <input type="hidden" name="service" value=service.to_string() />
            {minutes(texts, texts.plan_duration(), "duration", form.duration, &problems)}
            {minutes(texts, texts.plan_buffer_before(), "buffer_before", form.buffer_before, &problems)}
            {minutes(texts, texts.plan_buffer_after(), "buffer_after", form.buffer_after, &problems)}
            {ways_field(texts, &form.ways, &problems)}
            <TextField
                label=texts.plan_parts_seats()
                hint=texts.plan_parts_seats_hint()
                name="seats"
                value=form.seats
                inputmode="numeric"
                error=field_error(texts, &problems, "seats")
            />
            {uses}
            <LanguageLines label=texts.plan_name() name="name" typed=form.name problems=problems.clone() />
            <LanguageAreas label=texts.plan_summary() name="summary" typed=form.summary problems=problems.clone() />
            <LanguageAreas
                label=texts.plan_bring()
                hint=texts.plan_bring_hint()
                name="bring"
                typed=form.bring
                problems=problems.clone()
            />
            <LanguageLines label=texts.plan_who_may_come() name="who" typed=form.who_may_come problems=problems />
            <SubmitButton label=texts.plan_see() />
        </PostForm>
        {rules}
        {series}
        {remove}
    }
    .into_any()
}

/// How citizen and adviser can meet.
fn ways_field(texts: Texts, chosen: &[String], problems: &[FieldProblem]) -> impl IntoView + use<> {
    let option = |way: Way| Choice {
        checked: chosen.iter().any(|name| name == way.as_str()),
        value: way.as_str().to_owned(),
        label: way_text(texts, way).to_owned(),
        ..Choice::default()
    };
    let options: Vec<_> = Way::ALL.into_iter().map(option).collect();
    view! {
        <ChoiceGroup
            legend=texts.visit_ways()
            hint=texts.visit_ways_hint()
            name="ways[]"
            kind=ChoiceKind::Checkbox
            options=options
            error=field_error(texts, problems, "ways")
        />
    }
}

/// What each appointment takes one of, where places have anything.
fn uses_field(
    texts: Texts,
    kinds: Vec<Named>,
    uses: &[String],
    problems: &[FieldProblem],
) -> Option<AnyView> {
    let options: Vec<_> = kinds
        .into_iter()
        .map(|Named { id, name }| Choice {
            checked: uses.contains(&id),
            value: id,
            label: name,
            ..Choice::default()
        })
        .collect();
    let error = field_error(texts, problems, "uses");
    (!options.is_empty()).then(|| {
        view! {
            <ChoiceGroup
                legend=texts.resources_uses()
                hint=texts.resources_uses_hint()
                name="uses[]"
                kind=ChoiceKind::Checkbox
                options=options
                error=error
            />
        }
        .into_any()
    })
}

fn minutes(
    texts: Texts,
    label: &'static str,
    name: &'static str,
    value: String,
    problems: &[FieldProblem],
) -> impl IntoView + use<> {
    let error = field_error(texts, problems, name);
    view! { <TextField label=label name=name value=value unit=texts.plan_minutes() inputmode="numeric" error=error /> }
}
