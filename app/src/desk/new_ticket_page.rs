use domain::desk::{NewTicketPage as NewTicket, NewTicketProblem, ServiceChoice, TicketKind};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::new_ticket_api::{GiveTicket, new_ticket};
use super::words::DeskCrumbs;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Choice, ChoiceGroup, ChoiceKind, ErrorSummary, FieldSet, PageTitle, RevealChoice, SubmitButton, TextField,
};

/// Gives a number to somebody who walks in.
pub(super) fn new_ticket_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location")],
        move |[location]| async move { new_ticket(named(&location)?, locale).await },
        new_ticket_view,
    )
}

fn new_ticket_view(page: NewTicket) -> AnyView {
    let texts = use_texts();
    let back = (
        page.place.name.clone(),
        texts.path(&format!("/skranke/{}", page.place.id)),
    );
    let [no_service, unknown_code] = errors(texts, page.problem);
    let summary = page.problem.map(|problem| {
        let (field, text) = match problem {
            NewTicketProblem::NoService => ("field-service", texts.desk_no_service()),
            NewTicketProblem::UnknownCode => ("field-code", texts.desk_unknown_code()),
        };
        let errors = vec![(field.to_owned(), text.to_owned())];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    let service_choice = |service: ServiceChoice| Choice {
        value: service.id.to_string(),
        label: format!("{} ({})", service.name, texts.booking_minutes(service.minutes)),
        ..Choice::default()
    };
    let services: Vec<_> = page.services.into_iter().map(service_choice).collect();
    view! {
        <DeskCrumbs place=back />
        {summary}
        <PageTitle title=texts.desk_new_ticket() lead=texts.desk_new_ticket_lead() />
        <PostForm action=GiveTicket::PATH>
            <input type="hidden" name="location" value=page.place.id.to_string() />
            <input type="hidden" name="key" value=String::from(page.key) />
            <ChoiceGroup
                legend=texts.desk_which_service()
                name="service"
                kind=ChoiceKind::Radio
                options=services
                error=no_service
            />
            <HowTheyCome unknown_code=unknown_code />
            <SubmitButton label=texts.desk_give_ticket() />
        </PostForm>
    }
    .into_any()
}

/// Alone, or with somebody whose work it is.
#[component]
fn HowTheyCome(unknown_code: Option<String>) -> impl IntoView {
    let texts = use_texts();
    let accompanied = unknown_code.is_some();
    view! {
        <FieldSet legend=texts.desk_how_they_come() name="kind">
            <RevealChoice
                name="kind"
                value=TicketKind::WalkIn.as_str()
                label=texts.desk_alone()
                checked=!accompanied
            >
                ""
            </RevealChoice>
            <RevealChoice
                name="kind"
                value=TicketKind::Accompanied.as_str()
                label=texts.desk_accompanied()
                checked=accompanied
            >
                <TextField
                    label=texts.desk_support_code()
                    hint=texts.desk_support_code_hint()
                    name="code"
                    value=""
                    autocomplete="off"
                    error=unknown_code
                />
            </RevealChoice>
        </FieldSet>
    }
}

/// What is wrong with the service, and with the code word.
fn errors(texts: Texts, problem: Option<NewTicketProblem>) -> [Option<String>; 2] {
    match problem {
        None => [None, None],
        Some(NewTicketProblem::NoService) => [Some(texts.desk_no_service().to_owned()), None],
        Some(NewTicketProblem::UnknownCode) => [None, Some(texts.desk_unknown_code().to_owned())],
    }
}
