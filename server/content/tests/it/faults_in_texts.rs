//! Texts: what no text may have, and what a guide must have.

use crate::support::{GUIDE, PAGE, Row, assert_faults};

const TEXTS: &[Row] = &[
    (
        PAGE,
        "Ring på",
        "<b>Ring</b> på",
        "6: error: There is HTML in the text. Cure: write it as Markdown, or put a backslash before the <.",
    ),
    (
        PAGE,
        "Ring på",
        "<!-- se her -->\n\nRing på",
        "6: error: There is HTML in the text. Cure: write it as Markdown, or put a backslash before the <.",
    ),
    (
        PAGE,
        "{{phone}}",
        "{{telefon}}",
        "6: error: The word in {{ }} is unknown. Cure: use one of {{municipality}}, {{phone}}, {{email}}, {{address}}, {{fact:…}}, without spaces.",
    ),
    (
        PAGE,
        "{{phone}}",
        "{{ phone }}",
        "6: error: The word in {{ }} is unknown. Cure: use one of {{municipality}}, {{phone}}, {{email}}, {{address}}, {{fact:…}}, without spaces.",
    ),
    (
        PAGE,
        "{{phone}}",
        "{{phone}",
        "6: error: The word in {{ }} is unknown. Cure: use one of {{municipality}}, {{phone}}, {{email}}, {{address}}, {{fact:…}}, without spaces.",
    ),
    (
        PAGE,
        "Ring på",
        "# Ring\n\nRing på",
        "6: error: A first-level heading stands in the text. Cure: begin it with ##, since the title is the first level.",
    ),
    (
        PAGE,
        "Ring på",
        "## Ring {#papir}\n\nRing på",
        "10: error: The heading's id stands twice in the file. Cure: give each heading its own.",
    ),
    (
        PAGE,
        "## Få det på papir {#papir}",
        "> ## Få det på papir {#papir}",
        "8: error: A heading stands in a quote or a list. Cure: move it out, or make it bold words.",
    ),
    (
        PAGE,
        "{#papir}",
        "{#papir .stor}",
        "8: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        PAGE,
        "{#papir}",
        "{#papir}\n\n## Ring {#Ring_nu}",
        "10: error: The heading's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        PAGE,
        "(/)",
        "(/forside)",
        "10: error: There is no page `/forside`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        PAGE,
        "(/)",
        "(/en/hjaelp)",
        "10: error: There is no page `/en/hjaelp`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        PAGE,
        "(/)",
        "(/laer/mitid)",
        "10: error: There is no page `/laer/mitid`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        PAGE,
        "(/)",
        "(/muligheder/elev#trin)",
        "10: warning: The page has no heading for `/muligheder/elev#trin`. Cure: give the heading that id on the other page, or remove what stands after #.",
    ),
    (
        PAGE,
        "(/)",
        "(javascript:alert)",
        "10: error: The link `javascript:alert` leads nowhere. Cure: begin it with / for a page of ours, or with https://, mailto: or tel:.",
    ),
    (
        PAGE,
        "(/)",
        "(hjaelp)",
        "10: error: The link `hjaelp` leads nowhere. Cure: begin it with / for a page of ours, or with https://, mailto: or tel:.",
    ),
    (
        PAGE,
        "(/)",
        "(<https://a.dk/\"x>)",
        "10: error: The link `https://a.dk/\"x` leads nowhere. Cure: begin it with / for a page of ours, or with https://, mailto: or tel:.",
    ),
    (
        PAGE,
        "Vi sender",
        "![](brev.svg)\n\nVi sender",
        "10: error: The picture has no alternative text. Cure: write what it shows between the square brackets.",
    ),
    (
        PAGE,
        "Vi sender",
        "![Et brev](brev.png)\n\nVi sender",
        "10: error: There is no sound picture `brev.png`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        PAGE,
        "Vi sender",
        "![Et brev](brev.svg) Vi sender",
        "10: error: The picture does not stand alone in its paragraph. Cure: put an empty line before and after it.",
    ),
    (
        PAGE,
        "Vi sender",
        "```question\nkind = \"single\"\n```\n\nVi sender",
        "10: error: A task stands outside a lesson. Cure: move it to a step of a lesson.",
    ),
    (
        PAGE,
        "Vi sender",
        "```html\n```\n\nVi sender",
        "10: error: The block between ``` is of an unknown kind. Cure: write one of question, simulator, calculator, assignment, film behind the ```, or nothing.",
    ),
    (
        PAGE,
        "Vi sender brevet til dig.",
        "Kommunalbestyrelsens forvaltningsafdelinger offentliggør tilgængelighedserklæringer angående selvbetjeningsløsningers brugervenlighed.",
        "6: warning: The text has a LIX of 45, and above 35 is too hard here. Cure: cut long sentences in two and use shorter words.",
    ),
    (
        PAGE,
        "(/)",
        "(/../x)",
        "10: error: There is no page `/../x`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        PAGE,
        "(/)",
        "(/oevelser/udbakke)",
        "10: error: There is no page `/oevelser/udbakke`. Cure: use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp.",
    ),
    (
        PAGE,
        "(/)",
        "(/ordbog#ven)",
        "10: warning: The page has no heading for `/ordbog#ven`. Cure: give the heading that id on the other page, or remove what stands after #.",
    ),
    (
        PAGE,
        "Vi sender",
        "<script>alert(1)</script>\n\nVi sender",
        "10: error: There is HTML in the text. Cure: write it as Markdown, or put a backslash before the <.",
    ),
    (
        PAGE,
        "Vi sender",
        "![Et brev](../../etc/passwd)\n\nVi sender",
        "10: error: There is no sound picture `../../etc/passwd`. Cure: use a name that stands in pictures/, or mend that picture.",
    ),
    (
        PAGE,
        "{#papir}",
        "{#papir .deepening}",
        "8: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        PAGE,
        "Vi sender",
        "### Let {.easy}\n\nVi sender",
        "10: error: The heading has something else than an id in { }. Cure: write only the id: {#hvem-skriver}.",
    ),
    (
        PAGE,
        "Vi sender",
        "```film\n```\n\nVi sender",
        "10: error: A task stands outside a lesson. Cure: move it to a step of a lesson.",
    ),
];

