use domain::appointments::{CancelForm, OfferView, ToldBy, WaitingPage as Waiting};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::arranged::arranged_items;
use super::cancel_pages::CancelCrumbs;
use super::code_form::{CodeFormTexts, citizens_code_form};
use super::summary::{place_line, service_line, time_line};
use super::visit_page::visit_field;
use super::waiting_api::{
    AcceptOffer, DeclineWaitingOffer, FindWaitingPlace, LeaveWaitingList, waiting_form, waiting_place,
};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, LinkButton, PageTitle, SubmitButton, SummaryList, Ticket};

/// Finds a place on the waiting list by code and name.
pub(super) fn find_waiting_page() -> impl IntoView {
    load(String::new, waiting_form, find_view)
}

fn find_view(form: CancelForm) -> AnyView {
    let texts = use_texts();
    let says = CodeFormTexts {
        title: texts.waiting_find_title(),
        lead: texts.waiting_find_lead(),
        name: texts.booking_name(),
        name_hint: "",
        submit: texts.waiting_find(),
        not_found: texts.waiting_not_found(),
    };
    citizens_code_form(FindWaitingPlace::PATH, says, form)
}

/// The visitor's place, and the time that is offered to them.
pub(super) fn waiting_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || waiting_place(locale), waiting_view)
}

fn waiting_view(page: Waiting) -> AnyView {
    let texts = use_texts();
    let items = vec![
        (
            texts.booking_service().to_owned(),
            service_line(texts, &page.service),
        ),
        (texts.booking_location().to_owned(), place_line(&page.location)),
    ];
    let items = items
        .into_iter()
        .chain(arranged_items(texts, page.way, &page.needs, None))
        .collect();
    let lead = match page.contact {
        ToldBy::Call => texts.calls_mine_lead(),
        ToldBy::Phone => texts.waiting_by_sms_mine_lead(),
        ToldBy::Email => texts.waiting_mine_lead(),
    };
    let (title, lead) = match page.offer {
        Some(_) => (texts.waiting_offer_title(), ""),
        None => (texts.waiting_mine_title(), lead),
    };
    view! {
        <CancelCrumbs />
        <PageTitle title=title lead=lead />
        {page.missed.then(|| view! { <Alert kind=AlertKind::Info>{texts.waiting_missed()}</Alert> })}
        {page.offer.map(|offer| offer_view(texts, offer))}
        <Ticket code=page.code code_label=texts.waiting_code()>
            <SummaryList items=items />
        </Ticket>
        <p>{texts.waiting_code_hint()}</p>
        <PostForm action=LeaveWaitingList::PATH>
            <SubmitButton label=texts.waiting_leave() kind=ButtonKind::Tertiary />
        </PostForm>
    }
    .into_any()
}

fn offer_view(texts: Texts, offer: OfferView) -> AnyView {
    let OfferView { time, until, visit } = offer;
    let until = format!(
        "{} {}",
        until.day_and_month(texts.locale()),
        until.clock(texts.locale())
    );
    let items = vec![(texts.booking_time().to_owned(), time_line(texts, time))];
    view! {
        <SummaryList items=items />
        <p>{texts.waiting_offer_until(until)}</p>
        <PostForm action=AcceptOffer::PATH>
            {visit.map(|visit| visit_field(texts, visit))}
            <SubmitButton label=texts.waiting_accept() />
        </PostForm>
        <PostForm action=DeclineWaitingOffer::PATH>
            <SubmitButton label=texts.waiting_decline() kind=ButtonKind::Secondary />
        </PostForm>
    }
    .into_any()
}

/// The visitor waits no more.
pub(super) fn left_waiting_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <CancelCrumbs />
        <PageTitle title=texts.waiting_left_title() lead=texts.waiting_left_lead() />
        <LinkButton href=texts.path("/tid") label=texts.cancelled_new() kind=ButtonKind::Secondary />
    }
}
