//! What people type, in their own words, and what must be among the first things they are shown.
//!
//! A row that fails is mended in the content, by a keyword, or in the search; it is not taken away.

use std::sync::LazyLock;

use content::{Library, SearchEntry};
use domain::appointments::ScheduleDocument;
use domain::locale::Locale;
use domain::pages::SearchKind;
use proptest::prelude::*;

use crate::real::ours;

/// As many as fit on a phone without much scrolling.
const FIRST: usize = 5;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| ours().library);
static SERVICES: LazyLock<Vec<SearchEntry>> = LazyLock::new(|| {
    let demo = include_str!("../../../../content/demo/fjordby.json");
    let schedule: ScheduleDocument = serde_json::from_str(demo).unwrap();
    let services = schedule.services.into_iter().map(|service| SearchEntry {
        kind: SearchKind::Service,
        path: format!("/tid/{}", service.id),
        title: service.name.da,
        summary: service.summary.da,
        keywords: Vec::new(),
        locale: Locale::Da,
    });
    services.collect()
});

/// A question, and the addresses that must be among the first.
type Row = (&'static str, &'static [&'static str]);

const POST: &[Row] = &[
    ("digital post", &["/laer/digital-post", "/tid/digital-post"]),
    ("digtal post", &["/laer/digital-post", "/tid/digital-post"]),
    ("digitalpost", &["/laer/digital-post", "/tid/digital-post"]),
    ("post", &["/laer/digital-post", "/tid/digital-post"]),
    ("e boks", &["/laer/digital-post"]),
    ("e-boks", &["/laer/digital-post"]),
    ("eboks", &["/laer/digital-post"]),
    ("papirpost", &["/tid/fritagelse", "/laer/digital-post"]),
    (
        "jeg vil have post på papir",
        &["/tid/fritagelse", "/laer/digital-post"],
    ),
    ("fritaget", &["/tid/fritagelse", "/laer/digital-post"]),
    ("fritagelse for digtal post", &["/tid/fritagelse"]),
    ("jeg kan ikke åbne mit brev", &["/laer/digital-post"]),
    ("svar på et brev", &["/laer/digital-post"]),
    ("læse min mors post", &["/laer/digital-post"]),
    ("laeseadgang", &["/tid/fuldmagt"]),
    ("falsk sms", &["/laer/digital-post"]),
    ("falske beskeder", &["/laer/digital-post"]),
    ("svindel", &["/laer/digital-post"]),
];

const HELP: &[Row] = &[
    ("mistet mitid", &["/tid/mitid"]),
    ("mit id", &["/tid/mitid"]),
    ("hvordan får jeg mitid", &["/tid/mitid"]),
    ("kodeviser", &["/tid/mitid"]),
    ("kodevisser", &["/tid/mitid"]),
    ("fuldmagt", &["/tid/fuldmagt"]),
    (
        "fuldmagt til min mor",
        &["/tid/fuldmagt", "/muligheder/paaroerende"],
    ),
    ("fuldmakt", &["/tid/fuldmagt"]),
    ("ring mig op", &["/tid/vi-ringer"]),
    ("ny computer", &["/tid/foerste-skridt"]),
    ("jeg er blevet snydt", &["/hjaelp"]),
    ("åbningstider", &["/hjaelp"]),
    ("hvor kan jeg få hjælp", &["/hjaelp"]),
    ("hjaelp", &["/hjaelp"]),
    ("frivillig", &["/muligheder/frivillig"]),
    ("blive frivilig", &["/muligheder/frivillig"]),
    ("børneattest", &["/muligheder/frivillig"]),
    ("paaroerende", &["/muligheder/paaroerende"]),
    ("lærer", &["/muligheder/laerer"]),
    ("forening", &["/muligheder/virksomhed"]),
    ("privatliv", &["/privatliv"]),
    ("gdpr", &["/privatliv"]),
    ("slet mine oplysninger", &["/privatliv"]),
    ("tilgængelighed", &["/tilgaengelighed"]),
    ("om startlinje", &["/om"]),
];

const HOMEWORK: &[Row] = &[
    ("brøker", &["/lektier/broeker-5-klasse"]),
    ("broeker", &["/lektier/broeker-5-klasse"]),
    ("brøkregning", &["/lektier/broeker-5-klasse"]),
    ("brækregning", &["/lektier/broeker-5-klasse"]),
    ("tæller og nævner", &["/lektier/broeker-5-klasse"]),
    ("gange", &["/lektier/gangetabeller-3-klasse"]),
    ("gangetabel", &["/lektier/gangetabeller-3-klasse"]),
    ("7 tabellen", &["/lektier/gangetabeller-3-klasse"]),
    ("læse højt", &["/lektier/laesetraening-1-klasse"]),
    ("højtlæsning", &["/lektier/laesetraening-1-klasse"]),
    ("lære at læse", &["/lektier/laesetraening-1-klasse"]),
    ("stavefejl", &["/lektier/stavning-4-klasse"]),
    ("ordblind", &["/lektier/stavning-4-klasse"]),
    ("ordbilnd", &["/lektier/stavning-4-klasse"]),
    ("engelsk", &["/lektier/engelske-gloser-4-klasse"]),
    ("regne procent", &["/lektier/procent-7-klasse"]),
    ("procnet", &["/lektier/procent-7-klasse"]),
    ("lektiecafe", &["/tid/lektiecafe"]),
    (
        "lektie hjælp",
        &["/lektier/mit-barn-vil-ikke", "/muligheder/foraelder"],
    ),
    (
        "lektiehjælp",
        &["/lektier/mit-barn-vil-ikke", "/muligheder/foraelder"],
    ),
    // Five guides say more about this than the parents' page does.
    ("hjælp til lektier", &["/lektier/mit-barn-vil-ikke"]),
    ("mit barn gider ikke lektier", &["/lektier/mit-barn-vil-ikke"]),
    ("skolehjem samtale", &["/lektier/mit-barn-vil-ikke"]),
    ("vejret", &["/lektier/vand-og-vejr-natur-teknologi"]),
];

const MONEY: &[Row] = &[
    ("budjet", &["/laer/foerste-budget"]),
    ("huslege", &["/laer/foerste-budget"]),
    ("opspare", &["/laer/opsparing-renter"]),
    ("opsparring", &["/laer/opsparing-renter"]),
    ("rentesrente", &["/laer/opsparing-renter"]),
    ("forsikrig", &["/laer/forsikring-buffer"]),
    ("falsk butik", &["/laer/svindel-penge"]),
    ("pengemuldyr", &["/laer/svindel-penge"]),
    ("overføre penge", &["/laer/svindel-penge"]),
];

const MITID: &[Row] = &[
    ("mistet mitid", &["/laer/mitid"]),
    ("spær mitid", &["/laer/mitid"]),
    ("glemt adgangskode", &["/laer/mitid"]),
    ("kodeviser", &["/laer/mitid", "/tid/mitid"]),
    ("godkend login", &["/laer/mitid"]),
    ("password", &["/laer/sikker-paa-nettet"]),
    ("cookies", &["/laer/sikker-paa-nettet"]),
    ("fuldmagt til min mor", &["/laer/borgerdk-fuldmagt"]),
    ("fremtidsfuldmagt", &["/laer/borgerdk-fuldmagt"]),
    ("hjælpe en anden", &["/laer/hjaelp-en-anden"]),
];

const LOANS: &[Row] = &[
    ("lån renter", &["/laer/laan-aop"]),
    ("kviklån", &["/laer/laan-aop"]),
    ("aaop", &["/laer/laan-aop"]),
    ("rki", &["/laer/laan-aop"]),
    ("lønsedel", &["/laer/loenseddel-skat"]),
    ("skattekort", &["/laer/loenseddel-skat"]),
    ("feriepenge", &["/laer/loenseddel-skat"]),
    ("fritidsjob", &["/laer/loenseddel-skat"]),
    ("opsige abonnement", &["/laer/koeb-nu-betal-senere"]),
    ("købe på afbetaling", &["/laer/koeb-nu-betal-senere"]),
];

const DEVICES: &[Row] = &[
    ("aula login", &["/laer/aula"]),
    ("beskeder fra skolen", &["/laer/aula"]),
    ("ferie i aula", &["/laer/aula"]),
    ("wifi", &["/laer/telefon-tablet"]),
    ("ny telefon", &["/laer/telefon-tablet"]),
    ("større skrift", &["/laer/telefon-tablet"]),
    ("min telefon er stjålet", &["/laer/telefon-tablet"]),
    ("skærm lås", &["/laer/telefon-tablet"]),
];

const EXERCISES: &[Row] = &[
    ("falsk sms", &["/oevelser/falsk-sms-pakke"]),
    ("sms fra postnord", &["/oevelser/falsk-sms-pakke"]),
    ("mail fra skat", &["/oevelser/falsk-mail-skat"]),
    ("opkald fra banken", &["/oevelser/opkald-fra-banken"]),
    ("betale regning", &["/oevelser/netbank-overfoersel"]),
    ("cookies", &["/oevelser/cookie-boks"]),
    ("godkende i mitid", &["/oevelser/mitid-godkend"]),
];

const IN_ENGLISH: &[Row] = &[
    ("fractions", &["/lektier/broeker-5-klasse"]),
    ("fracton", &["/lektier/broeker-5-klasse"]),
    ("reading aloud", &["/lektier/laesetraening-1-klasse"]),
    ("how do I get help", &["/hjaelp"]),
    ("volunteers", &["/muligheder/frivillig"]),
    ("power of attorney", &["/muligheder/paaroerende"]),
    ("fuldmagt", &["/tid/fuldmagt"]),
    ("digital post", &["/laer/digital-post"]),
];

fn first(question: &str, locale: Locale) -> Vec<String> {
    let hits = LIBRARY.search(question, locale, &SERVICES).hits;
    hits.into_iter().take(FIRST).map(|hit| hit.path).collect()
}

fn assert_rows(rows: &[Row], locale: Locale) {
    let missing = rows.iter().flat_map(|(question, expected)| {
        let first = first(question, locale);
        let missing = expected
            .iter()
            .filter(move |path| !first.contains(&(**path).to_owned()));
        missing.map(move |path| format!("{question:?} does not find {path}"))
    });
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn post_is_found_in_everyday_words() {
    assert_rows(POST, Locale::Da);
}

#[test]
fn help_is_found_in_everyday_words() {
    assert_rows(HELP, Locale::Da);
}

#[test]
fn homework_is_found_in_everyday_words() {
    assert_rows(HOMEWORK, Locale::Da);
}

#[test]
fn money_is_found_in_everyday_words() {
    assert_rows(MONEY, Locale::Da);
}

#[test]
fn mitid_is_found_in_everyday_words() {
    assert_rows(MITID, Locale::Da);
}

#[test]
fn loans_are_found_in_everyday_words() {
    assert_rows(LOANS, Locale::Da);
}

#[test]
fn devices_are_found_in_everyday_words() {
    assert_rows(DEVICES, Locale::Da);
}

#[test]
fn exercises_are_found_in_everyday_words() {
    assert_rows(EXERCISES, Locale::Da);
}

#[test]
fn what_is_translated_is_found_in_english_and_by_its_danish_name() {
    assert_rows(IN_ENGLISH, Locale::En);
}

/// Everything that can be found, by one word or another.
fn everything(locale: Locale) -> Vec<(String, String)> {
    let words = [
        "post", "brøk", "gange", "læs", "stav", "engelsk", "procent", "vejr", "lektier", "hjælp", "mitid",
    ];
    let hits = words
        .into_iter()
        .flat_map(|word| LIBRARY.search(word, locale, &SERVICES).hits);
    hits.map(|hit| (hit.title, hit.path)).collect()
}

#[test]
fn a_title_finds_what_has_it_first() {
    for locale in Locale::ALL {
        let titles = everything(locale);
        assert!(titles.len() > 30);
        for (title, path) in titles {
            assert_eq!(first(&title, locale)[0], path, "{title}");
            assert_eq!(first(&title.to_uppercase(), locale)[0], path, "{title}");
        }
    }
}

proptest! {
    #[test]
    fn no_question_is_too_odd(question in "\\PC{0,60}|([a-zæøå]{0,50} ?){0,12}") {
        for locale in Locale::ALL {
            let results = LIBRARY.search(&question, locale, &SERVICES);
            prop_assert!(results.hits.len() <= 20);
            let paths: std::collections::BTreeSet<_> = results.hits.iter().map(|hit| &hit.path).collect();
            prop_assert_eq!(paths.len(), results.hits.len(), "each thing once");
        }
    }

    #[test]
    fn what_is_mended_needs_no_mending(row in prop::sample::select([POST, HELP, HOMEWORK].concat()), at in 0_usize..30) {
        let mut letters: Vec<char> = row.0.chars().collect();
        letters.remove(at % letters.len());
        let misspelled: String = letters.into_iter().collect();
        let results = LIBRARY.search(&misspelled, Locale::Da, &SERVICES);
        if let Some(mended) = results.mended {
            let again = LIBRARY.search(&mended, Locale::Da, &SERVICES);
            prop_assert_eq!(again.mended, None, "{} for {}", mended, misspelled);
        }
    }
}
