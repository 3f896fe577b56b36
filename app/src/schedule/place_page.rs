use domain::schedule::{FieldProblem, PlaceForm, PlacePage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::edit_place;
use super::edit_api::ChangeHours;
use super::form_parts::{
    HoursFields, LanguageAreas, LanguageLines, Problems, ScheduleHead, field_error, remove_form,
};
use super::new_api::RemovePlace;
use super::place_parts::{kept_form, resources_form};
use super::rule_page::rule_list;
use super::text_forms_api::ChangePlace;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Choice, ChoiceGroup, ChoiceKind, InputType, SubmitButton, TextField};

/// A place: its hours and how it is found.
pub(super) fn place_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location")],
        move |[location]| async move { edit_place(named(&location)?, locale).await },
        place_view,
    )
}

fn place_view(page: PlacePage) -> AnyView {
    let texts = use_texts();
    let (id, problems, hours) = (
        page.location.to_string(),
        page.problems.clone(),
        page.hours.clone(),
    );
    let remove = remove_form(
        RemovePlace::PATH,
        ("location", id.clone()),
        [
            texts.plan_parts_remove_place(),
            texts.plan_parts_remove_place_hint(),
        ],
        field_error(texts, &problems, "remove"),
    );
    let rules = rule_list(texts, &format!("/personale/plan/sted/{id}"), page.rules.clone());
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=page.name.clone() />
        <h2>{texts.plan_hours()}</h2>
        <p>{texts.plan_hours_hint()}</p>
        <PostForm action=ChangeHours::PATH>
            <input type="hidden" name="location" value=id />
            <HoursFields hours=hours problems=problems />
            <SubmitButton label=texts.plan_see_hours() />
        </PostForm>
        {rules}
        {kept_form(texts, &page)}
        {resources_form(texts, &page)}
        <h2>{texts.plan_find()}</h2>
        {find_form(texts, page)}
        {remove}
    }
    .into_any()
}

fn find_form(texts: Texts, page: PlacePage) -> impl IntoView {
    let PlacePage {
        location,
        place,
        problems,
        ..
    } = page;
    view! {
        <PostForm action=ChangePlace::PATH>
            <input type="hidden" name="location" value=location.to_string() />
            {place_fields(texts, place, problems)}
            <SubmitButton label=texts.plan_see_place() />
        </PostForm>
    }
}

/// How a place is called, found and rung up.
pub(super) fn place_fields(
    texts: Texts,
    place: PlaceForm,
    problems: Vec<FieldProblem>,
) -> impl IntoView + use<> {
    view! {
            <LanguageLines label=texts.plan_name() name="name" typed=place.name problems=problems.clone() />
            <TextField
                label=texts.plan_address()
                name="address"
                value=place.address
                error=field_error(texts, &problems, "address")
            />
            <TextField
                label=texts.plan_phone()
                name="phone"
                value=place.phone
                input_type=InputType::Tel
                error=field_error(texts, &problems, "phone")
            />
            <LanguageAreas label=texts.plan_directions() name="directions" typed=place.directions problems=problems />
            {access_field(texts, place.step_free)}
    }
}

fn access_field(texts: Texts, step_free: bool) -> impl IntoView {
    let option = Choice {
        value: "true".to_owned(),
        label: texts.plan_rules_step_free().to_owned(),
        checked: step_free,
        ..Choice::default()
    };
    view! {
        <ChoiceGroup
            legend=texts.plan_rules_access()
            name="step_free"
            kind=ChoiceKind::Checkbox
            options=vec![option]
            error=None
        />
    }
}
