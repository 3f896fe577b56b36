//! The form of what a place keeps of its time.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, number};
use crate::appointments::KeptShares;
use crate::ids::LocationId;

/// What a place keeps, in per cent of each day's time, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptForm {
    pub walk_ins: String,
    pub staff: String,
    pub accompanied: String,
}

impl KeptForm {
    /// What a place keeps as it is.
    pub fn of(kept: KeptShares) -> Self {
        Self {
            walk_ins: kept.walk_ins.to_string(),
            staff: kept.staff.to_string(),
            accompanied: kept.accompanied.to_string(),
        }
    }

    pub(super) fn read(&self, location: &LocationId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let walk_ins = problems.keep("walk_ins", percent(&self.walk_ins));
        let staff = problems.keep("staff", percent(&self.staff));
        let accompanied = problems.keep("accompanied", percent(&self.accompanied));
        let kept = walk_ins
            .zip(staff.zip(accompanied))
            .map(|(walk_ins, (staff, accompanied))| KeptShares {
                walk_ins,
                staff,
                accompanied,
            });
        if kept.is_some_and(|kept| kept.percent() > 100) {
            problems.add("walk_ins", Problem::MoreThanAll);
        }
        problems.finish(kept.map(|kept| ScheduleEdit::Kept(location.clone(), kept)))
    }
}

/// Nothing typed is nothing kept.
fn percent(typed: &str) -> Result<i64, Problem> {
    if typed.trim().is_empty() {
        return Ok(0);
    }
    number(typed, 0..=100).ok_or(Problem::NotACount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: [&str; 3]) -> Read<ScheduleEdit> {
        let [walk_ins, staff, accompanied] = typed.map(str::to_owned);
        KeptForm {
            walk_ins,
            staff,
            accompanied,
        }
        .read(&LocationId::parse("hall").unwrap())
    }

    #[test]
    fn shares_are_read_and_no_more_than_all_is_kept() {
        let kept = KeptShares {
            walk_ins: 20,
            staff: 0,
            accompanied: 10,
        };
        let Ok(ScheduleEdit::Kept(_, found)) = read(["20", " ", "10"]) else {
            panic!("they are shares");
        };
        assert_eq!(found, kept);
        assert_eq!(KeptForm::of(kept).walk_ins, "20");
        let problems = |typed| -> Vec<_> {
            let problems = read(typed).unwrap_err().into_iter();
            problems.map(|found| (found.field, found.problem)).collect()
        };
        assert_eq!(
            problems(["50", "40", "11"]),
            [("walk_ins".to_owned(), Problem::MoreThanAll)]
        );
        assert_eq!(
            problems(["-1", "101", "en"]),
            ["walk_ins", "staff", "accompanied"].map(|field| (field.to_owned(), Problem::NotACount))
        );
    }
}