#[test]
fn what_no_text_may_have_is_found() {
    assert_faults(TEXTS);
}

const GUIDES: &[Row] = &[
    (
        GUIDE,
        "## Stop {#stop}",
        "## Slut {#slut}",
        "46: error: The section {#stop} should stand here. Cure: write six second-level headings with the ids {#now}, {#ask}, {#activity}, {#words}, {#pitfalls}, {#stop}.",
    ),
    (
        GUIDE,
        "## Stop {#stop}\n\nStop, når I gætter. Se [Lektier](/lektier).\n",
        "",
        "44: error: The section {#stop} is missing. Cure: write six second-level headings with the ids {#now}, {#ask}, {#activity}, {#words}, {#pitfalls}, {#stop}.",
    ),
    (
        GUIDE,
        "## Stop {#stop}",
        "## Mere {#mere}\n\nMere.\n\n## Stop {#stop}",
        "46: error: The section {#stop} should stand here. Cure: write six second-level headings with the ids {#now}, {#ask}, {#activity}, {#words}, {#pitfalls}, {#stop}.",
    ),
    (
        GUIDE,
        "Se [Lektier](/lektier).",
        "\n\n## Mere\n\nMere.",
        "50: error: There is a section too many. Cure: write six second-level headings with the ids {#now}, {#ask}, {#activity}, {#words}, {#pitfalls}, {#stop}.",
    ),
    (
        GUIDE,
        "## Skolen nu {#now}\n\nBørn deler pizza.",
        "## Skolen nu {#now}",
        "20: error: The section is empty. Cure: write its text.",
    ),
    (
        GUIDE,
        "- Kan du tegne det?\n",
        "",
        "24: error: The section has 2 questions. Cure: write a list of exactly three questions to ask the child.",
    ),
    (
        GUIDE,
        "- Kan du tegne det?\n",
        "- Kan du tegne det?\n- Kan du tælle det?\n",
        "24: error: The section has 4 questions. Cure: write a list of exactly three questions to ask the child.",
    ),
    (
        GUIDE,
        "1. Find to skiver.\n2. Del dem.",
        "Find to skiver.",
        "32: error: The activity has no numbered list. Cure: number its steps: 1. and 2. and so on.",
    ),
    (
        GUIDE,
        "- **Nævner**: tallet",
        "- Nævner: tallet",
        "40: error: The item is not a word with its explanation. Cure: write each word as: - **Nævner**: tallet under brøkstregen.",
    ),
    (
        GUIDE,
        "- **Tæller**: tallet over stregen\n- **Nævner**: tallet under stregen",
        "Ingen.",
        "37: error: The section has no list of words. Cure: write each word as: - **Nævner**: tallet under brøkstregen.",
    ),
];

#[test]
fn what_a_guide_must_have_is_missed() {
    assert_faults(GUIDES);
}
