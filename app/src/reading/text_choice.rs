use domain::learning::Reading;
use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::TagLink;

/// Between a text and its easy-read twin. Each is an address of the same page, so it can be sent to somebody.
#[component]
pub fn TextChoice(chosen: Reading) -> impl IntoView {
    let texts = use_texts();
    let links = Reading::ALL.map(|reading| {
        let label = match reading {
            Reading::Ordinary => texts.handout_ordinary(),
            Reading::Easy => texts.learning_easy_shown(),
        };
        let href = format!("?tekst={}", reading.in_address());
        view! { <TagLink label=label href=href selected=reading == chosen /> }
    });
    view! {
        <nav
            aria-label=texts.handout_which_text()
            lang=texts.locale().tag()
            dir=texts.locale().direction()
        >
            <ul class="tag-list">{links.into_iter().collect_view()}</ul>
        </nav>
    }
}
