//! Scenarios, and whether they can be walked through; the glossary.

use crate::support::{Folder, GLOSSARY, GLOSSARY_EN, Row, SCENARIO, SCENARIO_EN, assert_faults};

const SCENARIOS: &[Row] = &[
    (
        SCENARIO,
        "title = \"Øv dig på en indbakke\"\n",
        "",
        "1: error: `title` is missing from the scenario. Cure: write title = \"…\".",
    ),
    (
        SCENARIO,
        "kind = \"inbox\"",
        "kind = \"game\"",
        "3: error: `game` is not a `kind` of the scenario. Cure: use one of inbox, mitid, phishing, website, bank.",
    ),
    (
        SCENARIO,
        "minutes = 2",
        "minutes = 31",
        "4: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 30.",
    ),
    (
        SCENARIO,
        "minutes = 2",
        "minutes = 2\nlevel = 1",
        "5: error: `level` is not a key of the scenario. Cure: remove it, or use one of title, summary, kind, minutes, task, learned, picture, picture_alt, start, screens.",
    ),
    (
        SCENARIO,
        "learned = \"Det er forklaringen til sidst.\"\n",
        "",
        "1: error: `learned` is missing from the scenario. Cure: write learned = \"…\".",
    ),
    (
        SCENARIO,
        "start = \"indbakke\"",
        "start = \"forside\"",
        "7: error: There is no screen `forside`. Cure: write the id of the screen where it begins.",
    ),
    (
        SCENARIO,
        "start = \"indbakke\"\n",
        "",
        "1: error: `start` is missing from the scenario. Cure: write start = \"…\".",
    ),
    (
        SCENARIO,
        "picture = \"brev.svg\"",
        "picture = \"../../etc/passwd\"",
        "8: error: There is no sound picture `../../etc/passwd`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        SCENARIO,
        "picture_alt = \"En indbakke\"\n",
        "",
        "1: error: `picture_alt` is missing from the scenario. Cure: write picture_alt = \"…\".",
    ),
    (
        SCENARIO,
        "task = \"Find ud af, hvor mange der kommer.\"",
        "task = \"Ring {{phone}}\"",
        "5: error: Words in {{ }} are not filled in here. Cure: write what it is about without them.",
    ),
    (
        SCENARIO,
        "frame = \"computer\"",
        "frame = \"tablet\"",
        "13: error: `tablet` is not a `frame` of the screen. Cure: use one of computer, phone, sms, mail, call, app.",
    ),
    (
        SCENARIO,
        "title = \"Indbakke\"\n",
        "",
        "11: error: `title` is missing from the screen. Cure: write title = \"…\".",
    ),
    (
        SCENARIO,
        "title = \"Indbakke\"",
        "title = \"Indbakke\"\nhtml = \"x\"",
        "16: error: `html` is not a key of the screen. Cure: remove it, or use one of id, frame, address, title, text, goal, input, actions.",
    ),
    (
        SCENARIO,
        "goal = true",
        "goal = \"ja\"",
        "54: error: `goal` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        SCENARIO,
        "id = \"antal\"",
        "id = \"tak\"",
        "51: error: Two of the screens have the id `tak`. Cure: give each its own.",
    ),
    (
        SCENARIO,
        "id = \"tak\"",
        "id = \"Tak\"",
        "51: error: The screen's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        SCENARIO,
        "text = \"Du har **to** nye.\"",
        "text = \"\"\"\nDu har to.\n\n<script>alert(1)</script>\n\"\"\"",
        "19: error: There is HTML in the text. Cure: write it as Markdown, or put a backslash before the <.",
    ),
    (
        SCENARIO,
        "text = \"Du har **to** nye.\"",
        "text = \"Se [siden](/../x).\"",
        "16: error: There is no page `/../x`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        SCENARIO,
        "text = \"Du har **to** nye.\"",
        "text = \"![Et brev](../../etc/passwd)\"",
        "16: error: There is no sound picture `../../etc/passwd`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        SCENARIO,
        "look = \"row\"",
        "look = \"menu\"",
        "20: error: `menu` is not a `look` of the action. Cure: use one of row, button, link.",
    ),
    (
        SCENARIO,
        "label = \"Fjordby Kommune\"\n",
        "",
        "18: error: `label` is missing from the action. Cure: write label = \"…\".",
    ),
    (
        SCENARIO,
        "id = \"slet\"",
        "id = \"kommunen\"",
        "27: error: Two of the actions have the id `kommunen`. Cure: give each its own.",
    ),
    (
        SCENARIO,
        "look = \"row\"",
        "look = \"row\"\nhint = \"Tryk\"",
        "21: error: `hint` is not a key of the action. Cure: remove it, or use one of id, look, label, detail, to, mistake, feedback.",
    ),
    (
        SCENARIO,
        "label = \"Slet alle\"\nfeedback = \"Det er forklaringen paa slet.\"",
        "label = \"Slet alle\"",
        "26: error: The action leads nowhere and says nothing. Cure: write `to`, or `feedback` that tells why it is a mistake.",
    ),
    (
        SCENARIO,
        "to = \"antal\"",
        "to = \"antallet\"",
        "12: error: `indbakke` leads to `antallet`, which is no screen. Cure: write the id of a screen.",
    ),
    (
        SCENARIO,
        "to = \"antal\"\nfeedback = \"Det er forklaringen paa kommunen.\"",
        "to = \"antal\"\nmistake = true",
        "18: error: The mistake is not explained. Cure: write `feedback` that tells why it is one.",
    ),
    (
        SCENARIO,
        "to = \"antal\"",
        "to = \"antal\"\nmistake = \"ja\"",
        "24: error: `mistake` is not what it should be. Cure: make it true or false, without quotes.",
    ),
    (
        SCENARIO,
        "to = \"indbakke\"",
        "to = \"Ind Bakke\"",
        "48: error: `to` is not an id. Cure: write the id of a screen.",
    ),
    (
        SCENARIO,
        "to = \"tak\"\n",
        "",
        "37: error: `to` is missing from the input. Cure: write to = \"…\".",
    ),
    (
        SCENARIO,
        "accepted = [\"7.007\"]",
        "accepted = []",
        "40: error: `accepted` is empty. Cure: give it at least one text.",
    ),
    (
        SCENARIO,
        "wrong = \"Det er forklaringen, når antallet er galt.\"\n",
        "",
        "37: error: `wrong` is missing from the input. Cure: write wrong = \"…\".",
    ),
    (
        SCENARIO,
        "unit = \"gæster\"",
        "unit = \"gæster\"\nmax = 9",
        "40: error: `max` is not a key of the input. Cure: remove it, or use one of label, unit, accepted, to, wrong.",
    ),
    (
        SCENARIO,
        "[screens.input]",
        "[[screens.input]]",
        "37: error: `input` is not what it should be. Cure: make it a table, begun with [input].",
    ),
    (
        SCENARIO,
        "label = \"Antal\"",
        "label = \"Din adgangskode\"",
        "33: error: `antal` has a field for a secret. Cure: ask for something harmless, such as an amount.",
    ),
    (
        SCENARIO,
        "label = \"Antal\"",
        "label = \"PIN\"",
        "33: error: `antal` has a field for a secret. Cure: ask for something harmless, such as an amount.",
    ),
    (
        SCENARIO,
        "goal = true",
        "goal = false",
        "1: error: The scenario has no end. Cure: write goal = true on its last screen.",
    ),
    (
        SCENARIO,
        "[[screens]]\nid = \"tak\"",
        "[[screens]]\nid = \"alene\"\nframe = \"app\"\ntitle = \"Alene\"\ngoal = true\n\n[[screens]]\nid = \"tak\"",
        "51: error: Nothing leads to the screen `alene`. Cure: let an action lead there, or remove it.",
    ),
    (
        SCENARIO,
        "[[screens]]\nid = \"antal\"",
        "[[screens.actions]]\nid = \"vild\"\nlook = \"link\"\nlabel = \"Vild\"\nto = \"vild\"\n\n[[screens]]\nid = \"vild\"\nframe = \"app\"\ntitle = \"Vild\"\n\n[[screens]]\nid = \"antal\"",
        "39: error: No way leads from `vild` to the end. Cure: add an action that leads on or back.",
    ),
    (
        SCENARIO,
        "[screens.input]",
        "[screens.input",
        "37: error: The scenario is not TOML: unclosed table, expected `]`. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        SCENARIO_EN,
        "to = \"antal\"",
        "to = \"antal\"\nmistake = true",
        "1: error: The screens and actions are not those of the Danish scenario. Cure: give them the same ids in the same order, leading to the same screens.",
    ),
    (
        SCENARIO_EN,
        "id = \"slet\"",
        "id = \"delete\"",
        "1: error: The screens and actions are not those of the Danish scenario. Cure: give them the same ids in the same order, leading to the same screens.",
    ),
    (
        SCENARIO_EN,
        "to = \"indbakke\"",
        "to = \"antal\"",
        "1: error: The screens and actions are not those of the Danish scenario. Cure: give them the same ids in the same order, leading to the same screens.",
    ),
    (
        SCENARIO_EN,
        "goal = true",
        "goal = true\n\n[[screens.actions]]\nid = \"om\"\nlook = \"link\"\nlabel = \"Again\"\nto = \"indbakke\"",
        "1: error: The screens and actions are not those of the Danish scenario. Cure: give them the same ids in the same order, leading to the same screens.",
    ),
    (
        SCENARIO_EN,
        "label = \"Number\"",
        "label = \"Your code\"",
        "33: error: `antal` has a field for a secret. Cure: ask for something harmless, such as an amount.",
    ),
];

