//! Ids of what is new in a schedule.

use std::collections::BTreeSet;

use crate::appointments::{RESERVED_PLACES, RESERVED_SERVICES};

/// Letters of a name that an id keeps; so the number behind it fits too.
const LONGEST: usize = 50;

/// The ids that anything in any version of the schedule has, or has had. Figures outlive what they count, and so do addresses
/// that people have kept: an id is never given twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsedIds(BTreeSet<String>);

impl UsedIds {
    /// Whether nothing may be given this id.
    fn include(&self, id: &str) -> bool {
        RESERVED_PLACES.contains(&id) || RESERVED_SERVICES.contains(&id) || self.0.contains(id)
    }

    /// The id, or where it has been used the same with the lowest number behind it that has not.
    pub(super) fn unused(&self, id: &str) -> String {
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        std::iter::once(id.to_owned())
            .chain(numbered)
            .find(|id| !self.include(id))
            .expect("there are more numbers than ids")
    }
}

impl FromIterator<String> for UsedIds {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Self {
        Self(ids.into_iter().collect())
    }
}

/// A name in the letters of ids: "Åben rådgivning" is `aaben-raadgivning`. `otherwise` for one that has none of them.
pub(super) fn id_of(name: &str, otherwise: &str) -> String {
    let spelled: String = name.to_lowercase().chars().map(spelled).collect();
    let words: Vec<_> = spelled.split('-').filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(LONGEST).collect();
    match id.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        id => id.to_owned(),
    }
}

/// A letter as addresses in Danish spell it; a stroke for what is no letter.
fn spelled(letter: char) -> String {
    match letter {
        'æ' | 'ä' => "ae".to_owned(),
        'ø' | 'ö' => "oe".to_owned(),
        'å' => "aa".to_owned(),
        'é' | 'è' | 'ê' | 'ë' => "e".to_owned(),
        'á' | 'à' => "a".to_owned(),
        'ü' => "u".to_owned(),
        'a'..='z' | '0'..='9' => letter.to_string(),
        _ => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::LocationId;

    #[test]
    fn a_name_is_spelled_as_in_addresses() {
        for (name, id) in [
            ("Åben rådgivning", "aaben-raadgivning"),
            ("  MitID – få det ", "mitid-faa-det"),
            ("Café Ærø", "cafe-aeroe"),
            ("مكتبة", "sted"),
            ("", "sted"),
        ] {
            assert_eq!(id_of(name, "sted"), id, "{name}");
        }
    }

    #[test]
    fn no_id_is_given_twice() {
        let used: UsedIds = ["post", "post-2"].map(str::to_owned).into_iter().collect();
        assert_eq!(used.unused("post"), "post-3");
        assert_eq!(used.unused("mitid"), "mitid");
        assert_eq!(used.unused("afbud"), "afbud-2", "addresses use the word");
        assert_eq!(used.unused("book"), "book-2");
    }

    proptest! {
        #[test]
        fn every_name_gives_an_id(name in "\\PC{0,90}", times in 1usize..4) {
            let mut used = UsedIds::default();
            for _ in 0..times {
                let id = used.unused(&id_of(&name, "sted"));
                prop_assert!(LocationId::parse(&id).is_ok(), "{id}");
                prop_assert!(used.0.insert(id));
            }
        }
    }
}
