//! What `content/README.md` lists, held against the course that was written by it.

use std::fs;

use crate::by_the_book::folder;

#[test]
fn the_course_by_the_book_uses_everything_that_it_lists() {
    let readme = fs::read_to_string(folder().join("../../../../../content/README.md")).unwrap();
    let written = written();
    let uses = |text: &str| assert!(written.contains(text), "nothing in the course has {text}");
    let tasks = between(&readme, "### Tasks", "## Glossary");
    let kinds = tasks
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    for kind in kinds.filter(|kind| *kind != "kind") {
        uses(&format!("kind = \"{kind}\""));
    }
    let blocks = tasks.lines().filter_map(|line| line.strip_prefix("```"));
    for block in blocks.filter(|block| is_task(block)) {
        uses(&format!("\n```{block}\n"));
    }
    for key in ["frame", "look"] {
        let line = tasks.lines().find(|line| line.starts_with(key)).unwrap();
        let words = line.split_once("# ").unwrap().1.replace(" or ", ", ");
        words
            .split(", ")
            .for_each(|word| uses(&format!("{key} = \"{word}\"")));
    }
    for criterion in ["all", "seen", "4 of 5"] {
        uses(&format!("criterion = \"{criterion}\""));
    }
    for word in [
        "{{municipality}}",
        "{{phone}}",
        "{{email}}",
        "{{address}}",
        "{{fact:",
    ] {
        uses(word);
    }
}

/// What stands behind a fence is a task, and not the README's own colouring.
fn is_task(block: &str) -> bool {
    !block.is_empty() && !block.starts_with('`') && block != "toml"
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = &text[text.find(start).unwrap()..];
    &after[..after.find(end).unwrap()]
}

/// Every text of the folder, one after the other.
fn written() -> String {
    let mut folders = vec![folder()];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}
