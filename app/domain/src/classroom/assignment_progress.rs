//! How far a pupil has come in what was given, read from what the learning keeps of them. Nothing of it is kept twice.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::assignment::{AssignedWork, AssignmentDays};
use crate::count;
use crate::drills::{Drill, PracticeCount};
use crate::ids::{CourseId, StepId};
use crate::learning::{CourseOutline, LessonOutline, LessonRecord, LessonState, StepRecord, StepRef};

/// What a pupil has done in one course.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CourseWorkOfPupil {
    pub records: Vec<StepRecord>,
    pub lessons: Vec<LessonRecord>,
}

/// How much a pupil practised a drill on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PractisedDrill {
    pub drill: Drill,
    pub day: Date,
    pub count: PracticeCount,
}

/// All that is known of a pupil's work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PupilWork {
    pub courses: BTreeMap<CourseId, CourseWorkOfPupil>,
    pub practised: Vec<PractisedDrill>,
}

/// How much of an assignment is done: lessons, or exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentProgress {
    pub done: i64,
    pub total: i64,
}

impl AssignmentProgress {
    /// Whether nothing is left to do.
    pub fn is_done(self) -> bool {
        self.done >= self.total
    }
}

impl PupilWork {
    /// How far the pupil has come; `None` when there is nothing left of what was given. `outline` is the course's, where it is
    /// about one.
    ///
    /// A lesson counts whenever it was learned. Exercises count from the first day on: they never run out, so those of last
    /// month say nothing of this week.
    pub fn progress(
        &self,
        work: &AssignedWork,
        days: AssignmentDays,
        outline: Option<&CourseOutline>,
    ) -> Option<AssignmentProgress> {
        let (done, total) = match work {
            AssignedWork::Lessons { .. } => {
                let lessons = assigned_lessons(work, outline?);
                let ready = lessons.iter().filter(|lesson| self.is_ready(work, lesson));
                (count(&ready.collect::<Vec<_>>()), count(&lessons))
            }
            AssignedWork::Exercises { drill, count } => {
                let solved = self.practice(*drill, days.from()).solved;
                (solved.min(count.number()), count.number())
            }
        };
        (total > 0).then_some(AssignmentProgress { done, total })
    }

    /// Where to go on in lessons: the first step that is not done, or the first lesson that is to be practised more.
    pub fn next_step(&self, work: &AssignedWork, outline: &CourseOutline) -> Option<StepRef> {
        let lessons = assigned_lessons(work, outline);
        let lesson = lessons
            .iter()
            .find(|lesson| !self.is_ready(work, lesson))
            .or_else(|| lessons.first())?;
        let records = self.of_course(work).map_or(&[][..], |of| &of.records);
        let is_done = |step: &StepId| records.iter().any(|record| record.done && record.step == *step);
        let required = lesson.steps.iter().filter(|step| step.is_required());
        let step = required
            .clone()
            .find(|step| !is_done(&step.id))
            .or_else(|| required.clone().next())?;
        Some(StepRef {
            lesson: lesson.id.clone(),
            step: step.id.clone(),
        })
    }

    /// How much of a drill was practised since a day.
    pub fn practice(&self, drill: Drill, since: Date) -> PracticeCount {
        let practised = self.practised.iter();
        let counted = practised.filter(|practised| practised.drill == drill && practised.day >= since);
        counted.fold(PracticeCount::NONE, |sum, practised| sum.and(practised.count))
    }

    fn is_ready(&self, work: &AssignedWork, lesson: &LessonOutline) -> bool {
        self.of_course(work).is_some_and(|of| {
            let begun = of.lessons.iter().find(|begun| begun.lesson == lesson.id);
            lesson.progress(&of.records, begun).state == LessonState::Ready
        })
    }

    fn of_course(&self, work: &AssignedWork) -> Option<&CourseWorkOfPupil> {
        match work {
            AssignedWork::Lessons { course, .. } => self.courses.get(course),
            AssignedWork::Exercises { .. } => None,
        }
    }
}

