//! The drawings: checked, because an SVG can carry a script, and addressed by what is in them, so that browsers may keep
//! them for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use domain::ids::GuideId;
use domain::pages::Picture;
use sha2::{Digest, Sha256};

use crate::document::Context;
use crate::fault::{Fault, any_error};
use crate::fields::Fields;
use crate::folder::{file_name, list};

const FOLDER: &str = "pictures";
const MAX_BYTES: usize = 10 * 1024;
/// Scripts as elements, with and without a namespace, and as addresses.
const SCRIPTS: [&str; 3] = ["<script", ":script", "javascript:"];

/// A drawing, ready to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// SVG.
    pub bytes: Vec<u8>,
    /// The first 8 hex digits of the bytes' SHA-256: the `v` in its address, and fit for an `ETag`.
    pub hash: String,
}

/// The drawings without faults, by file name.
#[derive(Debug, Default)]
pub(crate) struct Pictures(BTreeMap<String, PictureFile>);

impl Pictures {
    /// Reads the folder. A drawing with a fault is left out, and so counts as missing where it is used.
    pub(crate) fn load(root: &Path, faults: &mut Vec<Fault>) -> Self {
        let mut pictures = BTreeMap::new();
        for path in list(root, Path::new(FOLDER), faults) {
            match read(root, &path) {
                Ok(picture) => {
                    pictures.insert(file_name(&path).to_owned(), picture);
                }
                Err(mut found) => faults.append(&mut found),
            }
        }
        Self(pictures)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&PictureFile> {
        self.0.get(name)
    }

    /// The names of the drawings that begin so.
    pub(crate) fn names<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(move |name| name.starts_with(beginning))
    }

    /// Takes drawings with an error from earlier ones. `names` are theirs, without the ending.
    pub(crate) fn keep(&mut self, before: &Self, names: &BTreeSet<&str>) {
        let has_error = |name: &str| names.contains(name.trim_end_matches(".svg"));
        for (name, picture) in before.0.iter().filter(|(name, _)| has_error(name)) {
            self.0.entry(name.clone()).or_insert_with(|| picture.clone());
        }
    }

    /// Where a drawing is served: `/pictures/brev.svg?v=0123abcd`.
    pub(crate) fn address(&self, name: &str) -> String {
        match self.get(name) {
            Some(picture) => format!("/{FOLDER}/{name}?v={}", picture.hash),
            None => format!("/{FOLDER}/{name}"),
        }
    }
}

/// Reads `picture` and `picture_alt` where both must be there.
pub(crate) fn read_picture(context: &Context, fields: &mut Fields) -> Option<Picture> {
    let name = fields.located_text("picture");
    let alt = fields.text("picture_alt");
    let name = name?;
    check_exists(context, fields, &name.value, name.at);
    Some(Picture {
        src: context.pictures.address(&name.value),
        alt: alt?,
    })
}

/// Reads `picture` and `picture_alt` where both may be left out, but only together.
pub(crate) fn read_optional_picture(context: &Context, fields: &mut Fields) -> Option<Picture> {
    let name = fields.optional_text("picture");
    let alt = fields.optional_text("picture_alt");
    match (name, alt) {
        (Some(name), Some(alt)) => {
            check_exists(context, fields, &name.value, name.at);
            let src = context.pictures.address(&name.value);
            Some(Picture { src, alt: alt.value })
        }
        (Some(_), None) => {
            fields.missing("picture_alt", "what the picture shows: picture_alt = \"…\"");
            None
        }
        (None, Some(_)) => {
            fields.missing("picture", "picture = \"….svg\", or remove picture_alt");
            None
        }
        (None, None) => None,
    }
}

fn check_exists(context: &Context, fields: &Fields, name: &str, at: usize) {
    if context.pictures.get(name).is_none() {
        let (problem, cure) = missing(name);
        fields.faults().error(at, problem, cure);
    }
}

/// Problem and cure of a picture that is used and cannot be shown.
pub(crate) fn missing(name: &str) -> (String, String) {
    (
        format!("There is no sound picture `{name}`"),
        format!("use a name that stands in {FOLDER}/, or mend that picture"),
    )
}

fn read(root: &Path, path: &Path) -> Result<PictureFile, Vec<Fault>> {
    let bytes = std::fs::read(root.join(path)).map_err(|error| {
        let problem = format!("The picture cannot be read: {error}");
        vec![Fault::of_file(
            path,
            problem,
            "see that it is a file and may be read",
        )]
    })?;
    let faults = check(path, &bytes);
    if any_error(&faults) {
        return Err(faults);
    }
    let hash = short_hash(&bytes);
    Ok(PictureFile { bytes, hash })
}

fn check(path: &Path, bytes: &[u8]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut note = |line, problem: &str, cure: &str| {
        faults.push(Fault {
            line,
            ..Fault::of_file(path, problem, cure)
        });
    };
    let name = file_name(path).strip_suffix(".svg");
    if name.is_none_or(|name| GuideId::parse(name).is_err()) {
        note(
            1,
            "The name is not that of a drawing",
            "name it with a-z, 0-9 and '-', and .svg",
        );
    }
    if bytes.len() > MAX_BYTES {
        note(
            1,
            "The drawing is larger than 10 KB",
            "draw it with fewer points, or round its numbers",
        );
    }
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    if !text.starts_with("<svg") || !text.trim_end().ends_with("</svg>") {
        note(
            1,
            "The file is not a whole SVG",
            "begin it with <svg and end it with </svg>",
        );
    }
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    if let Some(at) = SCRIPTS.iter().find_map(|script| text.find(script)) {
        note(line(at), "The drawing has a script", "remove <script>");
    }
    if let Some(at) = event_attribute(&text) {
        note(
            line(at),
            "The drawing has an attribute that runs a script",
            "remove the attributes that begin with on",
        );
    }
    faults
}

/// Where an attribute such as `onload=` stands. The text is in lower case.
fn event_attribute(text: &str) -> Option<usize> {
    let is_edge = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'/');
    let starts = text.match_indices("on").map(|(at, _)| at);
    starts
        .filter(|at| *at > 0 && is_edge(text.as_bytes()[at - 1]))
        .find(|at| {
            let name_and_rest = &text[*at..];
            let rest = name_and_rest.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
            rest.len() + 2 < name_and_rest.len() && rest.trim_start().starts_with('=')
        })
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(4)
        .fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(svg: &str) -> Vec<(usize, String)> {
        let faults = check(Path::new("pictures/a.svg"), svg.as_bytes());
        faults
            .into_iter()
            .map(|fault| (fault.line, fault.problem))
            .collect()
    }

    #[test]
    fn a_drawing_carries_no_script() {
        assert!(problems("<svg><path d=\"M1 1\"/><text>on = 1</text></svg>\n").is_empty());
        assert_eq!(
            problems("<svg>\n<SCRIPT/></svg>"),
            [(2, "The drawing has a script".into())]
        );
        for attribute in [" onload=\"x\"", "\nonClick = 'x'", "/onerror=x"] {
            let svg = format!("<svg><path{attribute}/></svg>");
            assert_eq!(problems(&svg).len(), 1, "{svg}");
        }
    }

    #[test]
    fn a_drawing_is_whole_and_small() {
        assert_eq!(problems("<?xml?><svg></svg>").len(), 1);
        assert_eq!(problems("<svg>").len(), 1);
        assert_eq!(
            problems(&format!("<svg>{}</svg>", " ".repeat(MAX_BYTES))).len(),
            1
        );
    }

    #[test]
    fn the_hash_is_the_beginning_of_sha_256() {
        assert_eq!(short_hash(b""), "e3b0c442");
    }
}
