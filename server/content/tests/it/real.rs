//! The content folder of this repository, as it is served.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use content::{Library, Loaded, Severity};
use domain::homework::GuideFilter;
use domain::locale::Locale;
use jiff::civil::date;

use crate::support::fjordby;

/// The day does not matter to what is an error, so it is fixed.
fn ours() -> Loaded {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"));
    Library::load(&folder, date(2026, 11, 21))
}

#[test]
fn our_own_content_has_no_errors() {
    let started = Instant::now();
    let loaded = ours();
    println!("loaded in {:?}", started.elapsed());
    for fault in &loaded.faults {
        println!("{fault}");
    }
    let errors = loaded
        .faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error);
    assert_eq!(errors.map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn our_own_pages_are_all_there_with_every_word_filled_in() {
    let (library, fjordby) = (ours().library, fjordby());
    for locale in Locale::ALL {
        let mut pages = Vec::new();
        for card in library.course_cards(locale, &HashMap::new()) {
            let course = library.course_page(&card.id, locale, &[], &fjordby);
            pages.push(serde_json::to_string(&course.unwrap()).unwrap());
            for place in library.outline(&card.id).unwrap().steps() {
                let step = library.step_page(&card.id, &place.lesson, &place.step, locale, None, &fjordby);
                pages.push(serde_json::to_string(&step.unwrap()).unwrap());
            }
        }
        for card in library.guide_cards(locale, GuideFilter::default()) {
            let guide = library.guide_page(&card.id, locale, &fjordby);
            pages.push(serde_json::to_string(&guide.unwrap()).unwrap());
        }
        for card in library.role_cards(locale) {
            let role = library.role_page(&card.id, locale, &fjordby);
            pages.push(serde_json::to_string(&role.unwrap()).unwrap());
        }
        println!("{} pages in {locale}", pages.len());
        assert!(pages.iter().all(|page| !page.contains("{{")));
    }
}
