//! `facts.toml`: figures that the law or the state sets.

use std::path::Path;

use domain::facts::{Fact, FactUnit, FactValue, Facts};
use domain::ids::FactId;
use domain::money::rate_facts;
use jiff::civil::Date;

use crate::credits::{read_web_address, warn_if_overdue};
use crate::fault::{Fault, FileFaults};
use crate::fields::{Fields, Located};
use crate::source::read_text;

const FILE: &str = "facts.toml";

/// Reads the figures of a content folder. One with a fault is left out, and so is what names it.
pub(crate) fn read_facts(root: &Path, today: Date, faults: &mut Vec<Fault>) -> Facts {
    let path = Path::new(FILE);
    let text = match read_text(root, path) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(fault);
            return Facts::default();
        }
    };
    let list = FileFaults::new(path, &text);
    let facts = read_all(&text, today, &list);
    faults.append(&mut list.into_faults());
    Facts::new(facts)
}

/// A table of the file: its id stands for it, though the rest may have a fault.
struct Entry {
    id: Option<Located<FactId>>,
    fact: Option<Fact>,
}

fn read_all(text: &str, today: Date, faults: &FileFaults) -> Vec<Fact> {
    let Some(mut fields) = Fields::parse(faults, text, 0, "file") else {
        return Vec::new();
    };
    let tables = fields.tables("facts", "figure");
    fields.finish();
    // Where something stands outside the figures, nobody knows what they are.
    if faults.has_errors() {
        return Vec::new();
    }
    let entries: Vec<_> = tables.into_iter().map(|table| read_entry(table, today)).collect();
    let twice = ids_that_stand_twice(&entries, faults);
    check_all_are_there(&entries, faults);
    let facts = entries.into_iter().filter_map(|entry| entry.fact);
    facts.filter(|fact| !twice.contains(&fact.id)).collect()
}

fn read_entry(mut fields: Fields, today: Date) -> Entry {
    let faults = fields.faults();
    let errors = faults.errors();
    let id = read_id(&mut fields);
    let fact = read_fact(&mut fields, id.as_ref(), today);
    fields.finish();
    Entry {
        id,
        fact: fact.filter(|_| faults.errors() == errors),
    }
}

fn read_id(fields: &mut Fields) -> Option<Located<FactId>> {
    let Located { value, at } = fields.located_text("id")?;
    let id = FactId::parse(&value);
    if id.is_err() {
        fields.faults().error(
            at,
            "The figure's id is not an id",
            "use a-z, 0-9 and '-', at most 64 of them",
        );
    }
    Some(Located { value: id.ok()?, at })
}

fn read_fact(fields: &mut Fields, id: Option<&Located<FactId>>, today: Date) -> Option<Fact> {
    let title = fields.text("title");
    let value = read_value(fields, id);
    let valid_from = fields.date("valid_from");
    let source = fields.text("source");
    let url = read_web_address(fields);
    let checked_on = fields.date("checked_on");
    let review_due = fields.date("review_due");
    warn_if_overdue(today, fields, review_due.as_ref());
    Some(Fact {
        id: id?.value.clone(),
        title: title?,
        value: value?,
        valid_from: valid_from?.value,
        source: source?,
        url: url?,
        checked_on: checked_on?.value,
    })
}

fn read_value(fields: &mut Fields, id: Option<&Located<FactId>>) -> Option<FactValue> {
    let written = fields.located_text("value");
    let unit = read_unit(fields);
    check_unit(fields, id, unit);
    let (written, unit) = (written?, unit?);
    let value = FactValue::parse(&written.value, unit);
    if let Err(error) = &value {
        fields.faults().error(
            written.at,
            format!("`{}` is no figure: {error}", written.value),
            "write it as Danes do, \"1.234,50\", with its unit in `unit`",
        );
    }
    value.ok()
}

/// The unit; `None` for one with a fault.
fn read_unit(fields: &mut Fields) -> Option<FactUnit> {
    let Some(Located { value, at }) = fields.optional_text("unit") else {
        return Some(FactUnit::None);
    };
    let unit = FactUnit::parse(&value);
    if unit.is_none() {
        let known = FactUnit::WRITTEN.map(FactUnit::as_str).join(", ");
        let cure = format!("use one of {known}, or leave it out");
        fields
            .faults()
            .error(at, format!("`{value}` is not a unit"), cure);
    }
    unit
}

/// Notes a figure that the money tools cannot count with.
fn check_unit(fields: &Fields, id: Option<&Located<FactId>>, unit: Option<FactUnit>) {
    let Some((id, unit)) = id.zip(unit) else {
        return;
    };
    let wanted = rate_facts().find(|(rate, _)| *rate == id.value.as_str());
    if let Some((_, wanted)) = wanted.filter(|(_, wanted)| *wanted != unit) {
        fields.faults().error(
            id.at,
            format!("The money tools count with `{}` in another unit", id.value),
            format!("write unit = \"{}\"", wanted.as_str()),
        );
    }
}

/// Notes ids that stand twice. Nobody knows which figure is meant, so none of them is served.
fn ids_that_stand_twice(entries: &[Entry], faults: &FileFaults) -> Vec<FactId> {
    let ids: Vec<_> = entries.iter().filter_map(|entry| entry.id.as_ref()).collect();
    let again = ids.iter().enumerate().filter(|(index, id)| {
        let mut before = ids[..*index].iter();
        before.any(|other| other.value == id.value)
    });
    again
        .map(|(_, id)| {
            let problem = format!("Two figures have the id `{}`", id.value);
            faults.error(id.at, problem, "keep one of them, or give each its own");
            id.value.clone()
        })
        .collect()
}

fn check_all_are_there(entries: &[Entry], faults: &FileFaults) {
    let ids: Option<Vec<_>> = entries.iter().map(|entry| entry.id.as_ref()).collect();
    // One whose id cannot be read may be the one that seems to be missing.
    let Some(ids) = ids else { return };
    let is_there = |id: &str| ids.iter().any(|other| other.value.as_str() == id);
    for (id, unit) in rate_facts().filter(|(id, _)| !is_there(id)) {
        faults.error(
            0,
            format!("The figure `{id}` is missing, and the money tools count with it"),
            format!("write its [[facts]], with unit = \"{}\"", unit.as_str()),
        );
    }
}
