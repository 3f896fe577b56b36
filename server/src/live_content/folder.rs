//! What a folder looked like, to see whether it has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{Metadata, read_dir};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Every file below a folder, by its path in it, with what changes when it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Snapshot(BTreeMap<PathBuf, Stamp>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
}

impl Snapshot {
    /// Looks through a folder. What cannot be looked at is as if it were not there: the next look may find it.
    pub(super) fn of(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                // Asked of the path, so that a link to a file is as that file.
                let Ok(metadata) = path.metadata() else { continue };
                if metadata.is_dir() {
                    folders.push(path);
                } else if let Ok(name) = path.strip_prefix(root) {
                    files.insert(name.to_owned(), Stamp::of(&metadata));
                }
            }
        }
        Self(files)
    }

    /// The files that have come, gone, or been written since an earlier look.
    pub(super) fn changed_since(&self, before: &Self) -> BTreeSet<PathBuf> {
        let all = self.0.keys().chain(before.0.keys());
        all.filter(|path| self.0.get(*path) != before.0.get(*path))
            .cloned()
            .collect()
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            modified: metadata.modified().ok(),
            bytes: metadata.len(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use std::fs::{create_dir, remove_file, rename, write};

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_comes_goes_and_is_written_is_seen() {
        let folder = TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        create_dir(path("courses")).unwrap();
        write(path("courses/a"), "1").unwrap();
        write(path("b"), "1").unwrap();
        write(path("same"), "1").unwrap();
        let before = Snapshot::of(folder.path());
        assert_eq!(Snapshot::of(folder.path()), before);

        // Many editors write beside a file and then put the new one in its place.
        write(path("courses/a.new"), "22").unwrap();
        rename(path("courses/a.new"), path("courses/a")).unwrap();
        remove_file(path("b")).unwrap();
        write(path("c"), "").unwrap();
        let changed = Snapshot::of(folder.path()).changed_since(&before);
        assert_eq!(changed, ["b", "c", "courses/a"].map(PathBuf::from).into());
    }

    #[test]
    fn a_folder_that_is_away_has_no_files() {
        assert_eq!(
            Snapshot::of(Path::new("there-is-no-such-folder")),
            Snapshot::default()
        );
    }
}
