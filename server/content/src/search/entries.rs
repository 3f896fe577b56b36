//! What the caller has besides content.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::locale::Locale;
use domain::pages::SearchKind;

use super::Searchable;
use super::things::SearchIndex;

/// Something to find that is not content: a service that can be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchEntry {
    pub kind: SearchKind,
    /// Path without the language's prefix.
    pub path: String,
    pub title: String,
    pub summary: String,
    pub keywords: Vec<String>,
    /// The language the entry is in.
    pub locale: Locale,
}

/// The entries of the latest question in each language with their index. They are the same until somebody changes the
/// services, and comparing them costs next to nothing, so no caller has to keep an index in step with them.
#[derive(Default)]
pub(super) struct EntryCache(Mutex<BTreeMap<Locale, IndexedEntries>>);

struct IndexedEntries {
    entries: Vec<SearchEntry>,
    index: Arc<SearchIndex>,
}

impl EntryCache {
    /// The index of these entries, built if they are others than last time.
    pub(super) fn index(
        &self,
        entries: &[SearchEntry],
        locale: Locale,
        build: impl FnOnce() -> SearchIndex,
    ) -> Arc<SearchIndex> {
        let latest = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let same = latest()
            .get(&locale)
            .filter(|latest| latest.entries == entries)
            .map(|latest| Arc::clone(&latest.index));
        same.unwrap_or_else(|| {
            let index = Arc::new(build());
            let indexed = IndexedEntries {
                entries: entries.to_owned(),
                index: Arc::clone(&index),
            };
            latest().insert(locale, indexed);
            index
        })
    }
}

impl From<&SearchEntry> for Searchable {
    fn from(entry: &SearchEntry) -> Self {
        Self {
            locale: entry.locale,
            title: entry.title.clone(),
            summary: entry.summary.clone(),
            keywords: entry.keywords.clone(),
            body: String::new(),
        }
    }
}
