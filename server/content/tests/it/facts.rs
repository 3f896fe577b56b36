//! Figures: what is wrong with them, and how texts name them.

use domain::facts::FactValue;
use domain::locale::Locale;
use domain::money::{LoanLimits, PayslipRates, Percent, Sourced};

use crate::support::{FACTS, Folder, PAGE, Row, assert_faults, fjordby, id};

const FIGURES: &[Row] = &[
    (
        FACTS,
        "value = \"12,01\"",
        "value = \"12,01,5\"",
        "15: error: `12,01,5` is no figure: it is not a number. Cure: write it as Danes do, \"1.234,50\", with its unit in `unit`.",
    ),
    (
        FACTS,
        "value = \"54.100\"",
        "value = \"54100.123\"",
        "37: error: `54100.123` is no figure: it is not a number. Cure: write it as Danes do, \"1.234,50\", with its unit in `unit`.",
    ),
    (
        FACTS,
        "value = \"8\"",
        "value = 8",
        "4: error: `value` is not what it should be. Cure: make it a text in quotes that is not empty.",
    ),
    (
        FACTS,
        "unit = \"%\"",
        "unit = \"procent\"",
        "5: error: `procent` is not a unit. Cure: use one of %, kr., kr. om måneden, år, or leave it out.",
    ),
    (
        FACTS,
        "unit = \"%\"",
        "unit = \"kr.\"",
        "2: error: The money tools count with `am-bidrag` in another unit. Cure: write unit = \"%\".",
    ),
    (
        FACTS,
        "id = \"am-bidrag\"",
        "id = \"AM-bidrag\"",
        "2: error: The figure's id is not an id. Cure: use a-z, 0-9 and '-', at most 64 of them.",
    ),
    (
        FACTS,
        "valid_from = \"2026-01-01\"\n",
        "",
        "1: error: `valid_from` is missing from the figure. Cure: write valid_from = \"2026-11-21\".",
    ),
    (
        FACTS,
        "url = \"https://skm.dk/\"",
        "url = \"skm.dk\"",
        "8: error: `skm.dk` is not an address on the web. Cure: write the whole address, with https:// before it.",
    ),
    (
        FACTS,
        "title = \"AM-bidrag\"",
        "title = \"AM-bidrag\"\nyear = 2026",
        "4: error: `year` is not a key of the figure. Cure: remove it, or use one of id, title, value, unit, valid_from, source, url, checked_on, review_due.",
    ),
    (
        FACTS,
        "[[facts]]",
        "year = 2026\n[[facts]]",
        "1: error: `year` is not a key of the file. Cure: remove it, or use one of facts.",
    ),
    (
        FACTS,
        "review_due = \"2026-12-15\"",
        "review_due = \"2026-11-20\"",
        "10: warning: The review was due on 2026-11-20. Cure: check the facts and their sources, then set a new `review_due`.",
    ),
];

#[test]
fn a_figure_is_checked() {
    assert_faults(FIGURES);
}

#[test]
fn the_tools_miss_a_figure_that_is_not_there() {
    let faults = Folder::spoilt(FACTS, "id = \"am-bidrag\"", "id = \"am\"");
    assert_eq!(
        faults,
        [
            "facts.toml:1: error: The figure `am-bidrag` is missing, and the money tools count with it. \
             Cure: write its [[facts]], with unit = \"%\"."
        ]
    );
}

#[test]
fn of_two_figures_with_one_id_none_is_served() {
    let folder = Folder::sound();
    folder.replace(FACTS, "id = \"bundskat\"", "id = \"am-bidrag\"");
    assert_eq!(
        folder.faults()[1],
        "facts.toml:13: error: Two figures have the id `am-bidrag`. Cure: keep one of them, or give each its own."
    );
    assert!(folder.load().library.facts().get("am-bidrag").is_none());
}

#[test]
fn a_figure_with_a_fault_is_left_out_alone() {
    let folder = Folder::sound();
    folder.replace(FACTS, "value = \"8\"", "value = \"otte\"");
    let library = folder.load().library;
    assert!(library.facts().get("am-bidrag").is_none());
    assert!(library.facts().get("bundskat").is_some());
    assert!(Sourced::<PayslipRates>::of(library.facts(), Locale::Da).is_none());
    assert!(Sourced::<LoanLimits>::of(library.facts(), Locale::Da).is_some());
}

#[test]
fn figures_are_there_for_the_tools() {
    let library = Folder::sound().load().library;
    let payslip = Sourced::<PayslipRates>::of(library.facts(), Locale::En).unwrap();
    assert_eq!(payslip.rates.state_tax, Percent::from_thousandths(12_010));
    assert_eq!(payslip.sources.len(), 1);
    assert_eq!(payslip.sources[0].checked_on, "1 November 2026");
    let fact = library.facts().get("aop-loft").unwrap();
    assert_eq!(fact.value, FactValue::Percent(Percent::from_whole(35)));
}

#[test]
fn a_text_names_a_figure() {
    let folder = Folder::sound();
    folder.replace(
        PAGE,
        "Vi sender",
        "Du betaler {{fact:am-bidrag}} af {{fact:personfradrag}} Vi sender",
    );
    let loaded = folder.load();
    assert!(loaded.faults.is_empty());
    let page = loaded
        .library
        .page(&id("hjaelp"), Locale::Da, &fjordby())
        .unwrap();
    assert!(
        page.html
            .contains("Du betaler 8\u{a0}% af 54.100\u{a0}kr. Vi sender"),
        "{}",
        page.html
    );
    let hits = loaded.library.search("54.100", Locale::Da, &[]).hits;
    assert_eq!(hits.len(), 1, "what is shown can be searched for");
}

const TEXTS: &[Row] = &[
    (
        PAGE,
        "{{phone}}",
        "{{fact:momssats}}",
        "6: error: There is no figure `momssats`. Cure: use an id that stands in facts.toml, or mend what is wrong there.",
    ),
    (
        PAGE,
        "{{phone}}",
        "{{fact: am-bidrag}}",
        "6: error: There is no figure ` am-bidrag`. Cure: use an id that stands in facts.toml, or mend what is wrong there.",
    ),
    (
        PAGE,
        "{{phone}}",
        "{{fact:am-bidrag",
        "6: error: The word in {{ }} is unknown. Cure: use one of {{municipality}}, {{phone}}, {{email}}, {{address}}, {{fact:…}}, without spaces.",
    ),
    (
        PAGE,
        "title = \"Hvor",
        "title = \"{{fact:am-bidrag}} Hvor",
        "2: error: Words in {{ }} are not filled in here. Cure: use them in the text below the front matter only.",
    ),
];

#[test]
fn a_text_that_names_no_figure_is_told() {
    assert_faults(TEXTS);
}

#[test]
fn the_lines_of_faults_are_those_of_the_file() {
    let folder = Folder::sound();
    folder.replace(PAGE, "{{phone}}", "{{fact:personfradrag}} {{fact:personfradrag}}");
    folder.replace(PAGE, "(/)", "(/forside)");
    assert!(folder.faults()[0].starts_with("pages/hjaelp.da.md:10: error: There is no page `/forside`."));
}
