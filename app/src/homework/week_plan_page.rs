use domain::homework::{
    PlanAttempt, PlanDay, PlanEntry, PlanProblem, PlanState, Subject, WeekPlanPage as Plan,
};
use domain::time::weekday_name;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::crumbs::HomeworkCrumbs;
use super::guides_page::subject_name;
use super::week_plan_api::{AddToPlan, ClearWeekPlan, RemoveFromPlan, TickOnPlan, week_plan};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, ButtonKind, ErrorSummary, LinkButton, PageTitle, Select, SubmitButton, TextField,
};

/// What is to be done on which day of the week: on the screen with a tick, on paper with a box.
pub(super) fn week_plan_page() -> impl IntoView {
    view! {
        <HomeworkCrumbs />
        {load(String::new, week_plan, plan_view)}
    }
}

fn plan_view(plan: Plan) -> AnyView {
    let texts = use_texts();
    let problem = plan.attempt.as_ref().map(|attempt| attempt.problem);
    let days = PlanDay::ALL.map(|day| day_view(texts, day, &plan.entries));
    let clearing = (!plan.entries.is_empty()).then(|| clearing(texts));
    view! {
        {problem.map(|problem| error_summary(texts, problem))}
        <PageTitle title=texts.week_title() lead=texts.week_lead() />
        {writing(texts, plan.day, plan.attempt)}
        <div class="week">{days.into_iter().collect_view()}</div>
        <LinkButton href=texts.path("/lektier/min-uge") label=texts.week_print() />
        {clearing}
        <p class="meta">{texts.week_private()}</p>
    }
    .into_any()
}

fn error_summary(texts: Texts, problem: PlanProblem) -> impl IntoView {
    let errors = vec![("field-task".to_owned(), problem_text(texts, problem).to_owned())];
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
}

/// The form by which something gets on the plan.
fn writing(texts: Texts, day: PlanDay, attempt: Option<PlanAttempt>) -> impl IntoView {
    let error = attempt
        .as_ref()
        .map(|attempt| problem_text(texts, attempt.problem).to_owned());
    let subject = attempt.as_ref().and_then(|attempt| attempt.subject);
    let task = attempt.map(|attempt| attempt.task).unwrap_or_default();
    let days = PlanDay::ALL.map(|day| (day.number().to_string(), day_name(texts, day)));
    let subjects = std::iter::once((String::new(), texts.week_no_subject().to_owned())).chain(
        Subject::ALL.map(|subject| {
            (
                subject.as_str().to_owned(),
                subject_name(texts, subject).to_owned(),
            )
        }),
    );
    view! {
        <div class="week__writing">
            <PostForm action=AddToPlan::PATH>
                <TextField
                    label=texts.week_task()
                    hint=texts.week_task_hint()
                    name="task"
                    value=task
                    autocomplete="off"
                    error=error
                />
                <div class="week__choices">
                    <Select name="day" label=texts.week_day() options=days.into() selected=day.number().to_string() />
                    <Select
                        name="subject"
                        label=texts.homework_subject()
                        options=subjects.collect()
                        selected=subject.map(Subject::as_str).unwrap_or_default()
                    />
                </div>
                <SubmitButton label=texts.week_write() />
            </PostForm>
        </div>
    }
}

/// A day with nothing on it has room for a pen, on paper only.
fn day_view(texts: Texts, day: PlanDay, entries: &[PlanEntry]) -> impl IntoView + use<> {
    let of_day = entries.iter().filter(|entry| entry.day == day);
    let rows = of_day.map(|entry| entry_view(texts, entry)).collect_view();
    let class = if rows.is_empty() {
        "week__day is-empty"
    } else {
        "week__day"
    };
    view! {
        <section class=class>
            <h2>{day_name(texts, day)}</h2>
            <ul>{rows}</ul>
        </section>
    }
}

fn entry_view(texts: Texts, entry: &PlanEntry) -> AnyView {
    let is_done = entry.state == PlanState::Done;
    let (next, label) = if is_done {
        ("open", texts.week_undo())
    } else {
        ("done", texts.week_tick())
    };
    let task = entry.task.as_str().to_owned();
    let (id, ticked) = (entry.id.0.to_string(), task.clone());
    let (same_id, removed) = (id.clone(), task.clone());
    let subject = entry
        .subject
        .map(|subject| view! { <span class="meta">{subject_name(texts, subject)}</span> });
    view! {
        <li class:is-done=is_done>
            <p class="week__task" data-read="">
                {task} {is_done.then(|| view! { <span class="sr-only">{texts.week_done()}</span> })}
            </p>
            {subject}
            <div class="week__buttons">
                <PostForm action=TickOnPlan::PATH>
                    <input type="hidden" name="entry" value=id />
                    <input type="hidden" name="state" value=next />
                    <SubmitButton label=label kind=ButtonKind::Secondary about=ticked />
                </PostForm>
                <PostForm action=RemoveFromPlan::PATH>
                    <input type="hidden" name="entry" value=same_id />
                    <SubmitButton label=texts.week_remove() kind=ButtonKind::Tertiary about=removed />
                </PostForm>
            </div>
        </li>
    }
    .into_any()
}

fn clearing(texts: Texts) -> impl IntoView {
    view! {
        <Accordion summary=texts.week_clear_title()>
            <p>{texts.week_clear_text()}</p>
            <PostForm action=ClearWeekPlan::PATH>
                <SubmitButton label=texts.week_clear() kind=ButtonKind::Danger />
            </PostForm>
        </Accordion>
    }
}

fn problem_text(texts: Texts, problem: PlanProblem) -> &'static str {
    match problem {
        PlanProblem::Missing => texts.week_missing(),
        PlanProblem::TooLong => texts.week_too_long(),
        PlanProblem::HasCpr => texts.week_has_cpr(),
        PlanProblem::Full => texts.week_full(),
    }
}

/// "Mandag", as it begins a line.
fn day_name(texts: Texts, day: PlanDay) -> String {
    let name = weekday_name(day.number(), texts.locale());
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
