//! The voices that the browser has.

use std::time::Duration;

use domain::locale::Locale;
use domain::reading::fit;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

/// Browsers load their voices after the page, and not all of them tell when they have: we look again for so long.
const PATIENCE: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// Whether there is a voice for a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// None so far; the browser may still be loading it.
    Looking,
    Found,
    Missing,
}

/// What reads aloud, in browsers that can.
pub fn synthesis() -> Option<SpeechSynthesis> {
    let synthesis = window().speech_synthesis().ok();
    // Where the browser has none the bindings still give us something.
    synthesis.filter(|synthesis| synthesis.is_object())
}

/// The best voice for a language.
///
/// Only voices of the device itself: others send what they read, and so what somebody learns, to the company that made
/// them, and we promise that no company can follow people here.
pub fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    voices
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .filter(SpeechSynthesisVoice::local_service)
        .filter_map(|voice| Some((fit(&voice.lang(), language)?, voice)))
        .min_by_key(|(fit, _)| *fit)
        .map(|(_, voice)| voice)
}

/// Looks for a voice until there is one, or the browser has had time enough.
pub fn search(locale: Locale) -> RwSignal<Search> {
    let search = RwSignal::new(Search::Looking);
    look(search, locale, PATIENCE);
    search
}

fn look(search: RwSignal<Search>, locale: Locale, patience: u32) {
    let result = if voice(locale.tag()).is_some() {
        Search::Found
    } else if synthesis().is_none() || patience == 0 {
        Search::Missing
    } else {
        Search::Looking
    };
    let is_gone = search.try_set(result).is_some();
    if result == Search::Looking && !is_gone {
        set_timeout(move || look(search, locale, patience - 1), BETWEEN_LOOKS);
    }
}
