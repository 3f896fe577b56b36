use domain::locale::Locale;
use leptos::prelude::*;

use super::api::search;
use super::results::results_view;
use crate::loading::{load_at, query};
use crate::texts::use_texts;
use crate::ui::{PageTitle, SearchField};

/// The words that were searched for, and what was found.
pub(super) fn search_page() -> impl IntoView {
    let texts = use_texts();
    let words = query("q");
    let field = move || {
        view! {
            <SearchField
                action=texts.path("/soeg")
                name="q"
                label=texts.search_label()
                button_label=texts.search_button()
                value=words.get()
            />
        }
    };
    let found = move || (!words.get().trim().is_empty()).then(|| found(texts.locale(), words));
    view! {
        <PageTitle title=texts.search_title() />
        {field}
        {found}
    }
}

/// What fits the words.
fn found(locale: Locale, words: Memo<String>) -> AnyView {
    load_at([words], move |[words]| search(words, locale), results_view)
}
