use domain::appointments::{JoinForm, JoinPage as Join, PartOfDay, ToldBy, Way};
use domain::contact::{ContactError, ContactKind};
use domain::time::weekday_name;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::arranged::arranged_items;
use super::details_page::{field_id, text};
use super::part_choices::part_name;
use super::summary::{BookingHead, Chosen};
use super::waiting_api::{JoinWaitingList, join_form};
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Choice, ChoiceGroup, ChoiceKind, ErrorSummary, InputType, PageTitle, RevealChoice, SubmitButton,
    TextField,
};

/// Who waits for a time, and which days and parts of the day suit them.
pub(super) fn join_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("location")],
        move |[service, location]| async move { join_form(named(&service)?, named(&location)?, locale).await },
        join_view,
    )
}

fn join_view(page: Join) -> AnyView {
    let texts = use_texts();
    let Join {
        service,
        location,
        way,
        needs,
        form,
        errors,
    } = page;
    let name_error = problem(texts, &errors, "field-name");
    let needs_path = texts.path(&format!("/tid/{}/{}/behov", service.id, location.id));
    let (reach, no_contact) = (
        reach_fields(texts, way, &form, &errors),
        texts.waiting_by_sms_neither(location.phone.as_str()),
    );
    let summary = (!errors.is_empty()).then(|| summary(texts, &form, &errors));
    let (service_id, location_id) = (service.id.to_string(), location.id.to_string());
    view! {
        <BookingHead question=3 />
        {summary}
        <PageTitle title=texts.waiting_title() lead=texts.waiting_lead() />
        <PostForm action=JoinWaitingList::PATH>
            <input type="hidden" name="service" value=service_id />
            <input type="hidden" name="location" value=location_id />
            <ChoiceGroup
                legend=texts.waiting_weekdays()
                name="weekdays[]"
                kind=ChoiceKind::Checkbox
                options=weekday_choices(texts, &form)
                hint=texts.waiting_all_hint()
            />
            <ChoiceGroup
                legend=texts.waiting_parts()
                name="parts[]"
                kind=ChoiceKind::Checkbox
                options=part_choices(texts, &form)
                hint=texts.waiting_all_hint()
            />
            <TextField
                label=texts.booking_name()
                hint=texts.booking_name_hint()
                name="name"
                value=form.name
                autocomplete="name"
                error=name_error
            />
            {reach}
            <p>{no_contact}</p>
            <SubmitButton label=texts.waiting_join() />
        </PostForm>
        <Chosen service=service location=Some(location) arranged=arranged_items(texts, way, &needs, None) />
        <p>
            <a href=needs_path>{texts.waiting_by_sms_needs()}</a>
        </p>
    }
    .into_any()
}

/// How they are told of a time. Where we ring or send a link there is nothing to choose.
fn reach_fields(texts: Texts, way: Way, form: &JoinForm, errors: &[ContactError]) -> AnyView {
    let phone = view! {
        <TextField
            label=texts.booking_phone()
            name="phone"
            value=form.phone.clone()
            input_type=InputType::Tel
            autocomplete="tel"
            error=problem(texts, errors, "field-phone").filter(|_| form.contact != ToldBy::Call)
        />
    };
    let email = view! {
        <TextField
            label=texts.booking_email()
            name="email"
            value=form.email.clone()
            input_type=InputType::Email
            autocomplete="email"
            error=problem(texts, errors, "field-email")
        />
    };
    match way.asks_for() {
        Some(ContactKind::Phone) => phone.into_any(),
        Some(ContactKind::Email) => email.into_any(),
        Some(ContactKind::None) | None => {
            let is = |told_by| form.contact == told_by;
            let call = view! {
                <TextField
                    label=texts.calls_number()
                    name="call"
                    value=form.call.clone()
                    input_type=InputType::Tel
                    autocomplete="tel"
                    error=problem(texts, errors, "field-phone").filter(|_| form.contact == ToldBy::Call)
                />
            };
            view! {
                <fieldset class="form-group">
                    <legend class="form-label">{texts.waiting_by_sms_reach()}</legend>
                    <RevealChoice name="contact" value="email" label=texts.waiting_by_sms_mail() checked=is(ToldBy::Email)>
                        {email}
                    </RevealChoice>
                    <RevealChoice name="contact" value="phone" label=texts.waiting_by_sms_sms() checked=is(ToldBy::Phone)>
                        {phone}
                    </RevealChoice>
                    <RevealChoice name="contact" value="call" label=texts.calls_me() checked=is(ToldBy::Call)>
                        {call}
                    </RevealChoice>
                </fieldset>
            }
            .into_any()
        }
    }
}

fn weekday_choices(texts: Texts, form: &JoinForm) -> Vec<Choice> {
    let choice = |day: i8| Choice {
        value: day.to_string(),
        label: weekday_name(day, texts.locale()).to_owned(),
        checked: form.weekdays.contains(&day),
        ..Choice::default()
    };
    (1..=7).map(choice).collect()
}

fn part_choices(texts: Texts, form: &JoinForm) -> Vec<Choice> {
    let choice = |part: PartOfDay| Choice {
        value: part.as_str().to_owned(),
        label: part_name(texts, Some(part)).to_owned(),
        checked: form.parts.contains(&part),
        ..Choice::default()
    };
    PartOfDay::ALL.map(choice).into()
}

fn summary(texts: Texts, form: &JoinForm, errors: &[ContactError]) -> impl IntoView + use<> {
    let field = |error: ContactError| match (field_id(error), form.contact) {
        ("field-phone", ToldBy::Call) => "field-call",
        (field, _) => field,
    };
    let errors = errors
        .iter()
        .map(|error| (field(*error).to_owned(), problem_text(texts, *error).to_owned()))
        .collect();
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
}

/// Nobody can be told of a time by nothing, so no field offers that.
fn problem_text(texts: Texts, error: ContactError) -> &'static str {
    match error {
        ContactError::EmailMissing => texts.waiting_email_missing(),
        ContactError::PhoneMissing => texts.waiting_by_sms_phone_missing(),
        other => text(texts, other),
    }
}

fn problem(texts: Texts, errors: &[ContactError], field: &str) -> Option<String> {
    let error = errors.iter().find(|error| field_id(**error) == field)?;
    Some(problem_text(texts, *error).to_owned())
}
