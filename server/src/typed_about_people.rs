//! What was typed about somebody stays in a session for as long as what is booked says whose it is, and no longer, however long
//! the session lives for what its owner learns.

use std::hash::{DefaultHasher, Hash, Hasher};

use app::server_side::TYPED_ABOUT_PEOPLE;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::retention::PERSON_DAYS;
use store::{Database, StoreError, sessions};
use tower_sessions::session::Record;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// In the session: when what is typed there was typed.
const TYPED: &str = "typed-about-people";

/// What is typed in a session, and since when it is the same.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Typed {
    /// Seconds since 1970.
    at: i64,
    /// Tells whether it has changed. Another release may count otherwise; then it is as if it had changed.
    hash: u64,
}

/// Notes when it was typed, before a session is stored.
pub(crate) fn note_typed(record: &mut Record, now: Timestamp) {
    let mut hasher = DefaultHasher::new();
    let mut is_there = false;
    for value in TYPED_ABOUT_PEOPLE.iter().filter_map(|key| record.data.get(*key)) {
        is_there = true;
        value.to_string().hash(&mut hasher);
    }
    if !is_there {
        record.data.remove(TYPED);
        return;
    }
    let hash = hasher.finish();
    let at = typed(record).filter(|typed| typed.hash == hash);
    let at = at.map_or(now.as_second(), |typed| typed.at);
    record
        .data
        .insert(TYPED.to_owned(), serde_json::json!(Typed { at, hash }));
}

/// Takes it out of a session when its time has come. `true` when there was something.
pub(crate) fn shed_typed(record: &mut Record, now: Timestamp) -> bool {
    let before = now.as_second() - PERSON_DAYS * DAY_SECONDS;
    let is_over = typed(record).is_some_and(|typed| typed.at < before);
    if is_over {
        record.data.remove(TYPED);
        for key in TYPED_ABOUT_PEOPLE {
            record.data.remove(key);
        }
    }
    is_over
}

/// Takes it out of the sessions that nobody has opened since, and tells of how many. A session that is written meanwhile keeps
/// it until the next time.
pub(crate) async fn shed_of_sessions(database: &Database, now: Timestamp) -> Result<u64, StoreError> {
    let mut shed = 0;
    for (id, data) in sessions::with_word(database.read(), TYPED).await? {
        let Ok(mut record) = serde_json::from_str::<Record>(&data) else {
            continue;
        };
        if shed_typed(&mut record, now)
            && let Ok(without) = serde_json::to_string(&record)
            && sessions::replace(database.write(), &id, (&data, &without)).await?
        {
            shed += 1;
        }
    }
    Ok(shed)
}

fn typed(record: &Record) -> Option<Typed> {
    let kept: &Value = record.data.get(TYPED)?;
    serde_json::from_value(kept.clone()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use tower_sessions::session::Id;

    use super::*;

    fn session(data: &[(&str, &str)]) -> Record {
        Record {
            id: Id::default(),
            data: data
                .iter()
                .map(|(key, value)| ((*key).to_owned(), Value::from(*value)))
                .collect(),
            expiry_date: time::OffsetDateTime::UNIX_EPOCH,
        }
    }

    fn day(number: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + (24 * number).hours()
    }

    #[test]
    fn what_was_typed_about_people_goes_and_what_was_learned_stays() {
        let mut record = session(&[("booking-draft", "Åse"), ("visitor", "7")]);
        note_typed(&mut record, day(0));
        // Whoever learns on writes the session again, which says nothing of the draft.
        record.data.insert("drills".to_owned(), Value::from("plus"));
        note_typed(&mut record, day(5));
        assert!(!shed_typed(&mut record, day(PERSON_DAYS)));
        assert!(shed_typed(&mut record, day(PERSON_DAYS + 1)));
        let mut left: Vec<_> = record.data.keys().cloned().collect();
        left.sort();
        assert_eq!(left, ["drills", "visitor"]);
    }

    #[test]
    fn what_is_changed_is_typed_anew() {
        let mut record = session(&[("booking-draft", "Åse")]);
        note_typed(&mut record, day(0));
        record
            .data
            .insert("booking-draft".to_owned(), Value::from("Åse Bæk"));
        note_typed(&mut record, day(5));
        assert!(!shed_typed(&mut record, day(PERSON_DAYS + 1)));
        record.data.remove("booking-draft");
        note_typed(&mut record, day(6));
        assert!(record.data.is_empty(), "nothing is left to be looked for");
    }
}
