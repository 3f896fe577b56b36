use leptos::prelude::*;

/// The first thing on the page for those who use a keyboard: past the navigation to the content.
///
/// See <https://designsystem.dk/komponenter/skip-link/>.
#[component]
pub fn SkipLink(#[prop(into)] label: String, #[prop(into)] href: String) -> impl IntoView {
    // The browser follows the link itself: the router would scroll there but not move the focus.
    view! { <a class="skipnav" href=href rel="external">{label}</a> }
}
