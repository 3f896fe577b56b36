use domain::appointments::{WaitingCall, WaitingCallsPage as Calls};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{AnswerWaitingCall, waiting_call_count, waiting_calls};
use crate::appointments::summary::time_line;
use crate::appointments::visit_page::visit_field;
use crate::form::PostForm;
use crate::loading::{load, load_or_nothing};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Breadcrumb, ButtonKind, ButtonRow, PageTitle, PrintButton, SubmitButton, SummaryList,
};

/// Whom to call about a time that is held for them.
pub fn waiting_calls_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || waiting_calls(locale), calls_view)
}

/// The way to the list, with how many are on it. Nothing where there is nobody to call.
#[component]
pub fn WaitingCallsLink() -> impl IntoView {
    load_or_nothing(waiting_call_count, |count: i64| {
        let texts = use_texts();
        (count > 0)
            .then(|| {
                view! {
                    <p>
                        <a href=texts.path("/skranke/ring")>{texts.calls_to_call(count)}</a>
                    </p>
                }
            })
            .into_any()
    })
}

fn calls_view(page: Calls) -> AnyView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
        (texts.desk_title().to_owned(), texts.path("/skranke")),
    ];
    let lead = if page.calls.is_empty() {
        texts.calls_none()
    } else {
        texts.calls_lead()
    };
    let gone = page.gone.then(|| {
        view! { <Alert kind=AlertKind::Warning title=texts.calls_gone()>{texts.calls_gone_text()}</Alert> }
    });
    let print = (!page.calls.is_empty()).then(|| view! { <PrintButton label=texts.calls_print() /> });
    let calls = page
        .calls
        .into_iter()
        .map(|call| call_view(texts, call))
        .collect_view();
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.calls_title() lead=lead />
        {gone}
        {calls}
        {print}
    }
    .into_any()
}

fn call_view(texts: Texts, call: WaitingCall) -> impl IntoView {
    let until = format!(
        "{} {}",
        call.until.day_and_month(texts.locale()),
        call.until.clock(texts.locale())
    );
    let slot = call.time.slot.clone();
    let items = vec![
        (
            texts.booking_service().to_owned(),
            format!("{}, {}", call.service, call.location),
        ),
        (texts.calls_time().to_owned(), time_line(texts, call.time)),
        (texts.calls_until().to_owned(), until),
    ];
    let about = call.name.clone();
    let visit = call.visit.map(|visit| visit_field(texts, visit));
    view! {
        <section class="undelivered">
            <h2>{call.name}</h2>
            <p>
                {texts.calls_phone()} ": " <a href=format!("tel:{}", call.phone)>{call.phone.clone()}</a>
            </p>
            <SummaryList items=items />
            <PostForm action=AnswerWaitingCall::PATH>
                <input type="hidden" name="waiting" value=call.waiting.0.to_string() />
                <input type="hidden" name="slot" value=slot />
                {visit}
                <ButtonRow>
                    <SubmitButton label=texts.calls_accepted() name="answer" value="accepted" about=about.clone() />
                    <SubmitButton
                        label=texts.calls_missed()
                        kind=ButtonKind::Secondary
                        name="answer"
                        value="missed"
                        about=about.clone()
                    />
                    <SubmitButton
                        label=texts.calls_left()
                        kind=ButtonKind::Tertiary
                        name="answer"
                        value="left"
                        about=about
                    />
                </ButtonRow>
            </PostForm>
        </section>
    }
}
