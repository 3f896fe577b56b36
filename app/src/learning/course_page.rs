use domain::ids::CourseId;
use domain::learning::{CoursePage as Course, CourseProgress, LessonCard, LessonState, StepRef};
use leptos::prelude::*;

use super::api::course;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ForeignText, Html, LinkButton, PageTitle, ProgressLine, Sources, Tag};

/// A course: what you can do afterwards, how long it takes, its lessons, and one button.
pub(super) fn course_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("course")],
        move |[id]| async move { course(named(&id)?, locale).await },
        course_view,
    )
}

fn course_view(course: Course) -> AnyView {
    let texts = use_texts();
    let card = course.card;
    let foreign = card.locale != texts.locale();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    let outcomes = course
        .outcomes
        .into_iter()
        .map(|outcome| view! { <li>{outcome}</li> })
        .collect_view();
    let lessons = course
        .lessons
        .into_iter()
        .map(|lesson| lesson_row(texts, &card.id, lesson))
        .collect_view();
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <article lang=card.locale.tag() dir=card.locale.direction()>
            <PageTitle title=card.title lead=card.summary />
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            <p class="meta">{texts.learning_size(card.lessons, card.minutes)}</p>
            {begin_or_continue(texts, &card.id, &card.progress)}
            {for_two(texts, &card.id)}
            <img class="lead-picture" src=card.picture.src alt=card.picture.alt width="240" height="180" />
            <Html html=course.html />
            <h2>{texts.learning_outcomes()}</h2>
            <ul class="outcomes">{outcomes}</ul>
            <h2>{texts.learning_lessons()}</h2>
            <ol class="lesson-list">{lessons}</ol>
            <p class="meta">{texts.common_owner(course.owner, course.revised)}</p>
            <Sources title=texts.common_sources() items=course.sources checked_label=texts.common_checked() />
        </article>
    }
    .into_any()
}

/// The one button: begin, go on where one stopped, or look at what one has done.
fn begin_or_continue(texts: Texts, course: &CourseId, progress: &CourseProgress) -> impl IntoView + use<> {
    let label = match (progress.done, &progress.next) {
        (0, _) => texts.learning_begin(),
        (_, Some(_)) => texts.learning_continue(),
        (_, None) => texts.learning_see_finished(),
    };
    let href = match &progress.next {
        Some(next) => step_href(texts, course, next),
        None => texts.path(&format!("/laer/{course}/slut")),
    };
    let line = (progress.done > 0).then(|| {
        let label = texts.learning_done_of(progress.done, progress.total);
        view! { <ProgressLine done=progress.done total=progress.total label=label /> }
    });
    view! {
        {line}
        <p>
            <LinkButton href=href label=label />
        </p>
    }
}

/// Somebody who sits beside one another's screen.
fn for_two(texts: Texts, course: &CourseId) -> impl IntoView + use<> {
    let href = texts.path(&format!("/sammen?kursus={course}"));
    view! {
        <p lang=texts.locale().tag() dir=texts.locale().direction()>
            {texts.tutor_for_two()}
            " "
            <a href=href>{texts.tutor_title()}</a>
        </p>
    }
}

fn lesson_row(texts: Texts, course: &CourseId, lesson: LessonCard) -> impl IntoView + use<> {
    let state = match lesson.state {
        LessonState::Ready => texts.learning_ready().to_owned(),
        LessonState::Practise => texts.learning_begun().to_owned(),
        LessonState::NotStarted => texts.learning_minutes(lesson.minutes),
    };
    let handout_href = texts.path(&format!("/laer/{course}/{}/ark", lesson.id));
    let title = lesson.title.clone();
    let new_steps = lesson.new_steps.into_iter().map(|(title, place)| {
        view! {
            <li>
                <Tag text=texts.learning_new() />
                " "
                <a href=step_href(texts, course, &place)>{title}</a>
            </li>
        }
    });
    let new_steps: Vec<_> = new_steps.collect();
    view! {
        <li>
            <a href=step_href(texts, course, &lesson.first)>{lesson.title}</a>
            <span class="meta">{state}</span>
            <p>{lesson.summary}</p>
            {(!new_steps.is_empty()).then(|| view! { <ul class="new-steps">{new_steps}</ul> })}
            <a class="lesson-list__print" href=handout_href>
                {texts.handout_link()}
                <span class="sr-only">": " {title}</span>
            </a>
        </li>
    }
}

/// The address of a step.
pub fn step_href(texts: Texts, course: &CourseId, place: &StepRef) -> String {
    texts.path(&format!("/laer/{course}/{}/{}", place.lesson, place.step))
}
