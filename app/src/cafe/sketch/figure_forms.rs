use domain::cafe::{FigureKind, FigureProblem, SketchTools};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::figure_api::{AddFractionBar, AddNumberLine, AddSquares};
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{Accordion, ButtonKind, FieldSet, SubmitButton, TextField};

/// Figures that are made of numbers, so that nobody needs a pen.
pub(super) fn figure_forms(texts: Texts, page: SketchTools) -> impl IntoView {
    let is_open = page.attempt.is_some();
    let forms = FigureKind::ALL.map(|kind| figure_form(texts, kind, &page));
    view! {
        <Accordion summary=texts.sketch_figures() open=is_open>
            <div class="cafe-figures">{forms.into_iter().collect_view()}</div>
        </Accordion>
    }
}

fn figure_form(texts: Texts, kind: FigureKind, page: &SketchTools) -> impl IntoView + use<> {
    let room = page.room.clone();
    let attempt = page.attempt.clone().filter(|attempt| attempt.kind == kind);
    let error = attempt
        .as_ref()
        .map(|attempt| problem_text(texts, attempt.problem).to_owned());
    let values = attempt.map(|attempt| attempt.numbers).unwrap_or_default();
    let (action, legend) = match kind {
        FigureKind::FractionBar => (AddFractionBar::PATH, texts.sketch_fraction()),
        FigureKind::NumberLine => (AddNumberLine::PATH, texts.sketch_line()),
        FigureKind::Squares => (AddSquares::PATH, texts.sketch_squares()),
    };
    let fields = fields(texts, kind)
        .into_iter()
        .zip(values)
        .map(|((name, label), value)| {
            view! { <TextField label=label name=name value=value inputmode="text" autocomplete="off" /> }
        });
    let fields = fields.collect_view();
    view! {
        <PostForm action=action>
            <input type="hidden" name="room" value=room />
            <FieldSet legend=legend name=kind.as_str() error=error>
                <div class="cafe-figure">{fields} <SubmitButton label=texts.sketch_add() kind=ButtonKind::Secondary about=legend /></div>
            </FieldSet>
        </PostForm>
    }
}

/// Name and label of each number, in the order in which a figure is read.
fn fields(texts: Texts, kind: FigureKind) -> Vec<(&'static str, &'static str)> {
    match kind {
        FigureKind::FractionBar => vec![("filled", texts.sketch_filled()), ("parts", texts.sketch_parts())],
        FigureKind::NumberLine => vec![
            ("from", texts.sketch_from()),
            ("to", texts.sketch_to()),
            ("mark", texts.sketch_mark()),
        ],
        FigureKind::Squares => vec![("rows", texts.sketch_rows()), ("columns", texts.sketch_columns())],
    }
}

/// Why a figure was not drawn, and how it is mended.
fn problem_text(texts: Texts, problem: FigureProblem) -> &'static str {
    match problem {
        FigureProblem::NotANumber => texts.sketch_not_a_number(),
        FigureProblem::Parts => texts.sketch_wrong_parts(),
        FigureProblem::Filled => texts.sketch_wrong_filled(),
        FigureProblem::Line => texts.sketch_wrong_line(),
        FigureProblem::Mark => texts.sketch_wrong_mark(),
        FigureProblem::Squares => texts.sketch_wrong_squares(),
        FigureProblem::NoPlace => texts.sketch_no_place(),
        FigureProblem::Full => texts.sketch_full(),
    }
}
