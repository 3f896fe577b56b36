use leptos::html;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

use super::focus::focus_once_shown;
use super::mark::PRODUCT_NAME;
use super::non_empty;

/// The path of the page whose title was told last.
#[derive(Debug, Clone, Copy)]
struct ToldPath(StoredValue<String>);

/// Remembers which page the visit began on. Its title is not told again when the browser takes the page over: the browser
/// has told it, and the reader may already be further down.
///
/// Called once, inside the router and around the pages.
pub fn remember_first_page() {
    provide_context(ToldPath(StoredValue::new(
        use_location().pathname.get_untracked(),
    )));
}

/// The page's one `<h1>` and its title in the browser.
///
/// After a navigation in the browser nothing tells a screen reader that there is a new page, so the heading takes the focus.
/// See <https://designsystem.dk/design/typography/>.
#[component]
pub fn PageTitle(
    #[prop(into)] title: String,
    /// One sentence that says what the page is for.
    #[prop(optional, into)]
    lead: String,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    tell_after_navigation(heading);
    view! {
        <Title text=title.clone() formatter=|title| format!("{title} · {PRODUCT_NAME}") />
        <h1 class="page-title" tabindex="-1" data-read="" node_ref=heading>{title}</h1>
        {non_empty(lead).map(|lead| view! { <p class="lead" data-read="">{lead}</p> })}
    }
}

fn tell_after_navigation(heading: NodeRef<html::H1>) {
    let Some(ToldPath(told)) = use_context() else {
        return;
    };
    let here = use_location();
    Effect::new(move || {
        let Some(heading) = heading.get() else { return };
        let path = here.pathname.get_untracked();
        if told.get_value() == path {
            return;
        }
        told.set_value(path);
        // A link to a place in the page is followed by the router.
        if here.hash.get_untracked().is_empty() {
            focus_once_shown(heading.into(), || window().scroll_to_with_x_and_y(0.0, 0.0));
        }
    });
}
