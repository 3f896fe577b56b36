//! What a course and its lessons are called.

use domain::ids::{CourseId, LessonId};
use domain::locale::Locale;

use crate::library::Library;

/// The titles of a course and of its lessons, in the course's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseTitles {
    pub title: String,
    pub lessons: Vec<(LessonId, String)>,
}

impl Library {
    /// What a course and its lessons are called; `None` for a course that is not there.
    pub fn course_titles(&self, course: &CourseId, locale: Locale) -> Option<CourseTitles> {
        let course = self.course(course)?;
        let locale = course.text_locale(locale);
        let lessons = course.lessons.iter().map(|lesson| {
            let text = lesson.text.get(locale).1;
            (lesson.id.clone(), text.title.clone())
        });
        Some(CourseTitles {
            title: course.cover.get(locale).1.title.clone(),
            lessons: lessons.collect(),
        })
    }

    /// Every course with its title, easiest first.
    pub fn all_course_titles(&self, locale: Locale) -> Vec<(CourseId, String)> {
        let courses = self.courses.iter().map(|course| {
            let cover = course.cover.get(course.text_locale(locale)).1;
            (course.id.clone(), cover.title.clone())
        });
        courses.collect()
    }
}
