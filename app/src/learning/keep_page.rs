use domain::learning::{CodeProblem, KeepNews, KeepPage as Keep, MergeReceipt};
use domain::pages::QrCode as Scanned;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{ForgetMe, MakeCode, ShareComputer, UseCode, keep};
use super::followed::Followed;
use crate::code_section::{CodeSection, RefusedCode};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, ButtonKind, PageTitle, QrCode, SubmitButton, Ticket};

/// Take your progress along to another device, or have it forgotten on this one.
pub(super) fn keep_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.keep_title() lead=texts.keep_lead() />
        {load(String::new, move || keep(texts.locale()), keep_view)}
    }
}

fn keep_view(page: Keep) -> AnyView {
    let texts = use_texts();
    let (code, receipt, problem) = match page.news {
        Some(KeepNews::Code(code)) => (Some(code), None, None),
        Some(KeepNews::Merged(receipt)) => (None, Some(receipt), None),
        Some(KeepNews::Problem { problem, typed }) => (None, None, Some((problem, typed))),
        None => (None, None, None),
    };
    view! {
        {receipt.map(|receipt| receipt_view(texts, receipt))}
        {make(texts, page.has_progress, code, page.qr_code)}
        {bring(texts, problem)}
        <Followed by=page.following />
        {leave(texts, page.shared_computer)}
    }
    .into_any()
}

fn make(texts: Texts, has_progress: bool, code: Option<String>, qr_code: Option<Scanned>) -> impl IntoView {
    let (text, label) = match (&code, has_progress) {
        (Some(_), _) => (texts.keep_code_again(), texts.keep_code_another()),
        (None, true) => (texts.keep_code_text(), texts.keep_code_make()),
        (None, false) => (texts.keep_code_nothing(), texts.keep_code_make()),
    };
    let ticket = code.map(|code| {
        view! {
            <Ticket code_label=texts.keep_code_label() code=code.replace('-', " ")>
                <p>{texts.keep_code_how()}</p>
                {qr_code.map(|code| view! { <QrCode code=code alt=texts.keep_code_scan() /> })}
            </Ticket>
        }
    });
    view! {
        <section>
            <h2>{texts.keep_code_title()}</h2>
            {ticket}
            <p>{text}</p>
            {has_progress
                .then(|| {
                    view! {
                        <PostForm action=MakeCode::PATH>
                            <SubmitButton label=label />
                        </PostForm>
                    }
                })}
        </section>
    }
}

fn bring(texts: Texts, problem: Option<(CodeProblem, String)>) -> impl IntoView {
    let refused = problem.map(|(problem, typed)| RefusedCode {
        problem: problem_text(texts, problem),
        typed,
    });
    view! {
        <CodeSection
            action=UseCode::PATH
            title=texts.keep_use_title()
            label=texts.keep_use_label()
            hint=texts.keep_use_hint()
            button=texts.keep_use_button()
            kind=ButtonKind::Secondary
            refused=refused
        />
    }
}

fn problem_text(texts: Texts, problem: CodeProblem) -> &'static str {
    match problem {
        CodeProblem::NotACode => texts.keep_not_a_code(),
        CodeProblem::Unknown => texts.keep_unknown(),
        CodeProblem::TooMany => texts.keep_too_many(),
    }
}

/// What was kept from here and from there, in a plain sentence.
fn receipt_view(texts: Texts, receipt: MergeReceipt) -> impl IntoView {
    let (here, brought, together) = (receipt.here, receipt.brought, receipt.together);
    view! {
        <Alert kind=AlertKind::Success title=texts.keep_merged_title()>
            <p>{texts.keep_merged_together(together.answers, together.courses, together.steps)}</p>
            <p>{texts.keep_merged_parts(brought.steps, here.steps)}</p>
        </Alert>
    }
}

fn leave(texts: Texts, shared: bool) -> impl IntoView {
    let share = (!shared).then(|| {
        view! {
            <PostForm action=ShareComputer::PATH>
                <SubmitButton label=texts.keep_shared_button() kind=ButtonKind::Secondary />
            </PostForm>
        }
    });
    let text = if shared {
        texts.keep_shared_on()
    } else {
        texts.keep_shared_text()
    };
    view! {
        <section>
            <h2>{texts.keep_shared_title()}</h2>
            <p>{text}</p>
            {share}
            <p>{texts.keep_forget_text()}</p>
            <PostForm action=ForgetMe::PATH>
                <SubmitButton label=texts.keep_forget_button() kind=ButtonKind::Danger />
            </PostForm>
        </section>
    }
}
