use domain::drills::{
    Advice, AnswerField, Drill, DrillKind, DrillOutcome, DrillPage as Exercise, DrillProblem, Level, Spoken,
    StepText,
};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{AnswerDrill, DrillHint, NextDrill, drill_exercise};
use super::question::{figures_view, question_view};
use crate::error::{AppError, AppResult};
use crate::form::PostForm;
use crate::loading::{load_at, param};
use crate::reading::ReadAloud;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Breadcrumb, ButtonKind, LinkButton, PageTitle, SubmitButton, TextField, Tint,
};

/// How it goes is told after so many exercises: nobody is measured by the first ones.
const ENOUGH_TO_TELL: i64 = 4;

/// One exercise after another.
pub(super) fn drill_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("kind"), param("level")],
        move |[kind, level]| async move {
            let Drill { kind, level } = drill_of(&kind, &level)?;
            drill_exercise(kind, level, locale).await
        },
        drill_view,
    )
}

/// Where a drill is practised.
pub fn drill_path(drill: Drill) -> String {
    format!("/lektier/oev/{}/{}", drill.kind.as_str(), drill.level.number())
}

/// The drill of an address.
pub(super) fn drill_of(kind: &str, level: &str) -> AppResult<Drill> {
    let kind = DrillKind::parse(kind).ok_or(AppError::NotFound)?;
    let level = level
        .parse()
        .ok()
        .and_then(Level::new)
        .ok_or(AppError::NotFound)?;
    Ok(Drill { kind, level })
}

fn drill_view(page: Exercise) -> AnyView {
    let texts = use_texts();
    let spoken = page.question.spoken.clone();
    let level = page.drill.level.number();
    view! {
        <Breadcrumb items=crumbs(texts) label=texts.nav_breadcrumb() tint=Tint::Plum />
        <div class="drill">
            <PageTitle title=format!("{} · {}", page.title, texts.drills_level(level)) />
            {spoken.is_some().then(|| view! { <ReadAloud locale=Locale::Da /> })}
            {question_view(texts, page.question.clone())}
            {spoken.map(|spoken| heard(texts, spoken))}
            {steps_view(texts, page.steps.clone())}
            {right_answer(&page)}
            {outcome_view(texts, page.outcome.as_ref())}
            {forms(texts, &page)}
            {progress(texts, &page)}
            {onward(texts, page.drill)}
        </div>
    }
    .into_any()
}

/// The way to all drills, for this page and what hangs on it.
pub(super) fn crumbs(texts: Texts) -> Vec<(String, String)> {
    vec![
        (texts.nav_homework().to_owned(), texts.path("/lektier")),
        (texts.drills_title().to_owned(), texts.path("/lektier/oev")),
    ]
}

/// A word that is read aloud. Where nothing can read it, somebody may.
fn heard(texts: Texts, spoken: Spoken) -> impl IntoView {
    let Spoken { word, locale } = spoken;
    view! {
        <p class="sr-only" lang=locale.tag() data-read="">{word.clone()}</p>
        <p>{texts.drills_listen()}</p>
        <details class="drill__adult">
            <summary>{texts.drills_listen_adult()}</summary>
            <p class="drill__figures" lang=locale.tag() dir=locale.direction()>{word}</p>
        </details>
    }
}

fn steps_view(texts: Texts, steps: Vec<StepText>) -> Option<impl IntoView> {
    let has_steps = !steps.is_empty();
    let items = steps.into_iter().map(|step| {
        view! {
            <li>
                <p data-read="">{step.sentence}</p>
                {figures_view(step.figures)}
            </li>
        }
    });
    let items = items.collect_view();
    has_steps.then(|| {
        view! {
            <section class="note drill__steps" role="note">
                <h2>{texts.drills_steps()}</h2>
                <ol>{items}</ol>
            </section>
        }
    })
}

fn outcome_view(texts: Texts, outcome: Option<&DrillOutcome>) -> Option<impl IntoView> {
    let (kind, text) = match outcome? {
        DrillOutcome::Right => (AlertKind::Success, texts.drills_right().to_owned()),
        DrillOutcome::NotYet(slip) if slip.is_empty() => (AlertKind::Info, texts.drills_not_yet().to_owned()),
        DrillOutcome::NotYet(slip) => (AlertKind::Info, slip.clone()),
        DrillOutcome::Problem(_) => return None,
    };
    Some(view! { <Alert kind=kind>{text}</Alert> })
}

/// A right answer, as it was written.
fn right_answer(page: &Exercise) -> Option<impl IntoView + use<>> {
    let is_right = page.outcome == Some(DrillOutcome::Right);
    is_right.then(|| figures_view(page.given.join(", ")))
}

/// The answer's form, and beside it a hint and the next exercise. What is right needs no form any more.
fn forms(texts: Texts, page: &Exercise) -> impl IntoView + use<> {
    let is_right = page.outcome == Some(DrillOutcome::Right);
    let (label, next_kind) = if is_right {
        (texts.drills_next(), ButtonKind::Primary)
    } else {
        (texts.drills_skip(), ButtonKind::Tertiary)
    };
    let answer = (!is_right).then(|| answer_form(texts, page));
    let hint = (!is_right && page.more_steps).then(|| hint_form(texts, page));
    let drill = page.drill;
    view! {
        {answer}
        <div class="drill__more">
            {hint}
            <PostForm action=NextDrill::PATH class="drill__next">
                {drill_fields(drill)}
                <SubmitButton label=label kind=next_kind />
            </PostForm>
        </div>
    }
}

