//! The drawings that a service can have.

use content::Library;
use domain::schedule::Drawing;

/// How the names of the drawings of services begin.
const OF_SERVICES: &str = "tid-";

/// The drawing of a service that has none of its own.
const USUAL: &str = "doer-tid.svg";

/// Our drawings for services, the usual one first, and `own`, whatever it is.
pub fn drawings(library: &Library, own: &str) -> Vec<Drawing> {
    let others = library.picture_names(OF_SERVICES);
    let mut files: Vec<_> = std::iter::once(USUAL).chain(others).collect();
    if !files.contains(&own) && !own.is_empty() {
        files.push(own);
    }
    let drawing = |file: &str| Drawing {
        file: file.to_owned(),
        name: in_words(file),
        picture: library.picture_view(file, ""),
    };
    files.into_iter().map(drawing).collect()
}

/// "første skridt" for `tid-foerste-skridt.svg`, as whoever drew it has called it.
fn in_words(file: &str) -> String {
    if file == USUAL {
        return "almindelig".to_owned();
    }
    let name = file.trim_end_matches(".svg");
    let name = name.trim_start_matches(OF_SERVICES);
    name.replace("oe", "ø")
        .replace("ae", "æ")
        .replace("aa", "å")
        .replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_in_words() {
        assert_eq!(in_words("tid-foerste-skridt.svg"), "første skridt");
        assert_eq!(in_words(USUAL), "almindelig");
    }
}
