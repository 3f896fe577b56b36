//! Front matter: every key that is missing, unknown or not what it should be.

use crate::support::{COVER, GUIDE, ROLE, Row, assert_faults};

const COVERS: &[Row] = &[
    (
        COVER,
        "title = \"Digital Post\"\n",
        "",
        "1: error: `title` is missing from the front matter. Cure: write title = \"…\".",
    ),
    (
        COVER,
        "level = 1",
        "level = 4",
        "4: error: `level` is not what it should be. Cure: make it a whole number, 1 to 3.",
    ),
    (
        COVER,
        "level = 1",
        "level = \"1\"",
        "4: error: `level` is not what it should be. Cure: make it a whole number, 1 to 3.",
    ),
    (
        COVER,
        "level = 1",
        "niveau = 1\nlevel = 1",
        "4: error: `niveau` is not a key of the front matter. Cure: remove it, or use one of title, summary, level, topics, keywords, outcomes, audience, prerequisites, perspective, goals, owner, authors, published, revised, review_due, sources, picture, picture_alt, start_line.",
    ),
    (
        COVER,
        "level = 1",
        "level = 1\nlevel = 2",
        "5: error: The front matter is not TOML: duplicate key. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        COVER,
        "summary = \"Find og læs dine breve.\"",
        "summary = \"  \"",
        "3: error: `summary` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        COVER,
        "summary = \"Find og læs dine breve.\"",
        "summary = \"Ring på {{phone}}\"",
        "3: error: Words in {{ }} are not filled in here. Cure: use them in the text below the front matter only.",
    ),
    (
        COVER,
        "keywords = [\"e-boks\", \"brev\"]",
        "keywords = \"brev\"",
        "6: error: `keywords` is not what it should be. Cure: make it a list of texts: [\"…\", \"…\"].",
    ),
    (
        COVER,
        "keywords = [\"e-boks\", \"brev\"]",
        "keywords = [\"e-boks\", 2]",
        "6: error: `keywords` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        COVER,
        "outcomes = [\"Åbne et brev\"]",
        "outcomes = []",
        "8: error: `outcomes` is empty. Cure: give it at least one text.",
    ),
    (
        COVER,
        "audience = [\"borger\"]",
        "audience = [\"borgmester\"]",
        "7: error: `borgmester` in `audience` is unknown. Cure: use the last part of an address that begins with /muligheder/.",
    ),
    (
        COVER,
        "prerequisites = []",
        "prerequisites = [\"mitid\"]",
        "9: error: `mitid` in `prerequisites` is unknown. Cure: use the last part of an address that begins with /laer/.",
    ),
    (
        COVER,
        "revised = \"2026-11-21\"",
        "revised = \"2026-02-30\"",
        "15: error: `revised` is not what it should be. Cure: make it a day of the calendar in quotes: \"2026-11-21\".",
    ),
    (
        COVER,
        "revised = \"2026-11-21\"",
        "revised = 2026-11-21",
        "15: error: `revised` is not what it should be. Cure: make it a day of the calendar in quotes: \"2026-11-21\".",
    ),
    (
        COVER,
        "revised = \"2026-11-21\"",
        "revised = \"20261121\"",
        "15: error: `revised` is not what it should be. Cure: make it a day of the calendar in quotes: \"2026-11-21\".",
    ),
    (
        COVER,
        "review_due = \"2027-05-01\"",
        "review_due = \"2026-11-20\"",
        "16: warning: The review was due on 2026-11-20. Cure: check the facts and their sources, then set a new `review_due`.",
    ),
    (
        COVER,
        "picture = \"brev.svg\"",
        "picture = \"kuvert.svg\"",
        "17: error: There is no sound picture `kuvert.svg`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        COVER,
        "picture_alt = \"Et brev\"\n",
        "",
        "1: error: `picture_alt` is missing from the front matter. Cure: write picture_alt = \"…\".",
    ),
    (
        COVER,
        "[[sources]]\ntitle = \"borger.dk: Digital Post\"\nurl = \"https://www.borger.dk/\"\nchecked_on = \"2026-11-01\"\n",
        "",
        "1: error: `sources` is missing from the front matter. Cure: write where its facts were read: [[sources]] with title, url and checked_on.",
    ),
    (
        COVER,
        "checked_on = \"2026-11-01\"\n",
        "",
        "20: error: `checked_on` is missing from the source. Cure: write checked_on = \"2026-11-21\".",
    ),
    (
        COVER,
        "url = \"https://www.borger.dk/\"",
        "url = \"www.borger.dk\"",
        "22: error: `www.borger.dk` is not an address on the web. Cure: write the whole address, with https:// before it.",
    ),
    (
        COVER,
        "url = \"https://www.borger.dk/\"",
        "url = \"https://www.borger.dk/\"\nby = \"os\"",
        "23: error: `by` is not a key of the source. Cure: remove it, or use one of title, url, checked_on.",
    ),
    (
        COVER,
        "+++\ntitle",
        "title",
        "1: error: The front matter is missing or does not end. Cure: begin the file with front matter between two lines of +++.",
    ),
    (
        COVER,
        "owner = \"Borgerservice\"",
        "owner = Borgerservice",
        "12: error: The front matter is not TOML: string values must be quoted, expected literal string. Cure: see the examples in content/README.md, and mind quotes and commas.",
    ),
    (
        COVER,
        "\"individual\", \"services\"",
        "\"individual\", \"world\"",
        "10: error: `world` is not a perspective. Cure: use some of individual, services, society.",
    ),
    (
        COVER,
        "perspective = [\"individual\", \"services\"]\n",
        "",
        "1: error: `perspective` is missing from the front matter. Cure: write perspective = [\"…\"].",
    ),
    (
        COVER,
        "[\"individual\", \"services\"]",
        "[]",
        "10: error: `perspective` is empty. Cure: give it at least one text.",
    ),
    (
        COVER,
        "goals = [4, 10]\n",
        "",
        "1: error: `goals` is missing from the front matter. Cure: write goals = [4, 10].",
    ),
    (
        COVER,
        "goals = [4, 10]",
        "goals = [4, 18]",
        "11: error: `goals` is not what it should be. Cure: make it a list of whole numbers, 1 to 17.",
    ),
    (
        COVER,
        "goals = [4, 10]",
        "goals = [0]",
        "11: error: `goals` is not what it should be. Cure: make it a list of whole numbers, 1 to 17.",
    ),
    (
        COVER,
        "goals = [4, 10]",
        "goals = 4",
        "11: error: `goals` is not what it should be. Cure: make it a list of whole numbers, 1 to 17.",
    ),
    (
        COVER,
        "goals = [4, 10]",
        "goals = [\"4\"]",
        "11: error: `goals` is not what it should be. Cure: make it a list of whole numbers, 1 to 17.",
    ),
    (
        COVER,
        "picture = \"brev.svg\"",
        "picture = \"../../etc/passwd\"",
        "17: error: There is no sound picture `../../etc/passwd`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        COVER,
        "goal = \"first-steps\"",
        "goal = \"first\"",
        "26: error: `first` is not a `goal` of the start line. Cure: use one of first-steps, money, helping-others.",
    ),
    (
        COVER,
        "question = \"Kan du åbne et brev?\"\n",
        "",
        "25: error: `question` is missing from the start line. Cure: write question = \"…\".",
    ),
    (
        COVER,
        "task = \"postkasse\"",
        "task = \"Min kasse\"",
        "28: error: `task` is not an id. Cure: write the id of a step of this course.",
    ),
    (
        COVER,
        "task = \"postkasse\"",
        "task = \"brevkasse\"",
        "28: error: `brevkasse` is not a step of the course with a question. Cure: write the id of a step that ends with one.",
    ),
    (
        COVER,
        "task = \"postkasse\"",
        "task = \"leg\"",
        "28: error: `leg` is not a step of the course with a question. Cure: write the id of a step that ends with one.",
    ),
    (
        COVER,
        "task = \"postkasse\"",
        "step = \"postkasse\"",
        "28: error: `step` is not a key of the start line. Cure: remove it, or use one of goal, question, task.",
    ),
    (
        COVER,
        "[start_line]",
        "[[start_line]]",
        "25: error: `start_line` is not what it should be. Cure: make it a table, begun with [start_line].",
    ),
];

