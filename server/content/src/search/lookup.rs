//! From a word that was typed to the places where it, or what is meant by it, stands.

use super::index::{Index, Posting};
use super::lexicon::Lexicon;
use super::question::{Ending, Sought};
use super::tokens::has_letters;
use super::weights::{AS_TYPED, BEGUN, IN_PARTS, INFLECTED, INSIDE, JOINED, MENDED};

/// With fewer letters a last word begins too many others.
const MIN_LETTERS_BEGUN: usize = 2;
/// With fewer letters a word is inside others by chance, and is near others by chance.
const MIN_LETTERS_INSIDE: usize = 4;
const MIN_LETTERS_MENDED: usize = 4;
/// From this many letters a word may be two letters off, with fewer one.
const MIN_LETTERS_TWO_OFF: usize = 8;
/// Longer words are neither mended nor split, so that no word is costly. Danish compounds end long before.
const MAX_LETTERS: usize = 40;

/// An index to look in, and how much a find in it says.
pub(super) struct Shelf<'a> {
    pub(super) index: &'a Index,
    pub(super) weight: f32,
}

/// What was found for a word of the question.
#[derive(Default)]
pub(super) struct Finds<'a> {
    /// Where the word or what is taken for it stands, and how much that says.
    lists: Vec<(&'a [Posting], f32)>,
    /// What was found for the parts of a compound; a thing must have all of them.
    parts: Vec<Finds<'a>>,
    /// The word that was taken to be meant instead.
    pub(super) mended: Option<&'a str>,
}

/// Everything to look in for one question.
pub(super) struct Lookup<'a> {
    pub(super) shelves: Vec<Shelf<'a>>,
    /// How many things there are in all.
    pub(super) things: usize,
}

impl<'a> Lookup<'a> {
    /// Where a word stands: as it is, or else inside others, or else nearly so, or else in its parts. The first of these
    /// that finds anything is taken, so a word that is known is never mended.
    pub(super) fn finds(&self, sought: &Sought) -> Finds<'a> {
        let ways: [&dyn Fn() -> Finds<'a>; 5] = [
            &|| self.known(sought),
            &|| self.inside(sought.word),
            &|| self.nearly(sought.word, 1),
            &|| self.in_parts(sought.word),
            &|| self.nearly(sought.word, 2),
        ];
        let found = ways.into_iter().map(|way| way());
        let mut found = found.filter(|finds| finds.lead_anywhere(self.things));
        found.next().unwrap_or_default()
    }

    fn known(&self, sought: &Sought) -> Finds<'a> {
        let mut finds = self.inflected(sought.word);
        for joined in &sought.joined {
            finds
                .lists
                .extend(self.lists(JOINED, |lexicon| lexicon.place_of(joined)));
        }
        if sought.ending == Ending::Open && has_letters(sought.word, MIN_LETTERS_BEGUN) {
            finds
                .lists
                .extend(self.lists(BEGUN, |lexicon| lexicon.beginning_with(sought.word)));
        }
        if !finds.are_none() {
            finds.parts = self.in_parts(sought.word).parts;
        }
        finds
    }

    /// The word as it is, and in its other inflections.
    fn inflected(&self, word: &str) -> Finds<'a> {
        let mut lists = self.lists(AS_TYPED, |lexicon| lexicon.place_of(word));
        lists.extend(self.lists(INFLECTED, |lexicon| lexicon.family_of(word).iter().copied()));
        Finds {
            lists,
            ..Finds::default()
        }
    }

    /// Compounds and other words made of the word.
    fn inside(&self, word: &str) -> Finds<'a> {
        if !has_letters(word, MIN_LETTERS_INSIDE) {
            return Finds::default();
        }
        Finds {
            lists: self.lists(INSIDE, |lexicon| lexicon.around(word)),
            ..Finds::default()
        }
    }

    /// The parts of a compound, each of them wherever it stands.
    fn in_parts(&self, word: &str) -> Finds<'a> {
        if has_letters(word, MAX_LETTERS + 1) {
            return Finds::default();
        }
        let is_part = |part: &str| self.lexicons().any(|lexicon| lexicon.is_part(part));
        let parts = self.lexicons().find_map(|lexicon| lexicon.parts(word, &is_part));
        let parts = parts.unwrap_or_default().into_iter();
        Finds {
            parts: parts.map(|part| self.inflected(&part)).collect(),
            ..Finds::default()
        }
    }

    /// The word that is so many letters off. Of several it is the one that says most: what stands in a title is likelier to
    /// be meant than what stands in a text.
    fn nearly(&self, word: &str, letters_off: usize) -> Finds<'a> {
        if !may_be_off(word, letters_off) {
            return Finds::default();
        }
        let near = self.shelves.iter().flat_map(|shelf| {
            let lexicon = &shelf.index.lexicon;
            let near = lexicon.near(word, letters_off).into_iter();
            near.map(|place| (shelf.strongest(place), lexicon.written(place)))
        });
        let Some((_, meant)) = near.max_by(|(one, _), (other, _)| one.total_cmp(other)) else {
            return Finds::default();
        };
        let mut finds = self.inflected(meant);
        for (_, weight) in &mut finds.lists {
            *weight *= MENDED;
        }
        finds.mended = Some(meant);
        finds
    }

    fn lists<Found: IntoIterator<Item = usize>>(
        &self,
        weight: f32,
        find: impl Fn(&'a Lexicon) -> Found,
    ) -> Vec<(&'a [Posting], f32)> {
        let shelves = self.shelves.iter();
        let lists = shelves.flat_map(|shelf| {
            let places = find(&shelf.index.lexicon).into_iter();
            places.map(move |place| (shelf.index.postings(place), weight * shelf.weight))
        });
        lists.collect()
    }

    fn lexicons(&self) -> impl Iterator<Item = &'a Lexicon> {
        self.shelves.iter().map(|shelf| &shelf.index.lexicon)
    }
}

