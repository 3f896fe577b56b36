use domain::messages::MessageCounts;
use leptos::prelude::*;

use super::undelivered_api::message_counts;
use crate::loading::load_or_nothing;
use crate::texts::use_texts;
use crate::ui::Breadcrumb;

/// How much waits at the desk, with the ways to it. Only those who serve citizens may know.
#[component]
pub fn MessageLinks() -> impl IntoView {
    load_or_nothing(message_counts, links)
}

fn links(counts: MessageCounts) -> AnyView {
    let texts = use_texts();
    let link = |path: &str, label: String| {
        view! {
            <li>
                <a href=texts.path(path)>{label}</a>
            </li>
        }
    };
    view! {
        <ul class="plain-list">
            {link("/skranke/breve", texts.letters_to_print(counts.letters))}
            {link("/skranke/beskeder", texts.undelivered_count(counts.undelivered))}
        </ul>
    }
    .into_any()
}

/// The way back from the pages of letters and messages.
#[component]
pub(super) fn DeskCrumbs() -> impl IntoView {
    let texts = use_texts();
    let items = vec![(texts.staff_home_title().to_owned(), texts.path("/personale"))];
    view! { <Breadcrumb items=items label=texts.nav_breadcrumb() /> }
}
