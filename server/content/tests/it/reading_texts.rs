//! Texts to read: how they are graded, and what authors are told.

use content::Library;
use domain::drills::{TextScore, TextWork};
use domain::ids::TextId;
use domain::locale::Locale;

use crate::support::{Folder, id};

const FILE: &str = "texts/hunden.da.md";
const TEXT: &str = include_str!("../fixture_texts/hunden.da.md");

fn folder() -> Folder {
    let folder = Folder::sound();
    folder.write(FILE, TEXT);
    folder
}

fn given(answers: [&str; 3]) -> Vec<String> {
    answers.map(str::to_owned).into()
}

/// How the answers to the text went, question by question.
fn verdicts(library: &Library, answers: [&str; 3]) -> Vec<Option<(bool, String)>> {
    let dog: TextId = id("hunden");
    let mut work = TextWork::default();
    let score = TextScore {
        right: 0,
        questions: 3,
    };
    work.answer(&dog, given(answers), score);
    let page = library.text_page(&dog, &work).unwrap();
    let verdicts = page.questions.into_iter().map(|question| question.verdict);
    verdicts
        .map(|verdict| verdict.map(|verdict| (verdict.correct, verdict.quote)))
        .collect()
}

#[test]
fn a_right_answer_is_shown_in_the_text_and_a_wrong_one_is_not() {
    let loaded = folder().load();
    assert_eq!(loaded.faults, []);
    let library = loaded.library;
    let shown = |quote: &str| Some((true, quote.to_owned()));
    assert_eq!(
        verdicts(&library, ["graver", "falsk", "s5"]),
        [
            shown("Den graver et hul."),
            shown("Pil er lille."),
            shown("Der er jord på næsen.")
        ]
    );
    let wrong = Some((false, String::new()));
    assert_eq!(
        verdicts(&library, ["sover", "sandt", "s1"]),
        [wrong.clone(), wrong.clone(), wrong]
    );
    assert_eq!(verdicts(&library, ["", "noget", ""]), [None, None, None]);
    let score = library.score_text(&id("hunden"), &given(["graver", "falsk", "s1"]));
    assert_eq!(
        score,
        Some(TextScore {
            right: 2,
            questions: 3
        })
    );
}

#[test]
fn no_answer_is_told_before_it_is_given() {
    let library = folder().load().library;
    let page = library.text_page(&id("hunden"), &TextWork::default()).unwrap();
    let json = serde_json::to_string(&page).unwrap();
    for secret in ["correct\":", "Læs igen", "Ja.", "quote\":"] {
        assert!(!json.contains(secret), "{secret}: {json}");
    }
}

#[test]
fn a_text_without_faults_elsewhere_is_found_by_its_language() {
    let folder = folder();
    folder.write("texts/the-dog.en.md", TEXT);
    let library = folder.load().library;
    let cards = library.text_cards(&TextWork::default());
    let languages: Vec<_> = cards.iter().map(|card| (card.id.as_str(), card.locale)).collect();
    assert_eq!(languages, [("hunden", Locale::Da), ("the-dog", Locale::En)]);
}

#[test]
fn faults_name_their_line_and_their_cure() {
    let copy = "copy the words from the text, sign by sign; a sentence with its full stop";
    for (old, new, expected) in [
        (
            "quote = \"Den graver et hul.\"",
            "quote = \"Den graver et stort hul.\"",
            format!("11: error: “Den graver et stort hul.” does not stand in the text, or more than once. Cure: {copy}."),
        ),
        (
            "sentence = \"Der er jord på næsen.\"",
            "sentence = \"Der er jord på næsen\"",
            format!("36: error: “Der er jord på næsen” does not stand in the text, or more than once. Cure: {copy}."),
        ),
        (
            "kind = \"true_false\"",
            "kind = \"number\"",
            "26: error: `number` is not a `kind` of the question. Cure: use one of single, true_false, sentence.".to_owned(),
        ),
        (
            "level = 1",
            "level = 4",
            "3: error: `level` is not what it should be. Cure: make it a whole number, 1 to 3.".to_owned(),
        ),
        (
            "Bo har en hund.",
            "- Bo har en hund.",
            "6: error: The text has something else than paragraphs. Cure: write plain paragraphs, and the questions behind them.".to_owned(),
        ),
    ] {
        let folder = folder();
        folder.replace(FILE, old, new);
        let faults = folder.faults();
        assert!(faults.contains(&format!("{FILE}:{expected}")), "{new}: {faults:#?}");
    }
}

#[test]
fn a_text_has_three_questions_and_one_language() {
    let folder = folder();
    let two = TEXT.rsplit_once("```question").unwrap().0;
    folder.write(FILE, two);
    let faults = folder.faults();
    assert!(faults[0].contains("The text has 2 questions"), "{faults:#?}");
    folder.write(FILE, TEXT);
    folder.write("texts/hunden.en.md", TEXT);
    let faults = folder.faults();
    assert!(
        faults[0].contains("A text with this name is there in another language"),
        "{faults:#?}"
    );
}
