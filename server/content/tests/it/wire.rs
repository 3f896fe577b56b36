//! **Architecture Invariant:** answer keys never leave.

use std::collections::HashMap;

use content::Library;
use domain::homework::{GuideFilter, StoryAge};
use domain::ids::{CourseId, ScenarioId};
use domain::learning::start_line::{Form, Goal, Path, Question as Asked, Reason, Stop};
use domain::learning::{Reading, StepRecord, StepRef};
use domain::locale::Locale;
use serde_json::Value;

use crate::keys::{assert_no_key, json};
use crate::support::{Folder, fjordby, guide_reader, id, reader, work};

/// Words of the fixture that stand in keys, feedback and hints only.
const SECRETS: [&str; 14] = [
    "forklaringen",
    "explains",
    "Et vink",
    "A nudge",
    "Sådan gør du",
    "This is how",
    "adresselinje",
    "address bar",
    "1.234,5",
    "1234",
    "1.432",
    "7.007",
    "7007",
    "menu",
];

/// Every view there is of the sound folder, in one language, for somebody who has not answered anything.
fn every_view(library: &Library, locale: Locale, records: &[StepRecord]) -> Vec<Value> {
    let (fjordby, course) = (fjordby(), id("post"));
    let all = HashMap::from([(id::<CourseId>("post"), records.to_vec())]);
    let mut views = vec![
        json(&library.course_cards(locale, &all)),
        json(&library.recommended(locale, &all, None)),
        json(&library.course_page(&course, locale, work(records), &fjordby)),
        json(&library.finished_page(&course, locale, work(records), &all)),
        json(&library.guide_cards(locale, GuideFilter::default())),
        json(&library.guide_page(&id("broeker"), guide_reader(&fjordby, locale))),
        json(&library.role_cards(locale)),
        json(&library.role_page(&id("borger"), locale, &fjordby)),
        json(&library.page(&id("hjaelp"), locale, &fjordby)),
        json(&library.search("brev", locale, &[])),
        json(&library.picture_view("brev.svg", "")),
        json(&library.glossary(locale)),
        json(&library.story_questions(StoryAge::From6To9, locale)),
        json(&library.scenario_cards(locale)),
        json(&library.start_path(path(), locale, &HashMap::<CourseId, Vec<StepRecord>>::new())),
    ];
    views.extend(exercise_views(library, locale));
    for place in library.outline(&course).unwrap().steps() {
        views.extend(step_views(library, &place, locale, records));
    }
    views
}

fn path() -> Path {
    Path {
        goal: Goal::FirstSteps,
        stops: vec![Stop {
            course: id("post"),
            reason: Reason::AskedAbout,
        }],
    }
}

/// The exercise's screens before its end, by itself.
fn exercise_views(library: &Library, locale: Locale) -> Vec<Value> {
    let scenario: ScenarioId = id("indbakke");
    let paths: [&[&str]; 2] = [&[], &["kommunen", "tilbage"]];
    let views = paths.map(|path| {
        let path: Vec<_> = path.iter().map(ToString::to_string).collect();
        json(&library.exercise_page(&scenario, locale, &path).unwrap())
    });
    views.into()
}

/// A step in both its texts, and as a question of the start-line check.
fn step_views(library: &Library, place: &StepRef, locale: Locale, records: &[StepRecord]) -> Vec<Value> {
    let (fjordby, course) = (fjordby(), id("post"));
    let mut reader = reader(&fjordby, locale);
    reader.record = records.iter().find(|record| record.step == place.step);
    let views = [Reading::Ordinary, Reading::Easy].map(|reading| {
        reader.reading = reading;
        let step = library.step_page(&course, &place.lesson, &place.step, reader);
        json(&step.expect("the step is there"))
    });
    let asked = [Form::SelfReport, Form::Task(place.clone())].map(|form| {
        let course = course.clone();
        json(&library.start_question(&Asked { course, form }, 0, None, locale, &fjordby))
    });
    let review = library.review_question(&course, &place.step, locale, None, &fjordby);
    views.into_iter().chain(asked).chain([json(&review)]).collect()
}

fn assert_nothing_told(views: &[Value]) {
    for view in views {
        assert_no_key(view);
        let text = view.to_string();
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} is in {text}");
        }
    }
}

#[test]
fn no_view_holds_a_key_before_there_is_an_answer() {
    let library = Folder::sound().load().library;
    for locale in Locale::ALL {
        assert_nothing_told(&every_view(&library, locale, &[]));
    }
}

#[test]
fn knowing_that_an_answer_was_right_brings_no_key_either() {
    let library = Folder::sound().load().library;
    let steps = library.outline(&id("post")).unwrap().steps();
    let records: Vec<_> = steps
        .map(|place| StepRecord {
            done: true,
            solved: true,
            ..StepRecord::untouched(place.step)
        })
        .collect();
    assert_nothing_told(&every_view(&library, Locale::Da, &records));
}

#[test]
fn a_mistake_tells_its_own_feedback_and_no_other() {
    let library = Folder::sound().load().library;
    let page = |path: &[&str]| {
        let path: Vec<_> = path.iter().map(ToString::to_string).collect();
        json(&library.exercise_page(&id("indbakke"), Locale::Da, &path).unwrap()).to_string()
    };
    let told = |page: String| page.matches("forklaringen").count();
    for path in [&["slet"][..], &["kommunen"], &["kommunen", "=7"]] {
        assert_eq!(told(page(path)), 1, "{path:?}");
    }
}

#[test]
fn a_key_cannot_be_searched_for() {
    let library = Folder::sound().load().library;
    let telling = [
        "forklaringen",
        "explains",
        "vink",
        "nudge",
        "adresselinje",
        "1234",
        "1432",
        "7007",
    ];
    for locale in Locale::ALL {
        for secret in telling {
            let results = library.search(secret, locale, &[]);
            assert!(results.hits.is_empty() || results.mended.is_some(), "{secret}");
        }
    }
}
