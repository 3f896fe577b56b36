//! The content that is served. It can be replaced while requests are being answered; each keeps what it began with.

mod folder;
mod reading;
mod watch;

use std::sync::Arc;

use content::Library;
use tokio::sync::watch::{Receiver, Sender};

pub use reading::read;
pub use watch::watch;

/// Holds the content. Cheap to clone; the clones hold the same.
#[derive(Clone)]
pub struct ContentCell(Sender<Arc<Library>>);

impl ContentCell {
    /// A cell with the content that is served first.
    pub fn new(library: Arc<Library>) -> Self {
        Self(Sender::new(library))
    }

    /// The content as it is now.
    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.0.borrow())
    }

    /// Serves other content from now on, and tells those who wait for a change.
    pub fn replace(&self, library: Library) {
        self.0.send_replace(Arc::new(library));
    }

    /// Tells of each replacement after this call.
    pub fn changes(&self) -> Receiver<Arc<Library>> {
        self.0.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_begun_keeps_what_was_there() {
        let cell = ContentCell::new(Arc::default());
        let (begun, changes) = (cell.library(), cell.changes());
        cell.clone().replace(Library::default());
        assert!(!Arc::ptr_eq(&begun, &cell.library()));
        assert!(changes.has_changed().is_ok_and(|changed| changed));
    }
}
