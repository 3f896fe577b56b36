use domain::locale::Locale;
use domain::pages::SearchResults;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;

/// What fits the words, best first; nothing for an empty question. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "search", input = GetUrl)]
pub async fn search(words: String, locale: Locale) -> Result<Reply<SearchResults>, AppError> {
    use super::doors::doors;
    use crate::server_side::{context, schedule};
    use crate::{appointments, cafe, drills, money};

    let mut entries = doors(locale).to_vec();
    entries.extend(appointments::search_entries(&*schedule().await?, locale));
    entries.push(cafe::search_entry(locale));
    entries.extend(money::search_entries(locale));
    entries.extend(drills::search_entries(locale));
    entries.push(drills::texts_search_entry(locale));
    Reply::of(&context().library.search(&words, locale, &entries))
}
