//! The part of a service's page that says when it can be booked, with its drawing and what staff go through.

use domain::ids::ServiceId;
use domain::schedule::{Drawing, FieldProblem, ServiceRulesForm};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::form_parts::{LanguageAreas, field_error};
use super::place_parts_api::ChangeServiceRules;
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{FieldSet, SubmitButton, TextField, choice_id};

/// The form of when a service can be booked.
pub(super) fn service_rules_form(
    texts: Texts,
    service: &ServiceId,
    form: ServiceRulesForm,
    drawings: Vec<Drawing>,
    problems: Vec<FieldProblem>,
) -> impl IntoView + use<> {
    let service = service.to_string();
    let errors = problems.clone();
    let number = move |name: &'static str, [label, hint, unit]: [&'static str; 3], value: String| {
        let error = field_error(texts, &errors, name);
        view! { <TextField label=label hint=hint name=name value=value unit=unit inputmode="numeric" error=error /> }
    };
    let (minutes, days) = (texts.plan_minutes(), texts.plan_general_days());
    let as_for_all = texts.plan_rules_as_for_all();
    let drawing_error = field_error(texts, &problems, "picture");
    let drawings = drawing_choices(drawings, &form.picture);
    view! {
        <h2>{texts.plan_rules_service()}</h2>
        <p>{texts.plan_rules_service_lead()}</p>
        <PostForm action=ChangeServiceRules::PATH>
            <input type="hidden" name="service" value=service />
            {number("start_every", [texts.plan_rules_start_every(), "", minutes], form.start_every)}
            {number("lead", [texts.plan_general_lead_time(), as_for_all, minutes], form.lead)}
            {number("horizon", [texts.plan_general_horizon(), as_for_all, days], form.horizon)}
            <LanguageAreas
                label=texts.plan_rules_check_list()
                hint=texts.plan_rules_check_list_hint()
                name="check"
                typed=form.check_list
                problems=problems
            />
            <FieldSet legend=texts.plan_rules_picture() name="picture" error=drawing_error>
                <div class="drawing-choices">{drawings}</div>
            </FieldSet>
            <SubmitButton label=texts.plan_see_place() />
        </PostForm>
    }
}

fn drawing_choices(drawings: Vec<Drawing>, chosen: &str) -> impl IntoView + use<> {
    let chosen = chosen.to_owned();
    let choices = drawings.into_iter().enumerate().map(move |(index, drawing)| {
        let id = choice_id("picture", index);
        let is_chosen = drawing.file == chosen;
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    id=id.clone()
                    name="picture"
                    value=drawing.file
                    checked=is_chosen
                />
                <label class="form-label" for=id>
                    <img src=drawing.picture.src alt="" width="96" height="96" loading="lazy" />
                    <span lang="da" dir="ltr">{drawing.name}</span>
                </label>
            </div>
        }
    });
    choices.collect_view()
}
