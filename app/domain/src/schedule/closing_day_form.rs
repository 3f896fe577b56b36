//! The form of a day on which everything is closed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fields::{Problem, Problems, Read, coming_date};
use super::typed::TypedText;
use crate::opening::ClosingDay;

/// A day on which everything is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingDayForm {
    pub date: String,
    pub reason: TypedText,
}

impl ClosingDayForm {
    pub(super) fn read(&self, today: Date) -> Read<ClosingDay> {
        let mut problems = Problems::default();
        let date = problems.keep("date", coming_date(&self.date, today));
        let reason = problems.keep("da", self.reason.read().ok_or(Problem::Missing));
        problems.finish(date.zip(reason).map(|(date, reason)| ClosingDay { date, reason }))
    }
}
