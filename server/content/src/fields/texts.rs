//! Texts, ids among them, and lists of texts.

use std::collections::BTreeMap;

use domain::ids::OptionId;
use toml::de::DeValue;

use super::{Entry, Fields, Located};

/// The ids of one list, each of which may stand there once, and where.
#[derive(Default)]
pub(crate) struct Ids(BTreeMap<OptionId, usize>);

impl Ids {
    pub(crate) fn has(&self, id: &OptionId) -> bool {
        self.0.contains_key(id)
    }

    /// The byte of the file at which an id is given.
    pub(crate) fn place(&self, id: &OptionId) -> Option<usize> {
        self.0.get(id).copied()
    }
}

impl<'a> Fields<'a> {
    /// A text that must be there.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        self.located_text(key).map(|text| text.value)
    }

    /// A text that must be there, and where it stands.
    pub(crate) fn located_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let entry = self.required(key, "\"…\"")?;
        self.as_text(entry)
    }

    /// A text that may be left out.
    pub(crate) fn optional_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let entry = self.take(key)?;
        self.as_text(entry)
    }

    /// A list of texts with at least one.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<Located<String>>> {
        let at = self.place_of(key);
        let texts = self.texts_or_none(key)?;
        if let (true, Some(at)) = (texts.is_empty(), at) {
            self.faults
                .error(at, format!("`{key}` is empty"), "give it at least one text");
        }
        Some(texts)
    }

    /// A list of texts that may be left out.
    pub(crate) fn optional_texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let entry = self.take(key);
        entry.and_then(|entry| self.as_texts(entry)).unwrap_or_default()
    }

    /// A list of texts that must be there and may be empty.
    pub(crate) fn texts_or_none(&mut self, key: &'static str) -> Option<Vec<Located<String>>> {
        let entry = self.required(key, "[\"…\"]")?;
        self.as_texts(entry)
    }

    /// The `id` of a thing in a list of things with different ones.
    pub(crate) fn option_id(&mut self, ids: &mut Ids) -> Option<OptionId> {
        let id = self.located_text("id")?;
        let Ok(parsed) = OptionId::parse(&id.value) else {
            let cure = "use a-z, 0-9 and '-', at most 64 of them";
            self.faults
                .error(id.at, format!("The {}'s id is not an id", self.place), cure);
            return None;
        };
        if ids.has(&parsed) {
            let problem = format!("Two of the {}s have the id `{parsed}`", self.place);
            self.faults.error(id.at, problem, "give each its own");
        } else {
            ids.0.insert(parsed.clone(), id.at);
        }
        Some(parsed)
    }

    /// A text that must be one of these words.
    pub(crate) fn one_of<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.located_text(key)?;
        let found = words.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            let problem = format!("`{}` is not a `{key}` of the {}", text.value, self.place);
            self.faults
                .error(text.at, problem, format!("use one of {}", known.join(", ")));
        }
        found.map(|(_, value)| *value)
    }

    fn as_texts(&self, entry: Entry<'a>) -> Option<Vec<Located<String>>> {
        let key = entry.key.clone();
        let DeValue::Array(items) = entry.value else {
            self.wrong_type(&entry, "a list of texts: [\"…\", \"…\"]");
            return None;
        };
        items
            .into_iter()
            .map(|item| {
                let at = self.base + item.span().start;
                self.as_text(Entry {
                    key: key.clone(),
                    at,
                    value: item.into_inner(),
                })
            })
            .collect()
    }

    fn as_text(&self, entry: Entry<'a>) -> Option<Located<String>> {
        match entry.value {
            DeValue::String(text) if !text.trim().is_empty() => Some(Located {
                value: text.trim().to_owned(),
                at: entry.at,
            }),
            _ => {
                self.wrong_type(&entry, "a text in quotes that is not empty");
                None
            }
        }
    }
}
