use domain::cafe::{AskAttempt, AskPage as Ask, AskProblem, CafeDoor, HelpLanguage};
use domain::homework::{Grade, Subject};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::ask_api::{AskQuestion, ask_form};
use super::words::{CafeCrumbs, ask_problem, door_text};
use crate::form::PostForm;
use crate::homework::{grade_name, subject_name};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Choice, ChoiceGroup, ChoiceKind, ErrorSummary, Note, PageTitle, SubmitButton, TextArea,
};

/// Writes a question.
pub(super) fn ask_page() -> impl IntoView {
    load(String::new, ask_form, ask_view)
}

fn ask_view(page: Ask) -> AnyView {
    let texts = use_texts();
    let attempt = page.attempt.unwrap_or_else(empty_attempt);
    let full = attempt.problems.contains(&AskProblem::LineFull);
    let label = match page.door {
        CafeDoor::Open { .. } => texts.cafe_send(),
        CafeDoor::Closed { .. } => texts.cafe_keep(),
    };
    let closed = matches!(page.door, CafeDoor::Closed { .. }).then(|| {
        view! { <Alert kind=AlertKind::Info title=door_text(texts, page.door)>{texts.cafe_closed_ask()}</Alert> }
    });
    view! {
        <CafeCrumbs below=true />
        {summary(texts, &attempt.problems)}
        <PageTitle title=texts.cafe_ask_title() lead=texts.cafe_ask_lead() />
        {closed}
        {full.then(|| view! { <Alert kind=AlertKind::Warning>{texts.cafe_line_full()}</Alert> })}
        <PostForm action=AskQuestion::PATH>
            {fields(texts, attempt)}
            <Note>
                <p>{texts.cafe_no_contact()}</p>
            </Note>
            <SubmitButton label=label />
        </PostForm>
    }
    .into_any()
}

fn empty_attempt() -> AskAttempt {
    AskAttempt {
        subject: String::new(),
        grade: String::new(),
        language: HelpLanguage::Danish.as_str().to_owned(),
        text: String::new(),
        problems: Vec::new(),
    }
}

fn fields(texts: Texts, attempt: AskAttempt) -> impl IntoView {
    let error = |wanted: fn(&AskProblem) -> bool| {
        let problem = attempt.problems.iter().copied().find(&wanted);
        problem.map(|problem| ask_problem(texts, problem).to_owned())
    };
    let subject_error = error(|problem| *problem == AskProblem::NoSubject);
    let grade_error = error(|problem| *problem == AskProblem::NoGrade);
    let text_error = error(|problem| matches!(problem, AskProblem::Text(_)));
    let subjects =
        Subject::ALL.map(|subject| choice(subject.as_str(), subject_name(texts, subject), &attempt.subject));
    let grades = Grade::RANGE.filter_map(Grade::new).map(|grade| {
        let number = grade.number().to_string();
        choice(&number, &grade_name(texts, grade), &attempt.grade)
    });
    let languages =
        HelpLanguage::ALL.map(|language| choice(language.as_str(), language.own_name(), &attempt.language));
    view! {
        <ChoiceGroup
            legend=texts.homework_subject()
            name="subject"
            kind=ChoiceKind::Radio
            options=subjects.into()
            error=subject_error
        />
        <div class="cafe-grades">
            <ChoiceGroup
                legend=texts.homework_grade()
                name="grade"
                kind=ChoiceKind::Radio
                options=grades.collect()
                error=grade_error
            />
        </div>
        <div class="cafe-grades">
            <ChoiceGroup
                legend=texts.cafe_language()
                name="language"
                kind=ChoiceKind::Radio
                options=languages.into()
            />
        </div>
        <TextArea
            label=texts.cafe_task()
            hint=texts.cafe_task_hint()
            name="text"
            value=attempt.text
            rows=6
            error=text_error
        />
    }
}

fn choice(value: &str, label: &str, chosen: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        checked: value == chosen,
        ..Choice::default()
    }
}

fn summary(texts: Texts, problems: &[AskProblem]) -> Option<impl IntoView + use<>> {
    let field = |problem: &AskProblem| match problem {
        AskProblem::NoSubject => Some("field-subject"),
        AskProblem::NoGrade => Some("field-grade"),
        AskProblem::Text(_) => Some("field-text"),
        AskProblem::LineFull => None,
    };
    let errors: Vec<_> = problems
        .iter()
        .filter_map(|problem| {
            Some((
                field(problem)?.to_owned(),
                ask_problem(texts, *problem).to_owned(),
            ))
        })
        .collect();
    (!errors.is_empty()).then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> })
}