impl Shelf<'_> {
    /// The most that a word says anywhere.
    fn strongest(&self, place: usize) -> f32 {
        let strengths = self.index.postings(place).iter().map(|posting| posting.strength);
        self.weight * strengths.fold(0.0, f32::max)
    }
}

impl Finds<'_> {
    /// Whether nothing was found.
    pub(super) fn are_none(&self) -> bool {
        self.lists.is_empty() && self.parts.is_empty()
    }

    /// Whether there is a thing with the word, or with all its parts.
    fn lead_anywhere(&self, things: usize) -> bool {
        !self.lists.is_empty() || self.all_parts(things).iter().any(|strength| *strength > 0.0)
    }

    /// How much the word says of each thing: by the best of its finds, 0 where it is not found.
    pub(super) fn strengths(&self, things: usize) -> Vec<f32> {
        let mut strengths = vec![0.0_f32; things];
        for (postings, weight) in &self.lists {
            for posting in *postings {
                let strength = &mut strengths[posting.thing()];
                *strength = strength.max(posting.strength * weight);
            }
        }
        for (strength, together) in strengths.iter_mut().zip(self.all_parts(things)) {
            *strength = strength.max(together * IN_PARTS);
        }
        strengths
    }

    /// How much the parts say of each thing: as much as the one that says least.
    fn all_parts(&self, things: usize) -> Vec<f32> {
        let parts = self.parts.iter().map(|part| part.strengths(things));
        let least =
            parts.reduce(|one, other| one.iter().zip(other).map(|(one, other)| one.min(other)).collect());
        least.unwrap_or_default()
    }
}

/// Whether a word may be meant as another one: digits are typed with care, and short words are near too many.
fn may_be_off(word: &str, letters_off: usize) -> bool {
    let least = match letters_off {
        0 | 1 => MIN_LETTERS_MENDED,
        _ => MIN_LETTERS_TWO_OFF,
    };
    let has_digit = word.chars().any(char::is_numeric);
    has_letters(word, least) && !has_letters(word, MAX_LETTERS + 1) && !has_digit
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;

    use super::*;
    use crate::search::Searchable;
    use crate::search::index::CountedTexts;

    /// A thousand things with a text of 50 words each, of 5,000 words in all.
    fn thousand() -> Index {
        let mut counted = CountedTexts::new(Locale::Da);
        let letters = |number: usize| {
            let digits = [1000, 100, 10, 1].map(|place| number / place % 10);
            digits
                .map(|digit| ["ba", "de", "fi", "go", "hu", "ky", "la", "me", "ni", "po"][digit])
                .concat()
        };
        for thing in 0..1000 {
            let words: Vec<_> = (0..50)
                .map(|word| letters((thing * 7 + word * 101) % 5000))
                .collect();
            counted.add(
                thing,
                &Searchable {
                    locale: Locale::Da,
                    title: words[0].clone(),
                    summary: String::new(),
                    keywords: Vec::new(),
                    body: words.join(" "),
                },
            );
        }
        counted.index(&|_| false)
    }

    fn finds<'a>(lookup: &Lookup<'a>, word: &str, ending: Ending) -> Finds<'a> {
        lookup.finds(&Sought {
            position: 0,
            word,
            joined: Vec::new(),
            ending,
        })
    }

    fn postings(finds: &Finds) -> usize {
        let own: usize = finds.lists.iter().map(|(postings, _)| postings.len()).sum();
        own + finds.parts.iter().map(postings).sum::<usize>()
    }

    #[test]
    fn a_question_looks_at_few_of_all_finds() {
        let index = thousand();
        let lookup = Lookup {
            shelves: vec![Shelf {
                index: &index,
                weight: AS_TYPED,
            }],
            things: 1000,
        };
        let all: usize = (0..index.lexicon.len())
            .map(|place| index.postings(place).len())
            .sum();
        assert!(all > 40_000, "{all}");
        for (word, ending) in [
            ("badefigo", Ending::Typed),
            ("badefigo", Ending::Open),
            ("badefi", Ending::Open),
            ("badeffigo", Ending::Typed),
            ("badegifo", Ending::Typed),
        ] {
            let looked_at = postings(&finds(&lookup, word, ending));
            assert!((1..all / 200).contains(&looked_at), "{looked_at} for {word}");
        }
    }

    #[test]
    fn only_letters_are_mended() {
        assert!(may_be_off("brev", 1) && !may_be_off("brevet", 2) && may_be_off("fuldmagt", 2));
        assert!(!may_be_off("sms", 1) && !may_be_off("96848484", 1) && !may_be_off(&"post".repeat(20), 2));
    }
}
