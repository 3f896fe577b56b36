//! What a teacher gives a class to do.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::drills::Drill;
use crate::ids::{CourseId, GroupId, LessonId, PupilId};

/// How many exercises may be asked for.
pub const EXERCISE_COUNTS: [i64; 5] = [5, 10, 20, 30, 50];

/// How many exercises are to be solved: one of [`EXERCISE_COUNTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExerciseCount(i64);

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssignedWork {
    /// Lessons of a course. Those that have come into the course since are not among them, so the goal does not move.
    Lessons {
        course: CourseId,
        lessons: Vec<LessonId>,
    },
    /// Exercises that the generators make without end.
    Exercises { drill: Drill, count: ExerciseCount },
}

/// Who is to do it. In a form it is `alle`, `gruppe-3` or `elev-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignedTo {
    Class,
    Group(GroupId),
    Pupil(PupilId),
}

/// From when to when something is to be done, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssignmentDays {
    from: Date,
    due: Date,
}

/// Where a day lies beside the days of an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentPhase {
    /// It may not be begun yet.
    Coming,
    Open,
    /// It should have been done, and may still be.
    Overdue,
}

impl ExerciseCount {
    /// Accepts one of [`EXERCISE_COUNTS`].
    pub fn new(count: i64) -> Option<Self> {
        EXERCISE_COUNTS.contains(&count).then_some(Self(count))
    }

    pub fn number(self) -> i64 {
        self.0
    }
}

impl AssignedTo {
    /// Reads a form's word.
    pub fn parse(word: &str) -> Option<Self> {
        if word == "alle" {
            return Some(Self::Class);
        }
        let (kind, number) = word.split_once('-')?;
        let number = number.parse().ok()?;
        match kind {
            "gruppe" => Some(Self::Group(GroupId(number))),
            "elev" => Some(Self::Pupil(PupilId(number))),
            _ => None,
        }
    }

    /// The word in a form.
    pub fn word(self) -> String {
        match self {
            Self::Class => "alle".to_owned(),
            Self::Group(group) => format!("gruppe-{}", group.0),
            Self::Pupil(pupil) => format!("elev-{}", pupil.0),
        }
    }
}

impl AssignmentDays {
    /// Accepts two days in their order.
    pub fn new(from: Date, due: Date) -> Option<Self> {
        (from <= due).then_some(Self { from, due })
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub fn due(self) -> Date {
        self.due
    }

    /// Where a day lies beside them.
    pub fn phase(self, today: Date) -> AssignmentPhase {
        if today < self.from {
            AssignmentPhase::Coming
        } else if today <= self.due {
            AssignmentPhase::Open
        } else {
            AssignmentPhase::Overdue
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn who_is_to_do_it_is_read_as_it_was_written() {
        for to in [
            AssignedTo::Class,
            AssignedTo::Group(GroupId(3)),
            AssignedTo::Pupil(PupilId(12)),
        ] {
            assert_eq!(AssignedTo::parse(&to.word()), Some(to));
        }
        for forged in ["", "gruppe", "gruppe-", "elev-x", "skole-1", "alle-1"] {
            assert_eq!(AssignedTo::parse(forged), None, "{forged}");
        }
    }

    #[test]
    fn the_first_and_the_last_day_are_days_to_do_it() {
        let days = AssignmentDays::new(date(2026, 11, 23), date(2026, 11, 27)).unwrap();
        let phases = [22, 23, 27, 28].map(|day| days.phase(date(2026, 11, day)));
        let expected = [
            AssignmentPhase::Coming,
            AssignmentPhase::Open,
            AssignmentPhase::Open,
            AssignmentPhase::Overdue,
        ];
        assert_eq!(phases, expected);
        assert_eq!(AssignmentDays::new(days.due(), days.from()), None);
    }
}
