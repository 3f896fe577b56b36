use domain::drills::QuestionText;
use leptos::prelude::*;

use super::drawing::drawing;
use crate::texts::Texts;

/// A question: its sentence, what it is about, its drawing, and a word to be heard.
pub(super) fn question_view(texts: Texts, question: QuestionText) -> impl IntoView {
    let figures = (!question.figures.is_empty()).then(|| figures_view(question.figures));
    let sentence = question.sentence;
    let sentence =
        (!sentence.is_empty()).then(|| view! { <p class="drill__sentence" data-read="">{sentence}</p> });
    view! {
        {sentence}
        {figures}
        {question.drawing.map(|shown| drawing(texts, shown))}
    }
}

/// Figures stand from the left in every language.
pub(super) fn figures_view(figures: String) -> impl IntoView {
    let lines: Vec<_> = figures
        .lines()
        .map(|line| view! { <span class="drill__line">{line.to_owned()}</span> })
        .collect();
    view! { <p class="drill__figures" dir="ltr" lang="da" data-read="">{lines}</p> }
}
