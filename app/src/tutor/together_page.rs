use domain::tutor::TogetherPage;
use leptos::prelude::*;

use super::citizen::citizen_view;
use super::helper::helper_view;
use super::over::{nobody_view, over_view};
use super::view_api::together;
use super::waiting::waiting_view;
use crate::live::listen;
use crate::loading::{load, query};
use crate::texts::use_texts;

/// The lesson of two, as this device shows it: the code, the citizen's step, the helper's, or the end.
pub(super) fn together_page() -> impl IntoView {
    let texts = use_texts();
    // Whether an answer is missing stands in the address and is shown with the step.
    let missing = query("svar");
    listen();
    load(
        move || missing.get(),
        move || together(texts.locale()),
        view_of_side,
    )
}

fn view_of_side(page: TogetherPage) -> AnyView {
    let texts = use_texts();
    match page {
        TogetherPage::Nobody => nobody_view(texts),
        TogetherPage::Waiting(view) => waiting_view(texts, view),
        TogetherPage::Citizen(view) => citizen_view(texts, *view),
        TogetherPage::Helper(view) => helper_view(texts, *view),
        TogetherPage::Over(view) => over_view(texts, view),
    }
}
