//! Which things fit a question best.

use super::lookup::Finds;
use super::weights::rarity;

/// What fits less than this share of the best is left out: it has the words in passing only.
const LEAST_SHARE: f32 = 0.08;

/// How well a thing fits.
struct Ranked {
    thing: usize,
    fit: Fit,
    score: f32,
}

/// Whoever types a title wants what has it, whatever else fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    IsTitle,
    HasWords,
}

/// A word of the question as it weighs here.
struct Weighed {
    rarity: f32,
    strengths: Vec<f32>,
}

/// The things that fit, best first.
///
/// A thing's score is the sum of what its words say, each times how rare the word is; and the whole times the square of the
/// share of the question that was found there, so that a thing with all of it comes before one that has half of it in its
/// title. A word that is found nowhere counts for nothing and excludes nothing.
pub(super) fn ranked(finds: &[Finds], things: usize, fit: impl Fn(usize) -> Fit) -> Vec<usize> {
    let words: Vec<_> = finds.iter().map(|finds| Weighed::new(finds, things)).collect();
    let scores = (0..things).map(|thing| (thing, score(&words, thing)));
    let scores = scores.filter(|(_, score)| *score > 0.0);
    let mut ranked: Vec<_> = scores
        .map(|(thing, score)| Ranked {
            thing,
            fit: fit(thing),
            score,
        })
        .collect();
    let best = ranked.iter().map(|ranked| ranked.score).fold(0.0, f32::max);
    ranked.retain(|ranked| ranked.fit == Fit::IsTitle || ranked.score >= best * LEAST_SHARE);
    // Sorting keeps the order of the content among equals.
    ranked.sort_by(|one, other| one.fit.cmp(&other.fit).then(other.score.total_cmp(&one.score)));
    ranked.into_iter().map(|ranked| ranked.thing).collect()
}

fn score(words: &[Weighed], thing: usize) -> f32 {
    let (mut sum, mut found, mut all) = (0.0, 0.0, 0.0);
    for word in words {
        let strength = word.strengths[thing];
        sum += word.rarity * strength;
        all += word.rarity;
        if strength > 0.0 {
            found += word.rarity;
        }
    }
    if found > 0.0 {
        sum * (found / all).powi(2)
    } else {
        0.0
    }
}

impl Weighed {
    fn new(finds: &Finds, things: usize) -> Self {
        let strengths = finds.strengths(things);
        let found_in = strengths.iter().filter(|strength| **strength > 0.0).count();
        // What is found nowhere is not missed: it would make every other word count for little.
        let rarity = if found_in == 0 {
            0.0
        } else {
            rarity(found_in, things)
        };
        Self { rarity, strengths }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(strengths: &[&[f32]]) -> Vec<Weighed> {
        let words = strengths.iter().map(|strengths| {
            let found_in = strengths.iter().filter(|strength| **strength > 0.0).count();
            Weighed {
                rarity: rarity(found_in, strengths.len()),
                strengths: strengths.to_vec(),
            }
        });
        words.collect()
    }

    #[test]
    fn all_of_a_question_comes_before_half_of_it_in_a_title() {
        let words = words(&[&[8.0, 2.0, 0.0], &[0.0, 2.0, 0.0]]);
        assert!(score(&words, 1) > score(&words, 0));
        assert!(score(&words, 0) > score(&words, 2));
    }

    #[test]
    fn rare_words_weigh_more() {
        let words = words(&[&[1.0, 0.0, 1.0, 1.0], &[0.0, 1.0, 0.0, 0.0]]);
        assert!(score(&words, 1) > score(&words, 0));
    }
}
