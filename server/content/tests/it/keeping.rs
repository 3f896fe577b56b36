//! A folder in which something has been spoiled since it was last read.

use std::collections::HashMap;

use content::{Library, Severity};
use domain::learning::CourseCard;
use domain::locale::Locale;

use crate::support::{COVER, FILES, Folder, ROLE, SCENARIO, SCENARIO_EN, fjordby, guide_reader, id};

fn course_titles(library: &Library) -> Vec<String> {
    let cards: Vec<CourseCard> = library.course_cards(Locale::Da, &HashMap::new());
    cards.into_iter().map(|card| card.title).collect()
}

#[test]
fn whatever_file_is_spoiled_nothing_is_missing() {
    let before = Folder::sound().load().library;
    for (file, _) in FILES {
        let folder = Folder::sound();
        folder.write(file, "+++\n");
        let loaded = folder.load();
        assert!(
            loaded
                .faults
                .iter()
                .any(|fault| fault.severity == Severity::Error),
            "{file}"
        );
        let kept = loaded.keeping(&before).library;
        assert_eq!(kept.census(), before.census(), "{file}");
        assert_eq!(kept.picture("brev.svg"), before.picture("brev.svg"), "{file}");
        assert_eq!(
            kept.search("brev", Locale::Da, &[]),
            before.search("brev", Locale::Da, &[]),
            "{file}"
        );
    }
}

#[test]
fn the_faults_are_told_all_the_same() {
    let before = Folder::sound().load().library;
    let folder = Folder::sound();
    folder.replace(COVER, "level = 1", "level = 7");
    let faults = folder.load().faults;
    assert_eq!(folder.load().keeping(&before).faults, faults);
}

#[test]
fn what_is_sound_is_shown_as_it_is_now() {
    let before = Folder::sound().load().library;
    let folder = Folder::sound();
    folder.replace(COVER, "Digital Post", "Dine breve");
    folder.write(ROLE, "no page");
    assert_eq!(
        course_titles(&folder.load().keeping(&before).library),
        ["Dine breve"]
    );
}

#[test]
fn what_has_been_removed_is_gone() {
    let before = Folder::sound().load().library;
    let folder = Folder::sound();
    folder.remove("courses/post");
    folder.remove("guides/broeker.da.md");
    let library = folder.load().keeping(&before).library;
    assert!(library.outline(&id("post")).is_none());
    assert!(
        library
            .guide_page(&id("broeker"), guide_reader(&fjordby(), Locale::Da))
            .is_none()
    );
}

#[test]
fn a_course_that_is_kept_is_kept_with_its_exercise() {
    let before = Folder::sound().load().library;
    let folder = Folder::sound();
    for file in [SCENARIO, SCENARIO_EN] {
        folder.remove(file);
    }
    let loaded = folder.load();
    assert!(loaded.library.outline(&id("post")).is_none());
    let kept = loaded.keeping(&before).library;
    assert_eq!(kept.census(), before.census());
    folder.remove("courses/post");
    let gone = folder.load().keeping(&kept).library;
    assert!(gone.scenario_cards(Locale::Da).is_empty());
}

#[test]
fn what_is_mended_is_shown_anew() {
    let before = Folder::sound().load().library;
    let folder = Folder::sound();
    folder.replace(COVER, "level = 1", "level = 7");
    let kept = folder.load().keeping(&before).library;
    folder.replace(COVER, "level = 7", "level = 2");
    folder.replace(COVER, "Digital Post", "Dine breve");
    assert_eq!(
        course_titles(&folder.load().keeping(&kept).library),
        ["Dine breve"]
    );
}

#[test]
fn courses_that_now_ask_for_each_other_are_shown_as_they_were() {
    let folder = Folder::sound();
    folder.copy_course("mitid");
    let before = folder.load().library;
    folder.replace(COVER, "prerequisites = []", "prerequisites = [\"mitid\"]");
    let mitid = COVER.replace("post", "mitid");
    folder.replace(&mitid, "prerequisites = []", "prerequisites = [\"post\"]");
    let loaded = folder.load();
    assert!(loaded.library.outline(&id("post")).is_none());
    let kept = loaded.keeping(&before).library;
    assert_eq!(kept.census(), before.census());
}
