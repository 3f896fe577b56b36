//! Pages that change by themselves where somebody only looks at them.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

pub(super) use crate::ui::RefreshWithoutScript;

/// Opens another page in the place of this one after so many seconds, unless the visitor has gone before.
#[component]
pub(super) fn GoOn(
    seconds: u32,
    /// A path with its language, of letters, digits, `-` and `/`.
    to: String,
) -> impl IntoView {
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"{seconds};url={to}\">");
    Effect::new(move || {
        let to = to.clone();
        // It only fails for what is no address.
        let go = move || drop(window().location().replace(&to));
        if let Ok(timer) = set_timeout_with_handle(go, Duration::from_secs(seconds.into())) {
            on_cleanup(move || timer.clear());
        }
    });
    view! { <noscript inner_html=refresh /> }
}

/// Leads to where the next person begins: the browser's own link, so nothing of this page stays, and with scripts in its place, so
/// nobody comes back to it.
#[component]
pub(super) fn Begin(at: String, label: &'static str) -> impl IntoView {
    let to = at.clone();
    let press = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        // It only fails for what is no address.
        drop(window().location().replace(&to));
    };
    view! {
        <p>
            <a class="button button-primary" href=at rel="external" on:click=press>{label}</a>
        </p>
    }
}

/// What somebody may leave behind on a screen that many use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// Nothing, until they type.
    Nothing,
    /// What was wrong with what they typed.
    Error,
}

/// Begins a page anew when there is something on it and then nothing happens for so many seconds: they have left, and the next
/// person is to find nothing of theirs. Without scripts only an error goes, for nobody can tell whether somebody types.
#[component]
pub(super) fn BeginAgainWhenIdle(seconds: u32, to: String, left: Left) -> impl IntoView {
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"{seconds};url={to}\">");
    Effect::new(move || {
        let to = to.clone();
        let go = move |()| drop(window().location().replace(&to));
        let later = RefCell::new(debounce(Duration::from_secs(seconds.into()), go));
        if left == Left::Error {
            later.borrow_mut()(());
        }
        let listening = window_event_listener(leptos::ev::input, move |_| later.borrow_mut()(()));
        on_cleanup(move || listening.remove());
    });
    (left == Left::Error).then(|| view! { <noscript inner_html=refresh /> })
}
