use domain::appointments::{ChosenTimePage, DetailsForm, DetailsPage as Details, Way};
use domain::contact::{ContactError, ContactKind};
use domain::free_text::FreeTextError;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::details_api::{SaveDetails, details};
use super::held_note::HeldNote;
use super::summary::{BookingHead, Chosen};
use super::taken_time::{booked_view, taken_view};
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    ButtonKind, ErrorSummary, InputType, PageTitle, RevealChoice, SubmitButton, TextArea, TextField,
};

/// The fifth question: who comes? A name, and one way to be reached or none.
pub(super) fn details_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("location"), param("slot")],
        move |[service, location, slot]| async move {
            details(named(&service)?, named(&location)?, slot, locale).await
        },
        chosen_time_view,
    )
}

fn chosen_time_view(page: ChosenTimePage) -> AnyView {
    match page {
        ChosenTimePage::Free(page) => details_view(*page),
        ChosenTimePage::Taken(taken) => taken_view(*taken),
        ChosenTimePage::Booked => booked_view(),
    }
}

fn details_view(page: Details) -> AnyView {
    let texts = use_texts();
    let Details {
        service,
        location,
        time,
        held,
        way,
        form,
        errors,
        note_error,
    } = page;
    let (service_id, location_id, slot) =
        (service.id.to_string(), location.id.to_string(), time.slot.clone());
    view! {
        <BookingHead question=5 />
        {(!errors.is_empty() || note_error.is_some()).then(|| error_summary(texts, way, &errors, note_error))}
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
                error=message(texts, way, &errors, is_about_name)
            />
            {reach_fields(texts, way, &form, &errors)}
            <TextArea
                label=texts.note_label()
                hint=texts.note_hint()
                name="note"
                value=form.note.clone()
                error=note_error.map(|error| note_text(texts, error).to_owned())
            />
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

/// How somebody can be reached; where we ring or send a link there is nothing to choose.
fn reach_fields(texts: Texts, way: Way, form: &DetailsForm, errors: &[ContactError]) -> AnyView {
    match way.asks_for() {
        Some(ContactKind::Phone) => {
            let error = message(texts, way, errors, is_about_phone);
            phone_field(texts.note_which_phone(), form, error).into_any()
        }
        Some(ContactKind::Email) => {
            let error = message(texts, way, errors, is_about_email);
            email_field(texts.note_which_email(), form, error).into_any()
        }
        Some(ContactKind::None) | None => view! {
            <fieldset class="form-group">
                <legend class="form-label">{texts.booking_reach()}</legend>
                {reach_choices(texts, form, errors)}
            </fieldset>
        }
        .into_any(),
    }
}

fn phone_field(label: &'static str, form: &DetailsForm, error: Option<String>) -> impl IntoView + use<> {
    let phone = form.phone.clone();
    view! { <TextField label=label name="phone" value=phone input_type=InputType::Tel autocomplete="tel" error=error /> }
}

fn email_field(label: &'static str, form: &DetailsForm, error: Option<String>) -> impl IntoView + use<> {
    let email = form.email.clone();
    view! { <TextField label=label name="email" value=email input_type=InputType::Email autocomplete="email" error=error /> }
}

fn reach_choices(texts: Texts, form: &DetailsForm, errors: &[ContactError]) -> impl IntoView + use<> {
    let chosen = form.contact;
    let phone_error = message(texts, Way::InPerson, errors, is_about_phone);
    let email_error = message(texts, Way::InPerson, errors, is_about_email);
    let phone = phone_field(texts.booking_phone(), form, phone_error);
    let email = email_field(texts.booking_email(), form, email_error);
    view! {
        <RevealChoice name="contact" value="phone" label=texts.booking_by_phone() checked=chosen == ContactKind::Phone>
            {phone}
        </RevealChoice>
        <RevealChoice name="contact" value="email" label=texts.booking_by_email() checked=chosen == ContactKind::Email>
            {email}
        </RevealChoice>
        <RevealChoice name="contact" value="none" label=texts.booking_by_nothing() checked=chosen == ContactKind::None>
            <p>{texts.booking_by_nothing_hint()}</p>
        </RevealChoice>
    }
}

fn error_summary(
    texts: Texts,
    way: Way,
    errors: &[ContactError],
    note: Option<FreeTextError>,
) -> impl IntoView + use<> {
    let note = note.map(|error| ("field-note".to_owned(), note_text(texts, error).to_owned()));
    let errors = errors
        .iter()
        .map(|error| {
            (
                field_id(*error).to_owned(),
                contact_text(texts, way, *error).to_owned(),
            )
        })
        .chain(note)
        .collect();
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
}

fn message(
    texts: Texts,
    way: Way,
    errors: &[ContactError],
    about: fn(ContactError) -> bool,
) -> Option<String> {
    errors
        .iter()
        .find(|error| about(**error))
        .map(|error| contact_text(texts, way, *error).to_owned())
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

/// The field that an error is about.
pub(super) fn field_id(error: ContactError) -> &'static str {
    match error {
        ContactError::NameMissing | ContactError::NameTooLong | ContactError::NameHasCpr => "field-name",
        ContactError::PhoneMissing | ContactError::PhoneInvalid => "field-phone",
        ContactError::EmailMissing | ContactError::EmailInvalid => "field-email",
    }
}

/// What is wrong with a note, and how it is mended.
pub fn note_text(texts: Texts, error: FreeTextError) -> &'static str {
    match error {
        FreeTextError::HasCpr => texts.note_has_cpr(),
        FreeTextError::TooLong | FreeTextError::Empty => texts.note_too_long(),
    }
}

/// What to say about something that was typed, where it matters how they meet.
pub fn contact_text(texts: Texts, way: Way, error: ContactError) -> &'static str {
    match (error, way) {
        (ContactError::PhoneMissing, Way::Telephone) => texts.note_phone_needed(),
        (ContactError::EmailMissing, Way::Video) => texts.note_email_needed(),
        _ => text(texts, error),
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
