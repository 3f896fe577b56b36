//! What people type, and what they find.

use content::{Library, SearchEntry};
use domain::locale::Locale;
use domain::pages::{SearchHit, SearchKind};

use crate::support::{FILES, Folder};

fn sound() -> Library {
    Folder::sound().load().library
}

fn paths(query: &str) -> Vec<String> {
    let hits = sound().search(query, Locale::Da, &[]);
    hits.into_iter().map(|hit| hit.path).collect()
}

fn service(title: &str, keywords: &[&str]) -> SearchEntry {
    SearchEntry {
        kind: SearchKind::Service,
        path: "/tid/mitid".into(),
        title: title.into(),
        summary: "Få hjælp af et menneske.".into(),
        keywords: keywords.iter().map(|word| (*word).to_owned()).collect(),
        locale: Locale::Da,
    }
}

#[test]
fn words_are_found_by_their_beginning_and_inside_compounds() {
    assert_eq!(paths("digi"), ["/laer/post"]);
    assert_eq!(paths("kasse"), ["/laer/post"], "in Postkasse");
    assert!(paths("asse").contains(&"/laer/post".to_owned()));
    assert_eq!(paths("ass"), [""; 0], "three letters are too few inside a word");
}

#[test]
fn a_danish_keyboard_is_not_needed() {
    assert_eq!(paths("broeker"), ["/lektier/broeker"]);
    assert_eq!(paths("BRØKER"), ["/lektier/broeker"]);
    assert_eq!(paths("hjaelp")[0], "/hjaelp");
}

#[test]
fn phrases_may_be_written_as_one_word_or_as_several() {
    for query in ["digital post", "digitalpost", "e-boks", "eboks", "e boks"] {
        assert_eq!(paths(query), ["/laer/post"], "{query}");
    }
}

#[test]
fn every_word_must_be_found() {
    assert_eq!(paths("digital pizza"), [""; 0]);
    for nothing in ["", "  ", "?!"] {
        assert_eq!(paths(nothing), [""; 0]);
    }
}

#[test]
fn a_title_says_more_than_a_keyword_and_that_more_than_the_text() {
    let extra = [service("MitID", &[]), service("Telefon", &["mitid"])];
    let hits = sound().search("mitid", Locale::Da, &extra);
    let titles: Vec<_> = hits.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(titles, ["MitID", "Telefon"]);
    assert_eq!(
        paths("brev"),
        ["/laer/post", "/hjaelp"],
        "a keyword, then the text"
    );
}

#[test]
fn hits_say_what_they_are_and_in_which_language() {
    let hit = |query, locale| sound().search(query, locale, &[]).remove(0);
    let expected = SearchHit {
        kind: SearchKind::Course,
        path: "/laer/post".into(),
        title: "Digital letters".into(),
        summary: "Find and read your letters.".into(),
        locale: Locale::En,
    };
    assert_eq!(hit("letters", Locale::En), expected);
    let danish = hit("brøk", Locale::En);
    assert_eq!((danish.kind, danish.locale), (SearchKind::Guide, Locale::Da));
    assert_eq!(hit("elev", Locale::Da).kind, SearchKind::Role);
}

#[test]
fn there_are_at_most_twenty_hits() {
    let folder = Folder::sound();
    let (_, guide) = FILES
        .iter()
        .find(|(file, _)| file.starts_with("guides/"))
        .unwrap();
    for number in 0..30 {
        folder.write(&format!("guides/nr-{number}.da.md"), guide);
    }
    assert_eq!(folder.load().library.search("brøk", Locale::Da, &[]).len(), 20);
    let long = "brøk ".repeat(10_000);
    assert_eq!(folder.load().library.search(&long, Locale::Da, &[]).len(), 20);
}
