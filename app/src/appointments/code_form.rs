use domain::appointments::{CancelForm, CancelProblem};
use leptos::prelude::*;

use super::cancel_pages::CancelCrumbs;
use crate::form::PostForm;
use crate::texts::use_texts;
use crate::ui::{ErrorSummary, PageTitle, SubmitButton, TextField};

/// What the page of a [`CodeForm`] says.
pub struct CodeFormTexts {
    pub title: &'static str,
    pub lead: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub submit: &'static str,
    pub not_found: &'static str,
}

/// Who fills a [`CodeForm`] in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilledInBy {
    /// The browser may fill in the name: it is their own.
    Citizen,
    /// They are told the code, and begin to write at once.
    Staff,
}

/// The page on which citizens find what they have a code of, and why it was not found.
pub(super) fn citizens_code_form(action: &'static str, says: CodeFormTexts, form: CancelForm) -> AnyView {
    let texts = use_texts();
    let error = form.problem.map(|problem| match problem {
        CancelProblem::NotACode => texts.cancel_not_a_code(),
        CancelProblem::NotFound => says.not_found,
        CancelProblem::TooMany => texts.cancel_too_many(),
    });
    view! {
        <CancelCrumbs />
        <CodeForm
            action=action
            says=says
            by=FilledInBy::Citizen
            code=form.code
            name=form.name
            error=error
        />
    }
    .into_any()
}

/// Finds what somebody has a code of: a booking, or a place on the waiting list. What was wrong is about the code, so that
/// nobody learns which of the two it was.
#[component]
pub fn CodeForm(
    action: &'static str,
    says: CodeFormTexts,
    by: FilledInBy,
    /// What was typed before.
    code: String,
    name: String,
    error: Option<&'static str>,
) -> impl IntoView {
    let texts = use_texts();
    let summary = error.map(|error| {
        let errors = vec![("field-code".to_owned(), error.to_owned())];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    let autocomplete = match by {
        FilledInBy::Citizen => "name",
        FilledInBy::Staff => "off",
    };
    view! {
        {summary}
        <PageTitle title=says.title lead=says.lead />
        <PostForm action=action>
            <TextField
                label=texts.cancel_code()
                hint=texts.cancel_code_hint()
                name="code"
                value=code
                autocomplete="off"
                error=error.map(str::to_owned)
                autofocus=by == FilledInBy::Staff
            />
            <TextField label=says.name hint=says.name_hint name="name" value=name autocomplete=autocomplete />
            <SubmitButton label=says.submit />
        </PostForm>
    }
}
