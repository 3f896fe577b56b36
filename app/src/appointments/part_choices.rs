use domain::appointments::PartOfDay;
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::{TagChoices, TagOption};

/// The parts of the day to choose from, as links, so that a choice is an address.
#[component]
pub fn PartChoices(
    chosen: Option<PartOfDay>,
    /// The page's address, and what else stands after the question mark: `fra=2026-12-03`.
    #[prop(into)]
    path: String,
    #[prop(default = None)] query: Option<String>,
) -> impl IntoView {
    let texts = use_texts();
    let options = std::iter::once(None)
        .chain(PartOfDay::ALL.map(Some))
        .map(|part| TagOption {
            label: part_name(texts, part).to_owned(),
            href: address(&path, query.clone().into_iter().chain(part.map(part_query))),
            selected: part == chosen,
        });
    view! { <TagChoices label=texts.times_part() options=options.collect() /> }
}

/// `del=formiddag`.
pub fn part_query(part: PartOfDay) -> String {
    format!("del={}", part.as_str())
}

/// A path with what stands after its question mark, if anything does.
pub fn address(path: &str, query: impl Iterator<Item = String>) -> String {
    let query: Vec<_> = query.collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// What a part of the day is called; all of it where none is named.
pub fn part_name(texts: Texts, part: Option<PartOfDay>) -> &'static str {
    match part {
        None => texts.times_all_day(),
        Some(PartOfDay::Morning) => texts.times_morning(),
        Some(PartOfDay::Afternoon) => texts.times_afternoon(),
        Some(PartOfDay::Evening) => texts.times_evening(),
    }
}
