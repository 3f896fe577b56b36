//! What every kind of file has in common: it is read in all its languages, or not at all.

use std::path::Path;

use domain::facts::Facts;
use jiff::civil::Date;

use crate::addresses::Addresses;
use crate::fault::{Fault, FileFaults, any_error};
use crate::folder::TranslatedFiles;
use crate::new::warn_of_blanks;
use crate::pictures::Pictures;
use crate::source::SourceFile;
use crate::translated::Translated;

/// What a file is checked against.
pub(crate) struct Context<'a> {
    /// The content folder.
    pub(crate) root: &'a Path,
    pub(crate) today: Date,
    pub(crate) pictures: &'a Pictures,
    pub(crate) addresses: &'a Addresses,
    pub(crate) facts: &'a Facts,
}

/// A kind of file.
pub(crate) trait Document: Sized {
    /// Reads one file. `None` comes with at least one error among the faults; errors may come with `Some` too.
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self>;

    /// Notes where a translation does not agree with its original in what both must share.
    fn compare(&self, _original: &Self, _faults: &FileFaults) {}
}

/// Reads a thing in all its languages. An error in any of them leaves the whole out, so that nobody is served half.
pub(crate) fn read_translated<T: Document>(
    context: &Context,
    files: &TranslatedFiles,
    faults: &mut Vec<Fault>,
) -> Option<Translated<T>> {
    let mut found = Vec::new();
    let translated = read_all(context, files, &mut found);
    let sound = !any_error(&found);
    faults.append(&mut found);
    translated.filter(|_| sound)
}

fn read_all<T: Document>(
    context: &Context,
    files: &TranslatedFiles,
    faults: &mut Vec<Fault>,
) -> Option<Translated<T>> {
    let mut translated: Option<Translated<T>> = None;
    // Danish is the first locale, so the original is there before what is compared with it.
    for (locale, path) in files {
        let source = match SourceFile::read(context.root, path, *locale) {
            Ok(source) => source.with_facts(context.facts),
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let list = source.faults();
        warn_of_blanks(&source, &list);
        if let Some(text) = T::read(context, &source, &list) {
            match &mut translated {
                None => translated = Some(Translated::new(text)),
                Some(translated) => {
                    // What could not be read cannot be compared, and has a fault of its own.
                    if !any_error(faults) && !list.has_errors() {
                        text.compare(translated.original(), &list);
                    }
                    translated.add(*locale, text);
                }
            }
        }
        faults.append(&mut list.into_faults());
    }
    translated
}
