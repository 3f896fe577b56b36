use serde::{Deserialize, Serialize};

use super::Channel;
use crate::contact::Contact;

/// Whether whoever is booked by staff gets a letter about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterWish {
    /// When nothing else reaches them.
    #[default]
    WhenNothingElse,
    /// Beside the mail or the SMS.
    Always,
    /// They have written the code down, or take the receipt along.
    Never,
}

impl LetterWish {
    /// Whether a letter is written to somebody who can be reached in this way.
    pub fn asks_for_letter(self, contact: &Contact) -> bool {
        match self {
            Self::WhenNothingElse => Channel::of(contact).is_none(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::ContactKind;

    #[test]
    fn a_letter_goes_to_those_who_want_it_or_get_nothing_else() {
        let mail = Contact::parse(ContactKind::Email, "", "bo@example.dk").unwrap();
        for (wish, to_nobody_else, beside_mail) in [
            (LetterWish::WhenNothingElse, true, false),
            (LetterWish::Always, true, true),
            (LetterWish::Never, false, false),
        ] {
            assert_eq!(wish.asks_for_letter(&Contact::None), to_nobody_else, "{wish:?}");
            assert_eq!(wish.asks_for_letter(&mail), beside_mail, "{wish:?}");
        }
    }
}
