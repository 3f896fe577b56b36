use leptos::prelude::*;

use super::card::Tint;

/// The way back from this page to the front page.
///
/// See <https://designsystem.dk/komponenter/breadcrumb/>.
#[component]
pub fn Breadcrumb(
    /// Label and address, the front page first. An empty address is the page itself and becomes no link.
    items: Vec<(String, String)>,
    /// What the list is, for a screen reader.
    #[prop(into)]
    label: String,
    /// The colour of the door that the page lies behind.
    #[prop(optional)]
    tint: Tint,
) -> impl IntoView {
    let items = items.into_iter().map(|(label, href)| {
        if href.is_empty() {
            view! { <li class="breadcrumbs__list-item" aria-current="page">{label}</li> }.into_any()
        } else {
            view! { <li class="breadcrumbs__list-item"><a class="breadcrumbs__link" href=href>{label}</a></li> }
                .into_any()
        }
    });
    view! {
        <nav class=format!("breadcrumbs {}", tint.class()) aria-label=label>
            <ol class="breadcrumbs__list">{items.collect_view()}</ol>
        </nav>
    }
}
