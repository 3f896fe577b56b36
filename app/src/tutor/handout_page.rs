use domain::tutor::{LearnedPage, LearnedStep, SendAttempt, Side};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::TOGETHER;
use super::handout_api::{SendLearned, learned_together};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, ButtonKind, InputType, PageTitle, PrintButton, QrCode, SubmitButton, TextField,
};

/// "Det kan du nu": what the two have gone through, to print or to be sent.
pub(super) fn learned_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || learned_together(locale), learned_view)
}

fn learned_view(page: LearnedPage) -> AnyView {
    let texts = use_texts();
    let (lang, dir) = (page.locale.tag(), page.locale.direction());
    let nothing = page
        .steps
        .is_empty()
        .then(|| view! { <p>{texts.tutor_can_nothing()}</p> });
    let may_send = page.side == Side::Citizen && !page.steps.is_empty();
    let mail = may_send.then(|| mail_form(texts, &page));
    view! {
        <div class="handout-tools">
            <PrintButton label=texts.handout_print() />
            <a href=texts.path(TOGETHER)>{texts.tutor_back_there()}</a>
        </div>
        <article class="handout">
            <p class="meta" lang=lang dir=dir>{page.course_title}</p>
            <PageTitle title=texts.tutor_can_title() />
            {nothing}
            <ul class="outcomes" lang=lang dir=dir>{page.steps.into_iter().map(step).collect_view()}</ul>
            <section class="handout__onward">
                <QrCode code=page.code alt=texts.handout_code() />
                <div>
                    <h2>{texts.handout_go_on()}</h2>
                    <p>{texts.tutor_can_go_on()}</p>
                    <p class="handout__address">{page.address.trim_start_matches("https://").to_owned()}</p>
                    <p>
                        {texts.layout_help_phone()} ": "
                        <strong class="handout__phone">{page.municipality.phone}</strong>
                    </p>
                </div>
            </section>
        </article>
        {mail}
    }
    .into_any()
}

fn step(step: LearnedStep) -> impl IntoView {
    let checks = step
        .checks
        .into_iter()
        .map(|check| view! { <p class="meta">{check}</p> })
        .collect_view();
    view! { <li>{step.title}{checks}</li> }
}

/// To the citizen's own address, once.
fn mail_form(texts: Texts, page: &LearnedPage) -> impl IntoView + use<> {
    let form = if page.is_sent {
        view! { <Alert kind=AlertKind::Success>{texts.tutor_can_sent()}</Alert> }.into_any()
    } else {
        address_form(texts, page.attempt.clone())
    };
    view! {
        <section class="handout-tools">
            <h2>{texts.tutor_can_mail()}</h2>
            {form}
        </section>
    }
}

fn address_form(texts: Texts, attempt: Option<SendAttempt>) -> AnyView {
    let (error, typed) = match attempt {
        Some(SendAttempt::NotAnAddress(typed)) => (Some(texts.tutor_can_wrong().to_owned()), typed),
        Some(SendAttempt::TooMany) => (Some(texts.tutor_can_too_many().to_owned()), String::new()),
        None => (None, String::new()),
    };
    view! {
        <PostForm action=SendLearned::PATH>
            <TextField
                label=texts.tutor_can_email()
                hint=texts.tutor_can_email_hint()
                name="email"
                value=typed
                input_type=InputType::Email
                autocomplete="email"
                error=error
            />
            <SubmitButton label=texts.tutor_can_send() kind=ButtonKind::Secondary />
        </PostForm>
    }
    .into_any()
}
