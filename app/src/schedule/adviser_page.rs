use domain::ids::{AdviserId, LocationId};
use domain::schedule::{AdviserPage, FieldProblem, Named, ShiftsPage, SkillsForm};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{edit_adviser, edit_shifts};
use super::edit_api::{ChangeShifts, ChangeSkills};
use super::form_parts::{HoursFields, Problems, ScheduleHead, field_error, remove_form};
use super::new_api::RemoveAdviser;
use super::rule_page::rule_list;
use crate::error::AppError;
use crate::form::PostForm;
use crate::loading::{load, load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Choice, ChoiceGroup, ChoiceKind, SubmitButton, TextField};

/// What an adviser can help with, and where they work.
pub(super) fn adviser_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("adviser")],
        move |[id]| async move { edit_adviser(named(&id)?, locale).await },
        adviser_view,
    )
}

fn adviser_view(page: AdviserPage) -> AnyView {
    let texts = use_texts();
    let id = page.adviser.to_string();
    let remove = remove_form(
        RemoveAdviser::PATH,
        ("adviser", id.clone()),
        [texts.plan_parts_remove_adviser(), texts.plan_parts_remove_hint()],
        field_error(texts, &page.problems, "remove"),
    );
    let links = page.places.iter().map(|Named { id: place, name }| {
        let href = texts.path(&format!("/personale/plan/medarbejder/{id}/{place}"));
        view! { <li><a href=href>{texts.plan_shifts_at(name)}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <Problems problems=page.problems.clone() />
        <ScheduleHead title=page.adviser.name() />
        <h2>{texts.plan_shifts()}</h2>
        <ul class="plain-list">{links}</ul>
        <h2>{texts.plan_skills()}</h2>
        {skills_form(texts, page)}
        {remove}
    }
    .into_any()
}

fn skills_form(texts: Texts, page: AdviserPage) -> impl IntoView {
    let AdviserPage {
        adviser,
        services,
        skills,
        problems,
        ..
    } = page;
    view! {
        <PostForm action=ChangeSkills::PATH>
            <input type="hidden" name="adviser" value=adviser.to_string() />
            {skills_fields(texts, services, skills, &problems)}
            <SubmitButton label=texts.plan_see() />
        </PostForm>
    }
}

/// What an adviser can help with, and in which languages.
pub(super) fn skills_fields(
    texts: Texts,
    services: Vec<Named>,
    skills: SkillsForm,
    problems: &[FieldProblem],
) -> impl IntoView + use<> {
    let chosen = skills.services;
    let options = services.into_iter().map(|Named { id, name }| Choice {
        checked: chosen.contains(&id),
        value: id,
        label: name,
        ..Choice::default()
    });
    let options = options.collect();
    view! {
            <ChoiceGroup
                legend=texts.plan_helps_with()
                name="services[]"
                kind=ChoiceKind::Checkbox
                options=options
                error=field_error(texts, problems, "services")
            />
            <TextField
                label=texts.plan_languages()
                hint=texts.plan_languages_hint()
                name="languages"
                value=skills.languages
                error=field_error(texts, problems, "languages")
            />
    }
}

/// When an adviser works at a place.
pub(super) fn shifts_page() -> impl IntoView {
    let locale = use_texts().locale();
    let (who, place) = (param("adviser"), param("location"));
    let fetch = move || {
        let who = AdviserId::parse(&who.get_untracked());
        let place = LocationId::parse(&place.get_untracked());
        async move {
            let who = who.map_err(|_| AppError::NotFound)?;
            edit_shifts(who, place.map_err(|_| AppError::NotFound)?, locale).await
        }
    };
    load(
        move || format!("{} {}", who.get(), place.get()),
        fetch,
        shifts_view,
    )
}

fn shifts_view(page: ShiftsPage) -> AnyView {
    let texts = use_texts();
    let path = format!("/personale/plan/medarbejder/{}/{}", page.adviser, page.location);
    view! {
        <Problems problems=page.problems.clone() />
        <ScheduleHead
            title=texts.plan_shifts_of(page.adviser.name(), page.location_name)
            lead=texts.plan_hours_hint()
        />
        <PostForm action=ChangeShifts::PATH>
            <input type="hidden" name="adviser" value=page.adviser.to_string() />
            <input type="hidden" name="location" value=page.location.to_string() />
            <HoursFields hours=page.hours problems=page.problems />
            <SubmitButton label=texts.plan_see() />
        </PostForm>
        {rule_list(texts, &path, page.rules)}
    }
    .into_any()
}
