//! A course by somebody who has read `content/README.md` and nothing else. It uses every kind of task and every feature
//! that is named there, so what the README says and what the crate does are held together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use content::{Library, StepReader, VisitorWork};
use domain::homework::GuideFilter;
use domain::ids::{CourseId, ScenarioId, StepId};
use domain::learning::question::AnswerView;
use domain::learning::{Reading, StepPage, StepText, TaskView};
use domain::locale::Locale;
use jiff::civil::date;

use crate::support::{fjordby, guide_reader, id};

const COURSE: &str = "laan-en-bog";

/// An answer as a person gives it, reading the page.
enum Answer {
    /// Ids of options.
    Chosen(&'static [&'static str]),
    Typed(&'static str),
    /// An item's id, and what stands in the place it is put in.
    Placed(&'static [(&'static str, &'static str)]),
}

use Answer::{Chosen, Placed, Typed};

/// Each question of the course with a right and a wrong answer.
const QUESTIONS: [(&str, Answer, Answer); 12] = [
    ("soeg-paa-titlen", Chosen(&["skriv"]), Chosen(&["vent"])),
    (
        "find-hylden",
        Chosen(&["nummer", "person"]),
        Chosen(&["nummer", "farve"]),
    ),
    ("er-bogen-ude", Chosen(&["sandt"]), Chosen(&["falsk"])),
    ("alle-biblioteker", Typed(" Bibliotek.DK "), Typed("google")),
    ("skriv-nummeret", Typed("48.92"), Typed("48.29")),
    ("for-sent", Typed("61,5 kr."), Typed("20,50")),
    (
        "raekkefoelge",
        Placed(&[("kort", "1."), ("bog", "2."), ("kvittering", "3.")]),
        Placed(&[("kort", "2."), ("bog", "1."), ("kvittering", "3.")]),
    ),
    (
        "ordene",
        Placed(&[
            ("forny", "Få bogen lidt længere"),
            ("reserver", "Skriv dig op til en bog"),
            ("aflever", "Giv bogen tilbage"),
        ]),
        Placed(&[
            ("forny", "Giv bogen tilbage"),
            ("reserver", "Skriv dig op til en bog"),
            ("aflever", "Få bogen lidt længere"),
        ]),
    ),
    (
        "med-hjem",
        Placed(&[
            ("roman", "Må tages med hjem"),
            ("avis", "Bliver på biblioteket"),
            ("lydbog", "Må tages med hjem"),
        ]),
        Placed(&[
            ("roman", "Må tages med hjem"),
            ("avis", "Må tages med hjem"),
            ("lydbog", "Må tages med hjem"),
        ]),
    ),
    ("find-automaten", Chosen(&["automat"]), Chosen(&["reol"])),
    ("tael-dagene", Typed("28"), Typed("27")),
    ("vrede-beskeder", Chosen(&["falsk"]), Chosen(&["sandt"])),
];

/// The languages that its course and its exercises are written in.
const WRITTEN_IN: [Locale; 2] = [Locale::Da, Locale::En];
/// Each scenario with a way to its end, and the same way with a mistake.
const SCENARIOS: [(&str, &[&str], &[&str]); 2] = [
    (
        "laan-en-bog",
        &["soeg", "=Havets børn", "havets-boern", "=1"],
        &["konkurrence", "soeg", "=Havets børn", "havets-boern", "=1"],
    ),
    (
        "sms-om-gebyr",
        &["laes", "ring"],
        &["laes", "link", "tilbage", "ring"],
    ),
];

/// Its content folder.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/by_the_book")
}

fn library() -> Library {
    Library::load(&folder(), date(2026, 11, 21)).library
}

fn page(library: &Library, step: &StepId, locale: Locale, reading: Reading) -> StepPage {
    let course: CourseId = id(COURSE);
    let outline = library.outline(&course).unwrap();
    let place = outline.steps().find(|place| place.step == *step).unwrap();
    let reader = StepReader {
        locale,
        reading,
        municipality: &fjordby(),
        record: None,
        attempt: None,
        film_providers: &[],
    };
    library.step_page(&course, &place.lesson, step, reader).unwrap()
}

fn steps(library: &Library) -> Vec<StepId> {
    let outline = library.outline(&id(COURSE)).unwrap();
    outline.steps().map(|place| place.step).collect()
}

