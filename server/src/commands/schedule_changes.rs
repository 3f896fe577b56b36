//! What a schedule document changes in another, by the ids of what stands in it.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

/// One difference between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// `services telefon`, or `closing_days 2026-12-24`.
    Added(String),
    Removed(String),
    Changed {
        place: String,
        /// Each field that differs, with its values where they are short enough to read.
        fields: Vec<String>,
    },
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added(place) => write!(formatter, "added {place}"),
            Self::Removed(place) => write!(formatter, "removed {place}"),
            Self::Changed { place, fields } => write!(formatter, "changed {place}: {}", fields.join(", ")),
        }
    }
}

/// Every difference, by the names of the document's parts. What merely stands in another order is no difference.
pub fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for part in names(before, after) {
        let (before, after) = (field(before, &part), field(after, &part));
        match (entries(before), entries(after)) {
            (None, None) => changes.extend(change(part, before, after)),
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
    ids.into_iter()
        .filter_map(|id| {
            let place = format!("{part} {id}");
            match (before.get(id), after.get(id)) {
                (None, _) => Some(Change::Added(place)),
                (_, None) => Some(Change::Removed(place)),
                (Some(before), Some(after)) => change(place, before, after),
            }
        })
        .collect()
}

/// How one thing differs from what it was, if it does.
fn change(place: String, before: &Value, after: &Value) -> Option<Change> {
    if before == after {
        return None;
    }
    let names = names(before, after);
    let fields = if names.is_empty() {
        vec![differing(before, after)]
    } else {
        names
            .into_iter()
            .filter(|name| field(before, name) != field(after, name))
            .map(|name| format!("{name} {}", differing(field(before, &name), field(after, &name))))
            .collect()
    };
    Some(Change::Changed { place, fields })
}

/// "45 -> 30", or "differs" for what is not one value.
fn differing(before: &Value, after: &Value) -> String {
    let is_short = |value: &Value| !(value.is_array() || value.is_object());
    if is_short(before) && is_short(after) {
        format!("{before} -> {after}")
    } else {
        "differs".to_owned()
    }
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
