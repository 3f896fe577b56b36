use domain::learning::question::AnswerAttempt;
use domain::learning::start_line::Goal;
use domain::learning::{
    PathReason, PathStop, QuestionView, StartForm, StartLinePage as Page, StartPath, StartQuestion,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{ChooseGoal, ReplyToStart, StartOver, TryStartTask, start_line};
use super::question::{Answered, question_fields};
use crate::form::PostForm;
use crate::loading::{load, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Breadcrumb, ButtonKind, Choice, ChoiceGroup, ChoiceKind, LinkButton, PageTitle, StepIndicator,
    SubmitButton,
};

/// Finds where somebody should begin, with a few questions and without judging.
pub(super) fn start_line_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    let missing = query("svar");
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {load(move || missing.get(), move || start_line(texts.locale()), page_view)}
    }
}

fn page_view(page: Page) -> AnyView {
    let texts = use_texts();
    match page {
        Page::Goals => goals(texts).into_any(),
        Page::Question(question) => question_view(texts, question).into_any(),
        Page::Path(path) => path_view(texts, path).into_any(),
    }
}

fn missing(text: &str) -> Option<String> {
    (query("svar").get_untracked() == "mangler").then(|| text.to_owned())
}

fn goals(texts: Texts) -> impl IntoView {
    let options = Goal::ALL.map(|goal| Choice {
        value: goal_value(goal).to_owned(),
        label: goal_name(texts, goal).to_owned(),
        ..Choice::default()
    });
    view! {
        <PageTitle title=texts.start_title() lead=texts.start_lead() />
        <PostForm action=ChooseGoal::PATH>
            <ChoiceGroup
                legend=texts.start_goal()
                name="goal"
                kind=ChoiceKind::Radio
                options=options.to_vec()
                error=missing(texts.question_missing())
            />
            <SubmitButton label=texts.start_begin() />
        </PostForm>
        {to_a_person(texts)}
    }
}

/// As the address and the form name it.
fn goal_value(goal: Goal) -> &'static str {
    match goal {
        Goal::FirstSteps => "first-steps",
        Goal::Money => "money",
        Goal::HelpingOthers => "helping-others",
    }
}

fn goal_name(texts: Texts, goal: Goal) -> &'static str {
    match goal {
        Goal::FirstSteps => texts.start_goal_first_steps(),
        Goal::Money => texts.start_goal_money(),
        Goal::HelpingOthers => texts.start_goal_helping(),
    }
}

fn question_view(texts: Texts, question: StartQuestion) -> impl IntoView {
    let place = texts.start_question_of(question.most, question.number);
    let course = question.course.to_string();
    let form = match question.form {
        StartForm::SelfReport(prompt) => self_report(texts, course.clone(), prompt).into_any(),
        StartForm::Task { question, attempt } => task(texts, course.clone(), question, attempt).into_any(),
    };
    view! {
        <StepIndicator current=question.number total=question.most label=place />
        <PageTitle title=texts.start_question_title() />
        {form}
        <p class="meta">{texts.start_no_grade()}</p>
        {to_a_person(texts)}
    }
}

fn self_report(texts: Texts, course: String, prompt: String) -> impl IntoView {
    let options = [
        ("cannot", texts.start_cannot()),
        ("with-help", texts.start_with_help()),
        ("alone", texts.start_alone()),
        ("can-help-others", texts.start_can_help()),
        ("dont-know", texts.start_dont_know()),
    ]
    .map(|(value, label)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        ..Choice::default()
    });
    view! {
        <PostForm action=ReplyToStart::PATH>
            <input type="hidden" name="course" value=course />
            <ChoiceGroup
                legend=prompt
                name="reply"
                kind=ChoiceKind::Radio
                options=options.to_vec()
                error=missing(texts.question_missing())
            />
            <SubmitButton label=texts.learning_next() />
        </PostForm>
    }
}

fn task(
    texts: Texts,
    course: String,
    question: QuestionView,
    attempt: Option<AnswerAttempt>,
) -> impl IntoView {
    let fields = question_fields(texts, question, &Answered::attempted(attempt));
    let passed_over = course.clone();
    view! {
        <p>{texts.start_try_it()}</p>
        <PostForm action=TryStartTask::PATH class="question">
            <input type="hidden" name="course" value=course />
            {fields}
            <SubmitButton label=texts.learning_next() />
        </PostForm>
        <PostForm action=ReplyToStart::PATH>
            <input type="hidden" name="course" value=passed_over />
            <input type="hidden" name="reply" value="dont-know" />
            <SubmitButton label=texts.start_dont_know() kind=ButtonKind::Tertiary />
        </PostForm>
    }
}

fn path_view(texts: Texts, path: StartPath) -> impl IntoView {
    let first = path
        .stops
        .first()
        .map(|stop| texts.path(&format!("/laer/{}", stop.card.id)));
    let lead = if path.stops.is_empty() {
        texts.start_path_empty()
    } else {
        texts.start_path_lead()
    };
    let stops = path
        .stops
        .into_iter()
        .map(|stop| stop_row(texts, stop))
        .collect_view();
    view! {
        <PageTitle title=texts.start_path_title() lead=lead />
        <ol class="lesson-list">{stops}</ol>
        {first.map(|href| view! { <p><LinkButton href=href label=texts.start_path_begin() /></p> })}
        {to_a_person(texts)}
        <PostForm action=StartOver::PATH>
            <SubmitButton label=texts.start_over() kind=ButtonKind::Tertiary />
        </PostForm>
    }
}

fn stop_row(texts: Texts, stop: PathStop) -> impl IntoView {
    let reason = match stop.reason {
        PathReason::AskedAbout => texts.start_reason_asked().to_owned(),
        PathReason::BuildsOn(title) => texts.start_reason_builds_on(title),
        PathReason::NotAskedAbout => texts.start_reason_not_asked().to_owned(),
    };
    view! {
        <li lang=stop.card.locale.tag() dir=stop.card.locale.direction()>
            <a href=texts.path(&format!("/laer/{}", stop.card.id))>{stop.card.title}</a>
            <span class="meta" lang=texts.locale().tag() dir=texts.locale().direction()>{reason}</span>
            <p>{stop.card.summary}</p>
        </li>
    }
}

/// The other way, offered on every page of the check.
fn to_a_person(texts: Texts) -> impl IntoView {
    view! {
        <p class="stuck">
            <a href=texts.path("/tid")>{texts.start_person()}</a>
        </p>
    }
}
