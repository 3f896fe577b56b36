//! What has got a fault is shown as it last was, until it is mended: so an author at work sees the page and not a gap.

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::Arc;

use domain::ids::ScenarioId;

use crate::course::without_circles;
use crate::fault::{Fault, Severity};
use crate::folder::without_number;
use crate::library::{Library, Loaded};

impl Loaded {
    /// Takes what is left out for its faults from an earlier library. What has been removed from the folder is gone.
    ///
    /// The faults stay, for they are to be mended.
    #[must_use]
    pub fn keeping(mut self, before: &Library) -> Self {
        let library = &mut self.library;
        let faulty = |folder| names_with_errors(&self.faults, folder);
        library.pictures.keep(&before.pictures, &faulty("pictures"));
        let names = faulty("courses");
        keep(&mut library.courses, &before.courses, &names, |course| {
            course.id().as_str()
        });
        let names = faulty("guides");
        keep(&mut library.guides, &before.guides, &names, |guide| {
            guide.id.as_str()
        });
        let names = faulty("roles").into_iter().map(without_number).collect();
        keep(&mut library.roles, &before.roles, &names, |role| role.id.as_str());
        let names = faulty("pages");
        keep(&mut library.pages, &before.pages, &names, |page| page.id.as_str());
        // A course that is kept is kept with what it lets people practise.
        let practised = library.courses.iter().flat_map(|course| course.scenarios());
        let mut names = faulty("simulators");
        names.extend(practised.map(ScenarioId::as_str));
        keep(&mut library.simulators, &before.simulators, &names, |scenario| {
            scenario.id.as_str()
        });
        let names = faulty("texts");
        keep(&mut library.texts, &before.texts, &names, |text| {
            text.id().as_str()
        });
        if library.glossary.is_none() && faulty("").contains("glossary") {
            library.glossary.clone_from(&before.glossary);
        }
        if library.story_questions.is_none() && faulty("").contains("story-questions") {
            library.story_questions.clone_from(&before.story_questions);
        }
        if faulty("").contains("facts") {
            library.facts.clone_from(&before.facts);
        }
        // A course as it was and others as they are may lead back to each other. The faults of that have been told.
        library.graph = Some(without_circles(&mut library.courses, &mut Vec::new()));
        library.search = library.search_index();
        self
    }
}

/// Puts what is missing, and has an error, in the place where it was.
fn keep<T>(now: &mut Vec<Arc<T>>, before: &[Arc<T>], with_errors: &BTreeSet<&str>, id: fn(&T) -> &str) {
    for (place, thing) in before.iter().enumerate() {
        let is_missing = now.iter().all(|other| id(other) != id(thing));
        if is_missing && with_errors.contains(id(thing)) {
            now.insert(place.min(now.len()), Arc::clone(thing));
        }
    }
}

/// The names, without language and ending, of what has an error in a folder of the content.
fn names_with_errors<'a>(faults: &'a [Fault], folder: &str) -> BTreeSet<&'a str> {
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
    errors.filter_map(|fault| name_in(&fault.file, folder)).collect()
}

fn name_in<'a>(file: &'a Path, folder: &str) -> Option<&'a str> {
    let Component::Normal(name) = file.strip_prefix(folder).ok()?.components().next()? else {
        return None;
    };
    name.to_str()?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_belongs_to_what_its_file_is_named_after() {
        let name = |file: &'static str, folder| name_in(Path::new(file), folder);
        assert_eq!(name("courses/post/01-brev.da.md", "courses"), Some("post"));
        assert_eq!(name("guides/broeker.en.md", "guides"), Some("broeker"));
        assert_eq!(name("glossary.en.toml", ""), Some("glossary"));
        assert_eq!(name("courses", "courses"), None);
        assert_eq!(name("courses/post", "guides"), None);
    }
}
