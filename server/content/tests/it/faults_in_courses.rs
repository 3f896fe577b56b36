//! Courses that build on each other in a circle could not be begun.

use std::collections::HashMap;

use domain::locale::Locale;

use crate::support::Folder;

const COPIES: [&str; 4] = ["a", "b", "c", "d"];

/// A folder with copies of the sound course, each with these prerequisites.
fn folder(prerequisites: &[(&str, &str)]) -> Folder {
    let folder = Folder::sound();
    for name in COPIES {
        folder.copy_course(name);
    }
    for (course, list) in prerequisites {
        for locale in [Locale::Da, Locale::En] {
            let cover = format!("courses/{course}/course.{locale}.md");
            folder.replace(&cover, "prerequisites = []", &format!("prerequisites = [{list}]"));
        }
    }
    folder
}

/// The fault of one course of a circle.
fn circle(course: &str, line: usize) -> String {
    format!(
        "courses/{course}/course.da.md:{line}: error: The prerequisites lead back to this course. \
         Cure: remove one of them, so that there is a course to begin with."
    )
}

/// The courses that are served, by their ids.
fn served(folder: &Folder) -> Vec<String> {
    let cards = folder.load().library.course_cards(Locale::Da, &HashMap::new());
    let mut served: Vec<_> = cards.into_iter().map(|card| card.id.to_string()).collect();
    served.sort();
    served
}

#[test]
fn courses_may_build_on_several_others() {
    let folder = folder(&[("a", "\"b\", \"c\""), ("b", "\"d\""), ("c", "\"d\"")]);
    assert_eq!(folder.faults(), [""; 0]);
    assert_eq!(served(&folder), ["a", "b", "c", "d", "post"]);
}

#[test]
fn a_course_cannot_build_on_itself() {
    let folder = folder(&[("a", "\"a\"")]);
    assert_eq!(folder.faults(), [circle("a", 9)]);
}

#[test]
fn every_course_of_a_circle_is_named_and_no_other() {
    let folder = folder(&[
        ("a", "\"b\""),
        ("b", "\"c\""),
        ("c", "\n\"post\",\n\"a\""),
        ("d", "\"a\""),
    ]);
    assert_eq!(
        folder.faults(),
        [circle("a", 9), circle("b", 9), circle("c", 11)],
        "each at the course that leads on in the circle"
    );
    assert_eq!(
        served(&folder),
        ["d", "post"],
        "what builds on a circle is no part of it"
    );
}

#[test]
fn every_circle_is_found() {
    let folder = folder(&[("a", "\"b\""), ("b", "\"a\""), ("c", "\"d\""), ("d", "\"c\"")]);
    let mut faults = folder.faults();
    faults.sort();
    assert_eq!(faults, COPIES.map(|course| circle(course, 9)));
}
