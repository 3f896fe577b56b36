//! What has been given to pupils, in words and with the way to it.

use content::Library;
use domain::classroom::{AssignedTo, AssignedWork, AssignmentProgress, PupilWork};
use domain::ids::{CourseId, LessonId};
use domain::learning::CourseOutline;
use domain::locale::Locale;
use domain::time::WallTime;
use jiff::civil::Date;
use store::classroom::{Assignment, Group, Pupil};

use crate::drills::{drill_path, drill_title};
use crate::texts::Texts;

/// What is to be done, in words; `None` when nothing is left of it in the content.
pub fn work_title(library: &Library, texts: Texts, work: &AssignedWork) -> Option<String> {
    match work {
        AssignedWork::Lessons { course, lessons } => {
            let titles = library.course_titles(course, texts.locale())?;
            let is_given = |(id, _): &&(LessonId, String)| lessons.contains(id);
            let given: Vec<_> = titles.lessons.iter().filter(is_given).collect();
            if given.len() == titles.lessons.len() {
                return Some(titles.title);
            }
            let given: Vec<_> = given.iter().map(|(_, title)| title.as_str()).collect();
            (!given.is_empty()).then(|| texts.assign_lessons_of(titles.title, given.join(", ")))
        }
        AssignedWork::Exercises { drill, count } => Some(texts.assign_exercises(
            count.number(),
            drill_title(texts, drill.kind),
            drill.level.number(),
        )),
    }
}

/// Where a pupil goes on.
pub fn work_path(library: &Library, work: &AssignedWork, done: &PupilWork) -> Option<String> {
    match work {
        AssignedWork::Lessons { course, .. } => {
            let next = done.next_step(work, library.outline(course)?)?;
            Some(format!("/laer/{course}/{}/{}", next.lesson, next.step))
        }
        AssignedWork::Exercises { drill, .. } => Some(drill_path(*drill)),
    }
}

/// How far a pupil has come.
pub fn progress(library: &Library, assignment: &Assignment, done: &PupilWork) -> Option<AssignmentProgress> {
    let outline: Option<&CourseOutline> = match &assignment.work {
        AssignedWork::Lessons { course, .. } => library.outline(course),
        AssignedWork::Exercises { .. } => None,
    };
    done.progress(&assignment.work, assignment.days, outline)
}

/// The courses that assignments are about, each once.
pub fn courses_of(assignments: &[Assignment]) -> Vec<CourseId> {
    let mut courses: Vec<_> = assignments
        .iter()
        .filter_map(|assignment| match &assignment.work {
            AssignedWork::Lessons { course, .. } => Some(course.clone()),
            AssignedWork::Exercises { .. } => None,
        })
        .collect();
    courses.sort();
    courses.dedup();
    courses
}

/// Whom something was given to, in words.
pub fn audience_name(texts: Texts, to: AssignedTo, groups: &[Group], pupils: &[Pupil]) -> String {
    match to {
        AssignedTo::Class => texts.assign_whole_class().to_owned(),
        AssignedTo::Group(id) => {
            let group = groups.iter().find(|group| group.id == id);
            texts.assign_group(group.map_or("", |group| group.name.as_str()))
        }
        AssignedTo::Pupil(id) => {
            let pupil = pupils.iter().find(|pupil| pupil.id == id);
            pupil.map_or(String::new(), |pupil| pupil.name.as_str().to_owned())
        }
    }
}

/// Whether a pupil is among those whom something was given to.
pub fn is_for(to: AssignedTo, pupil: &Pupil, groups: &[Group]) -> bool {
    match to {
        AssignedTo::Class => true,
        AssignedTo::Pupil(id) => id == pupil.id,
        AssignedTo::Group(id) => groups
            .iter()
            .any(|group| group.id == id && group.pupils.contains(&pupil.id)),
    }
}

/// "fredag 27. november".
pub fn day_text(day: Date, locale: Locale) -> String {
    WallTime::from(day.at(0, 0, 0, 0)).long_date(locale)
}
