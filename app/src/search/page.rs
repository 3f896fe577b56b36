use domain::pages::{SearchHit, SearchKind};
use leptos::prelude::*;

use super::api::search;
use crate::loading::{query, when_loaded};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Card, PageTitle, SearchField};

/// The words that were searched for, and what was found.
#[component]
pub fn SearchPage() -> impl IntoView {
    let texts = use_texts();
    let words = query("q");
    let hits = Resource::new(
        move || words.get().unwrap_or_default(),
        move |words| async move {
            if words.trim().is_empty() {
                Ok(None)
            } else {
                search(words, texts.locale()).await.map(Some)
            }
        },
    );
    view! {
        <PageTitle title=texts.search_title() />
        {move || {
            view! {
                <SearchField
                    action=texts.path("/soeg")
                    name="q"
                    label=texts.search_label()
                    button_label=texts.search_button()
                    value=words.get().unwrap_or_default()
                />
            }
        }}
        {when_loaded(hits, found)}
    }
}

/// Nothing has been asked (`None`), or these were found.
fn found(hits: Option<Vec<SearchHit>>) -> impl IntoView {
    let texts = use_texts();
    let hits = hits?;
    if hits.is_empty() {
        return Some(view! { <Alert kind=AlertKind::Info>{texts.search_nothing()}</Alert> }.into_any());
    }
    let count = texts.search_found(hits.len());
    let cards = hits.into_iter().map(|hit| hit_card(texts, hit)).collect_view();
    Some(view! { <p role="status">{count}</p><div class="stack">{cards}</div> }.into_any())
}

fn hit_card(texts: Texts, hit: SearchHit) -> impl IntoView {
    let kind = match hit.kind {
        SearchKind::Course => texts.search_kind_course(),
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
