//! How a text is read aloud.

/// How fast a text is read aloud.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Speed {
    Slow,
    #[default]
    Ordinary,
    Fast,
}

impl Speed {
    /// Every speed, slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Ordinary, Self::Fast];

    /// As the browser remembers it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Ordinary => "ordinary",
            Self::Fast => "fast",
        }
    }

    /// The speed that is written so.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|speed| speed.as_str() == text)
    }

    /// Times the voice's own speed.
    pub fn rate(self) -> f32 {
        match self {
            Self::Slow => 0.8,
            Self::Ordinary => 1.0,
            Self::Fast => 1.2,
        }
    }
}

/// The voices that people here are used to. On a Mac the first English voices of all are jokes with American tags.
const FAMILIAR: [&str; 2] = ["da-DK", "en-GB"];

/// How well a voice reads a text; the smallest is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// As it is spoken around here.
    Familiar,
    /// The text's language as it is spoken elsewhere.
    Foreign,
}

/// How well a voice reads a text, by the language tags of both; `None` where it is another language. Some telephones write
/// an underscore for the hyphen.
pub fn fit(voice: &str, text: &str) -> Option<Fit> {
    let voice = voice.replace('_', "-");
    if !language(&voice).eq_ignore_ascii_case(language(text)) {
        return None;
    }
    let is_familiar = FAMILIAR.iter().any(|tag| tag.eq_ignore_ascii_case(&voice));
    Some(if is_familiar { Fit::Familiar } else { Fit::Foreign })
}

/// A tag's first part, which is the language without the country.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_reads_its_own_language() {
        for voice in ["da-DK", "da_DK", "DA-dk"] {
            assert_eq!(fit(voice, "da"), Some(Fit::Familiar), "{voice}");
        }
        for voice in ["da", "da-GL"] {
            assert_eq!(fit(voice, "da"), Some(Fit::Foreign), "{voice}");
        }
        for voice in ["en-US", "nb-NO", "dav-KE", ""] {
            assert_eq!(fit(voice, "da"), None, "{voice}");
        }
    }

    #[test]
    fn the_best_voice_is_the_first_of_the_familiar_ones() {
        let voices = ["da-DK", "en-US", "en_GB", "en-GB"];
        let best = voices
            .into_iter()
            .filter(|voice| fit(voice, "en").is_some())
            .min_by_key(|voice| fit(voice, "en"));
        assert_eq!(best, Some("en_GB"));
    }

    #[test]
    fn speeds_are_listed_slowest_first_and_read_as_they_are_written() {
        assert!(Speed::ALL.is_sorted_by(|one, other| one.rate() < other.rate()));
        for speed in Speed::ALL {
            assert_eq!(Speed::parse(speed.as_str()), Some(speed));
        }
    }
}
