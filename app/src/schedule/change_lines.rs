//! What a change changes, in the words of those who read it.

use domain::appointments::{Schedule, ScheduleDocument};
use domain::locale::Locale;
use domain::recurrence::Recurrence;
use domain::schedule::{ChangeLine, WhatChanges};
use domain::time::{WallTime, bare_clock, weekday_name};
use jiff::civil::{DateTime, Time};
use serde_json::{Map, Value};

use super::changes::{Change, ChangeKind, FieldChange, changes};
use super::rule_words::when_text;
use super::series_words::series_text;

/// Every difference between two schedules; a field has a line of its own.
pub fn change_lines(before: &Schedule, after: &Schedule, locale: Locale) -> Vec<ChangeLine> {
    let (before, after) = (written(before), written(after));
    changes(&before, &after)
        .into_iter()
        .flat_map(|change| lines(change, &[&after, &before], locale))
        .collect()
}

fn written(schedule: &ScheduleDocument) -> Value {
    serde_json::to_value(schedule).unwrap_or_default()
}

fn lines(change: Change, documents: &[&Value], locale: Locale) -> Vec<ChangeLine> {
    let line = |what| ChangeLine {
        part: change.part.clone(),
        name: change
            .id
            .as_deref()
            .map(|id| name(documents, &change.part, id, locale))
            .unwrap_or_default(),
        what,
    };
    match &change.kind {
        ChangeKind::Added => vec![line(WhatChanges::Added)],
        ChangeKind::Removed => vec![line(WhatChanges::Removed)],
        ChangeKind::Fields(fields) => fields
            .iter()
            .map(|field| line(field_change(field, locale)))
            .collect(),
    }
}

/// What something is called; a closing day is its date and reason.
fn name(documents: &[&Value], part: &str, id: &str, locale: Locale) -> String {
    let found = documents.iter().find_map(|document| {
        let list = document.get(part)?.as_array()?;
        list.iter()
            .find(|thing| [thing.get("id"), thing.get("date")].contains(&Some(&Value::from(id))))
    });
    let text = |field| {
        found
            .and_then(|thing| thing.get(field))
            .map(|value| shown(value, locale))
    };
    match (text("name"), text("reason")) {
        (Some(name), _) => name,
        (None, Some(reason)) => format!("{id} {reason}"),
        (None, None) => id.to_owned(),
    }
}

/// Of two lists only what differs is shown.
fn field_change(field: &FieldChange, locale: Locale) -> WhatChanges {
    let (before, after) = match (&field.before, &field.after) {
        (Value::Array(before), Value::Array(after)) => (without(before, after), without(after, before)),
        (before, Value::Array(after)) if before.is_null() => (Value::Null, without(after, &[])),
        (Value::Array(before), after) if after.is_null() => (without(before, &[]), Value::Null),
        (before, after) => (before.clone(), after.clone()),
    };
    WhatChanges::Field {
        name: field.name.clone(),
        before: shown(&before, locale),
        after: shown(&after, locale),
    }
}

fn without(list: &[Value], other: &[Value]) -> Value {
    list.iter()
        .filter(|value| !other.contains(value))
        .cloned()
        .collect()
}

/// A value as somebody reads it who does not know the document.
fn shown(value: &Value, locale: Locale) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => written_moment(text, locale).unwrap_or_else(|| text.clone()),
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(|value| shown(value, locale)).collect();
            values.join(", ")
        }
        Value::Object(fields) => shown_fields(fields, locale),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A time of day, or a moment on a day, as people write it.
fn written_moment(text: &str, locale: Locale) -> Option<String> {
    // A time of day can be read from a moment too.
    if text.contains('T') {
        let at = WallTime::from(text.parse::<DateTime>().ok()?);
        return Some(format!("{} {}", at.day_and_month(locale), at.clock(locale)));
    }
    let clock = text.contains(':').then(|| text.parse::<Time>().ok()).flatten()?;
    Some(bare_clock(clock.hour().into(), clock.minute().into(), locale))
}

