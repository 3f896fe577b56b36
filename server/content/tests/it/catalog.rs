//! The catalogue, and what somebody is advised to do next.

use std::collections::{BTreeSet, HashMap};

use content::{Library, VisitorWork};
use domain::ids::CourseId;
use domain::learning::{AdviceReason, COURSES_ON_A_PAGE, CatalogFilter, Criterion, LessonRecord, StepRecord};
use domain::locale::Locale;
use jiff::Timestamp;

use crate::support::{COVER, Folder, fjordby, id};

/// Digital Post, and a second course that builds on it.
fn two_courses() -> Library {
    let folder = Folder::sound();
    folder.copy_course("fuldmagt");
    let cover = COVER.replace("/post/", "/fuldmagt/");
    folder.replace(&cover, "prerequisites = []", "prerequisites = [\"post\"]");
    folder.replace(&cover, "level = 1", "level = 2");
    folder.load().library
}

/// Work on the course's steps, as far as `is_done` says.
fn work(library: &Library, is_done: fn(usize) -> bool) -> HashMap<CourseId, Vec<StepRecord>> {
    let steps = library.outline(&id("post")).unwrap().steps().enumerate();
    let records = steps
        .filter(|(place, _)| is_done(*place))
        .map(|(_, place)| StepRecord {
            done: true,
            ..StepRecord::untouched(place.step)
        });
    HashMap::from([(id("post"), records.collect())])
}

fn advice(library: &Library, work: &HashMap<CourseId, Vec<StepRecord>>) -> Vec<(String, AdviceReason)> {
    let all = library.recommended(Locale::Da, work, None);
    all.into_iter()
        .map(|advice| (advice.card.id.to_string(), advice.reason))
        .collect()
}

#[test]
fn what_was_begun_is_gone_on_with_and_what_builds_on_it_comes_next() {
    let library = two_courses();
    assert_eq!(advice(&library, &HashMap::new()), []);
    let begun = work(&library, |place| place == 0);
    assert_eq!(
        advice(&library, &begun),
        [("post".to_owned(), AdviceReason::Begun)]
    );
    let finished = work(&library, |_| true);
    let title = library.course_cards(Locale::Da, &finished)[0].title.clone();
    assert_eq!(
        advice(&library, &finished),
        [("fuldmagt".to_owned(), AdviceReason::BuildsOn(title))]
    );
}

#[test]
fn the_end_of_a_course_leads_on_but_not_to_itself() {
    let library = two_courses();
    let begun = work(&library, |place| place == 0);
    let page = library
        .finished_page(&id("post"), Locale::Da, VisitorWork::default(), &begun)
        .unwrap();
    assert_eq!(page.recommended, []);
}

#[test]
fn courses_are_found_by_level_and_by_whom_they_are_for() {
    let library = two_courses();
    let found = |audience: &str, level: &str| {
        let filter = CatalogFilter::parse("", audience, level, "");
        let (cards, _) = library.filtered_cards(&filter, Locale::Da, &HashMap::new());
        cards
            .into_iter()
            .map(|card| card.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("", ""), ["post", "fuldmagt"]);
    assert_eq!(found("", "2"), ["fuldmagt"]);
    assert_eq!(found("borger", "1"), ["post"]);
    assert_eq!(found("elev", ""), [""; 0]);
    let audiences = library.course_audiences(Locale::Da);
    assert!(
        audiences
            .iter()
            .any(|(role, name)| role.as_str() == "borger" && name == "Borger")
    );
}

#[test]
fn many_courses_are_shown_a_page_at_a_time() {
    let folder = Folder::sound();
    for number in 0..COURSES_ON_A_PAGE {
        folder.copy_course(&format!("kursus-{number}"));
    }
    let library = folder.load().library;
    let shown = |page: &str| {
        let filter = CatalogFilter::parse("", "", "", page);
        let (cards, found) = library.filtered_cards(&filter, Locale::Da, &HashMap::new());
        (cards.len(), found)
    };
    assert_eq!(shown(""), (24, 25));
    assert_eq!(shown("2"), (1, 25));
    assert_eq!(shown("much"), (24, 25), "no number is as none");
    assert_eq!(shown("9"), (0, 25));
}

#[test]
fn a_step_that_has_come_since_the_visitor_began_is_new_until_it_is_done() {
    let library = two_courses();
    let outline = library.outline(&id("post")).unwrap();
    let lesson = &outline.lessons[0];
    let required: Vec<_> = lesson.steps.iter().filter(|step| step.is_required()).collect();
    let (first, later) = required.split_first().unwrap();
    let begun = LessonRecord {
        lesson: lesson.id.clone(),
        criterion: Criterion::All,
        steps: BTreeSet::from([first.id.clone()]),
        started_at: Timestamp::UNIX_EPOCH,
        ready_at: None,
    };
    let new_steps = |records: &[StepRecord], lessons: &[LessonRecord]| {
        let work = VisitorWork { records, lessons };
        let page = library
            .course_page(&id("post"), Locale::Da, work, &fjordby())
            .unwrap();
        page.lessons[0].new_steps.len()
    };
    assert_eq!(
        new_steps(&[], &[]),
        0,
        "to somebody who has not begun everything is new"
    );
    assert_eq!(new_steps(&[], std::slice::from_ref(&begun)), later.len());
    let done = StepRecord {
        done: true,
        ..StepRecord::untouched(later[0].id.clone())
    };
    assert_eq!(new_steps(&[done], &[begun]), later.len() - 1);
}
