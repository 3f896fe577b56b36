//! The inverted index of one language: for each word the things it stands in.

use std::collections::HashMap;

use domain::locale::Locale;

use super::Searchable;
use super::lexicon::Lexicon;
use super::tokens::{joined_words, without_placeholders, words};
use super::weights::{Field, PART, PerField, float, strength};

/// Something that a word stands in, and how much that says. There are more of these than of anything else, so they are
/// kept small: 8 bytes.
pub(super) struct Posting {
    thing: u32,
    pub(super) strength: f32,
}

impl Posting {
    fn new(thing: usize, strength: f32) -> Self {
        Self {
            thing: u32::try_from(thing).expect("nobody has written four thousand million things"),
            strength,
        }
    }

    /// The thing's number among all that can be found.
    pub(super) fn thing(&self) -> usize {
        self.thing as usize
    }
}

/// The words of one language and where they stand.
pub(super) struct Index {
    pub(super) lexicon: Lexicon,
    /// For each word of the lexicon, in the order of the things.
    postings: Vec<Vec<Posting>>,
}

/// The texts of one language, counted but not yet indexed: what is a compound can be said when every word is known.
pub(super) struct CountedTexts {
    locale: Locale,
    numbers: HashMap<String, usize>,
    texts: Vec<CountedText>,
}

struct CountedText {
    thing: usize,
    lengths: PerField,
    /// How often a word stands in each field, by the word's number.
    counts: HashMap<usize, PerField>,
}

/// The places in the lexicon that a word counts for, its own and those of its parts, and how much.
type Shares = Vec<(usize, f32)>;

impl Index {
    /// The things a word stands in, by its place in the lexicon.
    pub(super) fn postings(&self, place: usize) -> &[Posting] {
        &self.postings[place]
    }
}

impl CountedTexts {
    pub(super) fn new(locale: Locale) -> Self {
        Self {
            locale,
            numbers: HashMap::new(),
            texts: Vec::new(),
        }
    }

    /// Adds the text of a thing. Things are added in their order.
    pub(super) fn add(&mut self, thing: usize, text: &Searchable) {
        let mut counted = CountedText {
            thing,
            lengths: [0.0; 4],
            counts: HashMap::new(),
        };
        let (keywords, body) = (text.keywords.join("\n"), without_placeholders(&text.body));
        for (field, text) in [
            (Field::Title, &text.title),
            (Field::Keywords, &keywords),
            (Field::Summary, &text.summary),
            (Field::Body, &body),
        ] {
            for word in words(text).chain(joined_words(text)) {
                let next = self.numbers.len();
                let number = *self.numbers.entry(word).or_insert(next);
                counted.lengths[field as usize] += 1.0;
                counted.counts.entry(number).or_default()[field as usize] += 1.0;
            }
        }
        self.texts.push(counted);
    }

    /// The index of all that was added. `is_part` says which words compounds may have as parts besides those that stand
    /// here.
    pub(super) fn index(self, is_part: &dyn Fn(&str) -> bool) -> Index {
        let averages = self.averages();
        let (lexicon, shares) = lexicon_and_shares(self.locale, &self.numbers, is_part);
        let mut postings: Vec<Vec<Posting>> = std::iter::repeat_with(Vec::new).take(lexicon.len()).collect();
        for text in self.texts {
            for (place, found) in text.found(&shares) {
                let strength = strength(&found, &text.lengths, &averages);
                postings[place].push(Posting::new(text.thing, strength));
            }
        }
        Index { lexicon, postings }
    }

    fn averages(&self) -> PerField {
        let texts = float(self.texts.len().max(1));
        std::array::from_fn(|field| self.texts.iter().map(|text| text.lengths[field]).sum::<f32>() / texts)
    }
}

impl CountedText {
    /// How often the words of the lexicon stand here, by themselves or in compounds.
    fn found(&self, shares: &[Shares]) -> HashMap<usize, PerField> {
        let mut found: HashMap<usize, PerField> = HashMap::with_capacity(self.counts.len());
        for (number, counts) in &self.counts {
            for (place, share) in &shares[*number] {
                let sums = found.entry(*place).or_default();
                for (sum, count) in sums.iter_mut().zip(counts) {
                    *sum += count * share;
                }
            }
        }
        found
    }
}

/// The lexicon of the words and of the parts of those that are compounds, and the shares of each word by its number.
fn lexicon_and_shares(
    locale: Locale,
    numbers: &HashMap<String, usize>,
    is_part: &dyn Fn(&str) -> bool,
) -> (Lexicon, Vec<Shares>) {
    let mut words: Vec<_> = numbers
        .iter()
        .map(|(word, number)| (*number, word.as_str()))
        .collect();
    words.sort_unstable();
    let words = || words.iter().map(|(_, word)| *word);
    let lexicon = Lexicon::new(locale, words());
    let is_part = |part: &str| lexicon.is_part(part) || is_part(part);
    let parts: Vec<_> = words()
        .map(|word| smallest_parts(&lexicon, word, &is_part))
        .collect();
    let lexicon = lexicon.with(parts.iter().flatten().map(String::as_str));
    let shares = words().zip(&parts).map(|(word, parts)| {
        let word = lexicon.place_of(word).map(|place| (place, 1.0));
        let parts = parts.iter().filter_map(|part| lexicon.place_of(part));
        word.into_iter().chain(parts.map(|place| (place, PART))).collect()
    });
    let shares = shares.collect();
    (lexicon, shares)
}

fn smallest_parts(lexicon: &Lexicon, word: &str, is_part: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut parts = lexicon.parts(word, is_part).unwrap_or_default();
    let mut next = 0;
    while let Some(part) = parts.get(next) {
        let smaller = lexicon.parts(part, is_part).unwrap_or_default();
        parts.extend(smaller);
        next += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(texts: &[&str]) -> Index {
        let mut counted = CountedTexts::new(Locale::Da);
        for (thing, text) in texts.iter().enumerate() {
            let (title, body) = text.split_once('|').unwrap();
            counted.add(
                thing,
                &Searchable {
                    locale: Locale::Da,
                    title: title.into(),
                    summary: String::new(),
                    keywords: Vec::new(),
                    body: body.into(),
                },
            );
        }
        counted.index(&|part| part == "adgang")
    }

    fn found(index: &Index, word: &str) -> Vec<(usize, f32)> {
        let places = index.lexicon.place_of(word).into_iter();
        let postings = places.flat_map(|place| index.postings(place));
        postings
            .map(|posting| (posting.thing(), posting.strength))
            .collect()
    }

    #[test]
    fn words_are_found_where_they_stand_and_titles_say_more() {
        let index = index(&["Brev|Om post", "Post|Om brev", "Hus|Om brev, brev og brev"]);
        let brev = found(&index, "brev");
        assert_eq!(
            brev.iter().map(|(thing, _)| *thing).collect::<Vec<_>>(),
            [0, 1, 2]
        );
        assert!(brev[0].1 > brev[2].1 && brev[2].1 > brev[1].1);
    }

    #[test]
    fn compounds_are_found_by_their_parts_which_say_less() {
        let index = index(&["Post|papir", "Papirpost|", "Læs|", "Læseadgang|", "Flaskepost|"]);
        let post = found(&index, "post");
        assert_eq!(post.len(), 2, "nothing says that a flaske is a word");
        assert!(post[0].1 > post[1].1);
        assert_eq!(found(&index, "adgang").len(), 1, "it is known from elsewhere");
    }
}
