//! Lessons on paper.

use content::{HandoutReader, Library};
use domain::learning::question::AnswerView;
use domain::learning::{Handout, Reading, TaskView};
use domain::locale::Locale;

use crate::support::{Folder, LESSON, fjordby, id};

fn handout(library: &Library, lesson: &str, reading: Reading, locale: Locale) -> Option<Handout> {
    let reader = HandoutReader {
        locale,
        reading,
        municipality: &fjordby(),
    };
    library.handout(&id("post"), &id(lesson), reader)
}

fn sound(lesson: &str, reading: Reading) -> Handout {
    handout(&Folder::sound().load().library, lesson, reading, Locale::Da).expect("the lesson is there")
}

#[test]
fn a_handout_holds_every_step_of_its_lesson() {
    let handout = sound("brev", Reading::Ordinary);
    assert_eq!(
        (handout.title.as_str(), handout.course_title.as_str()),
        ("Brevet", "Digital Post")
    );
    let titles: Vec<_> = handout.steps.iter().map(|step| step.title.as_str()).collect();
    assert_eq!(titles, ["Din postkasse", "Se efter", "Mere om breve"]);
    assert_eq!(handout.first.step, id("postkasse"));
    assert!(handout.steps[0].html.contains("Fjordby &amp; Omegn"));
    assert!(handout.steps[2].deepening);
}

#[test]
fn the_easy_text_can_be_chosen_where_there_is_one() {
    let easy = sound("brev", Reading::Easy);
    assert_eq!(easy.reading, Some(Reading::Easy));
    assert!(
        easy.steps[0].html.contains("Her er dine breve."),
        "{}",
        easy.steps[0].html
    );
    assert_eq!(sound("brev", Reading::Ordinary).reading, Some(Reading::Ordinary));
}

#[test]
fn each_word_is_explained_once() {
    let words: Vec<_> = sound("brev", Reading::Ordinary)
        .terms
        .into_iter()
        .map(|term| term.id)
        .collect();
    let mut once = words.clone();
    once.sort();
    once.dedup();
    assert_eq!(words.len(), once.len(), "{words:?}");
    assert!(words.contains(&"fuldmagt".to_owned()) && words.contains(&"bisidder".to_owned()));
}

#[test]
fn paper_has_no_key_no_hints_and_no_answers() {
    for lesson in ["brev", "ring", "oev"] {
        let handout = sound(lesson, Reading::Ordinary);
        let json = serde_json::to_string(&handout).unwrap();
        for key in ["correct", "forklaringen", "Et vink", "Sådan gør du"] {
            assert!(!json.contains(key), "{key} is in {json}");
        }
    }
}

#[test]
fn what_is_to_be_put_in_order_is_mixed_on_paper_too() {
    let handout = sound("oev", Reading::Ordinary);
    let places = handout.steps.iter().filter_map(|step| match &step.task {
        Some(TaskView::Question(question)) if question.prompt == "Sæt dem i orden." => {
            Some(&question.answer)
        }
        _ => None,
    });
    let [AnswerView::Placing { items, .. }] = places.collect::<Vec<_>>()[..] else {
        panic!("there is one question of that kind");
    };
    let items: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
    assert_ne!(items, ["Log ind", "Åbn det", "Svar"]);
}

#[test]
fn a_lesson_that_is_not_there_has_no_handout() {
    let library = Folder::sound().load().library;
    assert_eq!(handout(&library, "gone", Reading::Ordinary, Locale::Da), None);
}

#[test]
fn in_english_the_handout_is_english() {
    let library = Folder::sound().load().library;
    let handout = handout(&library, "brev", Reading::Easy, Locale::En).unwrap();
    assert_eq!(handout.locale, Locale::En);
}

#[test]
fn a_steps_id_does_not_take_the_handouts_address() {
    let faults = Folder::spoilt(LESSON, "{#postkasse}", "{#ark}");
    assert!(
        faults
            .iter()
            .any(|fault| fault.contains("`ark` is a word of the application's own addresses")),
        "{faults:?}"
    );
}