fn answer_form(texts: Texts, page: &Exercise) -> impl IntoView + use<> {
    let problem = match &page.outcome {
        Some(DrillOutcome::Problem(problem)) => Some(problem_text(texts, *problem)),
        _ => None,
    };
    let fields = page.fields.iter().enumerate().map(|(index, field)| {
        let value = page.given.get(index).cloned().unwrap_or_default();
        let is_wrong = match &page.outcome {
            Some(DrillOutcome::Problem(DrillProblem::Missing)) => value.trim().is_empty(),
            _ => true,
        };
        view! {
            <TextField
                label=field_label(texts, *field)
                name=format!("given[{index}]")
                value=value
                hint=field_hint(texts, *field)
                unit=page.unit.clone()
                inputmode=keyboard(page.drill.kind, *field)
                autocomplete="off"
                error=problem.filter(|_| is_wrong).map(str::to_owned)
            />
        }
    });
    let label = match page.outcome {
        None => texts.drills_check(),
        Some(_) => texts.drills_check_again(),
    };
    let fields = fields.collect_view();
    let (drill, seed) = (page.drill, page.seed.to_string());
    view! {
        <PostForm action=AnswerDrill::PATH class="drill__answer">
            {drill_fields(drill)}
            <input type="hidden" name="seed" value=seed />
            {fields}
            <SubmitButton label=label />
        </PostForm>
    }
}

fn hint_form(texts: Texts, page: &Exercise) -> impl IntoView + use<> {
    let label = if page.steps.is_empty() {
        texts.drills_hint()
    } else {
        texts.drills_more_hint()
    };
    let (drill, seed) = (page.drill, page.seed.to_string());
    view! {
        <PostForm action=DrillHint::PATH class="drill__hint">
            {drill_fields(drill)}
            <input type="hidden" name="seed" value=seed />
            <SubmitButton label=label kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// The hidden fields that say which drill a form belongs to.
fn drill_fields(drill: Drill) -> impl IntoView {
    view! {
        <input type="hidden" name="kind" value=drill.kind.as_str() />
        <input type="hidden" name="level" value=drill.level.number() />
    }
}

fn field_label(texts: Texts, field: AnswerField) -> &'static str {
    match field {
        AnswerField::Number => texts.drills_answer(),
        AnswerField::Fraction => texts.drills_fraction(),
        AnswerField::Quotient => texts.drills_quotient(),
        AnswerField::Remainder => texts.drills_remainder(),
        AnswerField::Time => texts.drills_time(),
        AnswerField::X => texts.drills_x(),
        AnswerField::Y => texts.drills_y(),
        AnswerField::Word => texts.drills_word(),
    }
}

fn field_hint(texts: Texts, field: AnswerField) -> &'static str {
    match field {
        AnswerField::Fraction => texts.drills_fraction_hint(),
        AnswerField::Time => texts.drills_time_hint(),
        _ => "",
    }
}

/// Telephones' keyboards of numbers have neither a stroke nor a minus.
fn keyboard(kind: DrillKind, field: AnswerField) -> &'static str {
    match field {
        AnswerField::Number if kind == DrillKind::Equations => "",
        AnswerField::Number | AnswerField::Quotient | AnswerField::Remainder | AnswerField::Time => "decimal",
        AnswerField::Fraction | AnswerField::X | AnswerField::Y | AnswerField::Word => "",
    }
}

fn problem_text(texts: Texts, problem: DrillProblem) -> &'static str {
    match problem {
        DrillProblem::Missing => texts.drills_missing(),
        DrillProblem::NotANumber => texts.drills_not_a_number(),
        DrillProblem::NotAFraction => texts.drills_not_a_fraction(),
        DrillProblem::NotATime => texts.drills_not_a_time(),
        DrillProblem::TooLong => texts.drills_too_long(),
    }
}

/// How it has gone of late, and what is advised.
fn progress(texts: Texts, page: &Exercise) -> impl IntoView + use<> {
    let kind = page.drill.kind;
    let score = texts.drills_score(page.answered, page.right);
    let link = move |level: Level| {
        let href = texts.path(&drill_path(Drill { kind, level }));
        let label = texts.drills_go_to_level(level.number());
        view! { <LinkButton href=href label=label kind=ButtonKind::Secondary /> }
    };
    let advice = page.advice.map(|advice| match advice {
        Advice::Harder(level) => (texts.drills_harder(level.number()), Some(link(level))),
        Advice::Easier(level) => (texts.drills_easier(level.number()), Some(link(level))),
        Advice::Mastered => (texts.drills_mastered().to_owned(), None),
    });
    view! {
        {(page.answered >= ENOUGH_TO_TELL).then(|| view! { <p class="meta">{score}</p> })}
        {advice.map(|(text, link)| view! { <div class="note" role="note"><p>{text}</p>{link}</div> })}
    }
}

fn onward(texts: Texts, drill: Drill) -> impl IntoView {
    view! {
        <ul class="plain-list">
            <li>
                <a href=texts.path(&format!("{}/ark", drill_path(drill)))>{texts.drills_sheet()}</a>
            </li>
            <li>
                <a href=texts.path("/lektier/oev")>{texts.drills_all()}</a>
            </li>
        </ul>
    }
}
