//! A new assignment, as a teacher describes it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::assignment::{AssignedTo, AssignedWork, AssignmentDays, ExerciseCount};
use crate::drills::{Drill, DrillKind, Level};
use crate::ids::{CourseId, LessonId};

/// How many days are proposed.
const USUAL_DAYS: i64 = 7;

/// An assignment that can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssignment {
    pub work: AssignedWork,
    pub to: AssignedTo,
    pub days: AssignmentDays,
}

/// What was chosen and typed, so that it can be shown again. With a course it is about lessons, else about exercises.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentForm {
    pub course: String,
    pub lessons: Vec<String>,
    pub kind: String,
    pub level: String,
    pub count: String,
    pub to: String,
    /// `2026-11-23`.
    pub from: String,
    pub due: String,
}

/// Why nothing was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentProblem {
    #[error("no lesson is chosen")]
    Lessons,
    #[error("no exercises are chosen")]
    Exercises,
    #[error("nobody is chosen")]
    To,
    #[error("the first day is no day")]
    From,
    #[error("the last day is before the first one, has passed, or comes after the class has ended")]
    Due,
}

impl AssignmentForm {
    /// A form on which nothing has been chosen: for everybody, from today.
    pub fn empty(today: Date, class_ends: Date) -> Self {
        Self {
            level: Level::First.number().to_string(),
            count: "10".to_owned(),
            to: AssignedTo::Class.word(),
            from: today.to_string(),
            due: today
                .saturating_add(USUAL_DAYS.days())
                .min(class_ends)
                .to_string(),
            ..Self::default()
        }
    }

    /// Reads what was chosen, or tells every fault. That the lessons and whoever is to do them exist is for others to say.
    pub fn read(&self, today: Date, class_ends: Date) -> Result<NewAssignment, Vec<AssignmentProblem>> {
        let work = self.work();
        let to = AssignedTo::parse(&self.to).ok_or(AssignmentProblem::To);
        let from = self
            .from
            .trim()
            .parse::<Date>()
            .map_err(|_| AssignmentProblem::From);
        let due = self.due.trim().parse::<Date>().ok();
        let due = due.filter(|due| (today..=class_ends).contains(due));
        let days = match (&from, due) {
            (Ok(from), Some(due)) => AssignmentDays::new(*from, due).ok_or(AssignmentProblem::Due),
            (Ok(_), None) => Err(AssignmentProblem::Due),
            (Err(problem), _) => Err(*problem),
        };
        match (work, to, days) {
            (Ok(work), Ok(to), Ok(days)) => Ok(NewAssignment { work, to, days }),
            (work, to, days) => {
                let problems = [work.err(), to.err(), days.err()];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }

    fn work(&self) -> Result<AssignedWork, AssignmentProblem> {
        if self.course.is_empty() {
            self.exercises().ok_or(AssignmentProblem::Exercises)
        } else {
            self.chosen_lessons().ok_or(AssignmentProblem::Lessons)
        }
    }

    fn chosen_lessons(&self) -> Option<AssignedWork> {
        let course = CourseId::parse(&self.course).ok()?;
        let mut lessons = Vec::new();
        for lesson in &self.lessons {
            let lesson = LessonId::parse(lesson).ok()?;
            if !lessons.contains(&lesson) {
                lessons.push(lesson);
            }
        }
        (!lessons.is_empty()).then_some(AssignedWork::Lessons { course, lessons })
    }

    fn exercises(&self) -> Option<AssignedWork> {
        Some(AssignedWork::Exercises {
            drill: Drill {
                kind: DrillKind::parse(&self.kind)?,
                level: self.level.parse().ok().and_then(Level::new)?,
            },
            count: self.count.parse().ok().and_then(ExerciseCount::new)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);
    const END: Date = date(2027, 7, 31);

    fn lessons() -> AssignmentForm {
        AssignmentForm {
            course: "digital-post".to_owned(),
            lessons: vec!["hvad".to_owned(), "hvad".to_owned(), "find".to_owned()],
            ..AssignmentForm::empty(TODAY, END)
        }
    }

    #[test]
    fn lessons_are_given_to_everybody_for_a_week_where_nothing_else_is_said() {
        let new = lessons().read(TODAY, END).unwrap();
        assert_eq!(new.to, AssignedTo::Class);
        assert_eq!((new.days.from(), new.days.due()), (TODAY, date(2026, 11, 30)));
        let AssignedWork::Lessons { lessons, .. } = new.work else {
            panic!("no lessons");
        };
        assert_eq!(lessons.len(), 2, "each lesson once");
    }

    #[test]
    fn a_drill_has_a_kind_a_level_and_a_number() {
        let form = AssignmentForm {
            kind: "gange".to_owned(),
            level: "2".to_owned(),
            ..AssignmentForm::empty(TODAY, END)
        };
        let AssignedWork::Exercises { drill, count } = form.read(TODAY, END).unwrap().work else {
            panic!("no exercises");
        };
        assert_eq!(
            (drill.kind, drill.level, count.number()),
            (DrillKind::Multiplication, Level::Second, 10)
        );
        let forged = AssignmentForm {
            count: "1000000".to_owned(),
            ..form
        };
        assert_eq!(forged.read(TODAY, END), Err(vec![AssignmentProblem::Exercises]));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let form = AssignmentForm {
            course: "../etc".to_owned(),
            to: "skolen".to_owned(),
            due: "2026-11-22".to_owned(),
            ..lessons()
        };
        let all = [
            AssignmentProblem::Lessons,
            AssignmentProblem::To,
            AssignmentProblem::Due,
        ];
        assert_eq!(form.read(TODAY, END), Err(all.to_vec()));
    }

    #[test]
    fn nothing_is_due_after_the_class_has_ended() {
        for (from, due, problem) in [
            ("2026-11-23", "2027-08-01", AssignmentProblem::Due),
            ("2026-12-01", "2026-11-30", AssignmentProblem::Due),
            ("i morgen", "2026-11-30", AssignmentProblem::From),
        ] {
            let form = AssignmentForm {
                from: from.to_owned(),
                due: due.to_owned(),
                ..lessons()
            };
            assert_eq!(form.read(TODAY, END), Err(vec![problem]), "{from} {due}");
        }
        let short = AssignmentForm::empty(TODAY, TODAY);
        assert_eq!(short.due, TODAY.to_string());
    }
}
