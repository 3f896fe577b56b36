//! `serve --watch-content`: what an author saves is shown at once.
//!
//! The folder is looked through twice a second instead of asking the system for notice. That costs some hundred system
//! calls a look, needs no further crate, and works on network drives, in containers, and with editors that put a new file
//! in the old one's place, where notices are lost.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use content::{Fault, Loaded, Severity};
use tokio::sync::watch::Receiver;
use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

use super::ContentCell;
use super::folder::Snapshot;
use super::reading::{load, tell};

/// How often the folder is looked at. What is saved is shown after one to two of these.
const EVERY: Duration = Duration::from_millis(500);

/// Reads the folder again whenever it has changed, until `stop` changes. What has a fault is served as it last was.
pub async fn watch(content: ContentCell, root: PathBuf, mut stop: Receiver<()>) {
    let root: Arc<Path> = root.into();
    let mut timer = interval(EVERY);
    timer.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut folder = Watched::new(look(&root).await);
    loop {
        tokio::select! {
            _ = timer.tick() => {}
            _ = stop.changed() => return,
        }
        if let Some(changed) = folder.settled(look(&root).await) {
            read_again(&content, &root, &changed).await;
        }
    }
}

/// A folder of which it is known what has been read, and how it looked last.
struct Watched {
    read: Snapshot,
    latest: Snapshot,
}

impl Watched {
    fn new(read: Snapshot) -> Self {
        Self {
            latest: read.clone(),
            read,
        }
    }

    /// The files to read again: none while somebody is still writing, for which two looks must be the same.
    fn settled(&mut self, now: Snapshot) -> Option<BTreeSet<PathBuf>> {
        let is_settled = now == self.latest;
        self.latest = now;
        if !is_settled || self.latest == self.read {
            return None;
        }
        let changed = self.latest.changed_since(&self.read);
        self.read = self.latest.clone();
        Some(changed)
    }
}

/// Looks away from the threads that answer requests.
async fn look(root: &Arc<Path>) -> Snapshot {
    let root = Arc::clone(root);
    spawn_blocking(move || Snapshot::of(&root))
        .await
        .unwrap_or_default()
}

/// Reads away from the threads that answer requests, and replaces all at once.
async fn read_again(content: &ContentCell, root: &Arc<Path>, changed: &BTreeSet<PathBuf>) {
    let (root, before) = (Arc::clone(root), content.library());
    match spawn_blocking(move || load(&root).keeping(&before)).await {
        Ok(Loaded { library, faults }) => {
            content.replace(library);
            tell_what_concerns(&faults, changed);
        }
        Err(error) => tracing::error!(%error, "the content could not be read again"),
    }
}

/// Tells every error, and the warnings of what was just written: the others have been told when the server started.
fn tell_what_concerns(faults: &[Fault], changed: &BTreeSet<PathBuf>) {
    let is_error = |fault: &&Fault| fault.severity == Severity::Error;
    let concerns = |fault: &&Fault| is_error(fault) || changed.contains(&fault.file);
    faults.iter().filter(concerns).for_each(tell);
    let errors = faults.iter().filter(is_error).count();
    if errors == 0 {
        tracing::info!(files = changed.len(), "the content has been read again");
    } else {
        tracing::warn!(errors, "what has an error is served as it last was");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use std::fs::write;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_change_is_read_once_and_only_when_the_writing_is_over() {
        let folder = TempDir::new().unwrap();
        let look = || Snapshot::of(folder.path());
        let save = |text: &str| write(folder.path().join("a"), text).unwrap();
        let mut watched = Watched::new(look());
        assert_eq!(watched.settled(look()), None);
        save("1");
        assert_eq!(watched.settled(look()), None, "it may not be whole yet");
        save("12");
        assert_eq!(watched.settled(look()), None, "it was not");
        assert_eq!(watched.settled(look()), Some([PathBuf::from("a")].into()));
        assert_eq!(watched.settled(look()), None);
        save("1");
        watched.settled(look());
        save("12");
        watched.settled(look());
        assert_eq!(
            watched.settled(look()),
            Some([PathBuf::from("a")].into()),
            "it was written anew"
        );
    }
}
