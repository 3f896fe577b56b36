use domain::homework::{ReadTogetherPage as Page, ReadingForm, ReadingProblem, StoryAge};
use domain::time::WallTime;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::crumbs::HomeworkCrumbs;
use super::read_list::ReadList;
use super::read_together_api::{BeginReading, DropReading, WriteReading, read_together};
use super::story_questions::StoryQuestions;
use crate::form::PostForm;
use crate::loading::{load_at, query};
use crate::reading::ReadAloud;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Alert, AlertKind, ButtonKind, ErrorSummary, PageTitle, SubmitButton, TextArea, TextField,
};

/// A child and a parent read together: a clock that the server counts, what to ask about a story, and what has been read.
pub(super) fn read_together_page() -> impl IntoView {
    let texts = use_texts();
    let fetch = move |[age]: [String; 1]| read_together(StoryAge::parse(&age), texts.locale());
    view! {
        <HomeworkCrumbs />
        {load_at([query("alder")], fetch, page_view)}
    }
}

fn page_view(page: Page) -> AnyView {
    let texts = use_texts();
    view! {
        {page.problems.as_deref().map(|problems| trouble(texts, problems))}
        <PageTitle title=texts.companion_title() lead=texts.companion_lead() />
        <ReadAloud locale=texts.locale() />
        {match page.begun {
            Some(begun) => reading_now(texts, begun, page.form, page.problems.as_deref()).into_any(),
            None => not_reading(texts, page.form, page.problems.as_deref()).into_any(),
        }}
        <StoryQuestions age=page.age questions=page.questions />
        <ReadList months=page.months />
        <p class="meta">{texts.companion_private()}</p>
    }
    .into_any()
}

/// They read just now: since when, and what to write down when they are done.
fn reading_now(
    texts: Texts,
    begun: WallTime,
    form: ReadingForm,
    problems: Option<&[ReadingProblem]>,
) -> impl IntoView + use<> {
    view! {
        <section class="companion">
            <h2 class="companion__clock" data-read="">{texts.companion_begun(begun.clock(texts.locale()))}</h2>
            <p data-read="">{texts.companion_begun_line()}</p>
            {writing(texts, form, problems, texts.companion_minutes_counted())}
            <PostForm action=DropReading::PATH>
                <SubmitButton label=texts.companion_drop() kind=ButtonKind::Tertiary />
            </PostForm>
        </section>
    }
}

/// They can begin the clock, or write down what they have read without it.
fn not_reading(
    texts: Texts,
    form: ReadingForm,
    problems: Option<&[ReadingProblem]>,
) -> impl IntoView + use<> {
    let fields = writing(texts, form, problems, texts.companion_minutes_hint());
    view! {
        <section class="companion">
            <PostForm action=BeginReading::PATH>
                <SubmitButton label=texts.companion_begin() />
            </PostForm>
            <Accordion summary=texts.companion_already() open=problems.is_some()>
                {fields}
            </Accordion>
        </section>
    }
}

/// The form by which something gets on the list.
fn writing(
    texts: Texts,
    form: ReadingForm,
    problems: Option<&[ReadingProblem]>,
    minutes_hint: &'static str,
) -> AnyView {
    let [minutes, book, pages, what] = ["minutes", "book", "first_page", "what"].map(|field| {
        let problem = problems
            .unwrap_or_default()
            .iter()
            .find(|problem| problem.field() == field);
        problem.map(|problem| problem_text(texts, *problem).to_owned())
    });
    view! {
        <PostForm action=WriteReading::PATH>
            <TextField
                label=texts.companion_minutes_label()
                hint=minutes_hint
                name="minutes"
                value=form.minutes
                inputmode="numeric"
                autocomplete="off"
                error=minutes
            />
            <TextField label=texts.companion_book() name="book" value=form.book autocomplete="off" error=book />
            <div class="companion__pages">
                <TextField
                    label=texts.companion_first_page()
                    name="first_page"
                    value=form.first_page
                    inputmode="numeric"
                    autocomplete="off"
                    error=pages
                />
                <TextField
                    label=texts.companion_last_page()
                    name="last_page"
                    value=form.last_page
                    inputmode="numeric"
                    autocomplete="off"
                />
            </div>
            <TextArea
                label=texts.companion_what()
                hint=texts.companion_what_hint()
                name="what"
                value=form.what
                rows=2
                error=what
            />
            <SubmitButton label=texts.companion_write() />
        </PostForm>
    }
    .into_any()
}

/// Why nothing was written down: what is wrong with it, or that there is no more room.
fn trouble(texts: Texts, problems: &[ReadingProblem]) -> AnyView {
    if problems.is_empty() {
        return view! { <Alert kind=AlertKind::Warning>{texts.companion_full()}</Alert> }.into_any();
    }
    let errors = problems.iter().map(|problem| {
        let field = format!("field-{}", problem.field());
        (field, problem_text(texts, *problem).to_owned())
    });
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors.collect() /> }.into_any()
}

fn problem_text(texts: Texts, problem: ReadingProblem) -> &'static str {
    match problem {
        ReadingProblem::Minutes => texts.companion_bad_minutes(),
        ReadingProblem::Pages => texts.companion_bad_pages(),
        ReadingProblem::BookTooLong => texts.companion_book_too_long(),
        ReadingProblem::WhatTooLong => texts.companion_what_too_long(),
        ReadingProblem::BookHasCpr | ReadingProblem::WhatHasCpr => texts.week_has_cpr(),
    }
}
