use domain::learning::{FinishedLesson, FinishedPage as Finished, LessonState};
use leptos::prelude::*;

use super::api::finished;
use super::course_page::step_href;
use super::recommended::Recommendations;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, LinkButton, PageTitle, ProgressLine};

/// The end of a course: what you can do now, and what is worth another look.
pub(super) fn finished_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("course")],
        move |[id]| async move { finished(named(&id)?, locale).await },
        finished_view,
    )
}

fn finished_view(finished: Finished) -> AnyView {
    let texts = use_texts();
    let progress = &finished.progress;
    let crumbs = vec![
        (texts.nav_learn().to_owned(), texts.path("/laer")),
        (
            finished.title.clone(),
            texts.path(&format!("/laer/{}", finished.course)),
        ),
    ];
    let (title, outcomes_title) = if progress.next.is_none() {
        (texts.finished_title(), texts.finished_outcomes())
    } else {
        (texts.finished_not_yet_title(), texts.learning_outcomes())
    };
    let go_on = progress.next.as_ref().map(|next| {
        let label = if progress.done == 0 {
            texts.learning_begin()
        } else {
            texts.learning_continue()
        };
        view! { <LinkButton href=step_href(texts, &finished.course, next) label=label /> }
    });
    let outcomes = finished
        .outcomes
        .iter()
        .map(|outcome| view! { <li>{outcome.clone()}</li> })
        .collect_view();
    let lessons = finished
        .lessons
        .iter()
        .map(|lesson| lesson_row(texts, &finished, lesson))
        .collect_view();
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=title lead=finished.title.clone() />
        <ProgressLine
            done=progress.done
            total=progress.total
            label=texts.learning_done_of(progress.done, progress.total)
        />
        {go_on}
        <img class="lead-picture" src="/pictures/faerdig.svg" alt="" width="240" height="180" />
        <div lang=finished.locale.tag() dir=finished.locale.direction()>
            <h2>{outcomes_title}</h2>
            <ul class="outcomes">{outcomes}</ul>
            <h2>{texts.learning_lessons()}</h2>
            <ul class="lesson-list">{lessons}</ul>
        </div>
        <Recommendations title=texts.advice_title() courses=finished.recommended />
        <p>
            <a href=texts.path("/tid")>{texts.finished_person()}</a>
        </p>
    }
    .into_any()
}

/// A lesson with "Klar", or with "Øv mere" once the whole course has been gone through.
fn lesson_row(texts: Texts, finished: &Finished, lesson: &FinishedLesson) -> impl IntoView + use<> {
    let state = match (lesson.state, &finished.progress.next) {
        (LessonState::Ready, _) => Some(texts.learning_ready()),
        (_, None) => Some(texts.learning_practise()),
        (_, Some(_)) => None,
    };
    view! {
        <li>
            <a href=step_href(texts, &finished.course, &lesson.first)>{lesson.title.clone()}</a>
            {state.map(|state| view! { <span class="meta">{state}</span> })}
        </li>
    }
}
