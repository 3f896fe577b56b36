use domain::desk::{TicketPage as Ticket, TicketState};
use leptos::prelude::*;

use super::live::follow;
use super::public_api::ticket;
use super::refresh::RefreshWithoutScript;
use super::words::wait_text;
use crate::live::listen;
use crate::loading::{load_at, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Note, PageTitle, QrCode};

/// Where no script tells of changes, the page is loaded again after so many seconds.
const REFRESH_SECONDS: u32 = 30;

/// A number, and how long it is until it is called.
pub(super) fn ticket_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load_at([param("key")], move |[key]| ticket(key, locale), ticket_view)
}

fn ticket_view(page: Ticket) -> AnyView {
    follow(&page.location, page.as_of);
    let texts = use_texts();
    let title = texts.queue_ticket_title(&page.number);
    view! {
        <RefreshWithoutScript seconds=REFRESH_SECONDS />
        <PageTitle title=title lead=page.place.clone() />
        <div class="queue-place" role="status">
            <p class="queue-place__number">{page.number.clone()}</p>
            <p class="queue-place__state">{state_text(texts, &page)}</p>
        </div>
        <p>{page.service}</p>
        <Note>
            <p>{texts.queue_keep_page()}</p>
            <p>{texts.queue_wait_is_a_guess()}</p>
        </Note>
        <p>
            <a href=page.address rel="external">{texts.queue_refresh()}</a>
        </p>
    }
    .into_any()
}

/// What is true of somebody's number.
fn state_text(texts: Texts, page: &Ticket) -> String {
    match (page.state, &page.counter) {
        (TicketState::Waiting, _) => waiting_text(texts, page),
        (TicketState::Called | TicketState::Serving, Some(counter)) => texts.queue_called(counter),
        (TicketState::Called | TicketState::Serving, None) => texts.queue_being_served().to_owned(),
        (TicketState::Parked, _) => texts.queue_parked().to_owned(),
        (TicketState::Done, _) => texts.queue_done().to_owned(),
        (TicketState::Missed, _) => texts.queue_missed().to_owned(),
    }
}

fn waiting_text(texts: Texts, page: &Ticket) -> String {
    let place = match page.ahead {
        0 => texts.queue_you_are_next().to_owned(),
        1 => texts.queue_one_ahead().to_owned(),
        ahead => texts.queue_ahead(ahead),
    };
    format!("{place} {}", wait_text(texts, page.wait))
}

/// The number on paper: as large as one reads it without glasses, with a code for a telephone.
#[component]
pub(super) fn TicketPaper(ticket: Ticket) -> impl IntoView {
    let texts = use_texts();
    view! {
        <section class="ticket number-paper">
            <div class="ticket__body">
                <p class="number-paper__number">{ticket.number.clone()}</p>
                <p>{ticket.service.clone()}</p>
                <p>{state_text(texts, &ticket)}</p>
                <p>
                    {ticket.place.clone()} ", "
                    {ticket.came_at.day_and_month(texts.locale())} " "
                    {ticket.came_at.clock(texts.locale())}
                </p>
            </div>
            <div class="ticket__stub">
                <QrCode code=ticket.qr alt=texts.queue_qr() />
                <p>{texts.queue_scan()}</p>
            </div>
        </section>
    }
}
