use domain::ids::AppointmentId;
use domain::messages::{AfterLetter, LetterPage as View, LetterProblem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::counts::DeskCrumbs;
use super::letter_api::{WriteLetter, letter_form};
use super::letters_page::moment;
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{ErrorSummary, PageTitle, SubmitButton, SummaryList, TextField};

/// A letter is written about an appointment.
pub(super) fn letter_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("appointment"), query("efter")],
        move |[id, then]| async move {
            letter_form(AppointmentId(named(&id)?), AfterLetter::named(&then), locale).await
        },
        letter_view,
    )
}

fn letter_view(page: View) -> AnyView {
    let texts = use_texts();
    let items = vec![
        (texts.letters_name().to_owned(), page.name),
        (
            texts.letters_about().to_owned(),
            format!("{}, {}", page.service, page.location),
        ),
        (texts.letters_time().to_owned(), moment(texts, page.at)),
    ];
    let error = page
        .form
        .problem
        .map(|problem| problem_text(texts, problem).to_owned());
    let lead = match page.then {
        AfterLetter::Pile => texts.letters_write_lead(),
        AfterLetter::Plan => texts.plan_letter_lead(),
    };
    let summary = error.clone().map(|error| {
        let errors = vec![("field-street".to_owned(), error)];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    view! {
        <DeskCrumbs />
        {summary}
        <PageTitle title=texts.letters_write_title() lead=lead />
        <SummaryList items=items />
        <PostForm action=WriteLetter::PATH>
            <input type="hidden" name="appointment" value=page.appointment.0 />
            <input type="hidden" name="then" value=page.then.name() />
            <p>{texts.letters_address_hint()}</p>
            <TextField label=texts.letters_care_of() name="care_of" value=page.form.care_of autocomplete="off" />
            <TextField
                label=texts.letters_street()
                name="street"
                value=page.form.street
                autocomplete="off"
                error=error
            />
            <TextField label=texts.letters_city() name="city" value=page.form.city autocomplete="off" />
            <SubmitButton label=texts.letters_queue() />
        </PostForm>
    }
    .into_any()
}

fn problem_text(texts: Texts, problem: LetterProblem) -> &'static str {
    match problem {
        LetterProblem::TooLong => texts.letters_too_long(),
        LetterProblem::HasCpr => texts.letters_has_cpr(),
    }
}
