//! Words in `{{ }}`: those of the municipality's settings are filled in when a page is shown, figures when a file is read.

use domain::facts::Facts;
use domain::locale::Locale;
use domain::municipality::Municipality;

use crate::fault::FileFaults;
use crate::source::SourceFile;

const WORDS: [&str; 4] = ["municipality", "phone", "email", "address"];
/// What stands before the id of a figure: `{{fact:am-bidrag}}`.
const FACT: &str = "{{fact:";

/// Fills the municipality's words into HTML. They are escaped, so that no setting can break a page.
pub fn fill(html: &str, municipality: &Municipality) -> String {
    replace(html, |word| {
        let text = escape(value(word, municipality));
        // A number that is broken over two lines is misread.
        if word == "phone" {
            text.replace(' ', "\u{a0}")
        } else {
            text
        }
    })
}

/// Fills the municipality's words into a text that is not HTML.
pub(crate) fn fill_plain(text: &str, municipality: &Municipality) -> String {
    replace(text, |word| value(word, municipality).to_owned())
}

/// Fills figures into a text, written as its language writes them. Names that no figure has are left as they are.
pub(crate) fn fill_facts(text: &str, facts: &Facts, locale: Locale) -> String {
    let mut parts = text.split(FACT);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part
            .split_once("}}")
            .and_then(|(id, after)| Some((facts.get(id)?, after)));
        match named {
            Some((fact, after)) => filled.extend([&fact.value.text(locale), after]),
            None => filled.extend([FACT, part]),
        }
    }
    filled
}

/// A text as it stands in HTML, between tags or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// Notes words in `{{ }}` that nobody fills in: unknown ones, and any in the front matter.
pub(crate) fn check(source: &SourceFile, faults: &FileFaults) {
    refuse(source, faults, "use them in the text below the front matter only");
    let body = source.body();
    for (at, _) in body.match_indices("{{") {
        let rest = &body[at..];
        if next_word(rest).is_some_and(|found| found.start == 0) {
            continue;
        }
        match unknown_fact(rest) {
            Some(id) => faults.error(
                source.body.start + at,
                format!("There is no figure `{id}`"),
                "use an id that stands in facts.toml, or mend what is wrong there",
            ),
            None => faults.error(
                source.body.start + at,
                "The word in {{ }} is unknown",
                known_words(),
            ),
        }
    }
}

/// Notes every word in `{{ }}` of a file that is TOML throughout, where none is filled in.
pub(crate) fn check_without_words(source: &SourceFile, faults: &FileFaults) {
    refuse(source, faults, "write what it is about without them");
}

fn refuse(source: &SourceFile, faults: &FileFaults, cure: &str) {
    for (at, _) in source.matter().match_indices("{{") {
        faults.error(
            source.matter.start + at,
            "Words in {{ }} are not filled in here",
            cure,
        );
    }
}

/// The id, where a figure is named here. Those that exist have been filled in before.
fn unknown_fact(text: &str) -> Option<&str> {
    let (id, _) = text.strip_prefix(FACT)?.split_once("}}")?;
    (!id.contains(['{', '\n'])).then_some(id)
}

struct Found {
    word: &'static str,
    start: usize,
    end: usize,
}

fn replace(text: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(found) = next_word(rest) {
        filled.push_str(&rest[..found.start]);
        filled.push_str(&value(found.word));
        rest = &rest[found.end..];
    }
    filled.push_str(rest);
    filled
}

fn next_word(text: &str) -> Option<Found> {
    text.match_indices("{{").find_map(|(start, _)| {
        let word_start = start + 2;
        let word = WORDS.into_iter().find(|word| {
            let after = text[word_start..].strip_prefix(word);
            after.is_some_and(|after| after.starts_with("}}"))
        })?;
        let end = word_start + word.len() + 2;
        Some(Found { word, start, end })
    })
}

fn value<'a>(word: &str, municipality: &'a Municipality) -> &'a str {
    match word {
        "municipality" => &municipality.name,
        "phone" => &municipality.phone,
        "email" => &municipality.email,
        _ => &municipality.address,
    }
}

fn known_words() -> String {
    let words = WORDS.map(|word| format!("{{{{{word}}}}}"));
    format!("use one of {}, {FACT}…}}}}, without spaces", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn municipality() -> Municipality {
        Municipality {
            name: "Fjord & By {{phone}}".into(),
            phone: "99 00 00 00".into(),
            email: "a@b.dk".into(),
            address: "Torvet \"1\"".into(),
        }
    }

    #[test]
    fn words_are_filled_in_once_and_escaped_in_html() {
        let text = "{{municipality}} {{ phone }} {{phone}}{{address}} {{other}} {{{email}}}";
        assert_eq!(
            fill(text, &municipality()),
            "Fjord &amp; By {{phone}} {{ phone }} 99\u{a0}00\u{a0}00\u{a0}00Torvet &quot;1&quot; {{other}} {{{email}}}"
        );
        assert_eq!(fill_plain("{{address}}", &municipality()), "Torvet \"1\"");
    }
}
