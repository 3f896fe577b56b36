//! The skeleton of a lesson, which takes the next number of its course.

use std::path::Path;

use domain::ids::{CourseId, LessonId};
use thiserror::Error;

use super::Skeleton;

/// What the first lesson of a new course is called.
const FIRST: &str = "begynd";
/// Lessons have two digits.
const LAST_NUMBER: u8 = 99;
/// An id has at most 64 letters, and `-1` is put behind the lesson's to make a step's.
const LONGEST_STEM: usize = 62;

/// Why a course takes no such lesson.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoPlace {
    #[error("the course has this lesson already, as {0}: choose another name")]
    Taken(String),
    #[error("the course has a lesson with the number {LAST_NUMBER}, and there is none above it")]
    Full,
}

/// A lesson behind all the others. `files` are the names of the files in its course's folder.
pub fn lesson<'a>(
    course: &CourseId,
    name: &LessonId,
    files: impl IntoIterator<Item = &'a str>,
) -> Result<Skeleton, NoPlace> {
    let mut last = 0;
    for file in files {
        let Some((number, lesson)) = number_and_name(file) else {
            continue;
        };
        if lesson == name.as_str() {
            return Err(NoPlace::Taken(file.to_owned()));
        }
        last = last.max(number);
    }
    if last >= LAST_NUMBER {
        return Err(NoPlace::Full);
    }
    Ok(skeleton(course, last + 1, name.as_str()))
}

/// The first lesson of a new course.
pub(super) fn first(course: &CourseId) -> Skeleton {
    skeleton(course, 1, FIRST)
}

fn skeleton(course: &CourseId, number: u8, name: &str) -> Skeleton {
    let stem: String = name.chars().take(LONGEST_STEM).collect();
    let path = Path::new("courses")
        .join(course.as_str())
        .join(format!("{number:02}-{name}.da.md"));
    Skeleton::new(path, include_str!("lesson.da.md").replace("%step%", &stem))
}

/// "02-find-brevet.en.md" is the second lesson, `find-brevet`. The cover and whatever else there is are no lessons.
fn number_and_name(file: &str) -> Option<(u8, &str)> {
    let (number, rest) = file.split_once('-')?;
    let name = rest.split('.').next()?;
    Some((number.parse().ok()?, name))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn next(name: &str, files: &[&str]) -> Result<String, NoPlace> {
        let course = CourseId::parse("post").unwrap();
        let name = LessonId::parse(name).unwrap();
        let skeleton = lesson(&course, &name, files.iter().copied())?;
        Ok(skeleton.path.display().to_string())
    }

    #[test]
    fn a_lesson_takes_the_number_after_the_highest() {
        let files = [
            "course.da.md",
            "01-a.da.md",
            "01-a.en.md",
            "07-b.da.md",
            "noter.txt",
        ];
        assert_eq!(next("svar", &files).unwrap(), "courses/post/08-svar.da.md");
        assert_eq!(next("svar", &[]).unwrap(), "courses/post/01-svar.da.md");
    }

    #[test]
    fn a_lesson_is_refused_where_its_name_or_the_last_number_is_taken() {
        assert_eq!(
            next("a", &["03-a.en.md"]),
            Err(NoPlace::Taken("03-a.en.md".into()))
        );
        assert_eq!(next("a", &["99-b.da.md"]), Err(NoPlace::Full));
    }

    proptest! {
        /// However many lessons there are, a new one stands behind them, and its file is none of theirs.
        #[test]
        fn a_new_lesson_stands_last(numbers in prop::collection::btree_set(1_u8..99, 0..20)) {
            let files: Vec<_> = numbers.iter().map(|number| format!("{number:02}-l{number}.da.md")).collect();
            let files: Vec<_> = files.iter().map(String::as_str).collect();
            let path = next("ny", &files).unwrap();
            let name = path.rsplit('/').next().unwrap();
            prop_assert!(files.iter().all(|file| *file < name));
        }
    }
}