#[test]
fn scenarios_are_checked() {
    assert_faults(SCENARIOS);
}

const GLOSSARIES: &[Row] = &[
    (
        GLOSSARY,
        "text = \"Du må gøre noget for en anden.\"\n",
        "",
        "1: error: `text` is missing from the term. Cure: write text = \"…\".",
    ),
    (
        GLOSSARY,
        "text = \"En, du",
        "text = \"En ven.\"\n\n[[terms]]\nid = \"fuldmagt\"\nterm = \"fuldmagter\"\ntext = \"En, du",
        "12: error: Two of the terms have the id `fuldmagt`. Cure: give each its own.",
    ),
    (
        GLOSSARY,
        "text = \"En, du",
        "text = \"En ven.\"\n\n[[terms]]\nid = \"En ven\"\nterm = \"ven\"\ntext = \"En, du",
        "12: error: The term's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        GLOSSARY,
        "term = \"bisidder\"",
        "term = \"bisidder\"\ndanish = \"bisidder\"",
        "9: error: `danish` is not a key of the term. Cure: remove it, or use one of id, term, text.",
    ),
    (
        GLOSSARY,
        "Du må",
        "{{municipality}} må",
        "4: error: Words in {{ }} are not filled in here. Cure: write what it is about without them.",
    ),
    (
        GLOSSARY_EN,
        "danish = \"fuldmagt\"\n",
        "",
        "1: error: `danish` is missing from the term. Cure: write danish = \"…\".",
    ),
    (
        GLOSSARY_EN,
        "id = \"fuldmagt\"",
        "id = \"proxy\"",
        "1: error: The Danish glossary has no `proxy`. Cure: add it there, or remove it here.",
    ),
    (
        GLOSSARY_EN,
        "[[terms]]",
        "[[terms]",
        "1: error: The glossary is not TOML: unclosed array table, expected `]`. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
];

#[test]
fn the_glossary_is_checked() {
    assert_faults(GLOSSARIES);
}

#[test]
fn a_glossary_has_words() {
    let folder = Folder::sound();
    folder.write(GLOSSARY_EN, "");
    assert_eq!(
        folder.faults(),
        [
            "glossary.en.toml:1: error: `terms` is missing from the glossary. \
             Cure: write [[terms]] with id, term and text."
        ]
    );
}

#[test]
fn a_word_with_a_fault_is_still_a_word_to_those_who_link_to_it() {
    let folder = Folder::sound();
    folder.replace(GLOSSARY, "term = \"fuldmagt\"", "word = \"fuldmagt\"");
    assert_eq!(
        folder.faults().len(),
        2,
        "missing and unknown, both in the glossary"
    );
    assert!(folder.faults().iter().all(|fault| fault.starts_with(GLOSSARY)));
}
