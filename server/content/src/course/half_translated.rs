use domain::locale::Locale;

use crate::fault::{Fault, Severity};
use crate::folder::CourseFiles;

/// Warns of each file that keeps a course from being shown in a language it has been begun in.
pub(super) fn warn_if_half_translated(files: &CourseFiles, faults: &mut Vec<Fault>) {
    let all = || std::iter::once(&files.cover).chain(files.lessons.values());
    for locale in Locale::ALL {
        if all().all(|files| !files.contains_key(&locale)) {
            continue;
        }
        let untranslated = all().filter(|files| !files.contains_key(&locale));
        for original in untranslated.filter_map(|files| files.get(&Locale::default())) {
            let name = original
                .to_string_lossy()
                .replace(".da.md", &format!(".{locale}.md"));
            faults.push(Fault {
                severity: Severity::Warning,
                ..Fault::of_file(
                    name.as_ref(),
                    format!(
                        "The file is missing, so the whole course is shown in Danish to readers of {}",
                        locale.name()
                    ),
                    "translate it",
                )
            });
        }
    }
}
