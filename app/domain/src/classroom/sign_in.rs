//! How pupils sign in: by three pictures, or by two words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::homework::Grade;
use crate::word_code::WordCode;

/// The code of a class: two words, which may stand on the blackboard. It leads to the page on which pupils sign in, and tells
/// nothing about them.
pub type ClassCode = WordCode<2>;

/// The last grade whose pupils sign in by pictures: in it many cannot type a word yet.
const LAST_PICTURE_GRADE: i64 = 2;

/// By what the pupils of a class sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInKind {
    Pictures,
    Words,
}

/// What one pupil signs in with. Within a class no two have the same.
///
/// Three of twenty pictures are 8,000 possibilities, two of 1,024 words a million. Both are few for somebody who may try for
/// ever; the store slows that down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInCode {
    Pictures([SignInPicture; 3]),
    Words(WordCode<2>),
}

macro_rules! pictures {
    ($($name:ident $word:literal),* $(,)?) => {
        /// A picture to press, which looks and is called like none of the others.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum SignInPicture {
            $(#[serde(rename = $word)] $name),*
        }

        impl SignInPicture {
            /// Every picture, in the order in which they are shown.
            pub const ALL: [Self; 20] = [$(Self::$name),*];

            /// The word in forms and in the picture's address. Never change one: codes that are printed hang on it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word),*
                }
            }
        }
    };
}

pictures! {
    Sun "sol", Fish "fisk", House "hus", Flower "blomst", Ball "bold",
    Star "stjerne", Boat "skib", Key "noegle", Apple "aeble", Car "bil",
    Heart "hjerte", Tree "trae", Cup "kop", Moon "maane", Umbrella "paraply",
    Cloud "sky", Bell "klokke", Hat "hat", Kite "drage", Ladder "stige",
}

impl SignInKind {
    /// The kind for a grade.
    pub fn of(grade: Grade) -> Self {
        if grade.number() <= LAST_PICTURE_GRADE {
            Self::Pictures
        } else {
            Self::Words
        }
    }

    /// The code of random numbers.
    pub fn code(self, numbers: [u32; 3]) -> SignInCode {
        let [first, second, _] = numbers;
        match self {
            Self::Pictures => SignInCode::Pictures(numbers.map(SignInPicture::of_number)),
            Self::Words => SignInCode::Words(WordCode::from_random([first, second])),
        }
    }
}

impl SignInPicture {
    /// The picture of a random number.
    fn of_number(number: u32) -> Self {
        Self::ALL[number as usize % Self::ALL.len()]
    }

    /// The picture of a form's word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|picture| picture.as_str() == word)
    }
}

impl fmt::Display for SignInCode {
    /// `sol-fisk-bil` or `kanel-aborre`; what its hash is made of.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pictures(pictures) => formatter.write_str(&pictures.map(SignInPicture::as_str).join("-")),
            Self::Words(words) => words.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_youngest_sign_in_by_pictures() {
        let kinds = [0, 2, 3, 9].map(|grade| SignInKind::of(Grade::new(grade).unwrap()));
        let [youngest, second, third, oldest] = kinds;
        assert_eq!((youngest, second), (SignInKind::Pictures, SignInKind::Pictures));
        assert_eq!((third, oldest), (SignInKind::Words, SignInKind::Words));
    }

    #[test]
    fn every_picture_has_a_word_of_its_own() {
        let words: BTreeSet<_> = SignInPicture::ALL
            .iter()
            .map(|picture| picture.as_str())
            .collect();
        assert_eq!(words.len(), 20);
        for picture in SignInPicture::ALL {
            assert_eq!(SignInPicture::parse(picture.as_str()), Some(picture));
        }
        assert_eq!(SignInPicture::parse("løve"), None);
    }

    #[test]
    fn a_code_is_made_of_its_numbers() {
        assert_eq!(SignInKind::Pictures.code([0, 21, 9]).to_string(), "sol-fisk-bil");
        let words = SignInKind::Words.code([1, 2, 3]);
        let typed = words.to_string().to_uppercase().replace('-', " ");
        assert_eq!(WordCode::parse(&typed).map(SignInCode::Words), Ok(words));
    }
}
