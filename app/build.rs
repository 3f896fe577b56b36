//! Makes Rust of the interface's texts, so that a missing key or translation does not compile.
//!
//! `locales/<tag>.json` holds groups of keys. `{"nav": {"home": "Forside"}}` becomes `Texts::nav_home(self) -> &'static str`;
//! a text with `{name}` in it becomes a method that takes `name`. Danish is the original: every other catalogue must have
//! the same keys with the same names in braces.
//!
//! The server has all catalogues compiled in. The browser has none: it fetches the parts it needs as plain arrays, so the
//! texts weigh nothing in the wasm, and a page carries the texts of its own feature only.

#[path = "build/parts.rs"]
mod parts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use parts::Parts;

/// Catalogues, the original first.
const TAGS: [&str; 3] = ["da", "en", "ar"];

type Catalogue = BTreeMap<String, String>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    // Which feature says what.
    println!("cargo::rerun-if-changed=src");
    let catalogues = TAGS.map(|tag| (tag, read(tag)));
    let (_, original) = &catalogues[0];
    for (tag, catalogue) in &catalogues[1..] {
        compare(original, tag, catalogue);
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let parts = parts::find(original.keys());
    let rust = generate(&catalogues) + &generate_parts(original, &parts);
    fs::write(Path::new(&out).join("texts.rs"), rust).expect("OUT_DIR is writable");
}

fn read(tag: &str) -> Catalogue {
    let path = format!("locales/{tag}.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let Value::Object(groups) = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
    else {
        panic!("{path}: write an object of groups");
    };
    let mut catalogue = Catalogue::new();
    for (group, keys) in groups {
        for (key, text) in keys
            .as_object()
            .unwrap_or_else(|| panic!("{path}: {group} is not a group of keys"))
        {
            let text = text
                .as_str()
                .unwrap_or_else(|| panic!("{path}: {group}.{key} is not a text"));
            let earlier = catalogue.insert(format!("{group}_{key}"), text.to_owned());
            assert!(
                earlier.is_none(),
                "{path}: {group}.{key} has the same name as another key: rename it"
            );
        }
    }
    catalogue
}

fn compare(original: &Catalogue, tag: &str, catalogue: &Catalogue) {
    for (key, text) in original {
        let translated = catalogue
            .get(key)
            .unwrap_or_else(|| panic!("locales/{tag}.json lacks {key}: translate it"));
        assert_eq!(
            names(text),
            names(translated),
            "locales/{tag}.json: {key} must use the same words in braces"
        );
    }
    for key in catalogue.keys() {
        assert!(
            original.contains_key(key),
            "locales/{tag}.json: {key} is not in da.json: remove it or add it there"
        );
    }
}

/// The names in braces, sorted and once each.
fn names(text: &str) -> Vec<String> {
    let mut names: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}

fn generate(catalogues: &[(&str, Catalogue)]) -> String {
    let mut rust = String::new();
    let (_, original) = &catalogues[0];
    for (tag, catalogue) in catalogues {
        let strings: Vec<_> = catalogue.values().collect();
        writeln!(rust, "#[cfg(feature = \"ssr\")]").expect("a string takes everything");
        writeln!(
            rust,
            "pub(super) static {}: [&str; {}] = {strings:?};",
            tag.to_uppercase(),
            strings.len()
        )
        .expect("a string takes everything");
    }
    rust.push_str("impl Texts {\n");
    for (index, (key, text)) in original.iter().enumerate() {
        rust.push_str(&method(index, key, text));
    }
    rust.push_str("}\n");
    rust
}

fn method(index: usize, key: &str, text: &str) -> String {
    let names = names(text);
    let doc = text.replace('\n', " ");
    if names.is_empty() {
        return format!("    /// {doc}\n    pub fn {key}(self) -> &'static str {{ self.get({index}) }}\n");
    }
    let parameters: Vec<_> = names
        .iter()
        .map(|name| format!("{name}: impl std::fmt::Display"))
        .collect();
    let pairs: Vec<_> = names
        .iter()
        .map(|name| format!("({name:?}, {name}.to_string())"))
        .collect();
    format!(
        "    /// {doc}\n    pub fn {key}(self, {}) -> String {{ self.fill({index}, &[{}]) }}\n",
        parameters.join(", "),
        pairs.join(", ")
    )
}

/// A name for each part, and for the server which texts it holds.
fn generate_parts(original: &Catalogue, parts: &Parts) -> String {
    let mut rust = String::from("impl Part {\n");
    let mut held = Vec::new();
    for (name, keys) in parts {
        writeln!(
            rust,
            "    pub(crate) const fn {name}() -> Self {{ Self({name:?}) }}"
        )
        .expect("a string takes everything");
        let numbers = original.keys().enumerate().filter(|(_, key)| keys.contains(*key));
        held.push((name, numbers.map(|(index, _)| index).collect::<Vec<_>>()));
    }
    let held: Vec<_> = held
        .iter()
        .map(|(name, numbers)| format!("(Part::{name}(), &{numbers:?})"))
        .collect();
    writeln!(
        rust,
        "}}\n#[cfg(feature = \"ssr\")]\npub(super) static PARTS: [(Part, &[usize]); {}] = [{}];",
        held.len(),
        held.join(", ")
    )
    .expect("a string takes everything");
    rust
}
