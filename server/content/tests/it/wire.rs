//! **Architecture Invariant:** answer keys never leave.

use std::collections::HashMap;

use domain::homework::GuideFilter;
use domain::learning::StepRecord;
use domain::locale::Locale;
use serde::Serialize;

use crate::support::{Folder, fjordby, id};

fn json(view: &impl Serialize) -> String {
    serde_json::to_string(view).unwrap()
}

/// Every view there is of the sound folder, in one language, with these records of the visitor's work.
fn every_view(locale: Locale, records: &[StepRecord]) -> Vec<String> {
    let (library, fjordby) = (Folder::sound().load().library, fjordby());
    let course = id("post");
    let mut views = vec![
        json(&library.course_cards(locale, &HashMap::from([(id("post"), records.to_vec())]))),
        json(&library.course_page(&course, locale, records, &fjordby)),
        json(&library.finished_page(&course, locale, records)),
        json(&library.guide_cards(locale, GuideFilter::default())),
        json(&library.guide_page(&id("broeker"), locale, &fjordby)),
        json(&library.role_cards(locale)),
        json(&library.role_page(&id("borger"), locale, &fjordby)),
        json(&library.page(&id("hjaelp"), locale, &fjordby)),
        json(&library.search("brev", locale, &[])),
        json(&library.picture_view("brev.svg", "")),
    ];
    for place in library.outline(&course).unwrap().steps() {
        let step = library.step_page(&course, &place.lesson, &place.step, locale, None, &fjordby);
        assert!(step.is_some());
        views.push(json(&step));
    }
    views
}

fn assert_no_key(views: &[String]) {
    for view in views {
        for key in ["correct", "feedback", "forklaringen", "explains"] {
            assert!(!view.contains(key), "{key} is in {view}");
        }
    }
}

#[test]
fn no_view_holds_a_key_before_there_is_an_answer() {
    for locale in Locale::ALL {
        assert_no_key(&every_view(locale, &[]));
    }
}

#[test]
fn knowing_that_an_answer_was_right_brings_no_key_either() {
    let record = StepRecord {
        step: id("postkasse"),
        done: true,
        correct: Some(true),
    };
    assert_no_key(&every_view(Locale::Da, &[record]));
}

#[test]
fn a_key_cannot_be_searched_for() {
    let library = Folder::sound().load().library;
    assert!(library.search("forklaringen", Locale::Da, &[]).is_empty());
}
