use domain::learning::{ReviewFeedback, ReviewPage as Review, ReviewQuestion};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{AnswerReview, ReviewMore, review};
use super::course_page::step_href;
use super::question::{Answered, question_fields};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, LinkButton, PageTitle, SubmitButton};

/// What was missed comes back, when it is about to be forgotten. No points, no streaks.
pub(super) fn review_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {load(String::new, move || review(texts.locale()), review_view)}
    }
}

fn review_view(review: Review) -> AnyView {
    let texts = use_texts();
    let last = review.last.map(|last| last_view(texts, last));
    let due = texts.review_due(review.due);
    if let Some(question) = review.question {
        return view! {
            <PageTitle title=texts.review_title() lead=texts.review_lead() />
            {last}
            <p class="meta">{due}</p>
            {question_view(texts, question)}
        }
        .into_any();
    }
    let (title, lead) = if review.answered > 0 {
        (texts.review_done_title(), texts.review_done_lead())
    } else {
        (texts.review_nothing_title(), texts.review_nothing_lead())
    };
    let more = (review.due > 0).then(|| {
        view! {
            <p class="meta">{due}</p>
            <PostForm action=ReviewMore::PATH>
                <SubmitButton label=texts.review_more() />
            </PostForm>
        }
    });
    view! {
        <PageTitle title=title lead=lead />
        {last}
        {more}
        <p>
            <LinkButton href=texts.path("/laer") label=texts.review_to_courses() />
        </p>
    }
    .into_any()
}

fn question_view(texts: Texts, question: ReviewQuestion) -> impl IntoView {
    let fields = question_fields(texts, question.question, &Answered::attempted(question.attempt));
    view! {
        <div class="lesson" lang=question.locale.tag() dir=question.locale.direction()>
            <p class="meta">{question.course_title}</p>
            <PostForm action=AnswerReview::PATH class="question">
                <input type="hidden" name="course" value=question.course.to_string() />
                <input type="hidden" name="step" value=question.here.step.to_string() />
                {fields}
                <SubmitButton label=texts.question_answer() />
            </PostForm>
        </div>
    }
}

fn last_view(texts: Texts, last: ReviewFeedback) -> impl IntoView {
    let (kind, title) = if last.given.correct {
        (AlertKind::Success, texts.question_right())
    } else {
        (AlertKind::Info, texts.question_not_quite())
    };
    let said = last
        .given
        .feedback
        .into_iter()
        .filter(|feedback| !feedback.text.is_empty())
        .map(|feedback| view! { <p>{feedback.text}</p> })
        .collect_view();
    view! {
        <Alert kind=kind title=title>
            <p class="meta">{last.prompt}</p>
            {said}
            <p>
                <a href=step_href(texts, &last.course, &last.here)>{texts.review_read_again()}</a>
            </p>
        </Alert>
    }
}
