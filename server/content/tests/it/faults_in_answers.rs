//! Questions in which something is typed, put in order, matched or sorted.

use crate::support::{Row, TASKS, assert_faults};

const WRITTEN: &[Row] = &[
    (
        TASKS,
        "accepted = [\"adresselinje\", \"adressefelt\"]\n",
        "",
        "32: error: `accepted` is missing from the question. Cure: write accepted = [\"…\"].",
    ),
    (
        TASKS,
        "accepted = [\"adresselinje\", \"adressefelt\"]",
        "accepted = []",
        "35: error: `accepted` is empty. Cure: give it at least one text.",
    ),
    (
        TASKS,
        "accepted = [\"adresselinje\", \"adressefelt\"]",
        "accepted = \"adresselinje\"",
        "35: error: `accepted` is not what it should be. Cure: make it a list of texts: [\"…\", \"…\"].",
    ),
    (
        TASKS,
        "\"adressefelt\"]",
        "\"?!\"]",
        "35: error: `?!` has no letters. Cure: write a word or a number that people can type.",
    ),
    (
        TASKS,
        "accepted =",
        "exact = \"ja\"\naccepted =",
        "35: error: `exact` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        TASKS,
        "right = \"Ja. Det er forklaringen paa ordet.\"\n",
        "",
        "32: error: `right` is missing from the question. Cure: write right = \"…\".",
    ),
    (
        TASKS,
        "wrong = \"Det er forklaringen, når ordet er galt.\"\n",
        "",
        "32: error: `wrong` is missing from the question. Cure: write wrong = \"…\".",
    ),
    (
        TASKS,
        "answers = [\"menu\"]\n",
        "",
        "39: error: `answers` is missing from the known mistake. Cure: write answers = [\"…\"].",
    ),
    (
        TASKS,
        "answers = [\"menu\"]",
        "answers = []",
        "40: error: `answers` is empty. Cure: give it at least one text.",
    ),
    (
        TASKS,
        "feedback = \"Det er forklaringen paa en menu.\"\n",
        "",
        "39: error: `feedback` is missing from the known mistake. Cure: write feedback = \"…\".",
    ),
    (
        TASKS,
        "answers = [\"menu\"]",
        "answers = [\"menu\"]\nid = \"menu\"",
        "41: error: `id` is not a key of the known mistake. Cure: remove it, or use one of answers, feedback.",
    ),
    (
        TASKS,
        "[[known]]",
        "[known]",
        "39: error: `known` is not what it should be. Cure: make it one or more tables, each begun with [[known]].",
    ),
    (
        TASKS,
        "answer = \"1.234,50\"\n",
        "",
        "52: error: `answer` is missing from the question. Cure: write answer = \"…\".",
    ),
    (
        TASKS,
        "answer = \"1.234,50\"",
        "answer = 1234.5",
        "55: error: `answer` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        TASKS,
        "answer = \"1.234,50\"",
        "answer = \"1,234.50\"",
        "55: error: `1,234.50` is not a number. Cure: write it as Danes do, in quotes: \"1.234,50\".",
    ),
    (
        TASKS,
        "tolerance = \"0,5\"",
        "tolerance = \"lidt\"",
        "56: error: `lidt` is not a number. Cure: write it as Danes do, in quotes: \"1.234,50\".",
    ),
    (
        TASKS,
        "unit = \"kr.\"",
        "unit = \"\"",
        "57: error: `unit` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        TASKS,
        "answers = [\"1.432\"]",
        "answers = [\"1.432 kr.\"]",
        "62: error: `1.432 kr.` is not a number. Cure: write it as Danes do, in quotes: \"1.234,50\".",
    ),
    (
        TASKS,
        "unit = \"kr.\"",
        "enhed = \"kr.\"",
        "57: error: `enhed` is not a key of the question. Cure: remove it, or use one of kind, prompt, hints, show_how, answer, tolerance, unit, right, wrong, known.",
    ),
];

#[test]
fn questions_with_a_field_are_checked() {
    assert_faults(WRITTEN);
}

