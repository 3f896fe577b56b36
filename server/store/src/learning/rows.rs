//! Reading back what was written, when somebody else may have written it.

use std::collections::BTreeMap;
use std::fmt::Display;

use domain::ids::CourseId;
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

/// A visitor's rows of all courses, read and put together by course.
pub(super) fn by_course<M, T: TryFrom<M, Error = StoreError>>(
    rows: Vec<M>,
    course_of: impl Fn(&M) -> Result<CourseId, StoreError>,
) -> Result<BTreeMap<CourseId, Vec<T>>, StoreError> {
    let mut courses: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows {
        courses
            .entry(course_of(&row)?)
            .or_default()
            .push(T::try_from(row)?);
    }
    Ok(courses)
}

/// Texts as a JSON array.
pub(super) fn json<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<_> = texts.into_iter().collect();
    serde_json::to_string(&texts).expect("texts can always be written as JSON")
}
