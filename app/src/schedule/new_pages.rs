//! The pages on which something new comes into the schedule, with the few fields that are needed to begin.

use domain::schedule::{NewAdviserPage, NewPlacePage, NewServicePage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::adviser_page::skills_fields;
use super::form_parts::{LanguageAreas, LanguageLines, Problems, ScheduleHead, field_error};
use super::new_api::{AddAdviser, AddPlace, AddService, new_adviser, new_place, new_service};
use super::place_page::place_fields;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{SubmitButton, TextField};

/// A new place.
pub(super) fn new_place_page() -> impl IntoView {
    load(String::new, new_place, new_place_view)
}

fn new_place_view(page: NewPlacePage) -> AnyView {
    let texts = use_texts();
    let NewPlacePage { place, problems } = page;
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_parts_new_place() lead=texts.plan_parts_new_place_lead() />
        <PostForm action=AddPlace::PATH>
            {place_fields(texts, place, problems)}
            <SubmitButton label=texts.plan_parts_see_new() />
        </PostForm>
    }
    .into_any()
}

/// A new service.
pub(super) fn new_service_page() -> impl IntoView {
    load(String::new, new_service, new_service_view)
}

fn new_service_view(page: NewServicePage) -> AnyView {
    let texts = use_texts();
    let NewServicePage { form, problems } = page;
    let duration_error = field_error(texts, &problems, "duration");
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_parts_new_service() lead=texts.plan_parts_new_service_lead() />
        <PostForm action=AddService::PATH>
            <LanguageLines label=texts.plan_name() name="name" typed=form.name problems=problems.clone() />
            <LanguageAreas label=texts.plan_summary() name="summary" typed=form.summary problems=problems />
            <TextField
                label=texts.plan_duration()
                name="duration"
                value=form.duration
                unit=texts.plan_minutes()
                inputmode="numeric"
                error=duration_error
            />
            <SubmitButton label=texts.plan_parts_see_new() />
        </PostForm>
    }
    .into_any()
}

/// A new adviser.
pub(super) fn new_adviser_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || new_adviser(locale), new_adviser_view)
}

fn new_adviser_view(page: NewAdviserPage) -> AnyView {
    let texts = use_texts();
    let NewAdviserPage {
        services,
        form,
        problems,
    } = page;
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_parts_new_adviser() lead=texts.plan_parts_new_adviser_lead() />
        <PostForm action=AddAdviser::PATH>
            <TextField
                label=texts.plan_name()
                hint=texts.plan_parts_adviser_name_hint()
                name="name"
                value=form.name
                error=field_error(texts, &problems, "name")
            />
            {skills_fields(texts, services, form.skills, &problems)}
            <SubmitButton label=texts.plan_parts_see_new() />
        </PostForm>
    }
    .into_any()
}
