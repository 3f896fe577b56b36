use domain::locale::Locale;
use domain::pages::{SearchHit, SearchKind};
use leptos::prelude::*;

use super::api::search;
use crate::loading::{load, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Card, PageTitle, SearchField};

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
    load(
        move || words.get(),
        move || search(words.get_untracked(), locale),
        hit_list,
    )
}

fn hit_list(hits: Vec<SearchHit>) -> AnyView {
    let texts = use_texts();
    if hits.is_empty() {
        return view! { <Alert kind=AlertKind::Info>{texts.search_nothing()}</Alert> }.into_any();
    }
    let count = match hits.len() {
        1 => texts.search_found_one().to_owned(),
        count => texts.search_found(count),
    };
    let cards = hits.into_iter().map(|hit| hit_card(texts, hit)).collect_view();
    view! {
        <p role="status">{count}</p>
        <div class="stack">{cards}</div>
    }
    .into_any()
}

fn hit_card(texts: Texts, hit: SearchHit) -> impl IntoView {
    let kind = match hit.kind {
        SearchKind::Course => texts.search_kind_course(),
        SearchKind::Exercise => texts.search_kind_exercise(),
        SearchKind::Guide => texts.search_kind_guide(),
        SearchKind::Service => texts.search_kind_service(),
        SearchKind::Role | SearchKind::Page => texts.search_kind_page(),
    };
    view! {
        <Card
            title=hit.title
            href=texts.path(&hit.path)
            text=hit.summary
            meta=kind
            lang=hit.locale.tag()
        />
    }
}
