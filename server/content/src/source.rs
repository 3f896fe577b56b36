//! One file of content, cut into front matter and text.

use std::ops::Range;
use std::path::{Path, PathBuf};

use domain::facts::Facts;
use domain::locale::Locale;

use crate::fault::{Fault, FileFaults};
use crate::fields::Located;
use crate::markdown::fill_facts;
use crate::numbers::{keep_numbers_whole, set_sums_apart};
use crate::quotes::set_quotes_apart;

const FENCE: &str = "+++";

/// A file that has been read. Every position in it is a byte of `text`.
pub(crate) struct SourceFile {
    /// Relative to the content folder.
    pub(crate) path: PathBuf,
    pub(crate) locale: Locale,
    pub(crate) text: String,
    /// The TOML between the two fences; all of a file that is TOML throughout.
    pub(crate) matter: Range<usize>,
    /// The Markdown after them.
    pub(crate) body: Range<usize>,
}

impl SourceFile {
    /// Reads a file of Markdown below front matter, or of TOML. What cannot be read as that is one fault.
    pub(crate) fn read(root: &Path, path: &Path, locale: Locale) -> Result<Self, Fault> {
        let mut text = read_text(root, path)?;
        if locale.is_from_right() {
            text = set_quotes_apart(&set_sums_apart(&keep_numbers_whole(&text)));
        }
        let parts = if path.extension().is_some_and(|ending| ending == "toml") {
            Some((0..text.len(), text.len()..text.len()))
        } else {
            split(&text)
        };
        let (matter, body) = parts.ok_or_else(|| no_front_matter(path))?;
        Ok(Self {
            path: path.to_owned(),
            locale,
            text,
            matter,
            body,
        })
    }

    /// The byte at which a text of its TOML begins; its key stands at `text.at`.
    pub(crate) fn place_of(&self, text: &Located<String>) -> usize {
        let first_line = text.value.lines().next().unwrap_or_default();
        let after_key = self.text.get(text.at..).unwrap_or_default();
        text.at + after_key.find(first_line).unwrap_or(0)
    }

    /// The file with figures in the places of their names. Every line stays where it is.
    pub(crate) fn with_facts(mut self, facts: &Facts) -> Self {
        let body = fill_facts(self.body(), facts, self.locale);
        self.text.truncate(self.body.start);
        self.text.push_str(&body);
        self.body.end = self.text.len();
        self
    }

    /// An empty list of faults for this file.
    pub(crate) fn faults(&self) -> FileFaults {
        FileFaults::new(&self.path, &self.text)
    }

    /// The front matter's text.
    pub(crate) fn matter(&self) -> &str {
        &self.text[self.matter.clone()]
    }

    /// The text below the front matter.
    pub(crate) fn body(&self) -> &str {
        &self.text[self.body.clone()]
    }
}

/// Reads a file as text. What cannot be read is one fault.
pub(crate) fn read_text(root: &Path, path: &Path) -> Result<String, Fault> {
    let bytes = std::fs::read(root.join(path)).map_err(|error| {
        Fault::of_file(
            path,
            format!("The file cannot be read: {error}"),
            "see that it exists and may be read",
        )
    })?;
    String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> Fault {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    Fault {
        line: String::from_utf8_lossy(good).matches('\n').count() + 1,
        ..Fault::of_file(path, "The file is not UTF-8 text", "save it again as UTF-8")
    }
}

fn no_front_matter(path: &Path) -> Fault {
    Fault::of_file(
        path,
        "The front matter is missing or does not end",
        "begin the file with front matter between two lines of +++",
    )
}

fn split(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = line_ranges(text, start);
    let first = lines.next().filter(|line| is_fence(text, line))?;
    let last = lines.find(|line| is_fence(text, line))?;
    Some((first.end..last.start, last.end..text.len()))
}

fn line_ranges(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    text[start..].split_inclusive('\n').scan(start, |at, line| {
        let range = *at..*at + line.len();
        *at = range.end;
        Some(range)
    })
}

fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_end() == FENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        split(text).map(|(matter, body)| (&text[matter], &text[body]))
    }

    #[test]
    fn front_matter_stands_between_two_fences() {
        assert_eq!(parts("+++\na = 1\n+++\n\ntext\n"), Some(("a = 1\n", "\ntext\n")));
        assert_eq!(
            parts("\u{feff}+++\r\na = 1\r\n+++\r\ntext"),
            Some(("a = 1\r\n", "text"))
        );
        assert_eq!(parts("+++\n+++"), Some(("", "")));
    }

    #[test]
    fn without_both_fences_there_is_none() {
        for text in ["", "text", "+++\na = 1\n", "\n+++\n+++\n", "++++\n+++\n"] {
            assert_eq!(parts(text), None, "{text:?}");
        }
    }
}
