use domain::schedule::{GeneralPage, Named};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::form_parts::{Problems, ScheduleHead, field_error};
use super::general_api::{ChangeGeneral, general};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{InputType, LabelledSelect, SubmitButton, TextField};

/// What holds for all places and services.
pub(super) fn general_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || general(locale), general_view)
}

fn general_view(page: GeneralPage) -> AnyView {
    let texts = use_texts();
    let GeneralPage {
        places,
        form,
        problems,
    } = page;
    let places = places.into_iter().map(|Named { id, name }| (id, name));
    let errors = problems.clone();
    let field = move |name: &'static str, label: &'static str, value: String, input_type| {
        let error = field_error(texts, &errors, name);
        view! { <TextField label=label name=name value=value input_type=input_type error=error /> }
    };
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_general_title() lead=texts.plan_general_lead() />
        <PostForm action=ChangeGeneral::PATH>
            <h2>{texts.plan_general_booking()}</h2>
            <TextField
                label=texts.plan_general_lead_time()
                hint=texts.plan_general_lead_time_hint()
                name="lead"
                value=form.lead
                unit=texts.plan_minutes()
                inputmode="numeric"
                error=field_error(texts, &problems, "lead")
            />
            <TextField
                label=texts.plan_general_horizon()
                hint=texts.plan_general_horizon_hint()
                name="horizon"
                value=form.horizon
                unit=texts.plan_general_days()
                inputmode="numeric"
                error=field_error(texts, &problems, "horizon")
            />
            <h2>{texts.plan_general_municipality()}</h2>
            {field("name", texts.plan_name(), form.name, InputType::Text)}
            {field("phone", texts.plan_phone(), form.phone, InputType::Tel)}
            {field("email", texts.plan_general_email(), form.email, InputType::Email)}
            {field("address", texts.plan_address(), form.address, InputType::Text)}
            <LabelledSelect
                label=texts.plan_general_main()
                name="main_location"
                options=places.collect()
                selected=form.main_location
                error=field_error(texts, &problems, "main_location")
            />
            <SubmitButton label=texts.plan_see_place() />
        </PostForm>
    }
    .into_any()
}
