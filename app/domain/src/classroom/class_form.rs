//! A new class, as a teacher describes it.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::pupil_names::{NamesProblem, PupilName, read_names};
use super::sign_in::SignInKind;
use crate::cpr::has_cpr;
use crate::homework::Grade;
use crate::white_space::fold_white_space;

/// The most days that a class lasts: a school year, and the weeks in which it is prepared.
pub const LONGEST_DAYS: i64 = 400;

/// How long a lesson may be, in minutes. A pupil is signed out at its end.
pub const LESSON_MINUTES: [i64; 6] = [30, 45, 60, 90, 120, 180];

/// What a class is called: "5.b".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassName(String);

/// One of [`LESSON_MINUTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LessonMinutes(i64);

/// A class that can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClass {
    pub name: ClassName,
    pub grade: Grade,
    pub pupils: Vec<PupilName>,
    /// The last day. On the next the class is erased, with everything about its pupils.
    pub ends_on: Date,
    pub lesson: LessonMinutes,
}

/// What was typed, so that it can be shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassForm {
    pub name: String,
    pub grade: String,
    pub names: String,
    /// `2027-06-30`.
    pub ends_on: String,
    pub lesson: String,
}

/// What is to be changed of a class once it is there. Each has a form of its own and what is not sent stays as it is: so of two
/// teachers who change different things neither takes back what the other did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassSettings {
    pub lesson: Option<LessonMinutes>,
    pub ends_on: Option<Date>,
}

impl ClassSettings {
    /// Reads what was chosen, or tells what makes no sense.
    pub fn read(lesson: &str, ends_on: &str, today: Date) -> Result<Self, ClassProblem> {
        let read_lesson = |chosen: &str| chosen.parse().ok().and_then(LessonMinutes::new);
        let sent = |field: &str| (!field.is_empty()).then(|| field.to_owned());
        let lesson = sent(lesson).map(|chosen| read_lesson(&chosen).ok_or(ClassProblem::Lesson));
        let ends_on = sent(ends_on).map(|typed| read_last_day(&typed, today).ok_or(ClassProblem::EndsOn));
        Ok(Self {
            lesson: lesson.transpose()?,
            ends_on: ends_on.transpose()?,
        })
    }
}

/// Why no class was made of it.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassProblem {
    #[error(
        "the class needs a name of 1 to {} characters, without a CPR number",
        ClassName::LONGEST
    )]
    Name,
    #[error("no grade is chosen")]
    Grade,
    #[error("{0}")]
    Names(NamesProblem),
    #[error("the last day must be after today, and at most {LONGEST_DAYS} days away")]
    EndsOn,
    #[error("no length of a lesson is chosen")]
    Lesson,
}

impl ClassName {
    /// The longest name that is kept, in characters.
    pub const LONGEST: usize = 40;

