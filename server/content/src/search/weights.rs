//! How much a find says.
//!
//! A word says the more, the fewer things it is found in ([`rarity`]), and by the field it stands in ([`strength`]): it is
//! [BM25](https://en.wikipedia.org/wiki/Okapi_BM25), reckoned for each field by itself and added up. A field's share grows
//! with how often the word stands in it, less and less, and never reaches the field's weight times 2.2. So a text cannot
//! make up for a title by being long. The shares do not depend on the question and are reckoned when the index is built.

/// Where a word may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Keywords,
    Summary,
    Body,
}

/// Something for each field, in their order.
pub(super) type PerField = [f32; 4];

const FIELD_WEIGHTS: PerField = [8.0, 4.0, 2.0, 1.0];
/// BM25's usual constants: how soon a second find says little more, and how much a long field thins its words.
const SATURATION: f32 = 1.2;
const THINNING: f32 = 0.75;

/// What is compared with what was typed says less the further it is from it.
pub(super) const AS_TYPED: f32 = 1.0;
/// Two neighbours of the question as one word, which is seldom so by chance.
pub(super) const JOINED: f32 = 2.0;
/// Another inflection of the word.
pub(super) const INFLECTED: f32 = 0.8;
/// A word that begins as the last one does.
pub(super) const BEGUN: f32 = 0.6;
/// A part of a compound in the texts.
pub(super) const PART: f32 = 0.5;
/// The parts of a compound in the question, all in one thing.
pub(super) const IN_PARTS: f32 = 0.5;
/// A compound that is known, of which the word is an unknown part.
pub(super) const INSIDE: f32 = 0.4;
/// A word that is a letter or two off.
pub(super) const MENDED: f32 = 0.7;
/// The Danish original of what is asked for in another language: people type the word that stands on their letter.
pub(super) const ORIGINAL: f32 = 0.5;

/// What stands in a thing's fields: how often a word, or how many words in all.
pub(super) fn strength(found: &PerField, lengths: &PerField, averages: &PerField) -> f32 {
    let fields = FIELD_WEIGHTS.iter().zip(found).zip(lengths.iter().zip(averages));
    let shares = fields.map(|((weight, found), (length, average))| {
        let thinned = 1.0 - THINNING + THINNING * length / average.max(1.0);
        weight * found * (SATURATION + 1.0) / (found + SATURATION * thinned)
    });
    shares.sum()
}

/// How much a word says that is found in so many things of all.
pub(super) fn rarity(found_in: usize, all: usize) -> f32 {
    let (found_in, all) = (float(found_in), float(all));
    (1.0 + (all - found_in + 0.5) / (found_in + 0.5)).ln()
}

/// A count as a number to reckon with. Where there are more than 65,535, one more says nothing.
pub(super) fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LENGTHS: PerField = [3.0, 10.0, 12.0, 900.0];

    #[test]
    fn a_title_says_more_than_a_keyword_and_that_more_than_the_rest() {
        let alone = |field: Field| {
            let mut found = [0.0; 4];
            found[field as usize] = 1.0;
            strength(&found, &LENGTHS, &LENGTHS)
        };
        let fields = [Field::Title, Field::Keywords, Field::Summary, Field::Body];
        assert!(fields.map(alone).is_sorted_by(|more, less| more > less));
    }

    proptest! {
        #[test]
        fn no_text_makes_up_for_a_title(times in 0_u16..10_000) {
            let body = strength(&[0.0, 0.0, 0.0, f32::from(times)], &LENGTHS, &LENGTHS);
            prop_assert!(body < strength(&[1.0, 0.0, 0.0, 0.0], &LENGTHS, &LENGTHS));
        }

        #[test]
        fn rare_words_say_more(found_in in 0_usize..999) {
            prop_assert!(rarity(found_in, 1000) > rarity(found_in + 1, 1000));
            prop_assert!(rarity(found_in + 1, 1000) > 0.0);
        }
    }
}
