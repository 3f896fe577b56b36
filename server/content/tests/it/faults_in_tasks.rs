//! Tasks that are not questions.

use crate::support::{Row, TASKS, assert_faults};

const OTHERS: &[Row] = &[
    (
        TASKS,
        "scenario = \"indbakke\"",
        "scenario = \"udbakke\"",
        "200: error: There is no scenario `udbakke`. Cure: use the name of a file in simulators/, without its language and ending.",
    ),
    (
        TASKS,
        "scenario = \"indbakke\"",
        "scenario = \"../x\"",
        "200: error: There is no scenario `../x`. Cure: use the name of a file in simulators/, without its language and ending.",
    ),
    (
        TASKS,
        "scenario = \"indbakke\"\n",
        "",
        "199: error: `scenario` is missing from the simulator. Cure: write scenario = \"…\".",
    ),
    (
        TASKS,
        "scenario = \"indbakke\"",
        "scenario = \"indbakke\"\nprompt = \"Leg\"",
        "201: error: `prompt` is not a key of the simulator. Cure: remove it, or use one of scenario.",
    ),
    (
        TASKS,
        "tool = \"budget\"",
        "tool = \"aktier\"",
        "212: error: `aktier` is not a `tool` of the calculator. Cure: use one of budget, payslip, loan, saving, subscriptions.",
    ),
    (
        TASKS,
        "tool = \"budget\"\n",
        "",
        "211: error: `tool` is missing from the calculator. Cure: write tool = \"…\".",
    ),
    (
        TASKS,
        "prompt = \"Prøv selv, eller ring {{phone}}.\"\n",
        "",
        "211: error: `prompt` is missing from the calculator. Cure: write prompt = \"…\".",
    ),
    (
        TASKS,
        "{{phone}}",
        "{{telefon}}",
        "213: error: The word in {{ }} is unknown. Cure: use one of {{municipality}}, {{phone}}, {{email}}, {{address}}, {{fact:…}}, without spaces.",
    ),
    (
        TASKS,
        "items = [\"Find den.\", \"Ring {{phone}}.\"]\n",
        "",
        "224: error: `items` is missing from the assignment. Cure: write items = [\"…\"].",
    ),
    (
        TASKS,
        "items = [\"Find den.\", \"Ring {{phone}}.\"]",
        "items = []",
        "226: error: `items` is empty. Cure: give it at least one text.",
    ),
    (
        TASKS,
        "\"Find den.\"",
        "\" \"",
        "226: error: `items` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        TASKS,
        "prompt = \"Prøv det hjemme hos {{municipality}}.\"\n",
        "",
        "224: error: `prompt` is missing from the assignment. Cure: write prompt = \"…\".",
    ),
    (
        TASKS,
        "title = \"Film fra {{municipality}}\"\n",
        "",
        "237: error: `title` is missing from the film. Cure: write title = \"…\".",
    ),
    (
        TASKS,
        "provider = \"youtube\"",
        "provider = \"tiktok\"",
        "239: error: `tiktok` shows no films of ours. Cure: use youtube or vimeo.",
    ),
    (
        TASKS,
        "film = \"dQw4w9WgXcQ\"",
        "film = \"https://youtu.be/dQw4w9WgXcQ\"",
        "240: error: `film` is not a film's id. Cure: write the id alone, without the provider's address.",
    ),
    (
        TASKS,
        "film = \"dQw4w9WgXcQ\"",
        "film = \"../x\"",
        "240: error: `film` is not a film's id. Cure: write the id alone, without the provider's address.",
    ),
    (
        TASKS,
        "minutes = 3\n",
        "minutes = 31\n",
        "241: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 30.",
    ),
    (
        TASKS,
        "captions = [\"da\"]",
        "captions = []",
        "242: error: `captions` is empty. Cure: give it at least one text.",
    ),
    (
        TASKS,
        "captions = [\"da\"]\n",
        "",
        "237: error: `captions` is missing from the film. Cure: write captions = [\"…\"].",
    ),
    (
        TASKS,
        "transcript = \"\"\"\n**Stemme:** Se her.\n\nRing {{phone}}.\n\"\"\"\n",
        "",
        "237: error: `transcript` is missing from the film. Cure: write transcript = \"…\".",
    ),
    (
        TASKS,
        "Se her.",
        "<script>alert(1)</script>",
        "244: error: There is HTML in the text. Cure: write it as Markdown, or put a backslash before the <.",
    ),
    (
        TASKS,
        "Se her.\n\nRing",
        "Se her.\n\n[Ring](/../x)",
        "246: error: There is no page `/../x`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        TASKS,
        "Se her.",
        "Se her.\n\n### Ring {.easy}",
        "246: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        TASKS,
        "film = \"dQw4w9WgXcQ\"",
        "film = \"dQw4w9WgXcQ\"\nautoplay = true",
        "241: error: `autoplay` is not a key of the film. Cure: remove it, or use one of title, provider, film, minutes, captions, transcript.",
    ),
];

#[test]
fn tasks_are_checked() {
    assert_faults(OTHERS);
}
