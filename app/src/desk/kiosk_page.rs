use domain::desk::{ArrivedPage as Arrived, CheckInProblem, KioskPage as Kiosk};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::public_api::{CheckIn, arrived_ticket, kiosk};
use super::refresh::{Begin, BeginAgainWhenIdle, GoOn, Left};
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{ErrorSummary, PageTitle, SubmitButton, TextField};

/// How long somebody has to read their number before the screen is the next person's, in seconds.
pub(super) const READ_SECONDS: u32 = 20;

/// How long what somebody has begun to type, or what was wrong with it, waits for them, in seconds.
const IDLE_SECONDS: u32 = 90;

/// The page at the entrance on which somebody says that they have come.
pub(super) fn kiosk_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location"), query("fejl")],
        move |[location, problem]| async move { kiosk(named(&location)?, problem, locale).await },
        kiosk_view,
    )
}

fn kiosk_view(page: Kiosk) -> AnyView {
    #[cfg(feature = "hydrate")]
    Effect::new(crate::scanned_code::fill_in);
    let texts = use_texts();
    let error = page
        .problem
        .map(|problem| problem_text(texts, problem).to_owned());
    let start = texts.path(&format!("/ankomst/{}", page.place.id));
    let left = page.problem.map_or(Left::Nothing, |_| Left::Error);
    let summary = error.clone().map(|error| {
        view! { <ErrorSummary title=texts.form_error_summary() errors=vec![("field-code".to_owned(), error)] /> }
    });
    view! {
        <div class="kiosk">
            <BeginAgainWhenIdle seconds=IDLE_SECONDS to=start left=left />
            {summary}
            <PageTitle title=texts.kiosk_title() lead=page.place.name />
            <PostForm action=CheckIn::PATH>
                <input type="hidden" name="location" value=page.place.id.to_string() />
                <TextField
                    label=texts.kiosk_code()
                    hint=texts.kiosk_code_hint()
                    name="code"
                    value=""
                    autocomplete="off"
                    autofocus=true
                    error=error
                />
                <SubmitButton label=texts.kiosk_arrive() />
            </PostForm>
            <p>{texts.kiosk_no_code()}</p>
        </div>
    }
    .into_any()
}

fn problem_text(texts: Texts, problem: CheckInProblem) -> &'static str {
    match problem {
        CheckInProblem::NotACode => texts.kiosk_not_a_code(),
        CheckInProblem::Unknown => texts.kiosk_unknown(),
        CheckInProblem::TooMany => texts.kiosk_too_many(),
        CheckInProblem::AnotherDay => texts.kiosk_another_day(),
        CheckInProblem::AnotherPlace => texts.kiosk_another_place(),
    }
}

/// "You are told as here", for as long as it takes to read it.
pub(super) fn arrived_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("location"), param("key"), query("til")],
        move |[location, key, until]| async move { arrived_ticket(named(&location)?, key, until, locale).await },
        arrived_view,
    )
}

fn arrived_view(page: Arrived) -> AnyView {
    let texts = use_texts();
    let next = texts.path(&format!("/ankomst/{}", page.place.id));
    let Some(number) = page.number else {
        return view! {
            <GoOn seconds=0 to=next.clone() />
            <PageTitle title=page.place.name />
            <Begin at=next label=texts.kiosk_begin() />
        }
        .into_any();
    };
    view! {
        <GoOn seconds=READ_SECONDS to=next.clone() />
        <div class="kiosk">
            <PageTitle title=texts.kiosk_arrived_title() lead=page.place.name />
            <div class="queue-place" role="status">
                <p class="queue-place__number">{number.clone()}</p>
                <p class="queue-place__state">{texts.kiosk_arrived(number)}</p>
            </div>
            <Begin at=next label=texts.kiosk_done() />
        </div>
    }
    .into_any()
}
