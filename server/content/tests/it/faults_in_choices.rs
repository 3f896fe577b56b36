//! Questions in which something is chosen, and what every question has.

use crate::support::{LESSON, Row, TASKS, assert_faults};

const CHOICES: &[Row] = &[
    (
        LESSON,
        "kind = \"single\"",
        "kind = \"one\"",
        "21: error: `one` is not a kind of question. Cure: use one of single, multiple, true_false, text, number, order, match, groups, point.",
    ),
    (
        LESSON,
        "kind = \"single\"\n",
        "",
        "20: error: `kind` is missing from the question. Cure: write kind = \"…\".",
    ),
    (
        LESSON,
        "kind = \"single\"",
        "kind = 1",
        "21: error: `kind` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        LESSON,
        "prompt = \"Hvad låser op?\"\n",
        "",
        "20: error: `prompt` is missing from the question. Cure: write prompt = \"…\".",
    ),
    (
        LESSON,
        "show_how =",
        "tip =",
        "24: error: `tip` is not a key of the question. Cure: remove it, or use one of kind, prompt, hints, show_how, options.",
    ),
    (
        LESSON,
        "hints = [\"Et vink: Det er din nøgle.\", \"Et vink mere: Ring {{phone}}.\"]",
        "hints = \"Et vink\"",
        "23: error: `hints` is not what it should be. Cure: make it a list of texts: [\"…\", \"…\"].",
    ),
    (
        LESSON,
        "\"Et vink: Det er din nøgle.\"",
        "\"\"",
        "23: error: `hints` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        LESSON,
        "show_how = \"Sådan gør du: Se efter nøglen.\"",
        "show_how = \"\"",
        "24: error: `show_how` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        LESSON,
        "correct = true\nfeedback = \"Ja.",
        "feedback = \"Ja.",
        "20: error: The question has no correct option. Cure: write correct = true below the right one.",
    ),
    (
        LESSON,
        "text = \"NemID\"",
        "text = \"NemID\"\ncorrect = true",
        "20: error: The question has more than one correct option. Cure: keep correct = true on one of them, or write kind = \"multiple\".",
    ),
    (
        LESSON,
        "text = \"NemID\"",
        "text = \"NemID\"\ncorrect = \"nej\"",
        "35: error: `correct` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        LESSON,
        "text = \"NemID\"",
        "text = \"MitID\"",
        "20: error: Two options say the same. Cure: make them different, or remove one.",
    ),
    (
        LESSON,
        "feedback = \"Det er forklaringen paa nemid.\"\n",
        "",
        "32: error: `feedback` is missing from the option. Cure: write feedback = \"…\".",
    ),
    (
        LESSON,
        "id = \"nemid\"",
        "id = \"mitid\"",
        "33: error: Two of the options have the id `mitid`. Cure: give each its own.",
    ),
    (
        LESSON,
        "id = \"nemid\"",
        "id = \"NemID\"",
        "33: error: The option's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        LESSON,
        "[[options]]\nid = \"nemid\"\ntext = \"NemID\"\nfeedback = \"Det er forklaringen paa nemid.\"\n",
        "",
        "20: error: The question has fewer than two options. Cure: write [[options]] for each answer.",
    ),
    (
        LESSON,
        "[[options]]",
        "[options]",
        "32: error: The question is not TOML: duplicate key. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        LESSON,
        "prompt = \"Hvad låser op?\"",
        "prompt = Hvad låser op?",
        "22: error: The question is not TOML: string values must be quoted, expected literal string. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        LESSON,
        "text = \"En farve\"",
        "text = \"En farve\"\ncorrect = true",
        "50: error: Every option is correct. Cure: add one that is not, or ask in another way.",
    ),
    (
        LESSON,
        "text = \"En farve\"",
        "text = \"En farve\"\narea = [1, 2, 3, 4]",
        "69: error: `area` is not a key of the option. Cure: remove it, or use one of id, text, correct, feedback.",
    ),
    (
        TASKS,
        "answer = true\n",
        "",
        "15: error: `answer` is missing from the question. Cure: write answer = true, or answer = false.",
    ),
    (
        TASKS,
        "answer = true",
        "answer = \"ja\"",
        "19: error: `answer` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        TASKS,
        "feedback_true = \"Det er forklaringen paa sandt.\"\n",
        "",
        "15: error: `feedback_true` is missing from the question. Cure: write feedback_true = \"…\".",
    ),
    (
        TASKS,
        "feedback_false = \"Det er forklaringen paa falsk.\"",
        "feedback_false = \"Det er forklaringen paa falsk.\"\nfeedback = \"Nej.\"",
        "22: error: `feedback` is not a key of the question. Cure: remove it, or use one of kind, prompt, hints, show_how, answer, feedback_true, feedback_false.",
    ),
    (
        TASKS,
        "picture = \"brev.svg\"",
        "picture = \"kuvert.svg\"",
        "174: error: There is no sound picture `kuvert.svg`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        TASKS,
        "picture = \"brev.svg\"",
        "picture = \"../../etc/passwd\"",
        "174: error: There is no sound picture `../../etc/passwd`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        TASKS,
        "picture_alt = \"Et ark med et navn\"\n",
        "",
        "171: error: `picture_alt` is missing from the question. Cure: write picture_alt = \"…\".",
    ),
    (
        TASKS,
        "area = [10, 5, 40, 20]\n",
        "",
        "177: error: `area` is missing from the option. Cure: write area = [10, 20, 30, 15].",
    ),
    (
        TASKS,
        "[10, 5, 40, 20]",
        "[10, 5, 40]",
        "180: error: `area` is not a part of the picture. Cure: write area = [left, top, width, height] in percent, inside the picture.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "[10, 80, 91, 20]",
        "187: error: `area` is not a part of the picture. Cure: write area = [left, top, width, height] in percent, inside the picture.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "[10, 80, 90, 21]",
        "187: error: `area` is not a part of the picture. Cure: write area = [left, top, width, height] in percent, inside the picture.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "[10, 80, 90, 0]",
        "187: error: `area` is not a part of the picture. Cure: write area = [left, top, width, height] in percent, inside the picture.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "[10, 80, 0, 20]",
        "187: error: `area` is not a part of the picture. Cure: write area = [left, top, width, height] in percent, inside the picture.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "[10, 80, 90, 101]",
        "187: error: `area` is not what it should be. Cure: make it a list of whole numbers, 0 to 100.",
    ),
    (
        TASKS,
        "[10, 80, 90, 20]",
        "\"nederst\"",
        "187: error: `area` is not what it should be. Cure: make it a list of whole numbers, 0 to 100.",
    ),
    (
        TASKS,
        "area = [10, 5, 40, 20]\ncorrect = true",
        "area = [10, 5, 40, 20]",
        "171: error: The question has no correct option. Cure: write correct = true below the right one.",
    ),
    (
        TASKS,
        "text = \"Nederst\"",
        "text = \"Nederst\"\ncorrect = true",
        "171: error: The question has more than one correct option. Cure: keep correct = true on one of them.",
    ),
    (
        TASKS,
        "[[spots]]\nid = \"nederst\"\ntext = \"Nederst\"\narea = [10, 80, 90, 20]\nfeedback = \"Det er forklaringen paa nederst.\"\n",
        "",
        "171: error: The question has fewer than two options. Cure: write [[spots]] for each answer.",
    ),
];

#[test]
fn questions_with_options_are_checked() {
    assert_faults(CHOICES);
}
