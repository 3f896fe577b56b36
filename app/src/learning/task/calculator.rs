use domain::learning::CalculatorView;
use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{ButtonKind, LinkButton};

/// The way to one of the money tools.
#[component]
pub fn CalculatorCard(calculator: CalculatorView) -> impl IntoView {
    let texts = use_texts();
    view! {
        <section class="assignment">
            <p data-read="">{calculator.prompt}</p>
            <LinkButton href=texts.path(&calculator.path) label=texts.learning_tool_link() kind=ButtonKind::Secondary />
        </section>
    }
}
