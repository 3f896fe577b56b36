use domain::appointments::{LookUpForm, StaffReceipt};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::look_up_api::{LookUp, look_up_form, looked_up_booking};
use super::receipt_page::{StaffTicket, letter_note};
use crate::appointments::cancel_pages::move_or_cancel;
use crate::appointments::code_form::{CodeForm, CodeFormTexts, FilledInBy};
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind, PageTitle};

/// Looks a booking up by its code.
pub(super) fn look_up_page() -> impl IntoView {
    load(String::new, look_up_form, look_up_view)
}

fn look_up_view(form: LookUpForm) -> AnyView {
    let texts = use_texts();
    let says = CodeFormTexts {
        title: texts.bookfor_find(),
        lead: texts.bookfor_find_lead(),
        name: texts.bookfor_find_name(),
        name_hint: "",
        submit: texts.bookfor_find_do(),
        not_found: texts.bookfor_not_found(),
    };
    let error = form.not_found.then_some(says.not_found);
    view! {
        <CodeForm
            action=LookUp::PATH
            says=says
            by=FilledInBy::Staff
            code=form.code
            name=form.name
            error=error
        />
        <p>
            <a href=texts.path("/skranke/book")>{texts.bookfor_title()}</a>
        </p>
    }
    .into_any()
}

/// The booking that was looked up.
pub(super) fn looked_up_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || looked_up_booking(locale), looked_up_view)
}

fn looked_up_view(found: StaffReceipt) -> AnyView {
    let texts = use_texts();
    let letter = found.letter.map(|letter| letter_note(texts, letter));
    let series = found.booked.appointment.series.clone();
    let can_change = found.booked.coming.then(|| move_or_cancel(texts, series));
    let cancelled = found.booked.appointment.cancelled.then(|| {
        view! { <Alert kind=AlertKind::Success>{texts.bookfor_cancelled()}</Alert> }
    });
    view! {
        <PageTitle title=texts.bookfor_looked_up() />
        {cancelled}
        <StaffTicket receipt=found />
        {letter}
        {can_change}
        <p>
            <a href=texts.path("/skranke/book/find")>{texts.bookfor_find_another()}</a>
        </p>
    }
    .into_any()
}
