use domain::reading::TextSize;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::SetTextSize;
use crate::texts::{Texts, use_texts};

/// The attribute of `<html>` that the style sheet reads.
#[cfg(feature = "hydrate")]
const ATTRIBUTE: &str = "data-text-size";

/// The size in force, by its place among [`TextSize::ALL`]: a signal of a type of its own would bring a copy of everything
/// that signals are made of, and this stands on every page.
#[derive(Debug, Clone, Copy)]
pub struct ChosenSize(RwSignal<u32>);

impl ChosenSize {
    /// Begins as [`shown_size`].
    pub fn shown() -> Self {
        Self(RwSignal::new(place(shown_size())))
    }

    /// Whether it is this one; tracks it.
    fn is(self, size: TextSize) -> bool {
        self.0.get() == place(size)
    }

    #[cfg(feature = "hydrate")]
    fn set(self, size: TextSize) {
        self.0.set(place(size));
    }
}

fn place(size: TextSize) -> u32 {
    let sizes = TextSize::ALL.into_iter().zip(0..);
    sizes
        .filter(|(other, _)| *other == size)
        .map(|(_, place)| place)
        .sum()
}

/// Three sizes to choose from: a form without JavaScript, at once with it.
#[component]
pub fn TextSizeSwitch(size: ChosenSize) -> impl IntoView {
    let texts = use_texts();
    let buttons = TextSize::ALL.map(|choice| {
        view! {
            <button
                class=format!("text-size__choice text-size__choice--{}", choice.as_str())
                type="submit"
                name="size"
                value=choice.as_str()
                aria-pressed=move || if size.is(choice) { "true" } else { "false" }
            >
                <span aria-hidden="true">"A"</span>
                <span class="sr-only">{label(texts, choice)}</span>
            </button>
        }
    });
    view! {
        <form
            class="text-size"
            method="post"
            action=SetTextSize::PATH
            aria-label=texts.reading_text_size()
            on:submit=when_submitted(size)
        >
            {buttons.into_iter().collect_view()}
        </form>
    }
}

fn label(texts: Texts, size: TextSize) -> &'static str {
    match size {
        TextSize::Ordinary => texts.reading_text_ordinary(),
        TextSize::Large => texts.reading_text_large(),
        TextSize::Largest => texts.reading_text_largest(),
    }
}

/// The size of the page that is being made: from the request on the server, from the document in the browser.
pub fn shown_size() -> TextSize {
    #[cfg(feature = "ssr")]
    return crate::server_side::text_size();
    #[cfg(feature = "hydrate")]
    return document()
        .document_element()
        .and_then(|html| TextSize::parse(&html.get_attribute(ATTRIBUTE)?))
        .unwrap_or_default();
    #[cfg(not(any(feature = "ssr", feature = "hydrate")))]
    TextSize::default()
}

/// In the browser the size changes at once, nothing that has been typed is lost, and the server is told in the background.
fn when_submitted(size: ChosenSize) -> impl Fn(SubmitEvent) {
    move |event| {
        #[cfg(feature = "hydrate")]
        if let Some(choice) = pressed(&event) {
            event.prevent_default();
            size.set(choice);
            show(choice);
            keep(choice);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = (size, event);
    }
}

#[cfg(feature = "hydrate")]
fn pressed(event: &SubmitEvent) -> Option<TextSize> {
    TextSize::parse(&event.submitter()?.get_attribute("value")?)
}

#[cfg(feature = "hydrate")]
fn show(size: TextSize) {
    if let Some(html) = document().document_element() {
        // It only fails for a name that is no attribute's.
        let _ = html.set_attribute(ATTRIBUTE, size.as_str());
    }
}

/// Has the server keep the size for the next page. Where it cannot be reached this page has its size all the same.
///
/// A beacon needs a tenth of the code of a request, and this stands on every page.
#[cfg(feature = "hydrate")]
fn keep(size: TextSize) {
    if let Ok(form) = web_sys::UrlSearchParams::new() {
        form.set("size", size.as_str());
        let navigator = window().navigator();
        // It only fails where the browser has too much to send already.
        let _ = navigator.send_beacon_with_opt_url_search_params(SetTextSize::PATH, Some(&form));
    }
}
