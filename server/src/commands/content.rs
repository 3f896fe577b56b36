//! `startlinje content check`

use std::path::Path;
use std::process::ExitCode;

use ::content::{Fault, Library, Severity};
use domain::time::date_in_denmark;
use jiff::Timestamp;

/// Names every fault in a content folder, and how much there is of each kind. Fails on errors, and on warnings too where
/// `mildest_failing` is one.
#[allow(clippy::print_stdout, reason = "the faults are what the command is for")]
pub fn check(dir: &Path, mildest_failing: Severity) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        dir.is_dir(),
        "{} is not a folder: name the content folder",
        dir.display()
    );
    let loaded = Library::load(dir, date_in_denmark(Timestamp::now()));
    for fault in &loaded.faults {
        println!("{fault}");
    }
    for count in loaded.library.census() {
        println!("{count}");
    }
    let errors = number_of(&loaded.faults, Severity::Error);
    let warnings = number_of(&loaded.faults, Severity::Warning);
    println!("{errors} errors, {warnings} warnings");
    let failed = errors > 0 || (mildest_failing == Severity::Warning && warnings > 0);
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn number_of(faults: &[Fault], severity: Severity) -> usize {
    faults.iter().filter(|fault| fault.severity == severity).count()
}
