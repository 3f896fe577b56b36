use domain::desk::GivenTicketPage as Given;
use leptos::prelude::*;

use super::new_ticket_api::given_ticket;
use super::own_counter::CheckList;
use super::ticket_page::TicketPaper;
use super::ticket_sms::TicketSms;
use super::words::DeskCrumbs;
use crate::loading::{load_at, named, param};
use crate::texts::use_texts;
use crate::ui::{ButtonKind, ButtonRow, ErrorSummary, LinkButton, PageTitle, PrintButton};

/// A number that was just given: to print, and the check list.
pub(super) fn given_ticket_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location"), param("key")],
        move |[location, key]| async move { given_ticket(named(&location)?, key, locale).await },
        given_view,
    )
}

fn given_view(page: Given) -> AnyView {
    let texts = use_texts();
    let here = texts.path(&format!("/skranke/{}", page.place.id));
    let check_list = (!page.check_list.is_empty()).then(|| view! { <CheckList lines=page.check_list /> });
    let errors = page.texted.as_ref().filter(|texted| !texted.is_sent).map(|_| {
        let errors = vec![("field-phone".to_owned(), texts.ticket_sms_invalid().to_owned())];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    view! {
        <DeskCrumbs place=(page.place.name, here.clone()) />
        {errors}
        <PageTitle title=texts.desk_given(&page.ticket.number) lead=texts.desk_given_lead() />
        <TicketPaper ticket=page.ticket />
        <ButtonRow>
            <PrintButton label=texts.desk_print() />
            <LinkButton href=here.clone() label=texts.desk_back() kind=ButtonKind::Secondary />
            <LinkButton href=format!("{here}/nyt-nummer") label=texts.desk_one_more() kind=ButtonKind::Secondary />
        </ButtonRow>
        {check_list}
        <TicketSms location=page.place.id ticket=page.key texted=page.texted />
    }
    .into_any()
}
