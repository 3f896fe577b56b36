//! Which files there are. Names are ids, so a name that cannot be one is a fault.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::ids::{CourseId, TextId};
use domain::locale::Locale;

use crate::fault::{Fault, Severity};
use crate::naming::Naming;
use crate::reserved::Place;

const KNOWN: [&str; 10] = [
    "README.md",
    "courses",
    "demo",
    "facts.toml",
    "guides",
    "pages",
    "pictures",
    "roles",
    "simulators",
    "texts",
];
/// The folder in a course's own that holds what its helpers are told.
const SCRIPTS: &str = "helper";
/// The name of the one file of the glossary, before its language.
const GLOSSARY: &str = "glossary";
/// The name of the one file of questions about stories, before its language.
const STORY_QUESTIONS: &str = "story-questions";
/// What stands in one file for each language.
const ONE_FILE: [&str; 2] = [GLOSSARY, STORY_QUESTIONS];
/// The folder of texts to read.
const TEXTS: &str = "texts";

/// The files of one thing, by language, relative to the content folder. Danish is always among them.
pub(crate) type TranslatedFiles = BTreeMap<Locale, PathBuf>;

/// Things by the names of their files, without the language.
pub(crate) type NamedFiles = BTreeMap<String, TranslatedFiles>;

/// The files of a course.
pub(crate) struct CourseFiles {
    pub(crate) id: CourseId,
    pub(crate) cover: TranslatedFiles,
    /// By number and name, "01-hvad-er-det", which is their order.
    pub(crate) lessons: NamedFiles,
    /// What helpers are told, by the lessons' numbers and names. It may be missing.
    pub(crate) scripts: NamedFiles,
    /// What is wrong with the names of its files.
    pub(crate) faults: Vec<Fault>,
}

/// The file of a text to read.
pub(crate) struct TextFile {
    pub(crate) id: TextId,
    pub(crate) locale: Locale,
    pub(crate) path: PathBuf,
}

/// Warns of what stands in the content folder and is nobody's: a misspelt folder would else be missed in silence.
pub(crate) fn check_root(root: &Path, faults: &mut Vec<Fault>) {
    let strangers = list(root, Path::new(""), faults);
    let is_one_file = |name: &str| ONE_FILE.iter().any(|one| locale_of(one, name).is_some());
    let is_known = |name: &str| KNOWN.contains(&name) || is_one_file(name);
    for path in strangers.iter().filter(|path| !is_known(file_name(path))) {
        faults.push(Fault {
            severity: Severity::Warning,
            ..bad_name(
                path,
                &format!(
                    "one of {}, {}.da.toml",
                    KNOWN.join(", "),
                    ONE_FILE.join(".da.toml, ")
                ),
            )
        });
    }
}

/// Finds the files of a folder of roles or scenarios.
pub(crate) fn named_files(root: &Path, folder: &str, naming: Naming, faults: &mut Vec<Fault>) -> NamedFiles {
    let files = list(root, Path::new(folder), faults);
    group(files, naming, faults)
}

/// Finds the files of a folder whose names stand in addresses beside the application's own words: guides and pages.
pub(crate) fn addressed_files(
    root: &Path,
    folder: &str,
    place: Place,
    faults: &mut Vec<Fault>,
) -> NamedFiles {
    let mut files = named_files(root, folder, Naming::Plain, faults);
    files.retain(|name, files| {
        let problem = place.problem(name);
        if let Some((problem, path)) = problem.clone().zip(files.values().next()) {
            faults.push(Fault::of_file(path, problem, "give the file another name"));
        }
        problem.is_none()
    });
    files
}

/// Finds the texts to read, each in the one language it is written in; there need not be any.
pub(crate) fn text_files(root: &Path, faults: &mut Vec<Fault>) -> Vec<TextFile> {
    if !root.join(TEXTS).exists() {
        return Vec::new();
    }
    let mut files: Vec<TextFile> = Vec::new();
    for path in list(root, Path::new(TEXTS), faults) {
        let Some((name, locale)) = Naming::Plain.parse(file_name(&path)) else {
            faults.push(bad_name(&path, Naming::Plain.expected()));
            continue;
        };
        let Ok(id) = TextId::parse(name) else { continue };
        if files.iter().any(|file| file.id == id) {
            faults.push(Fault::of_file(
                &path,
                "A text with this name is there in another language",
                "give it a name of its own: texts are not translated",
            ));
            continue;
        }
        files.push(TextFile { id, locale, path });
    }
    files
}

/// Finds the glossary in all its languages; there need not be one.
pub(crate) fn glossary_files(root: &Path, faults: &mut Vec<Fault>) -> TranslatedFiles {
    one_file(root, GLOSSARY, faults)
}

/// Finds the questions about stories in all their languages; there need not be any.
pub(crate) fn story_question_files(root: &Path, faults: &mut Vec<Fault>) -> TranslatedFiles {
    one_file(root, STORY_QUESTIONS, faults)
}

fn one_file(root: &Path, name: &str, faults: &mut Vec<Fault>) -> TranslatedFiles {
    // A folder that cannot be read has been noted by now.
    let paths = list(root, Path::new(""), &mut Vec::new());
    let files: TranslatedFiles = paths
        .into_iter()
        .filter_map(|path| Some((locale_of(name, file_name(&path))?, path)))
        .collect();
    if has_original(name, &files, faults) {
        files
    } else {
        TranslatedFiles::new()
    }
}

