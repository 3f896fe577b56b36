use domain::learning::Term;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use crate::texts::use_texts;
use crate::ui::Html;

/// A lesson's text. Its difficult words lead to the glossary; in the browser they are explained where one is.
#[component]
pub fn TermText(html: String, terms: Vec<Term>) -> impl IntoView {
    let shown = RwSignal::new(None::<Term>);
    let explain = move |event: MouseEvent| {
        let pressed = pressed_word(&event);
        let term = pressed.and_then(|id| terms.iter().find(|term| term.id == id).cloned());
        if term.is_some() {
            event.prevent_default();
            event.stop_propagation();
            shown.set(term);
        }
    };
    view! {
        <div class="term-text" on:click=explain>
            <Html html=html />
        </div>
        <div class="word-card-place" role="status">
            {move || shown.get().map(|term| view! { <WordCard term=term close=move || shown.set(None) /> })}
        </div>
    }
}

/// The glossary's word whose link was pressed, if one was.
fn pressed_word(event: &MouseEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest("a[href*='/ordbog#']").ok()??;
    let (_, word) = link
        .get_attribute("href")?
        .split_once('#')
        .map(|(path, word)| (path.to_owned(), word.to_owned()))?;
    Some(word)
}

/// A word and what it means, at the foot of the screen.
#[component]
fn WordCard(term: Term, close: impl Fn() + 'static) -> impl IntoView {
    let texts = use_texts();
    let danish = term
        .danish
        .map(|danish| view! { <p lang="da">{texts.learning_glossary_danish(danish)}</p> });
    view! {
        <div class="word-card">
            <p>
                <strong>{term.term}</strong>
            </p>
            <p>{term.text}</p>
            {danish}
            <p class="word-card__ways">
                <button class="button button-tertiary" type="button" on:click=move |_| close()>
                    {texts.learning_word_close()}
                </button>
                <a href=texts.path("/ordbog")>{texts.learning_word_all()}</a>
            </p>
        </div>
    }
}
