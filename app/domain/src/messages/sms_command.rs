//! What somebody has answered to an SMS.

use crate::word_code::is_code_word;

/// The word that cancels, in every language: it stands in each SMS that we send.
const CANCEL: &str = "aflys";

/// Words by which somebody says that they do come: "Aflys ikke!"
const NOT: [&str; 2] = ["ikke", "not"];

/// What an answer asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmsCommand {
    /// "AFLYS", with the first word of the code where somebody has several appointments.
    Cancel { first_word: Option<String> },
    /// Anything else: a person has to read it, so it is answered with the number to ring.
    Other,
}

impl SmsCommand {
    /// Reads an answer in any case. What follows AFLYS and is no word of a code ("AFLYS tak") says nothing, unless it takes it back.
    pub fn parse(text: &str) -> Self {
        let text = text.to_lowercase();
        let mut words = text
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty());
        if words.next() != Some(CANCEL) || words.clone().any(|word| NOT.contains(&word)) {
            return Self::Other;
        }
        Self::Cancel {
            first_word: words.next().filter(|word| is_code_word(word)).map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cancel(first_word: Option<&str>) -> SmsCommand {
        SmsCommand::Cancel {
            first_word: first_word.map(str::to_owned),
        }
    }

    #[test]
    fn aflys_is_read_however_it_is_written() {
        for text in ["AFLYS", "aflys", " Aflys. ", "\u{feff}AFLYS!", "AFLYS tak"] {
            assert_eq!(SmsCommand::parse(text), cancel(None), "{text:?}");
        }
        for text in ["aflys aborre", "AFLYS: Aborre-bluse-cykel", "Aflys \"aborre\""] {
            assert_eq!(SmsCommand::parse(text), cancel(Some("aborre")), "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_for_a_person() {
        for text in [
            "",
            "Jeg kommer",
            "Skal jeg aflyse?",
            "Aflys ikke! Jeg kommer",
            "Aflys min tid? Nej, ikke endnu",
            "aflysning",
            "AFLYST",
            "stop",
            "aborre",
        ] {
            assert_eq!(SmsCommand::parse(text), SmsCommand::Other, "{text:?}");
        }
    }
}
