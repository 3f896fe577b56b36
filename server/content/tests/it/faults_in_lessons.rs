//! Lessons: steps, questions, and that every language agrees.

use crate::support::{Folder, LAST_LESSON, LESSON, LESSON_EN, Row, assert_faults};

const LESSONS: &[Row] = &[
    (
        LESSON,
        "## Din postkasse",
        "Hej.\n\n## Din postkasse",
        "7: error: Text stands before the first step. Cure: move it below a heading with an id: ## Hvem skriver til dig? {#hvem-skriver}.",
    ),
    (
        LESSON,
        " {#postkasse}",
        "",
        "7: error: The step's heading has no id. Cure: write one at its end, and never change it again: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "{#se-efter}",
        "{#postkasse}",
        "32: error: The heading's id stands twice in the file. Cure: give each heading its own.",
    ),
    (
        LESSON,
        "## Din postkasse",
        "##",
        "7: error: The step's heading is empty. Cure: write what the step is about.",
    ),
    (
        LESSON,
        "Her ligger dine",
        "![Et brev](brev.svg)\n\nHer ligger dine",
        "13: error: The step has more than one picture. Cure: keep one, or cut the step in two.",
    ),
    (
        LESSON,
        "## Se efter",
        "Mere.\n\n## Se efter",
        "32: error: Text stands after the question. Cure: move it before the question, which ends its step.",
    ),
    (
        LESSON,
        "kind = \"single\"",
        "kind = \"one\"",
        "16: error: `one` is not a kind of question. Cure: write kind = \"single\" or kind = \"multiple\".",
    ),
    (
        LESSON,
        "kind = \"single\"\n",
        "",
        "15: error: `kind` is missing from the question. Cure: write kind = \"…\".",
    ),
    (
        LESSON,
        "hint = \"Det er din nøgle.\"",
        "tip = \"Det er din nøgle.\"",
        "18: error: `tip` is not a key of the question. Cure: remove it, or use one of kind, prompt, hint, options.",
    ),
    (
        LESSON,
        "correct = true\nfeedback = \"Ja.",
        "feedback = \"Ja.",
        "15: error: The question has no correct option. Cure: write correct = true below the right one.",
    ),
    (
        LESSON,
        "text = \"NemID\"",
        "text = \"NemID\"\ncorrect = true",
        "15: error: The question has more than one correct option. Cure: keep correct = true on one of them, or write kind = \"multiple\".",
    ),
    (
        LESSON,
        "text = \"NemID\"",
        "text = \"NemID\"\ncorrect = \"nej\"",
        "29: error: `correct` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        LESSON,
        "feedback = \"Det er forklaringen paa nemid.\"\n",
        "",
        "26: error: `feedback` is missing from the option. Cure: write feedback = \"…\".",
    ),
    (
        LESSON,
        "id = \"nemid\"",
        "id = \"mitid\"",
        "27: error: Two options have the id `mitid`. Cure: give each option its own.",
    ),
    (
        LESSON,
        "id = \"nemid\"",
        "id = \"NemID\"",
        "27: error: The option's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        LESSON,
        "[[options]]\nid = \"nemid\"\ntext = \"NemID\"\nfeedback = \"Det er forklaringen paa nemid.\"\n",
        "",
        "15: error: The question has fewer than two options. Cure: write an [[options]] for each answer.",
    ),
    (
        LESSON,
        "[[options]]",
        "[options]",
        "26: error: The question is not TOML: duplicate key. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        LESSON,
        "prompt = \"Hvad låser op?\"",
        "prompt = Hvad låser op?",
        "17: error: The question is not TOML: string values must be quoted, expected literal string. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        LESSON,
        "```question\nkind = \"single\"",
        "> ```question\n> kind = \"single\"\n> ```\n\n```question\nkind = \"single\"",
        "15: error: A question stands in a quote or a list. Cure: begin its ``` at the edge of the line.",
    ),
];

#[test]
fn steps_and_questions_are_checked() {
    assert_faults(LESSONS);
}

const TRANSLATIONS: &[Row] = &[
    (
        LESSON_EN,
        "{#se-efter}",
        "{#look}",
        "1: error: The steps are not those of the Danish lesson. Cure: give the steps these ids, in this order: postkasse, se-efter.",
    ),
    (
        LESSON_EN,
        "id = \"nemid\"",
        "id = \"old\"",
        "7: error: The question of the step `postkasse` is not that of the Danish lesson. Cure: give it the same kind, the same option ids and the same correct options.",
    ),
    (
        LESSON_EN,
        "id = \"farve\"",
        "id = \"colour\"",
        "29: error: The question of the step `se-efter` is not that of the Danish lesson. Cure: give it the same kind, the same option ids and the same correct options.",
    ),
    (
        LESSON_EN,
        "kind = \"multiple\"",
        "kind = \"single\"",
        "33: error: The question has more than one correct option. Cure: keep correct = true on one of them, or write kind = \"multiple\".",
    ),
    (
        LESSON_EN,
        "minutes = 4",
        "minutes = \"four\"",
        "4: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 120.",
    ),
];

#[test]
fn a_translation_agrees_with_its_original() {
    assert_faults(TRANSLATIONS);
}

#[test]
fn a_step_id_stands_once_in_a_course() {
    let folder = Folder::sound();
    folder.replace(LAST_LESSON, "{#ring}", "{#se-efter}");
    folder.replace("courses/post/02-ring.en.md", "{#ring}", "{#se-efter}");
    assert_eq!(
        folder.faults(),
        [
            "courses/post/02-ring.da.md:7: error: The step's id `se-efter` stands in the lesson `brev` too. \
             Cure: give the newer step its own id."
        ]
    );
}

#[test]
fn a_step_has_one_question() {
    let faults = Folder::spoilt(LESSON, "## Se efter {#se-efter}", "");
    assert_eq!(
        faults[1],
        "courses/post/01-brev.da.md:40: error: The step has more than one question. \
         Cure: keep one, or cut the step in two."
    );
}

#[test]
fn a_lesson_has_steps() {
    let folder = Folder::sound();
    folder.write(
        LAST_LESSON,
        "+++\ntitle = \"Ring\"\nsummary = \"Ring.\"\nminutes = 3\n+++\n",
    );
    assert_eq!(
        folder.faults(),
        [
            "courses/post/02-ring.da.md:6: error: The lesson has no steps. Cure: write a heading with an id: ## … {#…}."
        ]
    );
}
