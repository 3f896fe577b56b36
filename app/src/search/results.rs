use domain::pages::{SearchHit, SearchKind, SearchResults};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ButtonRow, Card, LinkButton, Tint};

/// What was found, and what was made of the words.
pub(super) fn results_view(results: SearchResults) -> AnyView {
    let texts = use_texts();
    if results.hits.is_empty() {
        return nothing(texts).into_any();
    }
    let count = match results.hits.len() {
        1 => texts.search_found_one().to_owned(),
        count => texts.search_found(count),
    };
    let mended = results.mended.map(|mended| did_you_mean(texts, mended));
    let missed = (!results.missed.is_empty()).then(|| texts.search_missed(quoted(&results.missed)));
    let cards = results.hits.into_iter().map(|hit| hit_card(texts, hit));
    view! {
        {mended}
        {missed.map(|missed| view! { <p>{missed}</p> })}
        <p role="status">{count}</p>
        <div class="stack">{cards.collect_view()}</div>
    }
    .into_any()
}

/// What is searched for instead of a misspelling, as a link that leaves the misspelling behind.
fn did_you_mean(texts: Texts, mended: String) -> impl IntoView {
    let query = ParamsMap::from_iter([("q", mended.as_str())]).to_query_string();
    view! {
        <p>
            <a href=texts.path(&format!("/soeg{query}"))>{texts.search_did_you_mean(&mended)}</a>
            " "
            {texts.search_mended_line()}
        </p>
    }
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    quoted.join(", ")
}

/// What to do when nothing was found.
fn nothing(texts: Texts) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info title=texts.search_nothing_title()>
            <ul>
                <li>{texts.search_nothing_fewer()}</li>
                <li>{texts.search_nothing_other()}</li>
                <li>
                    <a href=texts.path("/hjaelp")>{texts.search_nothing_call()}</a>
                </li>
            </ul>
        </Alert>
        <section aria-labelledby="doors">
            <h2 id="doors">{texts.search_nothing_doors()}</h2>
            <ButtonRow>
                <LinkButton href=texts.path("/laer") label=texts.front_learn() kind=ButtonKind::Secondary />
                <LinkButton href=texts.path("/lektier") label=texts.front_homework() kind=ButtonKind::Secondary />
                <LinkButton href=texts.path("/tid") label=texts.front_appointments() kind=ButtonKind::Secondary />
            </ButtonRow>
        </section>
    }
}

fn hit_card(texts: Texts, hit: SearchHit) -> impl IntoView {
    let (kind, tint) = match hit.kind {
        SearchKind::Course => (texts.search_kind_course(), Tint::Fjord),
        SearchKind::Exercise => (texts.search_kind_exercise(), Tint::Fjord),
        SearchKind::Word => (texts.search_kind_word(), Tint::Fjord),
        SearchKind::Guide => (texts.search_kind_guide(), Tint::Plum),
        SearchKind::Service => (texts.search_kind_service(), Tint::Moss),
        SearchKind::Role | SearchKind::Page => (texts.search_kind_page(), Tint::Fjord),
    };
    view! {
        <Card
            title=hit.title
            href=texts.path(&hit.path)
            text=hit.summary
            meta=kind
            tint=tint
            lang=hit.locale
        />
    }
}