    /// Trims, and folds white space and control characters to single spaces.
    pub fn parse(typed: &str) -> Option<Self> {
        let name = fold_white_space(typed);
        let fits = (1..=Self::LONGEST).contains(&name.chars().count()) && !has_cpr(&name);
        fits.then_some(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl LessonMinutes {
    /// What a lesson is where nobody has said otherwise.
    pub const USUAL: Self = Self(45);

    /// Accepts one of [`LESSON_MINUTES`].
    pub fn new(minutes: i64) -> Option<Self> {
        LESSON_MINUTES.contains(&minutes).then_some(Self(minutes))
    }

    pub fn number(self) -> i64 {
        self.0
    }
}

impl NewClass {
    /// How its pupils sign in.
    pub fn sign_in(&self) -> SignInKind {
        SignInKind::of(self.grade)
    }
}

impl ClassForm {
    /// A form on which nothing has been written yet.
    pub fn empty(today: Date) -> Self {
        Self {
            ends_on: school_year_end(today).to_string(),
            lesson: LessonMinutes::USUAL.number().to_string(),
            ..Self::default()
        }
    }

    /// Reads what was typed, or tells every fault.
    pub fn read(&self, today: Date) -> Result<NewClass, Vec<ClassProblem>> {
        let name = ClassName::parse(&self.name).ok_or(ClassProblem::Name);
        let grade = self
            .grade
            .parse()
            .ok()
            .and_then(Grade::new)
            .ok_or(ClassProblem::Grade);
        let pupils = read_names(&self.names, &[]).map_err(ClassProblem::Names);
        let ends_on = read_last_day(&self.ends_on, today).ok_or(ClassProblem::EndsOn);
        let lesson = self
            .lesson
            .parse()
            .ok()
            .and_then(LessonMinutes::new)
            .ok_or(ClassProblem::Lesson);
        match (name, grade, pupils, ends_on, lesson) {
            (Ok(name), Ok(grade), Ok(pupils), Ok(ends_on), Ok(lesson)) => Ok(NewClass {
                name,
                grade,
                pupils,
                ends_on,
                lesson,
            }),
            (name, grade, pupils, ends_on, lesson) => {
                let problems = [name.err(), grade.err(), pupils.err(), ends_on.err(), lesson.err()];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }
}

/// The last day of a class, if it may be that.
fn read_last_day(typed: &str, today: Date) -> Option<Date> {
    let day: Date = typed.trim().parse().ok()?;
    let latest = today.saturating_add(LONGEST_DAYS.days());
    (day > today && day <= latest).then_some(day)
}

/// The last day of the school year that a day is in; in July, of the next one. Danish school years end on 31 July.
pub fn school_year_end(today: Date) -> Date {
    let year = if today.month() < 7 {
        today.year()
    } else {
        today.year() + 1
    };
    date(year, 7, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ClassForm {
        ClassForm {
            name: " 5.b ".to_owned(),
            grade: "5".to_owned(),
            names: "Ali\nBo".to_owned(),
            ..ClassForm::empty(date(2026, 11, 21))
        }
    }

    fn problems(form: &ClassForm) -> Vec<ClassProblem> {
        form.read(date(2026, 11, 21)).unwrap_err()
    }

    #[test]
    fn a_class_lasts_to_the_end_of_the_school_year_where_nobody_says_otherwise() {
        let class = form().read(date(2026, 11, 21)).unwrap();
        assert_eq!((class.name.as_str(), class.pupils.len()), ("5.b", 2));
        assert_eq!(
            (class.ends_on, class.lesson),
            (date(2027, 7, 31), LessonMinutes::USUAL)
        );
        assert_eq!(school_year_end(date(2027, 6, 30)), date(2027, 7, 31));
        assert_eq!(school_year_end(date(2027, 7, 1)), date(2028, 7, 31));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let form = ClassForm {
            ends_on: "2026-11-21".to_owned(),
            lesson: "46".to_owned(),
            ..ClassForm::default()
        };
        let all = [
            ClassProblem::Name,
            ClassProblem::Grade,
            ClassProblem::Names(NamesProblem::Missing),
            ClassProblem::EndsOn,
            ClassProblem::Lesson,
        ];
        assert_eq!(problems(&form), all);
    }

    #[test]
    fn what_is_not_sent_of_a_class_stays_and_what_makes_no_sense_is_told() {
        let read = |lesson, ends_on| ClassSettings::read(lesson, ends_on, date(2026, 11, 21));
        let settings = read("60", "").unwrap();
        assert_eq!(
            (settings.lesson, settings.ends_on),
            (LessonMinutes::new(60), None)
        );
        assert_eq!(read("", "2027-02-01").unwrap().ends_on, Some(date(2027, 2, 1)));
        assert_eq!(read("46", ""), Err(ClassProblem::Lesson));
        assert_eq!(read("", "2027-02-31"), Err(ClassProblem::EndsOn));
    }

    #[test]
    fn no_class_lasts_for_ever() {
        for day in ["2026-11-20", "2027-12-27", "9999-12-31", "i morgen"] {
            let form = ClassForm {
                ends_on: day.to_owned(),
                ..form()
            };
            assert_eq!(problems(&form), [ClassProblem::EndsOn], "{day}");
        }
    }
}
