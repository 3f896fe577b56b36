use domain::appointments::{AppointmentView, CancelForm, CancelProblem};
use leptos::prelude::*;

use super::cancel_api::{CancelBooking, FindBooking, cancel_form, found_booking};
use super::summary::appointment_items;
use crate::form::{LocaleField, SendProblem};
use crate::loading::when_loaded;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Breadcrumb, ButtonKind, ErrorSummary, LinkButton, PageTitle, SubmitButton, SummaryList, TextField,
};

/// Finds a booking by code and name.
#[component]
pub fn CancelPage() -> impl IntoView {
    let find = ServerAction::<FindBooking>::new();
    provide_context(find);
    let form = Resource::new(move || find.version().get(), |_| cancel_form());
    when_loaded(form, cancel_view)
}

fn cancel_view(form: CancelForm) -> impl IntoView {
    let texts = use_texts();
    let find = expect_context::<ServerAction<FindBooking>>();
    let problem = Signal::derive(move || find.value().get().and_then(Result::err));
    let error = form
        .problem
        .map(|problem| problem_text(texts, problem).to_owned());
    let summary = error.clone().map(|error| {
        view! { <ErrorSummary title=texts.form_error_summary() errors=vec![("field-code".to_owned(), error)] /> }
    });
    view! {
        <CancelCrumbs />
        {summary}
        <PageTitle title=texts.cancel_title() lead=texts.cancel_lead() />
        <SendProblem problem=problem />
        <ActionForm action=find attr:novalidate="">
            <LocaleField />
            <TextField
                label=texts.cancel_code()
                hint=texts.cancel_code_hint()
                name="code"
                value=form.code
                autocomplete="off"
                error=error
            />
            <TextField label=texts.booking_name() hint=texts.cancel_name_hint() name="name" value=form.name autocomplete="name" />
            <SubmitButton label=texts.cancel_find() />
        </ActionForm>
    }
}

fn problem_text(texts: Texts, problem: CancelProblem) -> &'static str {
    match problem {
        CancelProblem::NotACode => texts.cancel_not_a_code(),
        CancelProblem::NotFound => texts.cancel_not_found(),
    }
}

/// Shows the booking that was found, and asks.
#[component]
pub fn ConfirmCancelPage() -> impl IntoView {
    let locale = use_texts().locale();
    let page = Resource::new(move || locale, found_booking);
    when_loaded(page, confirm_view)
}

fn confirm_view(appointment: AppointmentView) -> impl IntoView {
    let texts = use_texts();
    let cancel = ServerAction::<CancelBooking>::new();
    let problem = Signal::derive(move || cancel.value().get().and_then(Result::err));
    let items = appointment_items(texts, &appointment);
    view! {
        <CancelCrumbs />
        <PageTitle title=texts.cancel_confirm_title() />
        <SummaryList items=items />
        <SendProblem problem=problem />
        <ActionForm action=cancel>
            <LocaleField />
            <SubmitButton label=texts.cancel_do() kind=ButtonKind::Danger />
        </ActionForm>
        <p>
            <a href=texts.path("/")>{texts.cancel_keep()}</a>
        </p>
    }
}

/// The booking is cancelled, and the time is free for somebody else.
#[component]
pub fn CancelledPage() -> impl IntoView {
    let locale = use_texts().locale();
    let page = Resource::new(move || locale, found_booking);
    when_loaded(page, cancelled_view)
}

fn cancelled_view(appointment: AppointmentView) -> impl IntoView {
    let texts = use_texts();
    let (title, lead) = if appointment.cancelled {
        (texts.cancelled_title(), texts.cancelled_lead())
    } else {
        (texts.cancel_confirm_title(), texts.cancelled_not_yet())
    };
    let items = appointment_items(texts, &appointment);
    view! {
        <CancelCrumbs />
        <PageTitle title=title lead=lead />
        <SummaryList items=items />
        <LinkButton href=texts.path("/tid") label=texts.cancelled_new() kind=ButtonKind::Secondary />
    }
}

#[component]
fn CancelCrumbs() -> impl IntoView {
    let texts = use_texts();
    let items = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_appointments().to_owned(), texts.path("/tid")),
    ];
    view! { <Breadcrumb items=items label=texts.nav_breadcrumb() /> }
}
