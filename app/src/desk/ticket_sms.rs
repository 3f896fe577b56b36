use domain::desk::{TextedTicket, TicketKey};
use domain::ids::LocationId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::ticket_sms_api::TextNumber;
use crate::form::PostForm;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind, ButtonKind, InputType, SubmitButton, TextField};

/// Sends a number to the telephone of whoever has it: the other way beside paper.
#[component]
pub(super) fn TicketSms(
    location: LocationId,
    ticket: TicketKey,
    texted: Option<TextedTicket>,
) -> impl IntoView {
    let texts = use_texts();
    let (sent, refused): (Option<_>, Option<_>) = match texted {
        Some(texted) if texted.is_sent => (Some(texted.typed), None),
        Some(texted) => (None, Some(texted.typed)),
        None => (None, None),
    };
    let error = refused.is_some().then(|| texts.ticket_sms_invalid().to_owned());
    let sent = sent.map(|phone| {
        view! { <Alert kind=AlertKind::Success>{texts.ticket_sms_sent(phone)}</Alert> }
    });
    view! {
        <section class="ticket-sms" aria-labelledby="ticket-sms">
            <h2 id="ticket-sms">{texts.ticket_sms_title()}</h2>
            {sent}
            <PostForm action=TextNumber::PATH>
                <input type="hidden" name="location" value=location.to_string() />
                <input type="hidden" name="key" value=String::from(ticket) />
                <TextField
                    label=texts.ticket_sms_phone()
                    hint=texts.ticket_sms_hint()
                    name="phone"
                    value=refused.unwrap_or_default()
                    input_type=InputType::Tel
                    autocomplete="off"
                    error=error
                />
                <SubmitButton label=texts.ticket_sms_send() kind=ButtonKind::Secondary />
            </PostForm>
        </section>
    }
}
