//! Lessons: steps, their twins, when they count, and that every language agrees.

use crate::support::{Folder, LESSON, LESSON_EN, READING_LESSON, Row, TASKS_EN, assert_faults};

const LESSONS: &[Row] = &[
    (
        LESSON,
        "## Din postkasse",
        "Hej.\n\n## Din postkasse",
        "8: error: Text stands before the first step. Cure: move it below a heading with an id: ## Hvem skriver til dig? {#hvem-skriver}.",
    ),
    (
        LESSON,
        " {#postkasse}",
        "",
        "8: error: The step's heading has no id. Cure: write one at its end, and never change it again: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "{#postkasse}",
        "{#Postkasse}",
        "8: error: The heading's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        LESSON,
        "{#mere .deepening}",
        "{#se-efter .deepening}",
        "72: error: The heading's id stands twice in the file. Cure: give each heading its own.",
    ),
    (
        LESSON,
        "## Din postkasse",
        "##",
        "8: error: The step's heading is empty. Cure: write what the step is about.",
    ),
    (
        LESSON,
        "Her ligger dine",
        "![Et brev](brev.svg)\n\nHer ligger dine",
        "14: error: The step has more than one picture. Cure: keep one, or cut the step in two.",
    ),
    (
        LESSON,
        "## Se efter",
        "Mere.\n\n## Se efter",
        "38: error: Text stands after the task. Cure: move it before the task, which ends its step.",
    ),
    (
        LESSON,
        "## Se efter",
        "```assignment\nprompt = \"Gør det\"\nitems = [\"Nu.\"]\n```\n\n## Se efter",
        "38: error: The step has more than one task. Cure: keep one, or cut the step in two.",
    ),
    (
        LESSON,
        "```question\nkind = \"single\"",
        "> ```question\n> kind = \"single\"\n> ```\n\n```question\nkind = \"single\"",
        "20: error: A task stands in a quote or a list. Cure: begin its ``` at the edge of the line.",
    ),
    (
        LESSON,
        "{#mere .deepening}",
        "{#mere .easy}",
        "72: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "{#mere .deepening}",
        "{#mere .deepening .stor}",
        "72: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "{#mere .deepening}",
        "{#mere .deepening lang=da}",
        "72: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "### Først",
        "### Først {.deepening}",
        "40: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "### Først",
        "#### Først {.easy}",
        "40: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        LESSON,
        "Her er dine breve. Har du en [fuldmagt](/ordbog#fuldmagt)?\n\n",
        "",
        "16: error: The easy-read twin is empty. Cure: write it below the heading, or remove the heading.",
    ),
    (
        LESSON,
        "Læs den.",
        "Læs den.\n\n### Let at læse {.easy}\n\nLæs.",
        "50: error: There are two easy-read twins. Cure: keep one.",
    ),
    (
        LESSON,
        "Læs den.",
        "Læs den.\n\n![Et brev](brev.svg)",
        "50: error: There is a picture in the easy-read twin. Cure: move it above the twin's heading.",
    ),
    (
        LESSON,
        "### Let at læse {.easy}\n\nLæs den.\n\n",
        "",
        "38: warning: The step has no easy-read twin. Cure: write the same in very short sentences below ### Let at læse {.easy}.",
    ),
    (
        LESSON,
        "/ordbog#bisidder",
        "/ordbog#ven",
        "74: warning: The page has no heading for `/ordbog#ven`. Cure: give the heading that id on the other page, or remove what stands after #.",
    ),
    (
        LESSON,
        "\"1 of 2\"",
        "\"1 of 3\"",
        "5: error: `1 of 3` cannot be met in a lesson with 2 tasks. Cure: write \"all\", \"seen\", or how many of how many tasks: \"3 of 4\".",
    ),
    (
        LESSON,
        "\"1 of 2\"",
        "\"2 of 1\"",
        "5: error: `2 of 1` cannot be met in a lesson with 2 tasks. Cure: write \"all\", \"seen\", or how many of how many tasks: \"3 of 4\".",
    ),
    (
        LESSON,
        "\"1 of 2\"",
        "\"most\"",
        "5: error: `most` cannot be met in a lesson with 2 tasks. Cure: write \"all\", \"seen\", or how many of how many tasks: \"3 of 4\".",
    ),
    (
        LESSON,
        "criterion = \"1 of 2\"",
        "criterion = 1",
        "5: error: `criterion` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        LESSON,
        "criterion",
        "kriterium",
        "5: error: `kriterium` is not a key of the front matter. Cure: remove it, or use one of title, summary, minutes, criterion.",
    ),
    (
        READING_LESSON,
        "minutes = 3",
        "minutes = 3\ncriterion = \"all\"",
        "5: error: `all` cannot be met in a lesson with 0 tasks. Cure: write \"all\", \"seen\", or how many of how many tasks: \"3 of 4\".",
    ),
    (
        READING_LESSON,
        "Du kan altid [få det på papir](/hjaelp#papir).",
        "Kommunalbestyrelsens forvaltningsafdelinger offentliggør tilgængelighedserklæringer.",
        "6: warning: The text has a LIX of 104, and above 35 is too hard here. Cure: cut long sentences in two and use shorter words.",
    ),
    (
        READING_LESSON,
        "Bed om papir.",
        "Kommunalbestyrelsens forvaltningsafdelinger offentliggør tilgængelighedserklæringer.",
        "6: warning: The text has a LIX of 104, and above 25 is too hard here. Cure: cut long sentences in two and use shorter words.",
    ),
    (
        LESSON_EN,
        "## More about letters",
        "## Nothing {#tom}\n\n## More about letters",
        "62: error: The step is empty. Cure: write its text, or remove the heading.",
    ),
];

#[test]
fn steps_are_checked() {
    assert_faults(LESSONS);
}

const TRANSLATIONS: &[Row] = &[
    (
        LESSON_EN,
        "{#se-efter}",
        "{#look}",
        "1: error: The steps are not those of the Danish lesson. Cure: give the steps these ids, in this order: postkasse, se-efter, mere.",
    ),
    (
        LESSON_EN,
        "id = \"nemid\"",
        "id = \"old\"",
        "8: error: The step `postkasse` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        LESSON_EN,
        "id = \"farve\"",
        "id = \"colour\"",
        "36: error: The step `se-efter` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        LESSON_EN,
        "kind = \"multiple\"",
        "kind = \"single\"",
        "40: error: The question has more than one correct option. Cure: keep correct = true on one of them, or write kind = \"multiple\".",
    ),
    (
        LESSON_EN,
        "minutes = 4",
        "minutes = \"four\"",
        "4: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 120.",
    ),
    (
        LESSON_EN,
        " .deepening",
        "",
        "62: error: The step `mere` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        LESSON_EN,
        "answer = true",
        "answer = false",
        "62: error: The step `mere` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "answer = \"1.234,50\"",
        "answer = \"1,234.50\"",
        "43: error: `1,234.50` is not a number. Cure: write it as Danes do, in quotes: \"1.234,50\".",
    ),
    (
        TASKS_EN,
        "answer = \"1.234,50\"",
        "answer = \"1.234,6\"",
        "36: error: The step `tallet` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "tolerance = \"0,5\"",
        "tolerance = \"0,6\"",
        "36: error: The step `tallet` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "id = \"svar\"",
        "id = \"reply\"",
        "54: error: The step `foerst` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "id = \"log-ind\"\ntext = \"Log in\"\n\n[[items]]\nid = \"aabn\"\ntext = \"Open it\"",
        "id = \"aabn\"\ntext = \"Open it\"\n\n[[items]]\nid = \"log-ind\"\ntext = \"Log in\"",
        "54: error: The step `foerst` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "id = \"papir\"",
        "id = \"paper\"",
        "77: error: The step `par` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "group = \"aegte\"",
        "group = \"falsk\"",
        "104: error: The step `bunker` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "area = [10, 5, 40, 20]\ncorrect = true",
        "area = [10, 5, 40, 20]",
        "143: error: The question has no correct option. Cure: write correct = true below the right one.",
    ),
    (
        TASKS_EN,
        "tool = \"budget\"",
        "tool = \"loan\"",
        "171: error: The step `tal` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
    (
        TASKS_EN,
        "```calculator\ntool = \"budget\"\nprompt",
        "```assignment\nitems = [\"Now.\"]\nprompt",
        "171: error: The step `tal` is not made as in the Danish lesson. Cure: give its task the same kind, ids and right answers, and its heading the same classes.",
    ),
];

#[test]
fn a_translation_agrees_with_its_original() {
    assert_faults(TRANSLATIONS);
}

#[test]
fn a_step_id_stands_once_in_a_course() {
    let folder = Folder::sound();
    folder.replace(READING_LESSON, "{#ring}", "{#se-efter}");
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
fn a_lesson_has_steps() {
    let folder = Folder::sound();
    folder.write(
        READING_LESSON,
        "+++\ntitle = \"Ring\"\nsummary = \"Ring.\"\nminutes = 3\n+++\n",
    );
    assert_eq!(
        folder.faults(),
        [
            "courses/post/02-ring.da.md:6: error: The lesson has no steps. Cure: write a heading with an id: ## … {#…}."
        ]
    );
}
