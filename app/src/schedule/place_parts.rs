//! The parts of a place's page that say what it keeps of its time, and what it has.

use domain::schedule::{Named, PlacePage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::edit_api::ChangeResources;
use super::form_parts::{LanguageLines, field_error};
use super::place_parts_api::{AddResource, ChangeKept, RemoveResource};
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{ButtonKind, LabelledSelect, SubmitButton, TextField};

/// What cannot be booked online.
pub(super) fn kept_form(texts: Texts, page: &PlacePage) -> impl IntoView + use<> {
    let (location, kept, problems) = (
        page.location.to_string(),
        page.kept.clone(),
        page.problems.clone(),
    );
    let share = move |name: &'static str, label: &'static str, value: String| {
        let error = field_error(texts, &problems, name);
        view! { <TextField label=label name=name value=value unit="%" inputmode="numeric" error=error /> }
    };
    view! {
        <h2>{texts.plan_kept_title()}</h2>
        <p>{texts.plan_kept_lead()}</p>
        <PostForm action=ChangeKept::PATH>
            <input type="hidden" name="location" value=location />
            {share("walk_ins", texts.plan_kept_walk_ins(), kept.walk_ins)}
            {share("staff", texts.plan_kept_staff(), kept.staff)}
            {share("accompanied", texts.plan_kept_accompanied(), kept.accompanied)}
            <SubmitButton label=texts.plan_see_place() />
        </PostForm>
    }
}

/// What the place has, how many there are, and something new.
pub(super) fn resources_form(texts: Texts, page: &PlacePage) -> impl IntoView + use<> {
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
    let counts = (!fields.is_empty()).then(|| {
        view! {
            <p>{texts.resources_lead()}</p>
            <PostForm action=ChangeResources::PATH>
                <input type="hidden" name="location" value=location />
                {fields}
                <SubmitButton label=texts.resources_see() />
            </PostForm>
        }
    });
    view! {
        <h2>{texts.resources_title()}</h2>
        {counts}
        {remove_buttons(texts, page)}
        {new_resource_form(texts, page)}
    }
}

fn remove_buttons(texts: Texts, page: &PlacePage) -> impl IntoView + use<> {
    let resources = page.resources.resources.iter().zip(&page.resource_names);
    let buttons: Vec<_> = resources
        .map(|(resource, name)| {
            let (location, id) = (page.location.to_string(), resource.id.clone());
            let label = texts.plan_kept_remove(name.as_str());
            view! {
                <PostForm action=RemoveResource::PATH>
                    <input type="hidden" name="location" value=location />
                    <input type="hidden" name="resource" value=id />
                    <SubmitButton label=label kind=ButtonKind::Tertiary />
                </PostForm>
            }
        })
        .collect();
    buttons
}

fn new_resource_form(texts: Texts, page: &PlacePage) -> impl IntoView + use<> {
    let (location, form, problems) = (
        page.location.to_string(),
        page.new_resource.clone(),
        page.problems.clone(),
    );
    let own = (String::new(), texts.plan_kept_own_kind().to_owned());
    let kinds = page.kinds.iter().cloned().map(|Named { id, name }| (id, name));
    let kinds = std::iter::once(own).chain(kinds).collect();
    view! {
        <h3>{texts.plan_kept_new()}</h3>
        <PostForm action=AddResource::PATH>
            <input type="hidden" name="location" value=location />
            <LanguageLines
                label=texts.plan_kept_what()
                name="resource"
                typed=form.name
                problems=problems.clone()
            />
            <LabelledSelect
                label=texts.plan_kept_kind()
                name="kind"
                options=kinds
                selected=form.kind
                error=field_error(texts, &problems, "kind")
            />
            <TextField
                label=texts.resources_count()
                name="count"
                value=form.count
                unit=texts.resources_unit()
                inputmode="numeric"
                error=field_error(texts, &problems, "count")
            />
            <SubmitButton label=texts.plan_parts_see_new() />
        </PostForm>
    }
}
