use domain::classroom::{DiscussionForm, DiscussionPage as Discussion, DiscussionProblem, DiscussionView};
use domain::ids::ClassId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::classes_page::class_crumbs;
use super::discussion_api::{CloseDiscussion, PutToClass, discussion};
use super::live_page::EVERY;
use crate::class_live::follow_class;
use crate::discussion_chart::chart_view;
use crate::form::PostForm;
use crate::live::listen;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Breadcrumb, ButtonKind, ErrorSummary, PageTitle, RefreshWithoutScript, SubmitButton, TextArea,
    TextField,
};

/// Puts one question to a class, and shows how it answers.
pub(super) fn discussion_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load_at(
        [param("class"), query("kursus")],
        move |[class, course]| async move { discussion(ClassId(named(&class)?), course, locale).await },
        discussion_view,
    )
}

fn discussion_view(page: Discussion) -> AnyView {
    let texts = use_texts();
    let class = page.class.id;
    let crumbs = class_crumbs(texts, Some(&page.class));
    let title = texts.discuss_title(page.class.name.clone());
    let open = page.current.as_ref().is_some_and(|current| current.is_open);
    if open {
        // Nothing is typed here, so news disturb nobody.
        follow_class(class);
    }
    let errors: Vec<_> = page
        .problems
        .iter()
        .map(|problem| error(texts, *problem))
        .collect();
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> });
    view! {
        {open.then(|| view! { <RefreshWithoutScript seconds=EVERY /> })}
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {summary}
        <PageTitle title=title lead=texts.discuss_lead() />
        {page.current.as_ref().map(|current| current_view(texts, class, current))}
        {(!open).then(|| next_question(texts, class, page))}
    }
    .into_any()
}

fn current_view(texts: Texts, class: ClassId, current: &DiscussionView) -> impl IntoView + use<> {
    let close = current.is_open.then(|| {
        view! {
            <PostForm action=CloseDiscussion::PATH>
                <input type="hidden" name="class" value=class.0 />
                <SubmitButton label=texts.discuss_close() />
            </PostForm>
        }
    });
    let state = if current.is_open {
        texts.discuss_open()
    } else {
        texts.discuss_closed()
    };
    view! {
        <section class="class-board">
            <h2>{current.question.clone()}</h2>
            <p class="meta">{state}</p>
            {chart_view(texts, current)}
            {close}
        </section>
    }
}

/// An own question on a form, and those of the courses.
fn next_question(texts: Texts, class: ClassId, page: Discussion) -> impl IntoView {
    let message = |problem| page.problems.contains(&problem).then(|| error(texts, problem).1);
    let question_error = message(DiscussionProblem::Question);
    let answers_error = message(DiscussionProblem::Answers);
    let here = format!("/personale/klasser/{}/spoergsmaal", class.0);
    let courses = page.courses.into_iter().map(|(course, title)| {
        let href = texts.path(&format!("{here}?kursus={course}"));
        view! {
            <li>
                <a href=href>{title}</a>
            </li>
        }
    });
    let courses = courses.collect_view();
    let questions = page
        .questions
        .into_iter()
        .map(|form| ready_question(texts, class, form));
    let DiscussionForm { question, answers } = page.form;
    view! {
        <ul class="desk-rows">{questions.collect_view()}</ul>
        <h2>{texts.discuss_own()}</h2>
        <PostForm action=PutToClass::PATH>
            <input type="hidden" name="class" value=class.0 />
            <TextField label=texts.discuss_question() name="question" value=question error=question_error />
            <TextArea
                label=texts.discuss_answers()
                hint=texts.discuss_answers_hint()
                name="answers"
                value=answers
                error=answers_error
            />
            <SubmitButton label=texts.discuss_put() />
        </PostForm>
        <Accordion summary=texts.discuss_of_course()>
            <ul class="plain-list">{courses}</ul>
        </Accordion>
    }
}

/// A question of a course, ready to be put.
fn ready_question(texts: Texts, class: ClassId, form: DiscussionForm) -> impl IntoView {
    let DiscussionForm { question, answers } = form;
    let shown = answers.replace('\n', " · ");
    let (asked, about) = (question.clone(), question.clone());
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <strong>{question}</strong>
                </p>
                <p class="desk-row__about">{shown}</p>
            </div>
            <div class="desk-steps">
                <PostForm action=PutToClass::PATH>
                    <input type="hidden" name="class" value=class.0 />
                    <input type="hidden" name="question" value=asked />
                    <input type="hidden" name="answers" value=answers />
                    <SubmitButton label=texts.discuss_put() kind=ButtonKind::Secondary about=about />
                </PostForm>
            </div>
        </li>
    }
}

/// The field of a problem, and what is wrong with it.
fn error(texts: Texts, problem: DiscussionProblem) -> (String, String) {
    let (field, text) = match problem {
        DiscussionProblem::Question => ("field-question", texts.discuss_bad_question()),
        DiscussionProblem::Answers => ("field-answers", texts.discuss_bad_answers()),
    };
    (field.to_owned(), text.to_owned())
}
