//! Which texts a page needs in the browser, found in the code itself.
//!
//! A *part* is the texts that are fetched together: [`FIRST`] for what stands around every page and for the front page, and
//! one for each bundle of `lazy_pages!`, under its name. A text is in the parts in whose files its method's name stands, so nobody
//! keeps a list, and no page can lack a text. What the server alone says, in mails or to programs, is in none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The part that every visitor fetches.
pub const FIRST: &str = "first";

/// These name the pages of every feature, and show none.
const TABLES_OF_CONTENTS: [&str; 2] = ["src/app.rs", "src/lib.rs"];

/// For each part the texts that it holds.
pub type Parts = BTreeMap<String, BTreeSet<String>>;

/// Looks through the sources for the methods of the texts.
pub fn find<'a>(texts: impl Iterator<Item = &'a String>) -> Parts {
    let files = without_the_server_s(rust_files(Path::new("src")));
    let features = Features::of(&files);
    let texts: BTreeSet<&str> = texts.map(String::as_str).collect();
    let (mut own, mut borrowed) = (Parts::new(), Parts::new());
    for (path, code) in &files {
        let part = features.part_of(path);
        let (code, _) = code.split_once("#[cfg(test)]\nmod tests {").unwrap_or((code, ""));
        let named = words(code).filter(|word| texts.contains(word)).map(str::to_owned);
        own.entry(part.to_owned()).or_default().extend(named);
        if shows_something(path) {
            let lenders = features.mentioned_in(path, code);
            borrowed.entry(part.to_owned()).or_default().extend(lenders);
        }
    }
    with_what_is_borrowed(&own, &borrowed)
}

/// Whether what a file uses may end up on its own pages. What server functions call does not.
fn shows_something(path: &Path) -> bool {
    let name = path.to_string_lossy();
    !name.ends_with("api.rs") && !TABLES_OF_CONTENTS.contains(&&*name)
}

/// A bundle that uses another one's code may show its texts, and those that it uses in turn. What every visitor has anyway is
/// left out.
fn with_what_is_borrowed(own: &Parts, borrowed: &Parts) -> Parts {
    let whole = |part: &str| -> BTreeSet<String> {
        let lenders = all_lenders(part, borrowed);
        lenders
            .iter()
            .filter_map(|lender| own.get(lender))
            .flatten()
            .cloned()
            .collect()
    };
    let first = whole(FIRST);
    let rest = |part: &String| whole(part).difference(&first).cloned().collect();
    let mut parts: Parts = own.keys().map(|part| (part.clone(), rest(part))).collect();
    parts.insert(FIRST.to_owned(), first);
    parts
}

/// A part, and whatever it borrows from, directly or not.
fn all_lenders(part: &str, borrowed: &Parts) -> BTreeSet<String> {
    let mut lenders = BTreeSet::new();
    let mut new = vec![part.to_owned()];
    while let Some(lender) = new.pop() {
        if lenders.insert(lender.clone()) {
            new.extend(borrowed.get(&lender).into_iter().flatten().cloned());
        }
    }
    lenders
}

/// The folders that hold a `lazy_pages!`, with the name of its bundle.
struct Features(BTreeMap<PathBuf, String>);

impl Features {
    fn of(files: &[(PathBuf, String)]) -> Self {
        let feature = |(path, code): &(PathBuf, String)| {
            let (_, pages) = code.split_once("\nlazy_pages! {")?;
            let (name, _) = pages.split_once(':')?;
            Some((path.parent()?.to_owned(), name.trim().to_owned()))
        };
        Self(files.iter().filter_map(feature).collect())
    }

    /// The bundle of the innermost feature around a file.
    fn part_of(&self, path: &Path) -> &str {
        path.ancestors()
            .find_map(|folder| self.0.get(folder))
            .map_or(FIRST, String::as_str)
    }

    /// The features whose code a file uses: those of its outer folders, and those it imports from.
    fn mentioned_in<'a>(&'a self, path: &'a Path, code: &'a str) -> impl Iterator<Item = String> + 'a {
        let mentions = |folder: &Path| {
            let name = folder
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            code.contains(&format!("crate::{name}")) || in_a_group(code, name)
        };
        let used = move |folder: &Path| path.starts_with(folder) || mentions(folder);
        self.0
            .iter()
            .filter(move |(folder, _)| used(folder))
            .map(|(_, feature)| feature.clone())
    }
}

/// Whether `use crate::{a, b::C}` imports from `name`.
fn in_a_group(code: &str, name: &str) -> bool {
    let groups = code.split("crate::{").skip(1);
    groups
        .filter_map(|group| group.split_once(';'))
        .any(|(group, _)| words(group).any(|word| word == name))
}

/// The files that are compiled for the browser too.
fn without_the_server_s(mut files: Vec<(PathBuf, String)>) -> Vec<(PathBuf, String)> {
    let of_the_server: Vec<PathBuf> = files
        .iter()
        .flat_map(|(path, code)| server_modules(path, code))
        .collect();
    files.retain(|(path, _)| !of_the_server.iter().any(|module| is_of(path, module)));
    files
}

/// The modules that a file declares for the server only, without an ending.
fn server_modules(path: &Path, code: &str) -> Vec<PathBuf> {
    let is_root = path.ends_with("mod.rs") || path.ends_with("lib.rs");
    let folder = if is_root {
        path.with_file_name("")
    } else {
        path.with_extension("")
    };
    let declared = code
        .split("#[cfg(feature = \"ssr\")]\n")
        .skip(1)
        .filter_map(|item| {
            let (_, name) = item.lines().next()?.split_once("mod ")?;
            name.strip_suffix(';')
        });
    declared.map(|name| folder.join(name)).collect()
}

fn is_of(path: &Path, module: &Path) -> bool {
    path.with_extension("") == module || path.starts_with(module)
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|sign: char| !sign.is_alphanumeric() && sign != '_')
}

fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("the sources can be listed").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.push((path, code));
        }
    }
    files
}
