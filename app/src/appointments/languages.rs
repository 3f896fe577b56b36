//! The languages that interpreters are asked for, in the words of the page.

use domain::appointments::Language;

use crate::texts::Texts;

/// Their tags, in the order of their Danish names; Danish Sign Language last.
const INTERPRETED: [&str; 18] = [
    "ar", "prs", "en", "fa", "fr", "ku", "pl", "ro", "ru", "so", "es", "th", "ti", "tr", "de", "uk", "vi",
    "dsl",
];

/// Tag and name of each language that an interpreter can be asked for.
pub fn interpreted(texts: Texts) -> impl Iterator<Item = (String, String)> {
    INTERPRETED
        .into_iter()
        .map(move |tag| (tag.to_owned(), both_names(texts, tag)))
}

/// "arabisk (العربية)".
pub fn language_choice(texts: Texts, language: &Language) -> String {
    both_names(texts, language.as_str())
}

fn both_names(texts: Texts, tag: &str) -> String {
    let name = name(texts, tag);
    match own_name(tag) {
        Some(own) if own != name => format!("{name} ({own})"),
        _ => name.to_owned(),
    }
}

/// A language's name. One that is not among these is called by its tag.
pub fn language_name(texts: Texts, language: &Language) -> String {
    name(texts, language.as_str()).to_owned()
}

/// `ar-sy` is called what `ar` is.
fn name(texts: Texts, tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "ar" => texts.language_ar(),
        "de" => texts.language_de(),
        "dsl" => texts.language_dsl(),
        "en" => texts.language_en(),
        "es" => texts.language_es(),
        "fa" => texts.language_fa(),
        "fr" => texts.language_fr(),
        "ku" => texts.language_ku(),
        "pl" => texts.language_pl(),
        "prs" => texts.language_prs(),
        "ro" => texts.language_ro(),
        "ru" => texts.language_ru(),
        "so" => texts.language_so(),
        "th" => texts.language_th(),
        "ti" => texts.language_ti(),
        "tr" => texts.language_tr(),
        "uk" => texts.language_uk(),
        "vi" => texts.language_vi(),
        _ => tag,
    }
}

/// What those who speak it call it, for whoever cannot find its name on the page.
fn own_name(tag: &str) -> Option<&'static str> {
    Some(match tag.split('-').next().unwrap_or(tag) {
        "ar" => "العربية",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "español",
        "fa" => "فارسی",
        "fr" => "français",
        "ku" => "kurdî",
        "pl" => "polski",
        "prs" => "دری",
        "ro" => "română",
        "ru" => "русский",
        "so" => "Soomaali",
        "th" => "ไทย",
        "ti" => "ትግርኛ",
        "tr" => "Türkçe",
        "uk" => "українська",
        "vi" => "tiếng Việt",
        _ => return None,
    })
}
