use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::focus::focus_once_shown;

/// The search of the address whose results were told last.
#[derive(Debug, Clone, Copy)]
struct ToldSearch(StoredValue<String>);

/// Remembers which results a page began with: they come with the page, whose title is told. Called once by the page, outside
/// of what is fetched anew.
pub fn remember_first_results() {
    provide_context(ToldSearch(StoredValue::new(
        use_location().search.get_untracked(),
    )));
}

/// How much was found, in words.
///
/// When a filter is chosen nothing tells a screen reader that there is another list, so the count takes the focus.
#[component]
pub fn ResultCount(#[prop(into)] text: String) -> impl IntoView {
    let count = NodeRef::<html::P>::new();
    tell_after_filtering(count);
    view! { <p class="result-count" role="status" tabindex="-1" node_ref=count>{text}</p> }
}

fn tell_after_filtering(count: NodeRef<html::P>) {
    let Some(ToldSearch(told)) = use_context() else {
        return;
    };
    let here = use_location();
    Effect::new(move || {
        let Some(count) = count.get() else { return };
        let search = here.search.get_untracked();
        if told.get_value() != search {
            told.set_value(search);
            focus_once_shown(count.into(), || ());
        }
    });
}
