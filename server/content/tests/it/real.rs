//! The content folder of this repository, as it is served.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use content::{Library, Loaded, Severity};
use domain::homework::{GuideFilter, StoryAge};
use domain::ids::{CourseId, ScenarioId};
use domain::learning::question::{AnswerKey, Placing, PlacingKind, Question};
use domain::learning::{Reading, StepRecord, StepRef};
use domain::locale::Locale;
use domain::municipality::Municipality;
use jiff::civil::date;
use serde_json::Value;

use crate::keys::{assert_no_key, assert_none_of, json, secrets_in, secrets_of};
use crate::support::{fjordby, guide_reader, id, reader, work};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"))
}

/// The day does not matter to what is an error, so it is fixed.
pub(crate) fn ours() -> Loaded {
    Library::load(&folder(), date(2026, 11, 21))
}

/// Every step there is, with its course.
fn places(library: &Library) -> Vec<(CourseId, StepRef)> {
    let courses = library.course_cards(Locale::Da, &HashMap::new()).into_iter();
    let places = courses.flat_map(|card| {
        let steps: Vec<_> = library.outline(&card.id).unwrap().steps().collect();
        steps.into_iter().map(move |place| (card.id.clone(), place))
    });
    places.collect()
}

#[test]
fn our_own_content_has_no_errors() {
    let started = Instant::now();
    let loaded = ours();
    println!("loaded in {:?}", started.elapsed());
    for fault in &loaded.faults {
        println!("{fault}");
    }
    let errors = loaded
        .faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error);
    assert_eq!(errors.map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn our_own_texts_are_easy_to_read_and_each_step_has_its_twin() {
    let loaded = ours();
    let hard = loaded.faults.iter().filter(|fault| {
        let about = ["LIX", "easy-read twin"];
        about.iter().any(|word| fault.problem.contains(word))
    });
    assert_eq!(hard.map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn our_own_guides_can_be_read_in_easy_words() {
    let library = ours().library;
    let fjordby = fjordby();
    let guides = library.guide_cards(Locale::Da, GuideFilter::default());
    let without = guides.iter().filter(|guide| {
        let page = library.guide_page(&guide.id, guide_reader(&fjordby, Locale::Da));
        page.unwrap().reading.is_none()
    });
    assert_eq!(
        without.map(|guide| guide.id.to_string()).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn our_own_courses_and_exercises_are_all_served() {
    let library = ours().library;
    let names = |kind: &str| {
        let entries = fs::read_dir(folder().join(kind)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.collect::<Vec<_>>()
    };
    let missing = |ids: Vec<String>, names: Vec<String>| {
        let missing = names.into_iter().filter(|name| !ids.contains(name));
        missing.collect::<Vec<_>>()
    };
    let courses = library.course_cards(Locale::Da, &HashMap::new()).into_iter();
    let courses: Vec<_> = courses.map(|card| card.id.to_string()).collect();
    assert!(!courses.is_empty());
    assert_eq!(missing(courses, names("courses")), [""; 0]);
    let scenarios = library.scenario_cards(Locale::Da).into_iter();
    let scenarios: Vec<_> = scenarios.map(|card| format!("{}.da.toml", card.id)).collect();
    assert!(!scenarios.is_empty());
    let mut originals = names("simulators");
    originals.retain(|name| name.ends_with(".da.toml"));
    assert_eq!(missing(scenarios, originals), [""; 0]);
}

#[test]
fn our_own_pages_are_all_there_with_every_word_filled_in() {
    let (library, fjordby) = (ours().library, fjordby());
    for locale in Locale::ALL {
        let pages = every_page(&library, locale, &fjordby);
        println!("{} pages in {locale}", pages.len());
        assert!(!pages.is_empty());
        for page in pages {
            assert!(!page.to_string().contains("{{"), "{page}");
        }
    }
}

#[test]
fn no_page_of_ours_tells_an_answer_before_it_is_given() {
    let (library, fjordby) = (ours().library, fjordby());
    for locale in Locale::ALL {
        let pages = every_page(&library, locale, &fjordby);
        assert!(!pages.is_empty());
        pages.iter().for_each(assert_no_key);
    }
}

#[test]
fn no_step_of_ours_tells_more_than_has_been_asked_for() {
    let (library, fjordby) = (ours().library, fjordby());
    let mut questions = 0;
    for locale in Locale::ALL {
        for (course, place) in places(&library) {
            if let Some(question) = library.question(&course, &place.step, locale) {
                questions += 1;
                assert_hints_come_one_by_one(&library, &course, &place, locale, question, &fjordby);
            }
        }
    }
    assert!(questions > 0);
}

/// With each hint that is shown, what is still secret is one text less.
fn assert_hints_come_one_by_one(
    library: &Library,
    course: &CourseId,
    place: &StepRef,
    locale: Locale,
    question: &Question,
    fjordby: &Municipality,
) {
    let secrets: Vec<_> = secrets_of(question)
        .iter()
        .map(|text| filled(text, fjordby))
        .collect();
    for shown in 0..=question.help_steps() {
        let mut record = StepRecord::untouched(place.step.clone());
        (0..shown).for_each(|_| record.hint_shown());
        let mut reader = reader(fjordby, locale);
        reader.record = Some(&record);
        let page = library.step_page(course, &place.lesson, &place.step, reader);
        // Hints come first among the secrets, and what explains the way after them.
        assert_none_of(&secrets[shown..], &json(&page.unwrap()));
    }
}

/// A text as a page shows it.
fn filled(text: &str, fjordby: &Municipality) -> String {
    let words = [
        ("{{municipality}}", &fjordby.name),
        ("{{phone}}", &fjordby.phone),
        ("{{email}}", &fjordby.email),
        ("{{address}}", &fjordby.address),
    ];
    words
        .iter()
        .fold(text.to_owned(), |text, (word, value)| text.replace(word, value))
}

#[test]
fn no_exercise_of_ours_begins_with_its_end() {
    let library = ours().library;
    let cards = library.scenario_cards(Locale::Da);
    assert!(!cards.is_empty());
    for locale in Locale::ALL {
        for card in &cards {
            let (_, scenario) = library.scenario(&card.id, locale).unwrap();
            let page = json(&library.exercise_page(&card.id, locale, &[]).unwrap());
            assert_none_of(&secrets_in(scenario), &page);
        }
    }
}

#[test]
fn nothing_of_ours_is_mixed_into_the_right_order() {
    let library = ours().library;
    let mut mixed = 0;
    for locale in Locale::ALL {
        for (course, place) in places(&library) {
            let question = library.question(&course, &place.step, locale);
            if let Some(AnswerKey::Placing(placing)) = question.map(|question| &question.key) {
                mixed += 1;
                assert!(!is_in_order(placing), "{course}, {place:?}");
            }
        }
    }
    assert!(mixed > 0);
}

/// Whether the things stand beside, or in the order of, the places where they belong.
fn is_in_order(placing: &Placing) -> bool {
    let belongs = placing.items.iter().map(|item| &item.target);
    placing.kind != PlacingKind::Groups && belongs.eq(placing.targets.iter().map(|target| &target.id))
}

/// Everything that can be opened, for somebody who has done nothing yet.
fn every_page(library: &Library, locale: Locale, fjordby: &Municipality) -> Vec<Value> {
    let mut pages = step_pages(library, locale, fjordby);
    for card in library.course_cards(locale, &HashMap::new()) {
        pages.push(json(&card));
        pages.push(json(
            &library.course_page(&card.id, locale, work(&[]), fjordby).unwrap(),
        ));
        pages.push(json(
            &library
                .finished_page(&card.id, locale, work(&[]), &HashMap::new())
                .unwrap(),
        ));
    }
    for card in library.scenario_cards(locale) {
        pages.push(json(&card));
        pages.extend(screens(library, &card.id, locale));
    }
    for card in library.guide_cards(locale, GuideFilter::default()) {
        pages.push(json(
            &library
                .guide_page(&card.id, guide_reader(fjordby, locale))
                .unwrap(),
        ));
    }
    for card in library.role_cards(locale) {
        pages.push(json(&library.role_page(&card.id, locale, fjordby).unwrap()));
    }
    pages.push(json(&library.glossary(locale)));
    pages.extend(StoryAge::ALL.map(|age| json(&library.story_questions(age, locale))));
    pages
}

/// Every step in both its texts.
fn step_pages(library: &Library, locale: Locale, fjordby: &Municipality) -> Vec<Value> {
    let pages = places(library).into_iter().flat_map(|(course, place)| {
        [Reading::Ordinary, Reading::Easy].map(|reading| {
            let mut reader = reader(fjordby, locale);
            reader.reading = reading;
            let page = library.step_page(&course, &place.lesson, &place.step, reader);
            json(&page.expect("the outline's steps are there"))
        })
    });
    pages.collect()
}

/// The screens of an exercise that can be reached by pressing what leads on without a word.
fn screens(library: &Library, id: &ScenarioId, locale: Locale) -> Vec<Value> {
    let (_, scenario) = library.scenario(id, locale).unwrap();
    let mut seen = Vec::new();
    let mut left = vec![Vec::new()];
    let mut pages = Vec::new();
    while let Some(path) = left.pop() {
        let here = scenario.replay(&path).unwrap().screen;
        if seen.contains(&&here.id) || here.goal {
            continue;
        }
        seen.push(&here.id);
        pages.push(json(&library.exercise_page(id, locale, &path).unwrap()));
        let on = here.actions.iter().filter(|action| action.feedback.is_none());
        left.extend(on.map(|action| [&path[..], &[action.id.to_string()]].concat()));
    }
    pages
}

#[test]
fn every_page_that_the_application_needs_is_there() {
    let (library, fjordby) = (ours().library, fjordby());
    for page in ["hjaelp", "om", "privatliv", "tilgaengelighed"] {
        assert!(library.page(&id(page), Locale::Da, &fjordby).is_some(), "{page}");
    }
}
