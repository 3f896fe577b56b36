use domain::help_topic::HelpDoor;
use domain::learning::{StepPage as Step, StepText, TaskView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{Advance, SetReadingWay, step};
use super::course_page::step_href;
use super::step_fields::StepFields;
use super::stuck::{StuckCard, help_topic};
use super::task::task;
use super::term_text::TermText;
use crate::form::PostForm;
use crate::help_topic::AskForHelp;
use crate::loading::{load_at, named, param, query};
use crate::reading::ReadAloud;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ButtonKind, ForeignText, PageTitle, StepIndicator, SubmitButton};

/// One step of a lesson: one idea, perhaps a question, and one button that is always at the same place.
pub(super) fn step_page() -> impl IntoView {
    let locale = use_texts().locale();
    // Whether an answer is missing stands in the address and is shown with the step.
    let parts = [param("course"), param("lesson"), param("step"), query("svar")];
    load_at(
        parts,
        move |[course, lesson, id, _missing]| async move {
            step(named(&course)?, named(&lesson)?, named(&id)?, locale).await
        },
        step_view,
    )
}

fn step_view(step: Step) -> AnyView {
    let texts = use_texts();
    let place = texts.learning_place(step.lesson_number, step.lessons, step.step_number, step.steps);
    let crumbs = vec![
        (texts.nav_learn().to_owned(), texts.path("/laer")),
        (
            step.course_title.clone(),
            texts.path(&format!("/laer/{}", step.course)),
        ),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <div class="lesson" lang=step.locale.tag() dir=step.locale.direction()>
            <p class="meta">{step.lesson_title.clone()}</p>
            <StepIndicator current=step.step_number total=step.steps label=place />
            <PageTitle title=step.title.clone() />
            {step_body(texts, &step)}
            {step.stuck.clone().map(|stuck| view! { <StuckCard course=step.course.clone() here=step.here.clone() stuck=stuck /> })}
            {go_on(texts, &step)}
        </div>
    }
    .into_any()
}

/// What a step says and asks, read aloud if wished: on its own page, and on that of somebody who has a helper.
pub(crate) fn step_body(texts: Texts, step: &Step) -> impl IntoView + use<> {
    let foreign = step.locale != texts.locale();
    view! {
        {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
        {step.deepening.then(|| view! { <p class="meta" data-read="">{texts.learning_deepening()}</p> })}
        <ReadAloud locale=step.locale />
        {reading_switch(texts, step)}
        <TermText html=step.text.html().to_owned() terms=step.terms.clone() />
        {task(step)}
    }
}

/// Between the ordinary text and its easy-read twin.
fn reading_switch(texts: Texts, step: &Step) -> Option<impl IntoView + use<>> {
    let (label, reading) = match step.text {
        StepText::Only(_) => return None,
        StepText::Ordinary(_) => (texts.learning_read_easy(), "easy"),
        StepText::Easy(_) => (texts.learning_read_ordinary(), "ordinary"),
    };
    let (course, here) = (step.course.clone(), step.here.clone());
    Some(view! {
        <PostForm action=SetReadingWay::PATH class="reading-switch">
            <StepFields course=course here=here />
            <input type="hidden" name="reading" value=reading />
            <SubmitButton label=label kind=ButtonKind::Tertiary />
        </PostForm>
    })
}

/// Back, on, and a way to a person.
fn go_on(texts: Texts, step: &Step) -> impl IntoView + use<> {
    let answered = match &step.task {
        Some(TaskView::Question(_)) => step.given.is_some(),
        Some(TaskView::Simulator(simulator)) => simulator.learned.is_some(),
        _ => true,
    };
    let (label, kind) = if answered {
        (texts.learning_next(), ButtonKind::Primary)
    } else {
        (texts.learning_skip(), ButtonKind::Tertiary)
    };
    let back = step.previous.as_ref().map(|place| {
        view! { <a class="back-link" href=step_href(texts, &step.course, place)>{texts.learning_back()}</a> }
    });
    let (course, here) = (step.course.to_string(), step.here.step.to_string());
    let topic = help_topic(step.course.clone(), step.here.clone());
    view! {
        <div class="go-on">
            <PostForm action=Advance::PATH>
                <input type="hidden" name="course" value=course />
                <input type="hidden" name="step" value=here />
                <SubmitButton label=label kind=kind />
            </PostForm>
            {back}
        </div>
        <div class="stuck">
            <AskForHelp topic=topic door=HelpDoor::Appointments label=texts.learning_stuck() kind=ButtonKind::Tertiary />
        </div>
    }
}
