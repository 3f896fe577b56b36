use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::whole;

/// Danish words to spell: the level, a space, the word. None of them sounds like another word, for they are heard alone.
const SPELLING: &str = include_str!("../spelling.txt");

/// The level, a Danish word and what it is in English, all that is right between upright strokes, with tabs between.
const ENGLISH: &str = include_str!("../english_words.txt");

/// Spellings of a sound that is written otherwise than it is heard, and how it is written by ear.
const BY_EAR: [(&str, &str); 6] = [
    ("hv", "v"),
    ("hj", "j"),
    ("gj", "j"),
    ("nd", "n"),
    ("ld", "l"),
    ("rd", "r"),
];

/// Words to be heard and written: as they sound, with double and silent letters, and what is hard for grown-ups too.
pub(in crate::drills) fn spelling(level: Level, random: &mut Random) -> Exercise {
    let number = whole(level.number());
    let words: Vec<_> = SPELLING
        .lines()
        .filter_map(|line| line.strip_prefix(number.as_str()))
        .map(str::trim)
        .collect();
    let word = random.pick(&words).to_owned();
    Exercise {
        steps: steps(&word),
        slips: by_ear(&word),
        question: Question::Spell { word: word.clone() },
        answer: Answer::Words(vec![word]),
    }
}

/// Words to say in English: colours and animals, daily life, and what is met in texts.
pub(in crate::drills) fn english_words(level: Level, random: &mut Random) -> Exercise {
    let number = whole(level.number());
    let rows: Vec<_> = ENGLISH
        .lines()
        .filter_map(|line| line.strip_prefix(number.as_str())?.trim().split_once('\t'))
        .collect();
    let (danish, english) = random.pick(&rows);
    let accepted: Vec<_> = english.split('|').map(str::to_owned).collect();
    let shown = accepted.first().cloned().unwrap_or_default();
    Exercise {
        question: Question::Translate {
            danish: danish.to_owned(),
        },
        steps: steps(&shown),
        slips: Vec::new(),
        answer: Answer::Words(accepted),
    }
}

/// How long it is, how it begins, and the word to look at, cover and write.
fn steps(word: &str) -> Vec<Step> {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let begin: String = word.chars().take(word.chars().count().div_ceil(2)).collect();
    vec![
        Step::new(Method::HowManyLetters, letters.to_string()),
        Step::new(Method::FirstLetters, format!("{begin} …")),
        Step::new(Method::LookAtWord, word),
    ]
}

fn by_ear(word: &str) -> Vec<(Answer, Slip)> {
    let mut slips: Vec<_> = single_letters(word)
        .into_iter()
        .map(|wrong| (wrong, Slip::DoubleLetter))
        .collect();
    let heard = BY_EAR
        .into_iter()
        .filter(|(written, _)| word.contains(written))
        .map(|(written, heard)| (word.replacen(written, heard, 1), Slip::SilentLetter));
    slips.extend(heard);
    slips
        .into_iter()
        .map(|(wrong, slip)| (Answer::Words(vec![wrong]), slip))
        .collect()
}

/// The word with one letter of a double one left out.
fn single_letters(word: &str) -> Option<String> {
    let letters: Vec<_> = word.chars().collect();
    let double = letters.windows(2).position(|pair| pair[0] == pair[1])?;
    let kept = letters.iter().enumerate().filter(|(index, _)| *index != double);
    Some(kept.map(|(_, letter)| *letter).collect())
}