/// The language of the file of such a name, if the file is that one.
fn locale_of(name: &str, file: &str) -> Option<Locale> {
    let (found, locale) = Naming::Toml.parse(file)?;
    (found == name).then_some(locale)
}

/// Finds the folders of courses and the files in them.
pub(crate) fn course_files(root: &Path, faults: &mut Vec<Fault>) -> Vec<CourseFiles> {
    list(root, Path::new("courses"), faults)
        .into_iter()
        .filter_map(|folder| match CourseId::parse(file_name(&folder)) {
            Ok(id) if root.join(&folder).is_dir() => Some(one_course(root, &folder, id)),
            _ => {
                faults.push(bad_name(&folder, "a folder named with a-z, 0-9 and '-'"));
                None
            }
        })
        .collect()
}

/// The entries of a folder in the order of their names; hidden ones are nobody's content.
pub(crate) fn list(root: &Path, folder: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            let problem = format!("The folder cannot be read: {error}");
            faults.push(Fault::of_file(
                folder,
                problem,
                "see that it exists and may be read",
            ));
            return Vec::new();
        }
    };
    let mut names: Vec<_> = entries
        .flatten()
        .map(|entry| folder.join(entry.file_name()))
        .collect();
    names.retain(|path| !file_name(path).starts_with('.'));
    names.sort();
    names
}

/// A file's name without its folder; nothing where it is not UTF-8, which no rule accepts.
pub(crate) fn file_name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// A numbered name without its number: "01-borger" is "borger".
pub(crate) fn without_number(name: &str) -> &str {
    name.split_once('-').map_or(name, |(_, rest)| rest)
}

fn one_course(root: &Path, folder: &Path, id: CourseId) -> CourseFiles {
    let mut faults = Vec::new();
    if let Some(problem) = Place::Course.problem(id.as_str()) {
        faults.push(Fault::of_file(folder, problem, "give the folder another name"));
    }
    let mut files = list(root, folder, &mut faults);
    let scripts = script_files(root, folder, &mut files, &mut faults);
    let (covers, lessons): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|path| file_name(path).starts_with("course."));
    let cover = group(covers, Naming::Plain, &mut faults)
        .remove("course")
        .unwrap_or_default();
    let lessons = group(lessons, Naming::Numbered, &mut faults);
    if cover.is_empty() && faults.is_empty() {
        faults.push(missing_original(&folder.join("course.da.md")));
    }
    if lessons.is_empty() && faults.is_empty() {
        let problem = "The course has no lessons";
        faults.push(Fault::of_file(
            folder,
            problem,
            "write one, for example 01-begynd.da.md",
        ));
    }
    CourseFiles {
        id,
        cover,
        lessons,
        scripts,
        faults,
    }
}

/// Takes the folder of helpers' scripts, where there is one, out of a course's files.
fn script_files(root: &Path, folder: &Path, files: &mut Vec<PathBuf>, faults: &mut Vec<Fault>) -> NamedFiles {
    let scripts = folder.join(SCRIPTS);
    if !root.join(&scripts).is_dir() {
        return NamedFiles::new();
    }
    files.retain(|path| *path != scripts);
    group(list(root, &scripts, faults), Naming::NumberedToml, faults)
}

fn group(files: Vec<PathBuf>, naming: Naming, faults: &mut Vec<Fault>) -> NamedFiles {
    let mut named = NamedFiles::new();
    for path in files {
        match naming.parse(file_name(&path)) {
            Some((name, locale)) => {
                named.entry(name.to_owned()).or_default().insert(locale, path);
            }
            None => faults.push(bad_name(&path, naming.expected())),
        }
    }
    if naming.is_numbered() {
        refuse_doubles(&named, faults);
    }
    named.retain(|name, files| has_original(name, files, faults));
    named
}

fn has_original(name: &str, files: &TranslatedFiles, faults: &mut Vec<Fault>) -> bool {
    let original = files.contains_key(&Locale::default());
    if let (false, Some(path)) = (original, files.values().next()) {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        faults.push(missing_original(
            &path.with_file_name(format!("{name}.da.{ending}")),
        ));
    }
    original
}

fn refuse_doubles(named: &NamedFiles, faults: &mut Vec<Fault>) {
    let (mut numbers, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for (name, files) in named {
        let fresh_number = numbers.insert(name.split_once('-').map(|(number, _)| number));
        let fresh_id = ids.insert(without_number(name));
        let Some(path) = files.values().next().filter(|_| !fresh_number || !fresh_id) else {
            continue;
        };
        faults.push(Fault::of_file(
            path,
            "The file has the same number or name as another",
            "give each its own number, and its translations the same",
        ));
    }
}

fn missing_original(path: &Path) -> Fault {
    Fault::of_file(
        path,
        "The Danish original is missing",
        "write it; other languages are translations of it",
    )
}

fn bad_name(path: &Path, expected: &str) -> Fault {
    Fault::of_file(
        path,
        "The name is not one of the content folder's",
        format!("move it away, or make it {expected}"),
    )
}
