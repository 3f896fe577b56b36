//! Skeletons of new content, laid into a sound folder.

use content::new::{self, BLANK, Skeleton, WhereTaken};
use content::{Fault, Library, Severity};
use domain::ids::{CourseId, LessonId};
use domain::learning::StepRef;
use jiff::civil::date;
use proptest::prelude::*;

use crate::support::{Folder, id};

fn is_blank(fault: &Fault) -> bool {
    fault.problem.ends_with("is still to be written")
}

/// The faults of a folder with these skeletons in it, of these alone.
fn faults_of(skeletons: &[Skeleton]) -> Vec<Fault> {
    let folder = Folder::sound();
    let mut faults = lay(&folder, skeletons).load().faults;
    faults.retain(|fault| skeletons.iter().any(|skeleton| skeleton.path == fault.file));
    faults
}

fn lay<'a>(folder: &'a Folder, skeletons: &[Skeleton]) -> &'a Folder {
    for skeleton in skeletons {
        folder.write(&skeleton.path.display().to_string(), &skeleton.text);
    }
    folder
}

fn skeletons() -> Vec<Skeleton> {
    let course = id("kursus");
    let lesson = new::lesson(&course, &id("svar"), ["01-begynd.da.md"]).unwrap();
    let kinds = [
        new::course(&course, date(2026, 11, 21)),
        vec![lesson],
        new::guide(&id("guide"), date(2026, 11, 21)),
        new::scenario(&id("proev")),
    ];
    kinds.concat()
}

#[test]
fn the_check_has_nothing_to_say_to_a_skeleton_but_what_is_still_to_be_written() {
    let skeletons = skeletons();
    let mut faults = faults_of(&skeletons);
    faults.retain(|fault| !is_blank(fault));
    assert_eq!(faults, []);
}

#[test]
fn every_line_with_a_blank_is_named_once() {
    let skeletons = skeletons();
    for skeleton in &skeletons {
        let lines = skeleton.text.lines().enumerate();
        let blanks = lines
            .filter(|(_, line)| line.contains(BLANK))
            .map(|(index, _)| index + 1);
        let mut faults = faults_of(&skeletons);
        faults.retain(|fault| fault.file == skeleton.path);
        let lines = faults.iter().map(|fault| fault.line);
        assert_eq!(
            lines.collect::<Vec<_>>(),
            blanks.collect::<Vec<_>>(),
            "{:?}",
            skeleton.path
        );
        assert!(faults.iter().all(|fault| fault.severity == Severity::Warning));
    }
}

#[test]
fn a_new_course_can_be_opened_at_once() {
    let folder = Folder::sound();
    let library = lay(&folder, &skeletons()).load().library;
    let outline = library.outline(&id("kursus")).unwrap();
    let steps = outline
        .steps()
        .map(|StepRef { lesson, step }| format!("{lesson}/{step}"));
    assert_eq!(
        steps.collect::<Vec<_>>(),
        ["begynd/begynd-1", "begynd/begynd-2", "svar/svar-1", "svar/svar-2"]
    );
}

#[test]
fn only_a_drawing_that_is_there_already_is_kept() {
    for skeleton in skeletons() {
        let is_drawing = skeleton.path.starts_with("pictures");
        assert_eq!(
            skeleton.where_taken == WhereTaken::Keep,
            is_drawing,
            "{:?}",
            skeleton.path
        );
    }
}

#[test]
fn our_own_content_is_written_to_the_end() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let faults = Library::load(folder.as_ref(), date(2026, 11, 21)).faults;
    let blanks = faults.iter().filter(|fault| is_blank(fault));
    assert_eq!(blanks.map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever it is called and on whatever day it is begun.
    #[test]
    fn a_skeleton_never_has_an_error(name in "[a-z0-9-]{1,64}", days in 0..36_500_i64) {
        let today = date(2026, 11, 21) + jiff::Span::new().days(days);
        let course = CourseId::parse(&name).unwrap();
        let lesson = LessonId::parse(&name).unwrap();
        let mut skeletons = new::course(&course, today);
        if let Ok(lesson) = new::lesson(&course, &lesson, ["01-begynd.da.md"]) {
            skeletons.push(lesson);
        }
        let errors = faults_of(&skeletons).into_iter().filter(|fault| fault.severity == Severity::Error);
        prop_assert_eq!(errors.map(|fault| fault.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    }
}
