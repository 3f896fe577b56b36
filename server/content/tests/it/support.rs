//! A small, sound content folder in a temporary place, to be spoiled by tests.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use content::{GuideReader, Library, Loaded, StepReader, VisitorWork};
use domain::learning::{LatestAnswer, Reading, StepRecord};
use domain::locale::Locale;
use domain::municipality::Municipality;
use jiff::Timestamp;
use jiff::civil::date;

pub(crate) const COVER: &str = "courses/post/course.da.md";
pub(crate) const LESSON: &str = "courses/post/01-brev.da.md";
pub(crate) const LESSON_EN: &str = "courses/post/01-brev.en.md";
pub(crate) const READING_LESSON: &str = "courses/post/02-ring.da.md";
/// A lesson with a task of every kind.
pub(crate) const TASKS: &str = "courses/post/03-oev.da.md";
pub(crate) const TASKS_EN: &str = "courses/post/03-oev.en.md";
pub(crate) const SCENARIO: &str = "simulators/indbakke.da.toml";
pub(crate) const SCENARIO_EN: &str = "simulators/indbakke.en.toml";
pub(crate) const GLOSSARY: &str = "glossary.da.toml";
pub(crate) const GLOSSARY_EN: &str = "glossary.en.toml";
pub(crate) const QUESTIONS: &str = "story-questions.da.toml";
pub(crate) const QUESTIONS_EN: &str = "story-questions.en.toml";
pub(crate) const GUIDE: &str = "guides/broeker.da.md";
pub(crate) const ROLE: &str = "roles/01-borger.da.md";
pub(crate) const PAGE: &str = "pages/hjaelp.da.md";
pub(crate) const FACTS: &str = "facts.toml";
pub(crate) const PICTURE: &str = "pictures/brev.svg";

/// A file of the sound folder, and what stands in it.
macro_rules! file {
    ($path:literal) => {
        ($path, include_str!(concat!("../fixture/", $path)))
    };
}

/// Every file of the sound folder.
pub(crate) const FILES: [(&str, &str); 21] = [
    file!("courses/post/course.da.md"),
    file!("courses/post/course.en.md"),
    file!("courses/post/01-brev.da.md"),
    file!("courses/post/01-brev.en.md"),
    file!("courses/post/02-ring.da.md"),
    file!("courses/post/02-ring.en.md"),
    file!("courses/post/03-oev.da.md"),
    file!("courses/post/03-oev.en.md"),
    file!("simulators/indbakke.da.toml"),
    file!("simulators/indbakke.en.toml"),
    file!("facts.toml"),
    file!("glossary.da.toml"),
    file!("glossary.en.toml"),
    file!("story-questions.da.toml"),
    file!("story-questions.en.toml"),
    file!("guides/broeker.da.md"),
    file!("roles/01-borger.da.md"),
    file!("roles/02-elev.da.md"),
    file!("pages/hjaelp.da.md"),
    file!("pages/hjaelp.en.md"),
    file!("pictures/brev.svg"),
];

/// A content folder that is removed when the test ends.
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder without faults.
    pub(crate) fn sound() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = Self {
            root: std::env::temp_dir().join(format!("content-{}-{number}", std::process::id())),
        };
        for (file, text) in FILES {
            folder.write(file, text);
        }
        folder
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a file or a folder.
    pub(crate) fn remove(&self, file: &str) {
        let path = self.root.join(file);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }

    /// Replaces the first place where something stands in a file, which must be there.
    pub(crate) fn replace(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root.join(file)).unwrap();
        assert!(text.contains(old), "{file} has no {old:?}");
        self.write(file, text.replacen(old, new, 1));
    }

    /// Copies the course under another name.
    pub(crate) fn copy_course(&self, name: &str) {
        for (file, text) in FILES.iter().filter(|(file, _)| file.starts_with("courses/post/")) {
            self.write(&file.replace("/post/", &format!("/{name}/")), text);
        }
    }

    pub(crate) fn load(&self) -> Loaded {
        Library::load(&self.root, date(2026, 11, 21))
    }

    /// Every fault as authors see it.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.load().faults.iter().map(ToString::to_string).collect()
    }

    /// Spoils a sound folder in one place and returns what is then said of it.
    pub(crate) fn spoilt(file: &str, old: &str, new: &str) -> Vec<String> {
        let folder = Self::sound();
        folder.replace(file, old, new);
        folder.faults()
    }
}

/// Checks that each spoiling of a file gives just the one fault, word for word, besides the course's that practises a spoilt
/// scenario.
pub(crate) fn assert_faults(rows: &[Row]) {
    let said = rows.iter().filter_map(|(file, old, new, expected)| {
        let mut found = Folder::spoilt(file, old, new);
        found.retain(|fault| !fault.contains("that is practised here has a fault"));
        (found != [format!("{file}:{expected}")]).then(|| format!("{old:?} as {new:?}: {found:#?}"))
    });
    let wrong: Vec<_> = said.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// File, what stands in it, what is put there instead, and the fault from the line on.
pub(crate) type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind in the temporary place harms nobody.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// An id from a literal.
pub(crate) fn id<Id: TryFrom<String>>(text: &str) -> Id {
    Id::try_from(text.to_owned())
        .ok()
        .expect("the test writes a slug")
}

/// A municipality with a name that must be escaped.
pub(crate) fn fjordby() -> Municipality {
    Municipality {
        name: "Fjordby & Omegn".into(),
        phone: "99 00 00 00".into(),
        email: "hej@fjordby.example".into(),
        address: "Torvet 1, 9999 Fjordby".into(),
    }
}

/// Somebody who has done nothing yet and reads the ordinary text.
pub(crate) fn reader(municipality: &Municipality, locale: Locale) -> StepReader<'_> {
    StepReader {
        locale,
        reading: Reading::Ordinary,
        municipality,
        record: None,
        attempt: None,
        film_providers: &[],
    }
}

/// Somebody who reads the ordinary text of a guide.
pub(crate) fn guide_reader(municipality: &Municipality, locale: Locale) -> GuideReader<'_> {
    GuideReader {
        locale,
        reading: Reading::Ordinary,
        municipality,
    }
}

/// A visitor's work on steps, of lessons that nobody has noted the beginning of.
pub(crate) fn work(records: &[StepRecord]) -> VisitorWork<'_> {
    VisitorWork {
        records,
        lessons: &[],
    }
}

/// What is kept of a step that has been answered.
pub(crate) fn answered(step: &str, given: &[&str], correct: bool) -> StepRecord {
    let mut record = StepRecord::untouched(id(step));
    record.answered(LatestAnswer {
        at: Timestamp::UNIX_EPOCH,
        correct,
        given: given.iter().map(ToString::to_string).collect(),
    });
    record
}
