use domain::drills::{Drill, SheetExercise, SheetPage as Sheet};
use leptos::prelude::*;

use super::api::drill_sheet;
use super::drill_page::{crumbs, drill_of, drill_path};
use super::question::question_view;
use crate::loading::{load_at, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, PageTitle, PrintButton, Tint};

/// The longest sum, in signs, of which three stand beside each other on paper.
const LONGEST_SHORT_SUM: usize = 14;

/// Exercises on paper, with the answers on a page of their own.
pub(super) fn sheet_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("kind"), param("level"), query("ark")],
        move |[kind, level, seed]| async move {
            let Drill { kind, level } = drill_of(&kind, &level)?;
            drill_sheet(kind, level, seed.parse().ok(), locale).await
        },
        sheet_view,
    )
}

fn sheet_view(sheet: Sheet) -> AnyView {
    let texts = use_texts();
    let title = format!(
        "{} · {}",
        sheet.title,
        texts.drills_level(sheet.drill.level.number())
    );
    let is_heard = sheet
        .exercises
        .iter()
        .any(|exercise| exercise.question.spoken.is_some());
    let sentence = common_sentence(&sheet.exercises);
    let answers = sheet.exercises.iter().map(|exercise| exercise.answer.clone());
    let answers = answers
        .map(|answer| view! { <li><span dir="ltr">{answer}</span></li> })
        .collect_view();
    let class = exercises_class(&sheet.exercises);
    let said = sentence.clone().unwrap_or_default();
    let exercises = sheet.exercises.iter().cloned();
    let exercises = exercises
        .map(|exercise| on_paper(texts, exercise, &said))
        .collect_view();
    view! {
        <Breadcrumb items=crumbs(texts) label=texts.nav_breadcrumb() tint=Tint::Plum />
        {tools(texts, &sheet)}
        <article class="handout sheet">
            <PageTitle title=title />
            <p class="sheet__head">
                <span class="sheet__blank">{texts.drills_sheet_name()} ":"</span>
                <span class="sheet__blank">{texts.drills_sheet_date()} ":"</span>
            </p>
            <p class="meta">{texts.drills_sheet_number(sheet.seed)}</p>
            {sentence.map(|sentence| view! { <p>{sentence}</p> })}
            {is_heard.then(|| view! { <p>{texts.drills_sheet_spell()}</p> })}
            <ol class=class>{exercises}</ol>
            <section class="sheet__answers">
                <h2>{texts.drills_sheet_answers(sheet.seed)}</h2>
                <ol>{answers}</ol>
            </section>
        </article>
    }
    .into_any()
}

/// Sums stand three to a line; stories, and sums that are long, two.
fn exercises_class(exercises: &[SheetExercise]) -> &'static str {
    let is_long = |exercise: &SheetExercise| exercise.question.figures.chars().count() > LONGEST_SHORT_SUM;
    if common_sentence(exercises).is_none() || exercises.iter().any(is_long) {
        "sheet__exercises sheet__exercises--wide"
    } else {
        "sheet__exercises"
    }
}

/// What all exercises ask, so that it is said once.
fn common_sentence(exercises: &[SheetExercise]) -> Option<String> {
    let first = &exercises.first()?.question.sentence;
    let is_same = |exercise: &SheetExercise| exercise.question.sentence == *first;
    exercises.iter().all(is_same).then(|| first.clone())
}

/// An exercise with a line for its answer. What has been said above is not said again.
fn on_paper(texts: Texts, exercise: SheetExercise, said: &str) -> impl IntoView + use<> {
    let mut question = exercise.question;
    if question.sentence == said {
        question.sentence.clear();
    }
    view! {
        <li>
            {question_view(texts, question)}
            <span class="sheet__blank" aria-hidden="true"></span>
        </li>
    }
}

/// How it comes on paper, and another sheet. Not on the paper itself.
fn tools(texts: Texts, sheet: &Sheet) -> impl IntoView + use<> {
    let other = format!("{}/ark?ark={}", drill_path(sheet.drill), sheet.next);
    view! {
        <div class="handout-tools">
            <p>{texts.drills_sheet_how()}</p>
            <PrintButton label=texts.drills_sheet_print() />
            <p>
                <a href=texts.path(&other)>{texts.drills_sheet_other()}</a>
            </p>
        </div>
    }
}
