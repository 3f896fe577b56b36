use domain::appointments::ReceiptPage as Receipt;
use leptos::prelude::*;

use super::api::receipt;
use super::summary::appointment_items;
use crate::loading::when_loaded;
use crate::texts::use_texts;
use crate::ui::{Note, PageTitle, SummaryList, Ticket};

/// The ticket: when, where, what to bring, and the code.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let locale = use_texts().locale();
    let page = Resource::new(move || locale, receipt);
    when_loaded(page, receipt_view)
}

fn receipt_view(receipt: Receipt) -> impl IntoView {
    let texts = use_texts();
    let items = appointment_items(texts, &receipt.appointment);
    let bring = receipt
        .appointment
        .bring
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        <PageTitle title=texts.receipt_title() lead=texts.receipt_lead() />
        <Ticket code=receipt.code code_label=texts.receipt_code()>
            <SummaryList items=items />
            <h2>{texts.booking_bring()}</h2>
            <ul>{bring}</ul>
        </Ticket>
        <Note>
            <p>{texts.receipt_keep()}</p>
            <p>{texts.receipt_cancel(receipt.appointment.location_phone)}</p>
        </Note>
        <ul class="plain-list">
            <li>
                <a href=format!("/tid/kalender.ics?sprog={}", texts.locale()) download="startlinje.ics" rel="external">
                    {texts.receipt_calendar()}
                </a>
            </li>
            <li>
                <a href=texts.path("/tid/afbud")>{texts.booking_to_cancel()}</a>
            </li>
        </ul>
        <p class="print-hint">{texts.receipt_print()}</p>
    }
}
