use domain::appointments::{LetterView, StaffAppointment, StaffReceipt};
use leptos::prelude::*;

use super::api::staff_receipt;
use crate::appointments::summary::{appointment_items, arrival_code};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{LinkButton, Note, PageTitle, PrintButton, SummaryList, Ticket};

/// The ticket of what was booked, to be read aloud.
pub(super) fn staff_receipt_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || staff_receipt(locale), receipt_view)
}

fn receipt_view(receipt: StaffReceipt) -> AnyView {
    let texts = use_texts();
    let letter = receipt.letter.map(|letter| letter_note(texts, letter));
    let location_phone = receipt.booked.appointment.location_phone.clone();
    view! {
        <PageTitle title=texts.bookfor_booked() lead=texts.bookfor_booked_lead() />
        <StaffTicket receipt=receipt />
        {letter}
        <Note>
            <p>{texts.bookfor_write_down(location_phone)}</p>
        </Note>
        <PrintButton label=texts.bookfor_print() />
        <LinkButton href=texts.path("/skranke/book") label=texts.bookfor_next() />
    }
    .into_any()
}

/// Where the letter is, and where its address is written.
pub(super) fn letter_note(texts: Texts, letter: LetterView) -> impl IntoView {
    let text = match (letter.printed, letter.posted) {
        (true, _) => texts.booklet_printed(),
        (false, true) => texts.booklet_to_be_posted(),
        (false, false) => texts.booklet_to_be_handed_over(),
    };
    let write_address = (!letter.printed && !letter.posted).then(|| {
        let path = texts.path(&format!("/skranke/breve/ny/{}", letter.appointment.0));
        view! {
            <p>
                <a href=path>{texts.booklet_write_address()}</a>
            </p>
        }
    });
    view! {
        <Note>
            <p>{text}</p>
            {write_address}
            <p>
                <a href=texts.path("/skranke/breve")>{texts.booklet_pile()}</a>
            </p>
        </Note>
    }
}

/// Everything of an appointment, with its code large enough to be read aloud.
#[component]
pub fn StaffTicket(receipt: StaffReceipt) -> impl IntoView {
    let texts = use_texts();
    let items = staff_items(texts, &receipt.booked);
    let arrival = receipt.arrival.map(|code| arrival_code(texts, code));
    let bring = receipt
        .booked
        .appointment
        .bring
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        <Ticket code=receipt.code code_label=texts.bookfor_code()>
            <SummaryList items=items />
            <h2>{texts.booking_bring()}</h2>
            <ul>{bring}</ul>
            {arrival}
        </Ticket>
    }
}

/// What its owner sees, and how they can be reached.
fn staff_items(texts: Texts, booked: &StaffAppointment) -> Vec<(String, String)> {
    let reach = booked
        .reach
        .clone()
        .unwrap_or_else(|| texts.booking_reach_not().to_owned());
    let by = if booked.by_staff {
        texts.bookfor_by_staff()
    } else {
        texts.bookfor_by_citizen()
    };
    let mut items = appointment_items(texts, &booked.appointment);
    items.push((texts.bookfor_reach_short().to_owned(), reach));
    items.push((texts.bookfor_booked_by().to_owned(), by.to_owned()));
    items.push((
        texts.oversight_appointment_number().to_owned(),
        booked.number.0.to_string(),
    ));
    items
}
