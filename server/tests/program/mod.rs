//! The program in a folder of its own, with the smallest content that is whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A folder whose `content` is the course by the book and the demonstration municipality. Its reviews are due in 2099,
/// since the program reads the clock.
pub struct Workplace(TempDir);

impl Workplace {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let server = Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = folder.path().join("content");
        copy(&server.join("content/tests/it/by_the_book"), &content);
        copy(&server.join("../content/demo"), &content.join("demo"));
        Self(folder)
    }

    /// `startlinje` with these arguments, in the folder, and with nothing of the tests' own environment.
    pub fn startlinje(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_startlinje"));
        command.args(arguments).current_dir(self.0.path()).env_clear();
        command
    }

    /// A file of the content.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join("content").join(file)
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Writes a file anew with something else in the place of a text that it must have.
    pub fn replace(&self, file: &str, old: &str, new: &str) {
        let text = self.read(file);
        assert!(text.contains(old), "{file} has no {old:?}");
        fs::write(self.path(file), text.replace(old, new)).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
