//! What a schedule document changes in another, by the ids of what stands in it.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

/// One difference between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// A part of the document: `services`.
    pub part: String,
    /// Which of the part's things, by its id or date; `None` for the part itself.
    pub id: Option<String>,
    pub kind: ChangeKind,
}

/// What is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    /// Each field that differs; a part that has no fields is one without a name.
    Fields(Vec<FieldChange>),
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub name: String,
    pub before: Value,
    pub after: Value,
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match &self.id {
            Some(id) => format!("{} {id}", self.part),
            None => self.part.clone(),
        };
        match &self.kind {
            ChangeKind::Added => write!(formatter, "added {place}"),
            ChangeKind::Removed => write!(formatter, "removed {place}"),
            ChangeKind::Fields(fields) => {
                let fields: Vec<_> = fields.iter().map(ToString::to_string).collect();
                write!(formatter, "changed {place}: {}", fields.join(", "))
            }
        }
    }
}

impl fmt::Display for FieldChange {
    /// "minutes 45 -> 30", or "shifts differs" for what is not one value.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, before, after } = self;
        let is_short = |value: &Value| !(value.is_array() || value.is_object());
        let space = if name.is_empty() { "" } else { " " };
        if is_short(before) && is_short(after) {
            write!(formatter, "{name}{space}{before} -> {after}")
        } else {
            write!(formatter, "{name}{space}differs")
        }
    }
}

/// Every difference, by the names of the document's parts. What merely stands in another order is no difference.
pub fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for part in names(before, after) {
        let (before, after) = (field(before, &part), field(after, &part));
        match (entries(before), entries(after)) {
            (None, None) => changes.extend(change(&part, None, before, after)),
            (before, after) => changes.extend(entry_changes(
                &part,
                &before.unwrap_or_default(),
                &after.unwrap_or_default(),
            )),
        }
    }
    changes
}

/// The differences between two lists of things with ids.
fn entry_changes(part: &str, before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<Change> {
    let ids: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let whole = |id: &str, kind| Change {
        part: part.to_owned(),
        id: Some(id.to_owned()),
        kind,
    };
    ids.into_iter()
        .filter_map(|id| match (before.get(id), after.get(id)) {
            (None, _) => Some(whole(id, ChangeKind::Added)),
            (_, None) => Some(whole(id, ChangeKind::Removed)),
            (Some(before), Some(after)) => change(part, Some(id), before, after),
        })
        .collect()
}

/// How one thing differs from what it was, if it does.
fn change(part: &str, id: Option<&str>, before: &Value, after: &Value) -> Option<Change> {
    if before == after {
        return None;
    }
    let field_change = |name: String, before: &Value, after: &Value| FieldChange {
        name,
        before: before.clone(),
        after: after.clone(),
    };
    let names = names(before, after);
    let fields = if names.is_empty() {
        vec![field_change(String::new(), before, after)]
    } else {
        names
            .into_iter()
            .filter(|name| field(before, name) != field(after, name))
            .map(|name| {
                let (before, after) = (field(before, &name).clone(), field(after, &name).clone());
                field_change(name, &before, &after)
            })
            .collect()
    };
    Some(Change {
        part: part.to_owned(),
        id: id.map(str::to_owned),
        kind: ChangeKind::Fields(fields),
    })
}

/// The things of a list by their ids, or by their dates where they have none. `None` when it is no list.
fn entries(value: &Value) -> Option<Map<String, Value>> {
    let entry = |value: &Value| {
        let id = value.get("id").or_else(|| value.get("date"))?.as_str()?;
        Some((id.to_owned(), value.clone()))
    };
    value
        .as_array()
        .map(|list| list.iter().filter_map(entry).collect())
}

/// The names of all fields of two objects; none when neither is one.
fn names(before: &Value, after: &Value) -> BTreeSet<String> {
    [before, after]
        .into_iter()
        .filter_map(Value::as_object)
        .flat_map(Map::keys)
        .cloned()
        .collect()
}

/// A field of an object; null when it is not there.
fn field<'a>(object: &'a Value, name: &str) -> &'a Value {
    object.get(name).unwrap_or(&Value::Null)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(before: &Value, after: &Value) -> Vec<String> {
        changes(before, after).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_differs_is_told_by_its_id() {
        let before = json!({
            "main_location": "hall",
            "booking": { "lead_minutes": 60 },
            "closing_days": [{ "date": "2026-12-24" }],
            "services": [{ "id": "mitid", "minutes": 45, "ways": ["video"] }, { "id": "post" }],
        });
        let after = json!({
            "main_location": "library",
            "booking": { "lead_minutes": 30 },
            "closing_days": [],
            "services": [{ "id": "power" }, { "id": "mitid", "minutes": 30, "ways": [], "buffer": 5 }],
        });
        assert_eq!(
            lines(&before, &after),
            [
                "changed booking: lead_minutes 60 -> 30",
                "removed closing_days 2026-12-24",
                "changed main_location: \"hall\" -> \"library\"",
                "changed services mitid: buffer null -> 5, minutes 45 -> 30, ways differs",
                "removed services post",
                "added services power",
            ]
        );
    }

    #[test]
    fn another_order_is_no_difference() {
        let one = json!({ "services": [{ "id": "a" }, { "id": "b" }] });
        let other = json!({ "services": [{ "id": "b" }, { "id": "a" }] });
        assert_eq!(lines(&one, &other), [""; 0]);
        assert_eq!(
            lines(&Value::Null, &one),
            ["added services a", "added services b"]
        );
    }
}
