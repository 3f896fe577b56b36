//! The call display says new numbers aloud where somebody has asked for it, with the browser's own voice.

use domain::desk::CallView;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use crate::reading::say;
use crate::texts::use_texts;
use crate::ui::ButtonKind;

/// Whether numbers are said aloud, and which was said last.
#[derive(Debug, Clone, Copy)]
struct Announcer {
    is_on: RwSignal<bool>,
    last: StoredValue<Option<i64>>,
}

/// Called once, where the page begins: what has been said is remembered for as long as the page is shown.
pub(super) fn provide_announcer() {
    provide_context(Announcer {
        is_on: RwSignal::new(false),
        last: StoredValue::new(None),
    });
}

/// Says the latest call aloud, once.
pub(super) fn announce(latest: Option<&CallView>) {
    let (Some(announcer), Some(call)) = (use_context::<Announcer>(), latest.cloned()) else {
        return;
    };
    let texts = use_texts();
    Effect::new(move || {
        let is_new = announcer.last.get_value() != Some(call.call);
        announcer.last.set_value(Some(call.call));
        if is_new && announcer.is_on.get_untracked() {
            let text = texts.display_spoken(&call.counter, spelt(&call.number));
            #[cfg(feature = "hydrate")]
            say(&text, texts.locale());
            #[cfg(not(feature = "hydrate"))]
            drop(text);
        }
    });
}

/// "B 12": read together, "B12" is no word of any language.
fn spelt(number: &str) -> String {
    let (letter, figure) = number.split_at(number.len().min(1));
    format!("{letter} {figure}")
}

/// Turns the voice on and off. Browsers speak only after somebody has pressed something, and without scripts not at all.
#[component]
pub(super) fn AnnounceButton() -> impl IntoView {
    let texts = use_texts();
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    let is_on = use_context::<Announcer>().map(|announcer| announcer.is_on);
    let press = move |_| {
        if let Some(is_on) = is_on {
            is_on.update(|is_on| *is_on = !*is_on);
        }
    };
    let pressed = move || is_on.is_some_and(|is_on| is_on.get());
    view! {
        <Show when=move || live.get()>
            <button
                class=ButtonKind::Secondary.class()
                type="button"
                aria-pressed=move || pressed().to_string()
                on:click=press
            >
                {texts.display_aloud()}
            </button>
        </Show>
    }
}
