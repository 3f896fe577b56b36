use domain::learning::Term;
use leptos::prelude::*;

use super::api::glossary;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, PageTitle};

/// Difficult words, explained.
pub(super) fn glossary_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![(texts.nav_home().to_owned(), texts.path("/"))];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.learning_glossary_title() lead=texts.learning_glossary_lead() />
        {load(String::new, move || glossary(texts.locale()), term_list)}
    }
}

fn term_list(terms: Vec<Term>) -> AnyView {
    let texts = use_texts();
    let terms = terms.into_iter().map(move |term| {
        let danish = term
            .danish
            .map(|danish| view! { <p class="meta" lang="da">{texts.learning_glossary_danish(danish)}</p> });
        view! {
            <div class="glossary__term" id=term.id>
                <dt>{term.term}</dt>
                <dd>
                    <p>{term.text}</p>
                    {danish}
                </dd>
            </div>
        }
    });
    view! { <dl class="glossary">{terms.collect_view()}</dl> }.into_any()
}
