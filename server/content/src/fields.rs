//! Reads TOML key by key, so that every fault gets its own line and a cure that names the key.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use domain::ids::OptionId;
use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use crate::fault::FileFaults;

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

/// Reads everything there is before it says whether all of it is sound, so that every fault is found.
pub(crate) fn every<T>(read: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<_> = read.collect();
    read.into_iter().collect()
}

/// A value and the byte of the file it stands at.
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) at: usize,
}

/// The keys of one table. Each is taken once; what is left in the end is unknown.
pub(crate) struct Fields<'a> {
    left: Vec<Entry<'a>>,
    asked: Vec<&'static str>,
    /// What the table is, as a cure calls it: "front matter", "question".
    place: &'static str,
    /// Where to point when a key is missing.
    at: usize,
    /// Where the TOML begins in the file.
    base: usize,
    faults: &'a FileFaults,
}

struct Entry<'a> {
    key: String,
    at: usize,
    value: DeValue<'a>,
}

impl<'a> Fields<'a> {
    /// Parses TOML that begins at `base` in the file. What is not TOML is faults only.
    pub(crate) fn parse(
        faults: &'a FileFaults,
        toml: &'a str,
        base: usize,
        place: &'static str,
    ) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(toml);
        for error in &errors {
            let at = base + error.span().map_or(0, |span| span.start);
            let problem = format!("The {place} is not TOML: {}", error.message());
            faults.error(
                at,
                problem,
                "see the examples in content/README.md, and mind quotes and commas",
            );
        }
        errors.is_empty().then(|| Self {
            left: entries(table.into_inner(), base),
            asked: Vec::new(),
            place,
            at: base.saturating_sub(1),
            base,
            faults,
        })
    }

    /// The list of faults these fields report to.
    pub(crate) fn faults(&self) -> &'a FileFaults {
        self.faults
    }

    /// Notes something that is wrong with the table as a whole.
    pub(crate) fn fault(&self, problem: impl Into<String>, cure: impl Into<String>) {
        self.faults.error(self.at, problem, cure);
    }

    /// Where a key stands that has not been read yet.
    pub(crate) fn place_of(&self, key: &str) -> Option<usize> {
        self.left
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.at)
    }

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

    /// A list of small numbers that must be there, such as `example`.
    pub(crate) fn numbers(
        &mut self,
        key: &'static str,
        example: &str,
        allowed: RangeInclusive<u8>,
    ) -> Option<Located<Vec<u8>>> {
        let entry = self.required(key, example)?;
        let numbers = match &entry.value {
            DeValue::Array(items) => items
                .iter()
                .map(|item| small_number(item.get_ref()).filter(|number| allowed.contains(number)))
                .collect(),
            _ => None,
        };
        if numbers.is_none() {
            let wanted = format!(
                "a list of whole numbers, {} to {}",
                allowed.start(),
                allowed.end()
            );
            self.wrong_type(&entry, &wanted);
        }
        Some(Located {
            value: numbers?,
            at: entry.at,
        })
    }

    /// Whether something is so, which must be said.
    pub(crate) fn required_flag(&mut self, key: &'static str) -> Option<bool> {
        if self.place_of(key).is_none() {
            self.asked.push(key);
            self.missing(key, &format!("{key} = true, or {key} = false"));
            return None;
        }
        Some(self.flag(key))
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

    /// A whole number that must be there.
    pub(crate) fn number(&mut self, key: &'static str, allowed: RangeInclusive<i64>) -> Option<i64> {
        let entry = self.required(key, &allowed.start().to_string())?;
        let number = match &entry.value {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|number| allowed.contains(number));
        if number.is_none() {
            self.wrong_type(
                &entry,
                &format!("a whole number, {} to {}", allowed.start(), allowed.end()),
            );
        }
        number
    }

    /// A day of the calendar that must be there.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let entry = self.required(key, "\"2026-11-21\"")?;
        self.as_date(&entry)
    }

    /// A day of the calendar that may be left out.
    pub(crate) fn optional_date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let entry = self.take(key)?;
        self.as_date(&entry)
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

    /// Makes a key known that is left out here, so that a cure may name it.
    pub(crate) fn know(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// Lets every key be that has not been read: nobody can say which of them belong here.
    pub(crate) fn ignore_rest(&mut self) {
        self.left.clear();
    }

    /// Whether something is so; not, where it is left out.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(entry) = self.take(key) else {
            return false;
        };
        if let DeValue::Boolean(flag) = entry.value {
            return flag;
        }
        self.wrong_type(&entry, "true or false, without quotes");
        false
    }

    /// The table of `[key]`, which may be left out.
    pub(crate) fn table(&mut self, key: &'static str, place: &'static str) -> Option<Fields<'a>> {
        let entry = self.take(key)?;
        let at = entry.at;
        let DeValue::Table(table) = entry.value else {
            self.wrong_type(&entry, &format!("a table, begun with [{key}]"));
            return None;
        };
        Some(Fields {
            left: entries(table, self.base),
            asked: Vec::new(),
            place,
            at,
            base: self.base,
            faults: self.faults,
        })
    }

    /// The tables of `[[key]]`, none where there are none.
    pub(crate) fn tables(&mut self, key: &'static str, place: &'static str) -> Vec<Fields<'a>> {
        let Some(entry) = self.take(key) else {
            return Vec::new();
        };
        let wanted = format!("one or more tables, each begun with [[{key}]]");
        let items = match &entry.value {
            DeValue::Array(items) if !items.is_empty() => items.clone(),
            _ => {
                self.wrong_type(&entry, &wanted);
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for item in items {
            let at = self.base + item.span().start;
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Fields {
                    left: entries(table, self.base),
                    asked: Vec::new(),
                    place,
                    at,
                    base: self.base,
                    faults: self.faults,
                }),
                value => {
                    let entry = Entry {
                        key: key.to_owned(),
                        at,
                        value,
                    };
                    self.wrong_type(&entry, &wanted);
                }
            }
        }
        tables
    }

    /// Reports that a key is missing.
    pub(crate) fn missing(&self, key: &str, example: &str) {
        let problem = format!("`{key}` is missing from the {}", self.place);
        self.faults.error(self.at, problem, format!("write {example}"));
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(self) {
        for entry in &self.left {
            let problem = format!("`{}` is not a key of the {}", entry.key, self.place);
            let cure = format!("remove it, or use one of {}", self.asked.join(", "));
            self.faults.error(entry.at, problem, cure);
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Entry<'a>> {
        self.asked.push(key);
        let index = self.left.iter().position(|entry| entry.key == key)?;
        Some(self.left.remove(index))
    }

    fn required(&mut self, key: &'static str, example: &str) -> Option<Entry<'a>> {
        let entry = self.take(key);
        if entry.is_none() {
            self.missing(key, &format!("{key} = {example}"));
        }
        entry
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

    fn as_date(&self, entry: &Entry<'a>) -> Option<Located<Date>> {
        let date = match &entry.value {
            DeValue::String(text) => parse_date(text),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(entry, "a day of the calendar in quotes: \"2026-11-21\"");
        }
        date.map(|value| Located { value, at: entry.at })
    }

    fn wrong_type(&self, entry: &Entry<'a>, wanted: &str) {
        let problem = format!("`{}` is not what it should be", entry.key);
        self.faults.error(entry.at, problem, format!("make it {wanted}"));
    }
}

fn entries(table: DeTable<'_>, base: usize) -> Vec<Entry<'_>> {
    let mut entries: Vec<_> = table
        .into_iter()
        .map(|(key, value)| Entry {
            at: base + key.span().start,
            key: key.into_inner().into_owned(),
            value: value.into_inner(),
        })
        .collect();
    entries.sort_by_key(|entry| entry.at);
    entries
}

fn small_number(value: &DeValue) -> Option<u8> {
    match value {
        DeValue::Integer(digits) => u8::from_str_radix(digits.as_str(), digits.radix()).ok(),
        _ => None,
    }
}

/// Only "2026-11-21": the calendar's own parser accepts more ways of writing.
fn parse_date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}
