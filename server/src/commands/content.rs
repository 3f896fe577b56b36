//! `startlinje content check`

use std::path::Path;
use std::process::ExitCode;

use ::content::{Library, Severity};
use domain::time::date_in_denmark;
use jiff::Timestamp;

/// Names every fault in a content folder; fails when one of them is an error.
#[allow(clippy::print_stdout, reason = "the faults are what the command is for")]
pub fn check(dir: &Path) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        dir.is_dir(),
        "{} is not a folder: name the content folder",
        dir.display()
    );
    let loaded = Library::load(dir, date_in_denmark(Timestamp::now()));
    for fault in &loaded.faults {
        println!("{fault}");
    }
    let errors = loaded
        .faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .count();
    println!("{errors} errors, {} warnings", loaded.faults.len() - errors);
    Ok(if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
