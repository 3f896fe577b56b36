//! Reading the content folder, and telling its faults in the log.

use std::path::Path;

use content::{Fault, Library, Loaded, Severity};
use domain::time::date_in_denmark;
use jiff::Timestamp;

/// Reads the folder when the server starts. Every fault is told.
pub fn read(folder: &Path) -> anyhow::Result<Library> {
    anyhow::ensure!(
        folder.is_dir(),
        "there is no content folder {}: start in the checkout, or set --content",
        folder.display()
    );
    let loaded = load(folder);
    loaded.faults.iter().for_each(tell);
    Ok(loaded.library)
}

/// Reads the folder as of today.
pub(super) fn load(folder: &Path) -> Loaded {
    Library::load(folder, date_in_denmark(Timestamp::now()))
}

/// Puts a fault into the log, with its file, line and cure.
pub(super) fn tell(fault: &Fault) {
    match fault.severity {
        Severity::Error => tracing::error!("{fault}"),
        Severity::Warning => tracing::warn!("{fault}"),
    }
}
