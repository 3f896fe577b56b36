//! How questions are understood, over the small folder. What people find in our own is in `everyday_words.rs`.

use content::{Library, SearchEntry};
use domain::locale::Locale;
use domain::pages::{SearchHit, SearchKind, SearchResults};

use crate::support::{FILES, Folder};

fn sound() -> Library {
    Folder::sound().load().library
}

fn results(question: &str) -> SearchResults {
    sound().search(question, Locale::Da, &[])
}

fn paths(question: &str) -> Vec<String> {
    results(question).hits.into_iter().map(|hit| hit.path).collect()
}

fn service(title: &str, keywords: &[&str]) -> SearchEntry {
    SearchEntry {
        kind: SearchKind::Service,
        path: format!("/tid/{}", title.to_lowercase()),
        title: title.into(),
        summary: "Få hjælp af et menneske.".into(),
        keywords: keywords.iter().map(|word| (*word).to_owned()).collect(),
        locale: Locale::Da,
    }
}

#[test]
fn words_are_found_in_every_inflection() {
    for question in ["brøk", "brøker", "brøkerne", "brøks"] {
        assert_eq!(paths(question), ["/lektier/broeker"], "{question}");
    }
    assert!(paths("brevene").contains(&"/laer/post".to_owned()));
}

#[test]
fn the_last_word_may_be_only_begun() {
    assert_eq!(paths("digi"), ["/laer/post"]);
    assert_eq!(paths("post digi"), ["/laer/post"]);
    assert_eq!(paths("næv"), ["/lektier/broeker"]);
}

#[test]
fn words_are_found_inside_compounds() {
    assert_eq!(
        paths("kasse"),
        ["/laer/post"],
        "in postkasse, where no text has the word by itself"
    );
    assert_eq!(paths("asse"), [""; 0]);
}

#[test]
fn compounds_are_found_in_parts() {
    assert_eq!(paths("brevhjælp")[0], "/hjaelp");
    assert_eq!(results("brevhjælp").mended, None);
}

#[test]
fn a_danish_keyboard_is_not_needed() {
    for question in ["broeker", "BRØKER", "bröker"] {
        assert_eq!(paths(question), ["/lektier/broeker"], "{question}");
    }
    assert_eq!(paths("hjaelp")[0], "/hjaelp");
}

#[test]
fn phrases_may_be_written_as_one_word_or_as_several() {
    for question in ["digital post", "digitalpost", "e-boks", "eboks", "e boks"] {
        assert_eq!(paths(question)[0], "/laer/post", "{question}");
    }
}

#[test]
fn misspelled_words_are_mended_and_said() {
    for (question, mended) in [
        ("nævnre", "nævner"),
        ("min digtal post", "min digital post"),
        ("fuldmakt til mig", "fuldmagt til mig"),
        ("bsiidder", "bisidder"),
    ] {
        let results = results(question);
        assert_eq!(results.mended.as_deref(), Some(mended));
        assert!(!results.hits.is_empty(), "{question}");
    }
    assert_eq!(results("nævner").mended, None);
}

#[test]
fn digits_and_short_words_are_not_mended() {
    for question in ["114", "1813", "brx"] {
        assert_eq!(
            (results(question).mended, paths(question).len()),
            (None, 0),
            "{question}"
        );
    }
}

#[test]
fn words_that_say_nothing_exclude_nothing() {
    assert_eq!(paths("hvordan er det nu med en brøk"), ["/lektier/broeker"]);
}

#[test]
fn what_is_found_nowhere_is_said_and_excludes_nothing() {
    let results = results("digital pizzaovn");
    assert_eq!(results.missed, ["pizzaovn"]);
    assert_eq!(results.hits[0].path, "/laer/post");
    for nothing in ["", "  ", "?!", "xyzzy"] {
        assert_eq!(paths(nothing), [""; 0], "{nothing}");
    }
}

#[test]
fn more_of_the_question_comes_before_less_of_it() {
    let extra = [service("Brøker", &[]), service("Regning", &["brøk", "nævner"])];
    let hits = sound().search("nævner i brøk", Locale::Da, &extra).hits;
    let paths: Vec<_> = hits.iter().map(|hit| hit.path.as_str()).collect();
    assert_eq!(paths, ["/lektier/broeker", "/tid/regning", "/tid/brøker"]);
}

#[test]
fn a_title_says_more_than_a_keyword_and_that_more_than_the_text() {
    let extra = [service("Telefon", &["mitid"]), service("Dit MitID", &[])];
    let hits = sound().search("mitid", Locale::Da, &extra).hits;
    let titles: Vec<_> = hits.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(titles, ["Dit MitID", "Telefon"]);
    assert_eq!(
        paths("brev"),
        ["/laer/post", "/hjaelp"],
        "a keyword, then the text"
    );
}

#[test]
fn services_are_found_as_they_are_now() {
    let library = sound();
    let titles = |services: &[SearchEntry]| {
        let hits = library.search("legitimation", Locale::Da, services).hits;
        hits.into_iter().map(|hit| hit.title).collect::<Vec<_>>()
    };
    let (pass, card) = (
        service("Pas", &["legitimation"]),
        service("Kort", &["legitimation"]),
    );
    assert_eq!(titles(std::slice::from_ref(&pass)), ["Pas"]);
    assert_eq!(titles(&[pass, card]), ["Pas", "Kort"]);
    assert_eq!(titles(&[]), [""; 0]);
}

#[test]
fn what_a_thing_is_called_in_its_address_finds_it() {
    let mut privacy = service("Dine oplysninger", &[]);
    privacy.path = "/privatliv".into();
    let hits = sound().search("privatliv", Locale::Da, &[privacy]).hits;
    assert_eq!(hits[0].title, "Dine oplysninger");
}

#[test]
fn what_is_filled_in_later_is_not_found() {
    assert_eq!(sound().search("phone", Locale::En, &[]).missed, ["phone"]);
}

#[test]
fn hits_say_what_they_are_and_in_which_language() {
    let hit = |question, locale| sound().search(question, locale, &[]).hits.remove(0);
    let expected = SearchHit {
        kind: SearchKind::Course,
        path: "/laer/post".into(),
        title: "Digital letters".into(),
        summary: "Find and read your letters.".into(),
        locale: Locale::En,
    };
    assert_eq!(hit("digital letters", Locale::En), expected);
    assert_eq!(
        hit("digitale breve", Locale::En),
        expected,
        "by its Danish original"
    );
    let danish = hit("brøk", Locale::En);
    assert_eq!((danish.kind, danish.locale), (SearchKind::Guide, Locale::Da));
    assert_eq!(hit("elev", Locale::Da).kind, SearchKind::Role);
    assert_eq!(hit("øv dig", Locale::Da).kind, SearchKind::Exercise);
    let word = hit("power of attorney", Locale::En);
    assert_eq!(
        (word.kind, word.path.as_str()),
        (SearchKind::Word, "/ordbog#fuldmagt")
    );
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
    let library = folder.load().library;
    let hits = |question: &str| library.search(question, Locale::Da, &[]).hits.len();
    assert_eq!(hits("brøk"), 20);
    assert_eq!(hits(&"brøk ".repeat(10_000)), 20);
}
