//! Reading a page aloud with the browser's own voice.
//!
//! What is read are the elements marked with `data-read`, in the order of the page, sentence by sentence. So a component
//! joins by marking what it says.

#[cfg(feature = "hydrate")]
mod bar;
#[cfg(feature = "hydrate")]
mod passages;
#[cfg(feature = "hydrate")]
mod player;
#[cfg(feature = "hydrate")]
mod say;
#[cfg(feature = "hydrate")]
mod speed;
#[cfg(feature = "hydrate")]
mod spotlight;
#[cfg(feature = "hydrate")]
mod voices;

use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use self::bar::bar;
#[cfg(feature = "hydrate")]
pub use self::say::say;

/// The bar that reads the page aloud, at the head of what it reads. Where no script runs nothing can be read, so it is not
/// in what the server sends.
#[component]
pub fn ReadAloud(
    /// The text's language, which its voice must speak.
    locale: Locale,
) -> impl IntoView {
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    view! { <div class="read-aloud-place">{move || live.get().then(|| bar(locale))}</div> }
}

/// No page is live on the server.
#[cfg(not(feature = "hydrate"))]
fn bar(_locale: Locale) -> AnyView {
    ().into_any()
}
