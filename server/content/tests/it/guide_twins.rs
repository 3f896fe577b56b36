//! The easy-read twin of a guide: all of it, or none.

use content::GuideReader;
use domain::homework::GuidePage;
use domain::learning::Reading;
use domain::locale::Locale;

use crate::support::{Folder, GUIDE, fjordby, guide_reader, id};

/// The end of each section of the sound folder's guide, and what stands there in very short sentences.
const TWINS: [(&str, &str); 6] = [
    ("Børn deler pizza.", "I deler."),
    (
        "- Er det mere end en halv?",
        "- Hvad er det?\n- Er det lidt?\n- Er det meget?",
    ),
    ("2. Del dem.", "1. Del et brød."),
    ("- **Nævner**: tallet under stregen", "- **Brøk**: en del"),
    ("1/8 er mindre end 1/4.", "Tegn det."),
    ("Se [Lektier](/lektier).", "Stop nu."),
];

/// The sound folder, with these twins in its guide.
fn with_twins(twins: &[(&str, &str)]) -> Folder {
    let folder = Folder::sound();
    for (text, twin) in twins {
        let both = format!("{text}\n\n### Let at læse {{.easy}}\n\n{twin}");
        folder.replace(GUIDE, text, &both);
    }
    folder
}

fn page(folder: &Folder, reading: Reading) -> GuidePage {
    let fjordby = fjordby();
    let reader = GuideReader {
        reading,
        ..guide_reader(&fjordby, Locale::Da)
    };
    folder.load().library.guide_page(&id("broeker"), reader).unwrap()
}

/// What is said when a twin is another text than it should be.
fn faults_with(old: &str, new: &str) -> Vec<String> {
    let folder = with_twins(&TWINS);
    folder.replace(GUIDE, old, new);
    folder.faults()
}

#[test]
fn a_guide_is_shown_in_the_text_that_is_asked_for() {
    let folder = with_twins(&TWINS);
    assert_eq!(folder.faults(), [""; 0]);
    let (ordinary, easy) = (page(&folder, Reading::Ordinary), page(&folder, Reading::Easy));
    assert_eq!(ordinary.reading, Some(Reading::Ordinary));
    assert_eq!(ordinary.now.html, "<p>Børn deler pizza.</p>\n");
    assert_eq!(easy.reading, Some(Reading::Easy));
    assert_eq!(easy.now.html, "<p>I deler.</p>\n");
    assert_eq!(easy.questions, ["Hvad er det?", "Er det lidt?", "Er det meget?"]);
    assert_eq!(easy.intro_html, "", "the introduction is the ordinary text's");
    assert_eq!((easy.card, easy.stop.title), (ordinary.card, ordinary.stop.title));
}

#[test]
fn the_address_leads_to_the_same_text() {
    let folder = with_twins(&TWINS);
    assert_eq!(page(&folder, Reading::Ordinary).path(), "/lektier/broeker");
    assert_eq!(page(&folder, Reading::Easy).path(), "/lektier/broeker?tekst=let");
}

#[test]
fn a_guide_with_half_a_twin_has_none() {
    let folder = with_twins(&TWINS[1..]);
    assert_eq!(
        folder.faults(),
        [
            "guides/broeker.da.md:20: warning: The section has no easy-read twin, so the others are not shown. \
          Cure: write the same in very short sentences below ### Let at læse {.easy}."
        ]
    );
    let page = page(&folder, Reading::Easy);
    assert_eq!(page.reading, None);
    assert_eq!(page.now.html, "<p>Børn deler pizza.</p>\n");
}

#[test]
fn a_twin_has_what_its_section_must_have() {
    assert_eq!(
        faults_with("- Er det lidt?\n", ""),
        ["guides/broeker.da.md:36: error: The section has 2 questions. \
          Cure: write a list of exactly three questions to ask the child."]
    );
    assert_eq!(
        faults_with("Tegn det.", "![Pizza](brev.svg)"),
        [
            "guides/broeker.da.md:66: error: There is a picture in the easy-read twin. \
          Cure: move it above the twin's heading."
        ]
    );
    assert_eq!(
        faults_with("Tegn det.", ""),
        ["guides/broeker.da.md:64: error: The easy-read twin is empty. \
          Cure: write it below the heading, or remove the heading."]
    );
}

#[test]
fn each_of_the_two_texts_is_measured_by_itself() {
    let long = "Undervisningsdifferentiering forudsætter helhedsorienteret forældresamarbejde.";
    let hard = faults_with("I deler.", &[long; 12].join(" "));
    assert_eq!(hard.len(), 1, "{hard:?}");
    assert!(hard[0].contains("above 25 is too hard here"), "{hard:?}");
    let hard = faults_with("Børn deler pizza.", &[long; 12].join(" "));
    assert_eq!(hard.len(), 1, "{hard:?}");
    assert!(hard[0].contains("above 35 is too hard here"), "{hard:?}");
}
