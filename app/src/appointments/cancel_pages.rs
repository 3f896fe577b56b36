use domain::appointments::{AppointmentView, CancelForm, SeriesView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::cancel_api::{CancelBooking, FindBooking, cancel_form, found_booking};
use super::code_form::{CodeFormTexts, citizens_code_form};
use super::series_dates::series_buttons;
use super::summary::appointment_items;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ButtonKind, LinkButton, PageTitle, SubmitButton, SummaryList, Tint};

/// Finds a booking by code and name.
pub(super) fn cancel_page() -> impl IntoView {
    load(String::new, cancel_form, cancel_view)
}

fn cancel_view(form: CancelForm) -> AnyView {
    let texts = use_texts();
    let says = CodeFormTexts {
        title: texts.cancel_title(),
        lead: texts.cancel_lead(),
        name: texts.booking_name(),
        name_hint: texts.cancel_name_hint(),
        submit: texts.cancel_find(),
        not_found: texts.cancel_not_found(),
    };
    citizens_code_form(FindBooking::PATH, says, form)
}

/// Shows the booking that was found, and asks.
pub(super) fn confirm_cancel_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || found_booking(locale), confirm_view)
}

fn confirm_view(appointment: AppointmentView) -> AnyView {
    let texts = use_texts();
    let items = appointment_items(texts, &appointment);
    view! {
        <CancelCrumbs />
        <PageTitle title=texts.cancel_confirm_title() />
        <SummaryList items=items />
        {move_or_cancel(texts, appointment.series)}
        <p>
            <a href=texts.path("/")>{texts.cancel_keep()}</a>
        </p>
    }
    .into_any()
}

/// The buttons that change a booking that is still to come.
pub fn move_or_cancel(texts: Texts, series: Option<SeriesView>) -> AnyView {
    if let Some(series) = series {
        return series_buttons(texts, series);
    }
    view! {
        <LinkButton href=texts.path("/tid/flyt") label=texts.move_start() kind=ButtonKind::Secondary />
        <PostForm action=CancelBooking::PATH>
            <SubmitButton label=texts.cancel_do() kind=ButtonKind::Danger />
        </PostForm>
    }
    .into_any()
}

/// The booking is cancelled, and the time is free for somebody else.
pub(super) fn cancelled_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || found_booking(locale), cancelled_view)
}

fn cancelled_view(appointment: AppointmentView) -> AnyView {
    let texts = use_texts();
    let has_given_up = appointment
        .series
        .as_ref()
        .is_some_and(|series| series.given_up.is_some());
    let (title, lead) = if appointment.cancelled {
        (texts.cancelled_title(), texts.cancelled_lead())
    } else if has_given_up {
        (texts.series_given_up_title(), texts.series_given_up_lead())
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
    .into_any()
}

/// The way back from the pages of a booking that was found.
#[component]
pub(super) fn CancelCrumbs() -> impl IntoView {
    let texts = use_texts();
    let items = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_appointments().to_owned(), texts.path("/tid")),
    ];
    view! { <Breadcrumb items=items label=texts.nav_breadcrumb() tint=Tint::Moss /> }
}
