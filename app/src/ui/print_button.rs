use leptos::prelude::*;

use super::button::ButtonKind;

/// Prints the page. Only scripts can, so without them there is no button.
#[component]
pub fn PrintButton(#[prop(into)] label: String) -> impl IntoView {
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    // It only fails where printing has been forbidden.
    let print = |_| drop(window().print());
    view! {
        <Show when=move || live.get()>
            <button class=ButtonKind::Primary.class() type="button" on:click=print>
                {label.clone()}
            </button>
        </Show>
    }
}
