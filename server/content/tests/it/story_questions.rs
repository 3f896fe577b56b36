//! Questions to ask about a story: for whom they are, and what authors are told.

use domain::homework::{StoryAge, StoryMoment};
use domain::locale::Locale;

use crate::support::{Folder, QUESTIONS, QUESTIONS_EN};

fn asked(age: StoryAge, locale: Locale) -> Vec<(StoryMoment, String)> {
    let questions = Folder::sound()
        .load()
        .library
        .story_questions(age, locale)
        .into_iter();
    questions
        .map(|question| (question.moment, question.text))
        .collect()
}

#[test]
fn a_child_is_asked_what_fits_its_age() {
    assert_eq!(
        asked(StoryAge::From6To9, Locale::Da),
        [
            (StoryMoment::Before, "Hvad handler bogen om?".to_owned()),
            (StoryMoment::After, "Fortæl historien.".to_owned()),
        ]
    );
    assert_eq!(asked(StoryAge::From3To5, Locale::Da).len(), 1);
    assert!(asked(StoryAge::From10To13, Locale::Da).is_empty());
}

#[test]
fn what_is_not_translated_is_asked_in_danish() {
    let english = asked(StoryAge::From6To9, Locale::En);
    let texts: Vec<_> = english.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["What is the book about?", "Fortæl historien."]);
}

#[test]
fn a_question_with_a_fault_is_named() {
    for (file, old, new, fault) in [
        (
            QUESTIONS,
            "age = \"6-9\"",
            "age = \"60\"",
            "3: error: `60` is not a `age` of the question. Cure: use one of 3-5, 6-9, 10-13.",
        ),
        (
            QUESTIONS,
            "when = \"before\"\n",
            "",
            "1: error: `when` is missing from the question. Cure: write when = \"…\".",
        ),
        (
            QUESTIONS_EN,
            "id = \"titlen\"",
            "id = \"bogen\"",
            "1: error: The Danish questions have no `bogen`. Cure: add it there, or remove it here.",
        ),
    ] {
        let folder = Folder::sound();
        folder.replace(file, old, new);
        assert_eq!(folder.faults(), [format!("{file}:{fault}")]);
    }
}

#[test]
fn without_questions_there_are_none() {
    let folder = Folder::sound();
    folder.remove(QUESTIONS);
    folder.remove(QUESTIONS_EN);
    assert!(folder.faults().is_empty());
    let library = folder.load().library;
    assert!(library.story_questions(StoryAge::From6To9, Locale::Da).is_empty());
}
