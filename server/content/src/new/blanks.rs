use super::BLANK;
use crate::fault::FileFaults;
use crate::source::SourceFile;

/// Warns of everything that is still to be written.
pub(crate) fn warn_of_blanks(source: &SourceFile, faults: &FileFaults) {
    for (at, _) in source.text.match_indices(BLANK) {
        let problem = format!("`{}` is still to be written", asked_for(&source.text[at..]));
        faults.warning(at, problem, "put your own words in its place");
    }
}

/// The blank, with what its author is asked for: up to the end of the line, or of a text in quotes or bold words.
fn asked_for(text: &str) -> &str {
    let end = text.find(['\n', '"', '*']).unwrap_or(text.len());
    text[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_says_what_is_asked_for() {
        for text in [
            "SKRIV: et ord\nMere",
            "SKRIV: et ord\"]",
            "SKRIV: et ord**: hvad",
            "SKRIV: et ord \r\n",
        ] {
            assert_eq!(asked_for(text), "SKRIV: et ord");
        }
    }
}