#[test]
fn the_cover_of_a_course_is_checked() {
    assert_faults(COVERS);
}

const ROLES: &[Row] = &[
    (
        ROLE,
        "picture_alt = \"Et brev\"\n",
        "",
        "1: error: `picture_alt` is missing from the front matter. Cure: write what the picture shows: picture_alt = \"…\".",
    ),
    (
        ROLE,
        "picture = \"brev.svg\"\n",
        "",
        "1: error: `picture` is missing from the front matter. Cure: write picture = \"….svg\", or remove picture_alt.",
    ),
    (
        ROLE,
        "review_due = \"2027-05-21\"\n",
        "",
        "7: warning: The page has sources and no `review_due`. Cure: write the day when somebody should check its facts again: review_due = \"2027-05-21\".",
    ),
    (
        ROLE,
        "review_due = \"2027-05-21\"",
        "review_due = \"2026-01-01\"",
        "6: warning: The review was due on 2026-01-01. Cure: check the facts and their sources, then set a new `review_due`.",
    ),
];

#[test]
fn a_role_is_checked() {
    assert_faults(ROLES);
}

const GUIDES: &[Row] = &[
    (
        GUIDE,
        "subject = \"matematik\"",
        "subject = \"regning\"",
        "4: error: `regning` is not a subject. Cure: use one of dansk, matematik, engelsk, natur-teknologi, skole.",
    ),
    (
        GUIDE,
        "grade_from = 4",
        "grade_from = 10",
        "5: error: `grade_from` is not what it should be. Cure: make it a whole number, 0 to 9.",
    ),
    (
        GUIDE,
        "grade_to = 6",
        "grade_to = 3",
        "6: error: `grade_to` is below `grade_from`. Cure: let it be the same or higher.",
    ),
    (
        GUIDE,
        "minutes = 5",
        "minutes = 0",
        "7: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 120.",
    ),
    (
        GUIDE,
        "minutes = 5",
        "minutes = 5\nsources = []",
        "8: error: `sources` is not what it should be. Cure: make it one or more tables, each begun with [[sources]].",
    ),
];

#[test]
fn a_guide_is_checked() {
    assert_faults(GUIDES);
}
