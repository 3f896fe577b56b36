//! Reads TOML key by key, so that every fault gets its own line and a cure that names the key.

mod texts;
mod values;

pub(crate) use texts::Ids;

use toml::de::{DeTable, DeValue};

use crate::fault::FileFaults;

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

    /// Makes a key known that is left out here, so that a cure may name it.
    pub(crate) fn know(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// Lets every key be that has not been read: nobody can say which of them belong here.
    pub(crate) fn ignore_rest(&mut self) {
        self.left.clear();
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