fn shown_fields(fields: &Map<String, Value>, locale: Locale) -> String {
    if fields.contains_key("dates")
        && let Ok(series) = serde_json::from_value(Value::Object(fields.clone()))
    {
        return series_text(&series, locale);
    }
    if let Some(danish) = fields.get("da") {
        return shown(fields.get(locale.tag()).unwrap_or(danish), locale);
    }
    let clocks = [("opens", "closes"), ("from", "to")]
        .into_iter()
        .find_map(|(from, to)| Some((fields.get(from)?, fields.get(to)?)))
        .map(|(from, to)| format!("{} – {}", shown(from, locale), shown(to, locale)));
    let weekday = fields
        .get("weekday")
        .and_then(Value::as_i64)
        .and_then(|day| i8::try_from(day).ok());
    let others = fields
        .iter()
        .filter(|(name, _)| !["weekday", "opens", "closes", "from", "to", "reason"].contains(&name.as_str()))
        .map(|(name, value)| match recurrence(name, value) {
            Some(when) => when_text(&when, locale),
            None => shown(value, locale),
        });
    let words: Vec<_> = weekday
        .map(|day| weekday_name(day, locale).to_owned())
        .into_iter()
        .chain(clocks)
        .chain(others)
        .collect();
    words.join(" ")
}

/// On which dates hours or a shift are, where that is not every week.
fn recurrence(name: &str, value: &Value) -> Option<Recurrence> {
    (name == "when").then(|| serde_json::from_value(value.clone()).ok())?
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(before: &Value, after: &Value) -> Vec<(String, WhatChanges)> {
        changes(before, after)
            .into_iter()
            .flat_map(|change| lines(change, &[after, before], Locale::Da))
            .map(|line| (format!("{} {}", line.part, line.name), line.what))
            .collect()
    }

    #[test]
    fn only_what_differs_of_a_list_is_shown() {
        let place = |closes: &str| {
            let hours = json!([
                { "weekday": 1, "opens": "10:00:00", "closes": closes },
                { "weekday": 2, "opens": "10:00:00", "closes": "15:00:00" },
            ]);
            json!({ "locations": [{ "id": "bibliotek", "name": { "da": "Fjordby Bibliotek" }, "hours": hours }] })
        };
        let field = WhatChanges::Field {
            name: "hours".into(),
            before: "mandag 10 – 15".into(),
            after: "mandag 10 – 12".into(),
        };
        assert_eq!(
            told(&place("15:00:00"), &place("12:00:00")),
            [("locations Fjordby Bibliotek".to_owned(), field)]
        );
    }

    #[test]
    fn hours_that_do_not_hold_every_week_are_told_in_words() {
        let place = |hours: Value| json!({ "locations": [{ "id": "bibliotek", "name": { "da": "Fjordby Bibliotek" }, "hours": hours }] });
        let when = json!({
            "repeats": { "every_weeks": { "weeks": 2, "anchor": "2030-01-09" } },
            "exceptions": [{ "date": "2030-01-23" }],
        });
        let evening = json!([{ "weekday": 3, "opens": "16:00:00", "closes": "19:00:00", "when": when }]);
        let told = told(&place(json!([])), &place(evening));
        let [(_, WhatChanges::Field { after, .. })] = &told[..] else {
            panic!("one field changes: {told:?}");
        };
        assert!(after.starts_with("onsdag 16 – 19 hver 2. uge"), "{after}");
        assert!(after.ends_with("ikke 23. januar 2030"), "{after}");
    }

    #[test]
    fn a_closing_day_is_told_with_its_reason() {
        let after = json!({ "closing_days": [{ "date": "2026-12-01", "reason": { "da": "Personaledag" } }] });
        let before = json!({ "closing_days": [] });
        let name = "closing_days 2026-12-01 Personaledag".to_owned();
        assert_eq!(told(&before, &after), [(name.clone(), WhatChanges::Added)]);
        assert_eq!(told(&after, &before), [(name, WhatChanges::Removed)]);
    }
}
