use domain::cafe::{CafeDoor, CafePage as Cafe, CodeProblem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::cafe_api::{OpenByCode, cafe};
use super::finder_view::{WISHES, finder_view};
use super::words::{CafeCrumbs, door_text};
use crate::form::PostForm;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ErrorSummary, LinkButton, Note, PageTitle, SubmitButton, TextField};

/// Where there is help with homework, and the online café's door.
pub(super) fn cafe_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(WISHES.map(query), move |wishes| cafe(locale, wishes), cafe_view)
}

fn cafe_view(page: Cafe) -> AnyView {
    let texts = use_texts();
    let error = page
        .code_problem
        .map(|problem| code_problem(texts, problem).to_owned());
    let summary = error.clone().map(|error| {
        view! { <ErrorSummary title=texts.form_error_summary() errors=vec![("field-code".to_owned(), error)] /> }
    });
    view! {
        <CafeCrumbs />
        {summary}
        <PageTitle title=texts.cafe_title() lead=texts.cafe_lead() />
        {door(texts, page.door, page.has_question)}
        {finder_view(texts, page.filter, page.places, page.cafes)}
        <h2>{texts.cafe_read_answer()}</h2>
        <PostForm action=OpenByCode::PATH>
            <TextField
                label=texts.cafe_code()
                hint=texts.cafe_code_hint()
                name="code"
                value=""
                autocomplete="off"
                error=error
            />
            <SubmitButton label=texts.cafe_open_code() kind=ButtonKind::Secondary />
        </PostForm>
    }
    .into_any()
}

/// The online café: whether it is open, and the way in.
fn door(texts: Texts, door: CafeDoor, has_question: bool) -> impl IntoView {
    let label = match door {
        CafeDoor::Open { .. } => texts.cafe_ask(),
        CafeDoor::Closed { .. } => texts.cafe_ask_now_answer_later(),
    };
    let own = has_question.then(|| {
        view! {
            <p>
                <a href=texts.path("/lektier/cafe/rum")>{texts.cafe_to_own()}</a>
            </p>
        }
    });
    view! {
        <section class="cafe-door tint-plum" aria-labelledby="cafe-door">
            <h2 id="cafe-door">{texts.cafe_online()}</h2>
            <p class="cafe-door__sign">{door_text(texts, door)}</p>
            <p>{texts.cafe_online_line()}</p>
            <LinkButton href=texts.path("/lektier/cafe/spoerg") label=label />
            {own}
            <Note>
                <p>{texts.cafe_safe()}</p>
            </Note>
        </section>
    }
}

fn code_problem(texts: Texts, problem: CodeProblem) -> &'static str {
    match problem {
        CodeProblem::NotACode => texts.cafe_not_a_code(),
        CodeProblem::Unknown => texts.cafe_unknown_code(),
        CodeProblem::TooMany => texts.cafe_too_many_codes(),
    }
}