#[test]
fn it_has_no_faults() {
    let faults = Library::load(&folder(), date(2026, 11, 21)).faults;
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn it_is_all_there_in_both_languages() {
    let library = library();
    for locale in WRITTEN_IN {
        let course = library
            .course_page(&id(COURSE), locale, VisitorWork::default(), &fjordby())
            .unwrap();
        assert_eq!(
            (course.card.locale, course.card.lessons, course.card.minutes),
            (locale, 3, 37)
        );
        assert_eq!(steps(&library).len(), 18);
        for step in steps(&library) {
            let ordinary = page(&library, &step, locale, Reading::Ordinary);
            let easy = page(&library, &step, locale, Reading::Easy);
            assert_eq!(ordinary.locale, locale, "{step}");
            assert!(
                matches!(ordinary.text, StepText::Ordinary(_)),
                "{step} has a text"
            );
            assert!(
                matches!(easy.text, StepText::Easy(_)),
                "{step} has an easy-read twin"
            );
            let json = serde_json::to_string(&[ordinary, easy]).unwrap();
            assert!(!json.contains("{{") && !json.contains("{."), "{json}");
        }
    }
}

#[test]
fn what_it_says_is_shown() {
    let library = library();
    let first = page(&library, &id("soeg-paa-titlen"), Locale::En, Reading::Ordinary);
    assert_eq!(first.terms[0].danish.as_deref(), Some("lånerkort"));
    assert!(first.text.html().contains("<figure>"), "{}", first.text.html());
    let late = page(&library, &id("for-sent"), Locale::Da, Reading::Ordinary);
    assert!(
        late.text.html().contains("koster det 20,50"),
        "{}",
        late.text.html()
    );
    let deepening = page(&library, &id("fra-udlandet"), Locale::Da, Reading::Ordinary);
    assert!(deepening.deepening && deepening.task.is_none());
    assert!(
        deepening.text.html().contains("99\u{a0}00\u{a0}00\u{a0}00"),
        "{}",
        deepening.text.html()
    );
    let course = library
        .course_page(&id(COURSE), Locale::Da, VisitorWork::default(), &fjordby())
        .unwrap();
    assert!(course.html.contains("class=\"note\""), "{}", course.html);
    assert_eq!(course.sources.len(), 1);
    assert!(
        library
            .guide_page(&id("laes-sammen"), guide_reader(&fjordby(), Locale::Da))
            .is_some()
    );
    assert_eq!(library.guide_cards(Locale::Da, GuideFilter::default()).len(), 1);
    assert!(
        library
            .role_page(&id("paaroerende"), Locale::Da, &fjordby())
            .is_some()
    );
    assert!(
        library
            .page(&id("om-biblioteket"), Locale::Da, &fjordby())
            .is_some()
    );
}

#[test]
fn every_question_is_graded_and_says_why() {
    let library = library();
    let asked: BTreeSet<_> = steps(&library)
        .into_iter()
        .filter(|step| library.question(&id(COURSE), step, Locale::Da).is_some())
        .collect();
    assert_eq!(asked, QUESTIONS.iter().map(|(step, ..)| id(step)).collect());
    for (step, right, wrong) in &QUESTIONS {
        for locale in WRITTEN_IN {
            for (answer, is_right) in [(right, true), (wrong, false)] {
                let given = form(&library, step, answer);
                let question = library.question(&id(COURSE), &id(step), locale).unwrap();
                let graded = question.grade(&given).unwrap();
                assert_eq!(graded.correct, is_right, "{step} in {locale}: {given:?}");
                assert!(
                    graded.feedback.iter().any(|feedback| !feedback.text.is_empty()),
                    "{step}"
                );
            }
        }
    }
}

/// The answer as the page's form sends it.
fn form(library: &Library, step: &str, answer: &Answer) -> Vec<String> {
    match answer {
        Chosen(options) => options.iter().map(ToString::to_string).collect(),
        Typed(text) => vec![(*text).to_owned()],
        Placed(places) => {
            let page = page(library, &id(step), Locale::Da, Reading::Ordinary);
            let Some(TaskView::Question(question)) = page.task else {
                panic!("{step} has a question");
            };
            let AnswerView::Placing { targets, .. } = question.answer else {
                panic!("{step} has things to place");
            };
            let places = places.iter().map(|(item, text)| {
                let target = targets.iter().find(|target| target.text == *text);
                format!("{item}:{}", target.unwrap().id)
            });
            places.collect()
        }
    }
}

#[test]
fn every_scenario_can_be_walked_through_and_has_a_mistake_to_make() {
    let library = library();
    let all = library.scenario_cards(Locale::Da).into_iter().map(|card| card.id);
    assert_eq!(
        all.collect::<BTreeSet<ScenarioId>>(),
        SCENARIOS.iter().map(|(scenario, ..)| id(scenario)).collect()
    );
    for (name, way, detour) in SCENARIOS {
        for locale in WRITTEN_IN {
            let (shown, scenario) = library.scenario(&id(name), locale).unwrap();
            assert_eq!(shown, locale);
            for (way, mistakes) in [(way, 0), (detour, 1)] {
                let path: Vec<_> = way.iter().map(ToString::to_string).collect();
                let end = scenario.replay(&path).unwrap();
                assert!(end.screen.goal, "{name}: {way:?}");
                assert_eq!(end.mistakes, mistakes, "{name}: {way:?}");
            }
        }
    }
}

#[test]
fn it_is_counted() {
    let lines: Vec<_> = library().census().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "courses: 1",
            "lessons: 3",
            "steps: 18",
            "tasks: 17 (1 assignment, 1 calculator, 1 film, 12 question, 2 simulator)",
            "questions: 12 (1 groups, 1 match, 1 multiple, 2 number, 1 order, 1 point, 1 single, 2 text, 2 true_false)",
            "guides: 1",
            "scenarios: 2",
            "texts to read: 0",
            "terms: 1",
            "questions about stories: 0",
            "roles: 1",
            "pages: 1",
        ]
    );
}