/// The lessons that were given and are still there, in the course's order.
fn assigned_lessons<'a>(work: &AssignedWork, outline: &'a CourseOutline) -> Vec<&'a LessonOutline> {
    let AssignedWork::Lessons { lessons, .. } = work else {
        return Vec::new();
    };
    let given = outline
        .lessons
        .iter()
        .filter(|lesson| lessons.contains(&lesson.id));
    given.collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::assignment::ExerciseCount;
    use super::*;
    use crate::drills::{DrillKind, Level};
    use crate::ids::LessonId;
    use crate::learning::{Criterion, StepOutline, StepRole};

    const TABLES: Drill = Drill {
        kind: DrillKind::Multiplication,
        level: Level::First,
    };

    fn outline() -> CourseOutline {
        let lesson = |id: &str| LessonOutline {
            id: LessonId::parse(id).unwrap(),
            criterion: Criterion::Seen,
            steps: ["1", "2"]
                .map(|number| StepOutline {
                    id: StepId::parse(&format!("{id}{number}")).unwrap(),
                    role: StepRole::Reading,
                })
                .into(),
        };
        CourseOutline {
            lessons: ["a", "b", "c"].map(lesson).into(),
        }
    }

    fn lessons(ids: &[&str]) -> AssignedWork {
        AssignedWork::Lessons {
            course: CourseId::parse("kursus").unwrap(),
            lessons: ids.iter().map(|id| LessonId::parse(id).unwrap()).collect(),
        }
    }

    fn done(steps: &[&str]) -> PupilWork {
        let record = |step: &&str| StepRecord {
            done: true,
            ..StepRecord::untouched(StepId::parse(step).unwrap())
        };
        let of_course = CourseWorkOfPupil {
            records: steps.iter().map(record).collect(),
            lessons: Vec::new(),
        };
        PupilWork {
            courses: [(CourseId::parse("kursus").unwrap(), of_course)].into(),
            practised: Vec::new(),
        }
    }

    fn days() -> AssignmentDays {
        AssignmentDays::new(date(2026, 11, 23), date(2026, 11, 27)).unwrap()
    }

    #[test]
    fn a_lesson_is_done_when_it_is_learned() {
        let work = lessons(&["b", "a"]);
        let progress = |steps: &[&str]| {
            let progress = done(steps).progress(&work, days(), Some(&outline())).unwrap();
            (progress.done, progress.total, progress.is_done())
        };
        assert_eq!(progress(&[]), (0, 2, false));
        assert_eq!(progress(&["a1"]), (0, 2, false));
        assert_eq!(progress(&["a1", "a2", "c1", "c2"]), (1, 2, false));
        assert_eq!(progress(&["a1", "a2", "b1", "b2"]), (2, 2, true));
    }

    #[test]
    fn what_has_left_the_content_is_asked_of_nobody() {
        let gone = lessons(&["a", "gone"]);
        let progress = done(&[]).progress(&gone, days(), Some(&outline())).unwrap();
        assert_eq!(progress.total, 1);
        assert_eq!(
            done(&[]).progress(&lessons(&["gone"]), days(), Some(&outline())),
            None
        );
        assert_eq!(done(&[]).progress(&gone, days(), None), None);
    }

    #[test]
    fn one_goes_on_where_something_is_left() {
        let next = |steps: &[&str]| {
            let next = done(steps).next_step(&lessons(&["b", "c"]), &outline());
            next.unwrap().step.to_string()
        };
        assert_eq!(next(&[]), "b1");
        assert_eq!(next(&["a1", "b1"]), "b2");
        assert_eq!(next(&["b1", "b2"]), "c1");
        assert_eq!(
            next(&["b1", "b2", "c1", "c2"]),
            "b1",
            "all is done: from the start"
        );
    }

    #[test]
    fn exercises_count_from_the_first_day_and_no_further_than_asked() {
        let of_day = |day, solved| PractisedDrill {
            drill: TABLES,
            day: date(2026, 11, day),
            count: PracticeCount {
                solved,
                ..PracticeCount::NONE
            },
        };
        let work = AssignedWork::Exercises {
            drill: TABLES,
            count: ExerciseCount::new(10).unwrap(),
        };
        let pupil = |practised: Vec<PractisedDrill>| {
            let pupil = PupilWork {
                practised,
                ..PupilWork::default()
            };
            pupil.progress(&work, days(), None).unwrap()
        };
        let other = PractisedDrill {
            drill: Drill {
                level: Level::Third,
                ..TABLES
            },
            ..of_day(24, 9)
        };
        assert_eq!(pupil(vec![of_day(22, 8), of_day(23, 3), other]).done, 3);
        let all = pupil(vec![of_day(23, 8), of_day(25, 8)]);
        assert_eq!((all.done, all.is_done()), (10, true));
    }
}
