//! Tasks for a pen: what is pressed on a screen is ticked or written here.

use domain::learning::question::{AnswerView, ChoiceKind, ItemView, OptionView, PlacingKind};
use domain::learning::{AssignmentView, FilmView, QuestionView, SimulatorView, TaskView};
use domain::pages::Picture;
use leptos::prelude::*;

use crate::texts::Texts;
use crate::ui::{Html, WriteLines};

/// A step's task as it is done on paper. What needs a screen says what it is, and that it needs one.
pub fn paper_task(texts: Texts, task: TaskView) -> AnyView {
    match task {
        TaskView::Question(question) => paper_question(texts, question),
        TaskView::Simulator(simulator) => paper_simulator(texts, simulator).into_any(),
        TaskView::Calculator(calculator) => on_screen(texts, calculator.prompt).into_any(),
        TaskView::Assignment(assignment) => paper_assignment(assignment).into_any(),
        TaskView::Film(film) => paper_film(film).into_any(),
    }
}

fn paper_question(texts: Texts, question: QuestionView) -> AnyView {
    let (how, answer) = match question.answer {
        AnswerView::Choice {
            kind,
            options,
            picture,
        } => (
            choice_hint(texts, kind, picture.as_ref()),
            boxes(options, picture).into_any(),
        ),
        AnswerView::Placing { kind, items, targets } => {
            (placing_hint(texts, kind), places(kind, items, targets).into_any())
        }
        AnswerView::Text => (texts.handout_write(), view! { <WriteLines lines=1 /> }.into_any()),
        AnswerView::Number { unit } => (texts.handout_write(), number_line(unit).into_any()),
    };
    view! {
        <section class="paper-task">
            <p><strong>{question.prompt}</strong></p>
            <p>{how}</p>
            {answer}
        </section>
    }
    .into_any()
}

fn choice_hint(texts: Texts, kind: ChoiceKind, picture: Option<&Picture>) -> &'static str {
    match (kind, picture) {
        (_, Some(_)) => texts.handout_tick_place(),
        (ChoiceKind::Single | ChoiceKind::TrueFalse, None) => texts.handout_tick_one(),
        (ChoiceKind::Multiple, None) => texts.handout_tick_several(),
    }
}

fn boxes(options: Vec<OptionView>, picture: Option<Picture>) -> impl IntoView {
    let options = options.into_iter().map(|option| view! { <li>{option.text}</li> });
    view! {
        {picture.map(|picture| view! { <img src=picture.src alt=picture.alt width="400" height="300" /> })}
        <ul class="check-list">{options.collect_view()}</ul>
    }
}

fn placing_hint(texts: Texts, kind: PlacingKind) -> &'static str {
    match kind {
        PlacingKind::Order => texts.handout_write_numbers(),
        PlacingKind::Match => texts.handout_write_letters(),
        PlacingKind::Groups => texts.handout_write_groups(),
    }
}

/// A short line before each thing to place, and the places with their letters. Places in a row need none: they are numbers.
fn places(kind: PlacingKind, items: Vec<ItemView>, targets: Vec<ItemView>) -> impl IntoView {
    let text = |item: ItemView| view! { <li>{item.text}</li> };
    let letters = (kind != PlacingKind::Order).then(|| {
        view! { <ol class="paper-task__letters">{targets.into_iter().map(text).collect_view()}</ol> }
    });
    view! {
        {letters}
        <ul class="paper-task__places">{items.into_iter().map(text).collect_view()}</ul>
    }
}

fn number_line(unit: Option<String>) -> impl IntoView {
    view! {
        <div class="paper-task__number">
            <WriteLines lines=1 />
            {unit}
        </div>
    }
}

/// Its task is in its own language, which may differ from the lesson's.
fn paper_simulator(texts: Texts, simulator: SimulatorView) -> impl IntoView {
    view! {
        <section class="paper-task">
            <p lang=simulator.locale.tag() dir=simulator.locale.direction()>
                <strong>{simulator.task}</strong>
            </p>
            <p>{texts.handout_on_screen()}</p>
        </section>
    }
}

fn on_screen(texts: Texts, prompt: String) -> impl IntoView {
    view! {
        <section class="paper-task">
            <p><strong>{prompt}</strong></p>
            <p>{texts.handout_on_screen()}</p>
        </section>
    }
}

fn paper_assignment(assignment: AssignmentView) -> impl IntoView {
    let items = assignment.items.into_iter().map(|item| view! { <li>{item}</li> });
    view! {
        <section class="paper-task">
            <p><strong>{assignment.prompt}</strong></p>
            <ul class="check-list">{items.collect_view()}</ul>
        </section>
    }
}

/// What is said and shown in it.
fn paper_film(film: FilmView) -> impl IntoView {
    view! {
        <section class="paper-task">
            <p><strong>{film.title}</strong></p>
            <Html html=film.transcript />
        </section>
    }
}
