//! What is wrong in a file, where, and what to do about it.

use std::cell::RefCell;
use std::fmt;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Something an author should mend. Problem and cure are sentences without their full stop.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}:{line}: {severity}: {problem}. Cure: {cure}.", file.display())]
pub struct Fault {
    /// Relative to the content folder.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    pub severity: Severity,
    pub problem: String,
    pub cure: String,
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// What the file belongs to is left out.
    Error,
    /// It is served all the same.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl Fault {
    /// A fault of a file as a whole, or of its name.
    pub(crate) fn of_file(file: &Path, problem: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            severity: Severity::Error,
            problem: problem.into(),
            cure: cure.into(),
        }
    }
}

/// Whether any of these keeps what it belongs to from being served.
pub(crate) fn any_error(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

/// Collects the faults of one file while it is read. It is shared by everything that reads a part of that file.
pub(crate) struct FileFaults {
    file: PathBuf,
    line_starts: Vec<usize>,
    found: RefCell<Vec<Fault>>,
}

impl FileFaults {
    /// Begins a list for a file with this text.
    pub(crate) fn new(file: &Path, text: &str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            file: file.to_owned(),
            line_starts: std::iter::once(0).chain(after_breaks).collect(),
            found: RefCell::default(),
        }
    }

    /// The line, from 1, that the byte at `at` stands in.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    /// Notes something that keeps the file from being served.
    pub(crate) fn error(&self, at: usize, problem: impl Into<String>, cure: impl Into<String>) {
        self.note(Severity::Error, self.line(at), problem.into(), cure.into());
    }

    /// Notes something that keeps the file from being served, at a line that was noted earlier.
    pub(crate) fn error_in_line(&self, line: usize, problem: impl Into<String>, cure: impl Into<String>) {
        self.note(Severity::Error, line, problem.into(), cure.into());
    }

    /// Notes something that somebody should look at.
    pub(crate) fn warning(&self, at: usize, problem: impl Into<String>, cure: impl Into<String>) {
        self.note(Severity::Warning, self.line(at), problem.into(), cure.into());
    }

    /// Whether anything found keeps the file from being served.
    pub(crate) fn has_errors(&self) -> bool {
        any_error(&self.found.borrow())
    }

    /// How many errors have been found so far: the same number before and after reading a part means that it is sound.
    pub(crate) fn errors(&self) -> usize {
        let found = self.found.borrow();
        found
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .count()
    }

    /// Everything found, in the order of lines. What is wrong twice in a line is said once.
    pub(crate) fn into_faults(self) -> Vec<Fault> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| fault.line);
        found.dedup();
        found
    }

    fn note(&self, severity: Severity, line: usize, problem: String, cure: String) {
        self.found.borrow_mut().push(Fault {
            file: self.file.clone(),
            line,
            severity,
            problem,
            cure,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_reads_as_a_compiler_message() {
        let faults = FileFaults::new(Path::new("guides/a.da.md"), "one\ntwo\nthree");
        faults.error(4, "Two is missing", "write two");
        faults.warning(0, "One is old", "look at one");
        let lines: Vec<_> = faults.into_faults().iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            [
                "guides/a.da.md:1: warning: One is old. Cure: look at one.",
                "guides/a.da.md:2: error: Two is missing. Cure: write two.",
            ]
        );
    }

    #[test]
    fn a_byte_is_in_the_line_it_stands_in() {
        let faults = FileFaults::new(Path::new("a"), "a\nb\n\nd");
        assert_eq!([0, 1, 2, 4, 5, 99].map(|at| faults.line(at)), [1, 1, 2, 3, 4, 4]);
    }
}
