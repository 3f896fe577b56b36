use domain::messages::{
    Channel, DeliveryProblem, MessageSubject, UndeliveredMessage, UndeliveredPage as View,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::counts::DeskCrumbs;
use super::letters_page::moment;
use super::undelivered_api::{RetryMessage, SettleMessage, undelivered};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ButtonRow, LinkButton, PageTitle, SubmitButton, SummaryList};

/// What has not reached its recipient.
pub(super) fn undelivered_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || undelivered(locale), undelivered_view)
}

fn undelivered_view(page: View) -> AnyView {
    let texts = use_texts();
    let lead = if page.messages.is_empty() {
        texts.undelivered_none()
    } else {
        texts.undelivered_lead()
    };
    let messages = page
        .messages
        .into_iter()
        .map(|message| message_view(texts, message));
    view! {
        <DeskCrumbs />
        <PageTitle title=texts.undelivered_title() lead=lead />
        {messages.collect_view()}
    }
    .into_any()
}

fn message_view(texts: Texts, message: UndeliveredMessage) -> impl IntoView {
    let heading = format!("{}: {}", subject(texts, message.subject), message.name);
    view! {
        <section class="undelivered">
            <h2>{heading}</h2>
            <SummaryList items=items(texts, &message) />
            {ring(texts, message.phone.clone())}
            {ways(texts, &message)}
        </section>
    }
}

fn items(texts: Texts, message: &UndeliveredMessage) -> Vec<(String, String)> {
    let next = message.next_attempt.map_or_else(
        || texts.undelivered_given_up().to_owned(),
        |at| texts.undelivered_retrying(moment(texts, at)),
    );
    let time = moment(texts, message.at);
    let time = if message.cancelled {
        texts.undelivered_cancelled(time)
    } else {
        time
    };
    vec![
        (
            texts.letters_about().to_owned(),
            format!("{}, {}", message.service, message.location),
        ),
        (texts.letters_time().to_owned(), time),
        (
            texts.undelivered_written().to_owned(),
            moment(texts, message.written_at),
        ),
        (
            texts.undelivered_why().to_owned(),
            format!("{} {next}", problem(texts, message)),
        ),
    ]
}

/// The number to ring.
fn ring(texts: Texts, phone: Option<String>) -> AnyView {
    match phone {
        Some(phone) => view! {
            <p>
                {texts.undelivered_ring()} " " <a href=format!("tel:{phone}") dir="ltr">{phone.clone()}</a>
            </p>
        }
        .into_any(),
        None => view! { <p>{texts.undelivered_no_phone()}</p> }.into_any(),
    }
}

fn ways(texts: Texts, message: &UndeliveredMessage) -> impl IntoView + use<> {
    let id = message.id.0;
    let letter = texts.path(&format!("/skranke/breve/ny/{}", message.appointment.0));
    let retry = message.may_retry.then(|| {
        view! {
            <PostForm action=RetryMessage::PATH>
                <input type="hidden" name="message" value=id />
                <SubmitButton label=texts.undelivered_retry() kind=ButtonKind::Secondary />
            </PostForm>
        }
    });
    view! {
        <ButtonRow>
            {retry}
            <LinkButton href=letter label=texts.undelivered_letter() kind=ButtonKind::Secondary />
            <PostForm action=SettleMessage::PATH>
                <input type="hidden" name="message" value=id />
                <SubmitButton label=texts.undelivered_settle() kind=ButtonKind::Secondary />
            </PostForm>
        </ButtonRow>
    }
}

fn subject(texts: Texts, subject: MessageSubject) -> &'static str {
    match subject {
        MessageSubject::Confirmation => texts.undelivered_confirmation(),
        MessageSubject::Moved => texts.undelivered_moved(),
        MessageSubject::Cancelled => texts.undelivered_cancellation(),
        MessageSubject::Reminder => texts.undelivered_reminder(),
        MessageSubject::Other => texts.undelivered_other(),
    }
}

/// Why, in plain words and without the address.
fn problem(texts: Texts, message: &UndeliveredMessage) -> &'static str {
    let by_mail = message.channel == Channel::Email;
    match message.problem {
        DeliveryProblem::TooLate => texts.undelivered_too_late(),
        DeliveryProblem::Refused if by_mail => texts.undelivered_refused_email(),
        DeliveryProblem::Refused => texts.undelivered_refused_sms(),
        DeliveryProblem::Unreachable if by_mail => texts.undelivered_unreachable_email(),
        DeliveryProblem::Unreachable => texts.undelivered_unreachable_sms(),
    }
}
