//! What this server has noted in the access log today. A desk that is live fetches its list at every event, and what was noted
//! before need not wait for the one who writes.

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use domain::oversight::SeenBy;
use jiff::civil::Date;

/// The numbers of what each has seen, on one day: as many as the database has rows of that day, and gone with it.
#[derive(Debug, Clone, Default)]
pub(crate) struct NotedToday(Arc<Mutex<OfDay>>);

#[derive(Debug, Default)]
struct OfDay {
    day: Date,
    seen: HashMap<SeenBy, HashSet<i64>>,
}

impl NotedToday {
    /// Those numbers of which it is not known that they were noted.
    pub(crate) fn lacks(&self, day: Date, by: &SeenBy, numbers: &[i64]) -> Vec<i64> {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = noted.seen.get(by).filter(|_| noted.day == day);
        let is_new = |number: &&i64| seen.is_none_or(|seen| !seen.contains(number));
        numbers.iter().filter(is_new).copied().collect()
    }

    /// Remembers what stands in the database.
    pub(crate) fn add(&self, day: Date, by: &SeenBy, numbers: &[i64]) {
        if numbers.is_empty() {
            return;
        }
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.day != day {
            *noted = OfDay {
                day,
                ..OfDay::default()
            };
        }
        noted.seen.entry(by.clone()).or_default().extend(numbers);
    }
}
