use domain::appointments::{VisitAddressError, VisitAsked, VisitPage as Visit};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::held_note::HeldNote;
use super::summary::{BookingHead, Chosen};
use super::visit_api::{SaveVisit, visit};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{ErrorSummary, PageTitle, SubmitButton, TextField};

/// Where are they visited? Asked of those who are, after their name.
pub(super) fn visit_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || visit(locale), visit_view)
}

fn visit_view(page: Visit) -> AnyView {
    let texts = use_texts();
    let error = page.error.map(|error| address_text(texts, error).to_owned());
    let summary = error.clone().map(|error| {
        let errors = vec![("field-address".to_owned(), error)];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    view! {
        <BookingHead question=5 />
        {summary}
        <PageTitle title=texts.visit_title() lead=texts.visit_lead() />
        {page.held.map(|held| view! { <HeldNote held=held /> })}
        <PostForm action=SaveVisit::PATH>
            <TextField
                label=texts.visit_address()
                hint=texts.visit_address_hint()
                name="address"
                value=page.address
                autocomplete="street-address"
                error=error
            />
            <SubmitButton label=texts.booking_to_check() />
        </PostForm>
        <Chosen service=page.service location=Some(page.location) time=Some(page.time) />
    }
    .into_any()
}

/// Where somebody is visited who takes a time of the waiting list.
pub fn visit_field(texts: Texts, visit: VisitAsked) -> impl IntoView {
    view! {
        <TextField
            label=texts.visit_title()
            hint=texts.visit_address_hint()
            name="address"
            value=visit.address
            autocomplete="street-address"
            error=visit.error.map(|error| address_text(texts, error).to_owned())
        />
    }
}

/// What is wrong with an address, and how it is mended.
pub fn address_text(texts: Texts, error: VisitAddressError) -> &'static str {
    match error {
        VisitAddressError::Missing => texts.visit_missing(),
        VisitAddressError::TooLong => texts.visit_too_long(),
        VisitAddressError::HasCpr => texts.visit_has_cpr(),
    }
}
