//! A schedule document as text: read, or refused with everything that is wrong with it.

use domain::appointments::{Schedule, ScheduleDocument};

/// The checked schedule of a text, whoever brings it: the browser or the command line. Whatever is no document is told with
/// where in it and on which line, and what breaks the rules with every fault, not only the first.
pub fn read_schedule(text: &str) -> Result<Schedule, Vec<String>> {
    // Whoever writes JSON by hand in an editor of Windows gets a mark of the byte order that JSON does not have.
    let mut reader = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let document: ScheduleDocument =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![told(&error)])?;
    reader.end().map_err(|error| vec![error.to_string()])?;
    Schedule::try_from(document).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Where in the document something cannot be read, and why:
/// `services[2].duration_minutes: invalid type: string "45", expected i64 at line 12 column 30`.
fn told(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    match error.path().to_string().as_str() {
        "." | "?" => error.inner().to_string(),
        path => format!("{path}: {}", error.inner()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn fjordby() -> Value {
        serde_json::from_str(include_str!("../../../content/demo/fjordby.json")).unwrap()
    }

    /// What is said of the demonstration's document with one value in another's place.
    fn told_with(pointer: &str, value: Value) -> String {
        let mut document = fjordby();
        *document.pointer_mut(pointer).unwrap() = value;
        let text = serde_json::to_string_pretty(&document).unwrap();
        read_schedule(&text).unwrap_err().join("\n")
    }

    #[test]
    fn a_value_of_another_kind_is_told_with_its_place_and_line() {
        let faults: [(&str, Value, &str); 10] = [
            (
                "/services/0/duration_minutes",
                json!("45"),
                "services[0].duration_minutes: invalid type",
            ),
            (
                "/locations/1/id",
                json!("Bibliotek Ø"),
                "locations[1].id: an id is 1 to 64",
            ),
            (
                "/locations/0/hours/0/opens",
                json!("10.00"),
                "locations[0].hours[0].opens: ",
            ),
            (
                "/advisers/0/shifts/0/weekday",
                json!("mandag"),
                "advisers[0].shifts[0].weekday: invalid type",
            ),
            (
                "/closing_days/0/date",
                json!("24-12-2026"),
                "closing_days[0].date: ",
            ),
            (
                "/booking/horizon_days",
                json!(30.5),
                "booking.horizon_days: invalid type",
            ),
            (
                "/resources/0/count",
                json!(null),
                "resources[0].count: invalid type",
            ),
            (
                "/services/0/name",
                json!("MitID"),
                "services[0].name: invalid type",
            ),
            (
                "/advisers/2/languages",
                json!(["dansk tegnsprog"]),
                "advisers[2].languages[0]: ",
            ),
            ("/services", json!({}), "services: invalid type: map"),
        ];
        for (pointer, value, expected) in faults {
            let told = told_with(pointer, value);
            assert!(told.starts_with(expected), "{pointer}: {told}");
            assert!(told.contains("line "), "{pointer}: {told}");
        }
    }

    #[test]
    fn a_field_that_nothing_is_called_is_told_with_those_that_there_are() {
        let mut document = fjordby();
        let service = document
            .pointer_mut("/services/1")
            .unwrap()
            .as_object_mut()
            .unwrap();
        service.insert("durations_minutes".into(), json!(30));
        let told = read_schedule(&document.to_string()).unwrap_err().join("\n");
        assert!(
            told.starts_with("services[1].durations_minutes: unknown field"),
            "{told}"
        );
        assert!(told.contains("`duration_minutes`"), "{told}");
    }

    #[test]
    fn what_breaks_the_rules_is_told_by_its_name_and_with_what_to_write() {
        let faults: [(&str, Value, &str); 8] = [
            (
                "/services/0/duration_minutes",
                json!(7),
                "services mitid: duration_minutes: write a multiple of 5",
            ),
            ("/main_location", json!("raadhus"), "main_location"),
            (
                "/advisers/0/services/0",
                json!("skat"),
                "advisers asta: there is no service skat",
            ),
            (
                "/advisers/0/shifts/0/location",
                json!("raadhus"),
                "advisers asta: there is no location raadhus",
            ),
            (
                "/booking/lead_minutes",
                json!(-1),
                "booking: lead_minutes: write 0 to 43200",
            ),
            (
                "/locations/0/hours/0/weekday",
                json!(8),
                "locations borgerservice: weekday: write 1 (Monday) to 7",
            ),
            ("/resources/1/count", json!(101), "count: write 0 to 100"),
            ("/format", json!(2), "format"),
        ];
        for (pointer, value, expected) in faults {
            let told = told_with(pointer, value);
            assert!(told.contains(expected), "{pointer}: {told}");
        }
    }

    #[test]
    fn what_is_no_json_or_has_something_behind_it_is_refused() {
        for text in ["", "hello", "{", "[]", "null"] {
            assert!(read_schedule(text).is_err(), "{text}");
        }
        let whole = fjordby().to_string();
        assert!(read_schedule(&format!("\u{feff}{whole}")).is_ok());
        let behind = read_schedule(&format!("{whole}}}")).unwrap_err();
        assert!(behind[0].contains("trailing characters"), "{behind:?}");
    }
}
