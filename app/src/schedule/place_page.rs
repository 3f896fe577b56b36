use domain::schedule::{FieldProblem, PlaceForm, PlacePage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::edit_place;
use super::edit_api::{ChangeHours, ChangeResources};
use super::form_parts::{
    HoursFields, LanguageAreas, LanguageLines, Problems, ScheduleHead, field_error, remove_form,
};
use super::new_api::RemovePlace;
use super::text_forms_api::ChangePlace;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{InputType, Note, SubmitButton, TextField};

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
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=page.name.clone() />
        <h2>{texts.plan_hours()}</h2>
        <p>{texts.plan_hours_hint()}</p>
        <OtherRules count=page.other_rules />
        <PostForm action=ChangeHours::PATH>
            <input type="hidden" name="location" value=id />
            <HoursFields hours=hours problems=problems />
            <SubmitButton label=texts.plan_see_hours() />
        </PostForm>
        {resources_form(texts, &page)}
        <h2>{texts.plan_find()}</h2>
        {find_form(texts, page)}
        {remove}
    }
    .into_any()
}

/// How many there are of what the place has, where it has anything.
fn resources_form(texts: Texts, page: &PlacePage) -> Option<AnyView> {
    let fields = page.resources.resources.iter().zip(&page.resource_names);
    let fields: Vec<_> = fields
        .enumerate()
        .map(|(index, (resource, name))| {
            let field = format!("counts[{index}]");
            let error = field_error(texts, &page.problems, &field);
            view! {
                <input type="hidden" name=format!("ids[{index}]") value=resource.id.clone() />
                <TextField
                    label=name.clone()
                    name=field
                    value=resource.count.clone()
                    unit=texts.resources_unit()
                    inputmode="numeric"
                    error=error
                />
            }
        })
        .collect();
    let location = page.location.to_string();
    (!fields.is_empty()).then(|| {
        view! {
            <h2>{texts.resources_title()}</h2>
            <p>{texts.resources_lead()}</p>
            <PostForm action=ChangeResources::PATH>
                <input type="hidden" name="location" value=location />
                {fields}
                <SubmitButton label=texts.resources_see() />
            </PostForm>
        }
        .into_any()
    })
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
    }
}

/// Says that there are rules which this form leaves as they are.
#[component]
pub fn OtherRules(count: i64) -> impl IntoView {
    let texts = use_texts();
    (count > 0).then(|| {
        view! {
            <Note>
                <p>{texts.plan_other_rules(count)}</p>
            </Note>
        }
    })
}
