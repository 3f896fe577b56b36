//! Reading back what was written, when somebody else may have written it.

use std::fmt::Display;

use jiff::Timestamp;

use crate::StoreError;

/// A row about a visitor, for telling which one cannot be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) table: &'static str,
    pub(super) visitor_id: i64,
}

impl Row {
    /// What was parsed from the row, or that it cannot be.
    pub(super) fn parsed<T, E: Display>(self, parsed: Result<T, E>) -> Result<T, StoreError> {
        parsed.map_err(|error| StoreError::Corrupt {
            table: self.table,
            row: self.visitor_id,
            problem: error.to_string(),
        })
    }

    /// A moment in seconds since 1970.
    pub(super) fn moment(self, seconds: i64) -> Result<Timestamp, StoreError> {
        self.parsed(Timestamp::from_second(seconds))
    }
}

/// Texts as a JSON array.
pub(super) fn json<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<_> = texts.into_iter().collect();
    serde_json::to_string(&texts).expect("texts can always be written as JSON")
}
