use domain::tutor::{HelpedCount, JoinAttempt, JoinProblem, StartPage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::TOGETHER;
use super::join_api::JoinTogether;
use super::start_form::StartForm;
use super::view_api::beginning;
use crate::code_section::{CodeSection, RefusedCode};
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ButtonKind, LinkButton, PageTitle};

/// Where two begin: with the code of the other device, or with a course on this one.
pub(super) fn start_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.tutor_title() lead=texts.tutor_lead() />
        {load_at([query("kursus")], move |[course]| beginning(course, texts.locale()), start_view)}
    }
}

fn start_view(page: StartPage) -> AnyView {
    let texts = use_texts();
    let go_on = page.is_seated.then(|| {
        view! {
            <p>
                <LinkButton href=texts.path(TOGETHER) label=texts.tutor_go_on_there() />
            </p>
        }
    });
    view! {
        {go_on}
        <section>
            <h2>{texts.tutor_how_title()}</h2>
            <ol>
                <li>{texts.tutor_how_begin()}</li>
                <li>{texts.tutor_how_join()}</li>
                <li>{texts.tutor_how_move()}</li>
            </ol>
        </section>
        <StartForm courses=page.courses chosen=page.chosen />
        {join_form(texts, page.attempt)}
        {(page.helped.times > 0).then(|| helped_line(texts, page.helped))}
    }
    .into_any()
}

fn join_form(texts: Texts, attempt: Option<JoinAttempt>) -> impl IntoView {
    let refused = attempt.map(|attempt| RefusedCode {
        problem: problem_text(texts, attempt.problem),
        typed: attempt.typed,
    });
    view! {
        <CodeSection
            action=JoinTogether::PATH
            title=texts.tutor_join_title()
            label=texts.tutor_join_label()
            hint=texts.tutor_join_hint()
            button=texts.tutor_join_button()
            kind=ButtonKind::Secondary
            refused=refused
        />
    }
}

fn problem_text(texts: Texts, problem: JoinProblem) -> &'static str {
    match problem {
        JoinProblem::NotACode => texts.tutor_not_a_code(),
        JoinProblem::Unknown => texts.tutor_unknown(),
        JoinProblem::TooMany => texts.tutor_too_many(),
    }
}

/// What somebody has helped: numbers, for themself.
pub(super) fn helped_line(texts: Texts, helped: HelpedCount) -> impl IntoView {
    view! { <p class="meta">{texts.tutor_helped(helped.steps, helped.times)}</p> }
}
