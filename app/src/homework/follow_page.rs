use domain::learning::{
    CodeProblem, FollowAttempt, FollowPage as Page, FollowProblem, FollowedChild, FollowedCourse,
    FollowedDrill,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::crumbs::HomeworkCrumbs;
use super::follow_api::{FollowChild, UnfollowChild, followed_children};
use crate::code_section::{CodeSection, RefusedCode};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, ButtonKind, PageTitle, SubmitButton};

/// A parent follows a child's learning: what it has worked on and how far it has come.
pub(super) fn follow_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <HomeworkCrumbs />
        <PageTitle title=texts.follow_title() lead=texts.follow_lead() />
        {load(String::new, move || followed_children(texts.locale()), follow_view)}
    }
}

fn follow_view(page: Page) -> AnyView {
    let texts = use_texts();
    let children = page.children.into_iter().zip(1_i64..);
    let children = children
        .map(|(child, number)| child_view(texts, child, number))
        .collect_view();
    view! {
        {children}
        {code_form(texts, page.attempt)}
        <section>
            <h2>{texts.follow_how_title()}</h2>
            <ol>
                <li data-read="">{texts.follow_how_code()}</li>
                <li data-read="">{texts.follow_how_type()}</li>
                <li data-read="">{texts.follow_how_see()}</li>
            </ol>
        </section>
    }
    .into_any()
}

fn code_form(texts: Texts, attempt: Option<FollowAttempt>) -> impl IntoView {
    let refused = attempt.map(|attempt| RefusedCode {
        problem: problem_text(texts, attempt.problem),
        typed: attempt.typed,
    });
    view! {
        <CodeSection
            action=FollowChild::PATH
            title=texts.follow_use_title()
            label=texts.keep_use_label()
            hint=texts.keep_use_hint()
            button=texts.follow_begin()
            kind=ButtonKind::Primary
            refused=refused
        />
    }
}

fn problem_text(texts: Texts, problem: FollowProblem) -> &'static str {
    match problem {
        FollowProblem::Code(CodeProblem::NotACode) => texts.keep_not_a_code(),
        FollowProblem::Code(CodeProblem::Unknown) => texts.follow_unknown(),
        FollowProblem::Code(CodeProblem::TooMany) => texts.keep_too_many(),
        FollowProblem::Own => texts.follow_own(),
        FollowProblem::Full => texts.follow_full(),
    }
}

fn child_view(texts: Texts, child: FollowedChild, number: i64) -> impl IntoView {
    let name = texts.follow_child(number);
    let id = child.id.0.to_string();
    let has_nothing = child.courses.is_empty() && child.drills.is_empty();
    let courses = child
        .courses
        .into_iter()
        .map(|course| course_view(texts, course))
        .collect_view();
    let drills = child
        .drills
        .into_iter()
        .map(|drill| drill_view(texts, drill))
        .collect_view();
    view! {
        <section class="followed tint-plum">
            <h2>{name.clone()}</h2>
            <p class="meta">{texts.follow_since(child.since)}</p>
            {has_nothing.then(|| view! { <p>{texts.follow_nothing()}</p> })}
            <ul class="followed__list">{courses} {drills}</ul>
            <Accordion summary=texts.follow_end_title()>
                <p>{texts.follow_end_text()}</p>
                <PostForm action=UnfollowChild::PATH>
                    <input type="hidden" name="child" value=id />
                    <SubmitButton label=texts.follow_end() kind=ButtonKind::Danger about=name />
                </PostForm>
            </Accordion>
        </section>
    }
}

fn course_view(texts: Texts, course: FollowedCourse) -> impl IntoView {
    view! {
        <li>
            <strong lang=course.locale.tag()>{course.title}</strong>
            <span>{texts.follow_lessons(course.lessons, course.lessons_ready)}</span>
            <span>{texts.follow_steps(course.steps_done, course.steps)}</span>
        </li>
    }
}

fn drill_view(texts: Texts, drill: FollowedDrill) -> impl IntoView {
    view! {
        <li>
            <strong>{drill.title} " · " {texts.drills_level(drill.level.number())}</strong>
            <span>{texts.follow_drills(drill.done, drill.right)}</span>
        </li>
    }
}
