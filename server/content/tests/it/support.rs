//! A small, sound content folder in a temporary place, to be spoiled by tests.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use content::{Library, Loaded};
use domain::municipality::Municipality;
use jiff::civil::date;

pub(crate) const COVER: &str = "courses/post/course.da.md";
pub(crate) const LESSON: &str = "courses/post/01-brev.da.md";
pub(crate) const LESSON_EN: &str = "courses/post/01-brev.en.md";
pub(crate) const LAST_LESSON: &str = "courses/post/02-ring.da.md";
pub(crate) const GUIDE: &str = "guides/broeker.da.md";
pub(crate) const ROLE: &str = "roles/01-borger.da.md";
pub(crate) const PAGE: &str = "pages/hjaelp.da.md";
pub(crate) const FACTS: &str = "facts.toml";
pub(crate) const PICTURE: &str = "pictures/brev.svg";

/// Every file of the sound folder.
pub(crate) const FILES: [(&str, &str); 13] = [
    (COVER, include_str!("../fixture/courses/post/course.da.md")),
    (
        "courses/post/course.en.md",
        include_str!("../fixture/courses/post/course.en.md"),
    ),
    (LESSON, include_str!("../fixture/courses/post/01-brev.da.md")),
    (LESSON_EN, include_str!("../fixture/courses/post/01-brev.en.md")),
    (LAST_LESSON, include_str!("../fixture/courses/post/02-ring.da.md")),
    (
        "courses/post/02-ring.en.md",
        include_str!("../fixture/courses/post/02-ring.en.md"),
    ),
    (GUIDE, include_str!("../fixture/guides/broeker.da.md")),
    (ROLE, include_str!("../fixture/roles/01-borger.da.md")),
    (
        "roles/02-elev.da.md",
        include_str!("../fixture/roles/02-elev.da.md"),
    ),
    (PAGE, include_str!("../fixture/pages/hjaelp.da.md")),
    (
        "pages/hjaelp.en.md",
        include_str!("../fixture/pages/hjaelp.en.md"),
    ),
    (PICTURE, include_str!("../fixture/pictures/brev.svg")),
    (FACTS, include_str!("../fixture/facts.toml")),
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

/// Checks that each spoiling of a file gives just the one fault, word for word.
pub(crate) fn assert_faults(rows: &[Row]) {
    for (file, old, new, expected) in rows {
        assert_eq!(
            Folder::spoilt(file, old, new),
            [format!("{file}:{expected}")],
            "{old:?} as {new:?}"
        );
    }
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
