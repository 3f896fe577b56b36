//! Pages that are no content and that people search for all the same.

use content::SearchEntry;
use domain::locale::Locale;
use domain::pages::SearchKind;

use crate::texts::Texts;

/// The ways in, as a search knows them.
pub(super) fn doors(locale: Locale) -> [SearchEntry; 9] {
    let texts = Texts::of(locale);
    let door = |path: &str, title: &str, summary: &str, keywords: &str| SearchEntry {
        kind: SearchKind::Page,
        path: path.to_owned(),
        title: title.to_owned(),
        summary: summary.to_owned(),
        keywords: keywords.split(", ").map(str::to_owned).collect(),
        locale,
    };
    [
        door(
            "/laer",
            texts.front_learn(),
            texts.front_learn_line(),
            texts.search_learn_keywords(),
        ),
        door(
            "/lektier",
            texts.front_homework(),
            texts.front_homework_line(),
            texts.search_homework_keywords(),
        ),
        door(
            "/lektier/ugeplan",
            texts.week_title(),
            texts.week_line(),
            texts.search_week_keywords(),
        ),
        door(
            "/lektier/laes",
            texts.companion_title(),
            texts.companion_line(),
            texts.search_companion_keywords(),
        ),
        door(
            "/lektier/lix",
            texts.lix_title(),
            texts.lix_line(),
            texts.search_lix_keywords(),
        ),
        door(
            "/tid",
            texts.front_appointments(),
            texts.front_appointments_line(),
            texts.search_appointments_keywords(),
        ),
        door(
            "/tid/afbud",
            texts.cancel_title(),
            texts.cancel_lead(),
            texts.search_cancel_keywords(),
        ),
        door(
            "/oevelser",
            texts.learning_exercises_title(),
            texts.learning_exercises_lead(),
            texts.search_exercises_keywords(),
        ),
        door(
            "/ordbog",
            texts.learning_glossary_title(),
            texts.learning_glossary_lead(),
            texts.search_glossary_keywords(),
        ),
    ]
}
