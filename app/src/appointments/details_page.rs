use domain::appointments::{DetailsForm, DetailsPage as Details};
use domain::contact::{ContactError, ContactKind};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{SaveDetails, details};
use super::held_note::HeldNote;
use super::summary::{BookingHead, Chosen};
use crate::error::{AppError, AppResult};
use crate::form::PostForm;
use crate::loading::{load, param};
use crate::reply::Reply;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ErrorSummary, InputType, PageTitle, RevealChoice, SubmitButton, TextField};

/// The fourth question: who comes? A name, and one way to be reached or none.
pub(super) fn details_page() -> impl IntoView {
    let locale = use_texts().locale();
    let (service, location, slot) = (param("service"), param("location"), param("slot"));
    let key = move || format!("{} {} {}", service.get(), location.get(), slot.get());
    let fetch = move || {
        fetch(
            service.get_untracked(),
            location.get_untracked(),
            slot.get_untracked(),
            locale,
        )
    };
    load(key, fetch, details_view)
}

async fn fetch(service: String, location: String, slot: String, locale: Locale) -> AppResult<Reply<Details>> {
    let service = ServiceId::parse(&service).map_err(|_| AppError::NotFound)?;
    let location = LocationId::parse(&location).map_err(|_| AppError::NotFound)?;
    details(service, location, slot, locale).await
}

fn details_view(page: Details) -> AnyView {
    let texts = use_texts();
    let Details {
        service,
        location,
        time,
        held,
        form,
        errors,
    } = page;
    let (service_id, location_id, slot) =
        (service.id.to_string(), location.id.to_string(), time.slot.clone());
    view! {
        <BookingHead question=4 />
        {(!errors.is_empty()).then(|| error_summary(texts, &errors))}
        <PageTitle title=texts.booking_who() lead=texts.booking_who_lead() />
        {held.map(|held| view! { <HeldNote held=held /> })}
        <PostForm action=SaveDetails::PATH>
            <input type="hidden" name="service" value=service_id />
            <input type="hidden" name="location" value=location_id />
            <input type="hidden" name="slot" value=slot />
            <TextField
                label=texts.booking_name()
                hint=texts.booking_name_hint()
                name="name"
                value=form.name.clone()
                autocomplete="name"
                error=message(texts, &errors, is_about_name)
            />
            <fieldset class="form-group">
                <legend class="form-label">{texts.booking_reach()}</legend>
                {reach_choices(texts, &form, &errors)}
            </fieldset>
            <SubmitButton label=texts.booking_to_check() />
            {held.filter(|held| held.may_be_longer).map(|_| more_time(texts))}
        </PostForm>
        <Chosen service=service location=Some(location) time=Some(time) />
    }
    .into_any()
}

/// A button of the same form, so that what has been typed goes with it.
fn more_time(texts: Texts) -> impl IntoView {
    view! {
        <SubmitButton
            label=texts.booking_more_time()
            kind=ButtonKind::Tertiary
            name="press"
            value="more_time"
        />
    }
}

fn reach_choices(texts: Texts, form: &DetailsForm, errors: &[ContactError]) -> impl IntoView + use<> {
    let chosen = form.contact;
    let (phone, email) = (form.phone.clone(), form.email.clone());
    let phone_error = message(texts, errors, is_about_phone);
    let email_error = message(texts, errors, is_about_email);
    view! {
        <RevealChoice name="contact" value="phone" label=texts.booking_by_phone() checked=chosen == ContactKind::Phone>
            <TextField
                label=texts.booking_phone()
                name="phone"
                value=phone
                input_type=InputType::Tel
                autocomplete="tel"
                error=phone_error
            />
        </RevealChoice>
        <RevealChoice name="contact" value="email" label=texts.booking_by_email() checked=chosen == ContactKind::Email>
            <TextField
                label=texts.booking_email()
                name="email"
                value=email
                input_type=InputType::Email
                autocomplete="email"
                error=email_error
            />
        </RevealChoice>
        <RevealChoice name="contact" value="none" label=texts.booking_by_nothing() checked=chosen == ContactKind::None>
            <p>{texts.booking_by_nothing_hint()}</p>
        </RevealChoice>
    }
}

fn error_summary(texts: Texts, errors: &[ContactError]) -> impl IntoView + use<> {
    let errors = errors
        .iter()
        .map(|error| (field_id(*error).to_owned(), text(texts, *error).to_owned()))
        .collect();
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
}

fn message(texts: Texts, errors: &[ContactError], about: fn(ContactError) -> bool) -> Option<String> {
    errors
        .iter()
        .find(|error| about(**error))
        .map(|error| text(texts, *error).to_owned())
}

fn is_about_name(error: ContactError) -> bool {
    field_id(error) == "field-name"
}

fn is_about_phone(error: ContactError) -> bool {
    field_id(error) == "field-phone"
}

fn is_about_email(error: ContactError) -> bool {
    field_id(error) == "field-email"
}

fn field_id(error: ContactError) -> &'static str {
    match error {
        ContactError::NameMissing | ContactError::NameTooLong | ContactError::NameHasCpr => "field-name",
        ContactError::PhoneMissing | ContactError::PhoneInvalid => "field-phone",
        ContactError::EmailMissing | ContactError::EmailInvalid => "field-email",
    }
}

/// What to say about something that was typed.
pub fn text(texts: Texts, error: ContactError) -> &'static str {
    match error {
        ContactError::NameMissing => texts.form_name_missing(),
        ContactError::NameTooLong => texts.form_name_too_long(),
        ContactError::NameHasCpr => texts.form_name_has_cpr(),
        ContactError::PhoneMissing => texts.form_phone_missing(),
        ContactError::PhoneInvalid => texts.form_phone_invalid(),
        ContactError::EmailMissing => texts.form_email_missing(),
        ContactError::EmailInvalid => texts.form_email_invalid(),
    }
}
