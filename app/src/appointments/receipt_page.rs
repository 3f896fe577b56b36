use domain::appointments::{ReceiptPage as Receipt, Reminder, ToldView, Way};
use domain::messages::Channel;
use leptos::prelude::*;

use super::api::receipt;
use super::summary::{appointment_items, arrival_code};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Note, PageTitle, SummaryList, Ticket};

/// The ticket: when, where, what to bring, and the code.
pub(super) fn receipt_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || receipt(locale), receipt_view)
}

fn receipt_view(receipt: Receipt) -> AnyView {
    let texts = use_texts();
    let items = appointment_items(texts, &receipt.appointment);
    let bring = receipt
        .appointment
        .bring
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let arrival = receipt.arrival.map(|code| arrival_code(texts, code));
    let told = receipt.told.filter(|_| !receipt.appointment.cancelled);
    let looking_forward = match receipt.appointment.way {
        Way::InPerson | Way::HomeVisit => texts.receipt_lead(),
        Way::Telephone | Way::Video => texts.booked_lead_to_talk(),
    };
    let (title, lead) = if receipt.appointment.cancelled {
        (texts.cancelled_title(), texts.cancelled_lead())
    } else if receipt.appointment.moved {
        (texts.receipt_moved_title(), looking_forward)
    } else {
        (texts.receipt_title(), looking_forward)
    };
    view! {
        <PageTitle title=title lead=lead />
        <Ticket code=receipt.code code_label=texts.receipt_code()>
            <SummaryList items=items />
            <h2>{texts.booking_bring()}</h2>
            <ul>{bring}</ul>
            {arrival}
        </Ticket>
        <Note>
            <p>{texts.receipt_keep()}</p>
            {told.map(|told| view! { <p>{told_line(texts, &told)}</p> })}
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
    .into_any()
}

/// What else they will hear, so that nobody waits for it in vain or writes everything down.
fn told_line(texts: Texts, told: &ToldView) -> String {
    let by = match told.by {
        Channel::Email => texts.booked_told_email(),
        Channel::Sms | Channel::Letter => texts.booked_told_sms(),
    };
    let reminders = match told.reminders[..] {
        [] => "",
        [Reminder::HoursBefore] => texts.booked_remind_hours(),
        _ => texts.booked_remind_both(),
    };
    format!("{by} {reminders}").trim_end().to_owned()
}