const PLACING: &[Row] = &[
    (
        TASKS,
        "[[items]]\nid = \"aabn\"\ntext = \"Åbn det\"\n\n",
        "",
        "74: error: The question has 2 things to place. Cure: write 3 to 10.",
    ),
    (
        TASKS,
        "[[items]]\nid = \"aabn\"\ntext = \"Åbn det\"\n\n",
        "[[items]]\nid = \"n0\"\ntext = \"Nr. 0\"\n\n[[items]]\nid = \"n1\"\ntext = \"Nr. 1\"\n\n[[items]]\nid = \"n2\"\ntext = \"Nr. 2\"\n\n[[items]]\nid = \"n3\"\ntext = \"Nr. 3\"\n\n[[items]]\nid = \"n4\"\ntext = \"Nr. 4\"\n\n[[items]]\nid = \"n5\"\ntext = \"Nr. 5\"\n\n[[items]]\nid = \"n6\"\ntext = \"Nr. 6\"\n\n[[items]]\nid = \"n7\"\ntext = \"Nr. 7\"\n\n[[items]]\nid = \"n8\"\ntext = \"Nr. 8\"\n\n",
        "74: error: The question has 11 things to place. Cure: write 3 to 10.",
    ),
    (
        TASKS,
        "id = \"aabn\"",
        "id = \"log-ind\"",
        "85: error: Two of the items have the id `log-ind`. Cure: give each its own.",
    ),
    (
        TASKS,
        "id = \"aabn\"",
        "id = \"Åbn\"",
        "85: error: The item's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        TASKS,
        "text = \"Åbn det\"\n",
        "",
        "84: error: `text` is missing from the item. Cure: write text = \"…\".",
    ),
    (
        TASKS,
        "right = \"Ja. Det er forklaringen paa orden.\"\n",
        "",
        "74: error: `right` is missing from the question. Cure: write right = \"…\".",
    ),
    (
        TASKS,
        "text = \"Åbn det\"",
        "text = \"Åbn det\"\nplace = 2",
        "87: error: `place` is not a key of the item. Cure: remove it, or use one of id, text.",
    ),
    (
        TASKS,
        "[[pairs]]\nid = \"mail\"\nleft = \"En mail\"\nright = \"Computer\"\nfeedback = \"Det er forklaringen paa mail.\"\n\n",
        "",
        "101: error: The question has 2 things to place. Cure: write 3 to 10.",
    ),
    (
        TASKS,
        "right = \"Kasse\"",
        "right = \"Computer\"",
        "101: error: Two pairs have the same `right`. Cure: make them different, or use kind = \"groups\".",
    ),
    (
        TASKS,
        "left = \"En mail\"",
        "left = \"En sms\"",
        "101: error: Two pairs have the same `left`. Cure: make them different, or use kind = \"groups\".",
    ),
    (
        TASKS,
        "right = \"Computer\"\n",
        "",
        "111: error: `right` is missing from the pair. Cure: write right = \"…\".",
    ),
    (
        TASKS,
        "feedback = \"Det er forklaringen paa mail.\"\n",
        "",
        "111: error: `feedback` is missing from the pair. Cure: write feedback = \"…\".",
    ),
    (
        TASKS,
        "id = \"mail\"",
        "id = \"sms\"",
        "112: error: Two of the pairs have the id `sms`. Cure: give each its own.",
    ),
    (
        TASKS,
        "id = \"falsk\"\ntext = \"Falsk\"",
        "id = \"falsk\"\ntext = \"Falsk\"\n\n[[groups]]\nid = \"c\"\ntext = \"C\"\n\n[[groups]]\nid = \"d\"\ntext = \"D\"\n\n[[groups]]\nid = \"e\"\ntext = \"E\"",
        "132: error: The question has not two to four groups. Cure: write a [[groups]] for each.",
    ),
    (
        TASKS,
        "id = \"aegte\"\ntext = \"Ægte\"\n",
        "id = \"aegte\"\n",
        "136: error: `text` is missing from the group. Cure: write text = \"…\".",
    ),
    (
        TASKS,
        "id = \"falsk\"\ntext = \"Falsk\"",
        "id = \"falsk\"\ntext = \"Falsk\"\n\n[[groups]]\nid = \"falsk\"\ntext = \"Snyd\"",
        "145: error: Two of the groups have the id `falsk`. Cure: give each its own.",
    ),
    (
        TASKS,
        "group = \"aegte\"",
        "group = \"maaske\"",
        "153: error: There is no group `maaske`. Cure: use the id of one of the [[groups]].",
    ),
    (
        TASKS,
        "group = \"aegte\"\n",
        "",
        "150: error: `group` is missing from the item. Cure: write group = \"…\".",
    ),
    (
        TASKS,
        "[[items]]\nid = \"by\"\ntext = \"Et svar fra byen\"\ngroup = \"aegte\"\nfeedback = \"Det er forklaringen paa by.\"\n\n",
        "",
        "132: error: The question has 2 things to place. Cure: write 3 to 10.",
    ),
    (
        TASKS,
        "feedback = \"Det er forklaringen paa by.\"\n",
        "",
        "150: error: `feedback` is missing from the item. Cure: write feedback = \"…\".",
    ),
];

#[test]
fn questions_with_places_are_checked() {
    assert_faults(PLACING);
}
